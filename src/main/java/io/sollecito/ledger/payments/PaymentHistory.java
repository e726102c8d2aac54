package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.MatchFacts.Demanded;
import io.sollecito.ledger.payments.MatchFacts.Paid;
import io.sollecito.ledger.payments.MatchFacts.PaidPart;
import io.sollecito.ledger.payments.MatchFacts.Stranger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a creditor's earlier payments, and people's decisions about them, tell about new ones. */
final class PaymentHistory {

    /** As the bank showed them: what a person split is one, for the bank gives it back as one. */
    private static final String PAID = """
            select p.id, p.amount, p.currency, p.end_to_end_id, e.bank_reference, p.counterparty_iban
            from (select id, entry_id, creditor, amount, currency, booking_date, end_to_end_id, counterparty_iban, decision
                  from payment where creditor = :creditor and split_of is null and not aside
                  union all
                  select o.id, o.entry_id, o.creditor, s.amount, o.currency, o.booking_date, o.end_to_end_id,
                    o.counterparty_iban, o.decision
                  from (select split_of, sum(amount) as amount from payment
                        where creditor = :creditor and split_of is not null group by split_of) s
                  join payment o on o.id = s.split_of) p
            join bank_entry e on e.id = p.entry_id
            where e.account = :account and p.amount between :least and :most and sign(p.amount) = :sign
              and p.currency = :currency and p.booking_date >= :since and p.decision <> 'returned'
            order by p.id""";

    private final Database database;
    private final String creditor;

    PaymentHistory(Database database, String creditor) {
        this.database = database;
        this.creditor = creditor;
    }

    /** Earlier payments that count, of such an amount on the account and not given back, booked from {@code since} on. */
    List<Paid> paidBefore(String account, BigDecimal least, BigDecimal most, String currency, LocalDate since) {
        List<Paid> found = database.sql()
                .sql(PAID)
                .param("creditor", creditor)
                .param("account", account)
                .param("least", least)
                .param("most", most)
                .param("sign", most.signum())
                .param("currency", currency)
                .param("since", since)
                .query((rs, n) -> new Paid(
                        rs.getLong("id"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("end_to_end_id"),
                        rs.getString("bank_reference"),
                        rs.getString("counterparty_iban"),
                        new ArrayList<>()))
                .list();
        for (Paid paid : found) {
            paid.parts().addAll(parts(paid.paymentId()));
        }
        return found;
    }

    /** Whether a payment of that amount and of that end-to-end id or account was given back. */
    boolean wasReturned(
            String account, BigDecimal amount, String currency, String endToEndId, String iban, LocalDate since) {
        return database.sql()
                .sql("select p.id from payment p join bank_entry e on e.id = p.entry_id where p.creditor = ?"
                        + " and e.account = ? and p.amount = ? and p.currency = ? and p.booking_date >= ?"
                        + " and p.decision = 'returned' and (p.end_to_end_id = ? or p.counterparty_iban = ?) limit 1")
                .params(Arrays.asList(creditor, account, amount, currency, since, endToEndId, iban))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Charges of these items that reminders have asked for and that are not paid yet. */
    List<Demanded> demanded(Collection<Long> items) {
        List<Demanded> demanded = new ArrayList<>();
        List<Long> all = List.copyOf(items);
        for (int from = 0; from < all.size(); from += MatchFacts.CHUNK) {
            demanded.addAll(database.sql()
                    .sql("select " + MatchFacts.COLUMNS + ", c.purpose, c.asked as amount from (" + DEMANDED
                            + ") c join open_item i on i.id = c.item_id where c.asked > 0 order by i.id, c.purpose")
                    .param(AnyOf.numbers(all.subList(from, Math.min(all.size(), from + MatchFacts.CHUNK))))
                    .query((rs, n) -> new Demanded(
                            MatchFacts.open(rs, false), rs.getString("purpose"), rs.getBigDecimal("amount")))
                    .list());
        }
        return demanded;
    }

    private static final String DEMANDED = "select x.item_id, x.purpose, sum(x.amount) - coalesce((select sum(a.amount)"
            + "  from allocation a where a.item_id = x.item_id and a.purpose = x.purpose"
            + "  and a.state in ('pending', 'confirmed')), 0) as asked from (select c.item_id, c.amount,"
            + "  case when c.kind = 'interest' then 'interest' else 'costs' end as purpose from standing_charge c"
            + "  join reminder r on r.id = c.reminder_id and r.state in ('sent', 'uncertain')"
            + "  where c.waived_at is null and c.item_id = any(?)) x group by x.item_id, x.purpose";

    /** By account: what people said to be no debtor's often enough, as long as it has paid no item. */
    Map<String, Stranger> strangers(int times) {
        Map<String, Stranger> found = new HashMap<>();
        database.sql()
                .sql("select p.counterparty_iban, count(*) as times, max(p.booking_date) as last_day from payment p"
                        + " where p.creditor = ? and p.decision = 'notOurs' and p.decided_by <> 'run'"
                        + " and p.counterparty_iban is not null group by p.counterparty_iban having count(*) >= ?")
                .params(creditor, times)
                .query(rs -> {
                    found.put(
                            rs.getString("counterparty_iban"),
                            new Stranger(rs.getInt("times"), rs.getObject("last_day", LocalDate.class)));
                });
        if (!found.isEmpty()) {
            found.keySet()
                    .removeAll(database.sql()
                            .sql("select distinct p.counterparty_iban from payment p join allocation a"
                                    + " on a.payment_id = p.id and a.state in ('pending', 'confirmed')"
                                    + " where p.creditor = ? and p.counterparty_iban = any(?)")
                            .params(creditor, AnyOf.texts(found.keySet().stream()))
                            .query(String.class)
                            .list());
        }
        return found;
    }

    private List<PaidPart> parts(long paymentId) {
        return database.sql()
                .sql("select " + MatchFacts.COLUMNS + ", a.amount, a.purpose, a.state from allocation a"
                        + " join open_item i on i.id = a.item_id"
                        + " where a.payment_id in (select id from payment where id = ? or split_of = ?)"
                        + " and a.state in ('pending', 'confirmed') order by a.id")
                .params(paymentId, paymentId)
                .query((rs, n) -> new PaidPart(
                        MatchFacts.open(rs, rs.getString("state").equals("confirmed")),
                        rs.getBigDecimal("amount"),
                        rs.getString("purpose")))
                .list();
    }
}
