package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run left over of payments: the debtors who paid are owed it back or owe it elsewhere, so that their other items
 * are candidates for it (law 6).
 */
final class LeftOver {

    private static final int CHUNK = 1000;

    private static final String OTHER_ITEMS = """
            insert into candidate (payment_id, ranking, score, evidence, item_id, amount, purpose, suspends_until)
            select x.payment_id, (select coalesce(max(c.ranking), 0) from candidate c where c.payment_id = x.payment_id)
                   + row_number() over (partition by x.payment_id order by x.due_date, x.item_id), 0.400,
                   'what is left over of the debtor''s payment', x.item_id, least(x.open_amount, x.unallocated),
                   'principal', :until
            from (
              select distinct p.id as payment_id, i.id as item_id, i.due_date, v.open_amount, p.unallocated
              from payment p
              join allocation a on a.payment_id = p.id and a.state in ('pending', 'confirmed')
              join open_item paid on paid.id = a.item_id
              join open_item i on i.creditor = paid.creditor and i.source = paid.source and i.debtor = paid.debtor
                and i.currency = paid.currency
              join item_effective v on v.id = i.id
              where p.id in (:payments) and p.unallocated > 0 and v.open_amount > 0
                and not exists (select 1 from candidate k where k.payment_id = p.id and k.item_id = i.id)
            ) x""";

    private final Database database;

    LeftOver(Database database) {
        this.database = database;
    }

    /** Makes what else is open of the payments' debtors, and is none yet, candidates for the rest, the oldest first. */
    void suspend(List<Long> payments, LocalDate until) {
        for (int from = 0; from < payments.size(); from += CHUNK) {
            database.sql()
                    .sql(OTHER_ITEMS)
                    .param("payments", payments.subList(from, Math.min(payments.size(), from + CHUNK)))
                    .param("until", until)
                    .update();
        }
    }
}
