package io.sollecito.ledger.laws;

import io.sollecito.ledger.ItemsForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Looks through the whole ledger for anything that a law forbids. Meant for tests and the demo: it reads everything and
 * trusts nothing that it can compute afresh.
 */
public final class LawChecks {

    private final Database database;
    private final ItemsForTests items;
    private final Totals totals;
    private final Journal journal;

    public LawChecks(Database database, Journal journal) {
        this.database = database;
        this.items = new ItemsForTests(database);
        this.totals = new Totals(database);
        this.journal = journal;
    }

    /** One sentence per violation, naming the law; empty when all laws hold. */
    public List<String> violations() {
        List<String> found = new ArrayList<>();
        openTotals(found);
        payments(found);
        counts(found);
        settledItems(found);
        remindersTwice(found);
        remindersAfterPayment(found);
        journal.firstBroken().ifPresent(broken -> found.add("law 11: the journal's chain breaks: " + broken));
        return found;
    }

    private void openTotals(List<String> found) {
        List<String> creditors = database.sql()
                .sql("select distinct creditor from open_item order by creditor")
                .query(String.class)
                .list();
        for (String creditor : creditors) {
            Map<String, BigDecimal> kept = items.openTotals(creditor);
            Map<String, BigDecimal> afresh = totals.recomputed(creditor);
            kept.forEach((currency, total) -> {
                if (total.compareTo(afresh.get(currency)) != 0) {
                    found.add("law 1: " + creditor + " has " + total + " " + currency + " open, computed afresh "
                            + afresh.get(currency));
                }
            });
        }
    }

    private void payments(List<String> found) {
        add(
                found,
                "select p.id, p.amount - p.unallocated - sum(a.amount) from payment p"
                        + " join allocation a on a.payment_id = p.id and a.purpose in ('principal', 'interest', 'costs')"
                        + " where p.decision = 'allocated' and not exists (select 1 from allocation r"
                        + "  where r.payment_id = p.id and r.state not in ('pending', 'confirmed'))"
                        + " group by p.id, p.amount, p.unallocated having p.amount - p.unallocated <> sum(a.amount)",
                (payment, difference) -> "law 1: payment " + payment
                        + " differs from its allocations and what is unallocated by " + difference);
    }

    private void counts(List<String> found) {
        add(
                found,
                "select id, records_read from export where records_read <> records_applied + records_unchanged"
                        + " + records_filtered + records_quarantined",
                (export, read) -> "law 2: the counts of export " + export + " do not add up to " + read + " records");
        add(
                found,
                "select e.id, e.records_quarantined from export e where e.state = 'applied' and e.records_quarantined <>"
                        + " (select count(distinct q.line_no) from quarantine q where q.export_id = e.id)"
                        + " and e.records_quarantined <> (select count(*) from quarantine q where q.export_id = e.id)",
                (export, count) -> "law 2: export " + export + " counts " + count
                        + " quarantined records, but the quarantine holds other ones");
    }

    private void settledItems(List<String> found) {
        add(
                found,
                "select i.id, i.erp_open from open_item i where (settled_cause is null) <> (settled_at is null)"
                        + " or settled_cause is not null and erp_open <> 0"
                        + " or settled_cause is null and erp_open = 0 and not exists (select 1 from allocation a"
                        + "  where a.item_id = i.id and a.state = 'reversal-pending')",
                (item, open) -> "law 4: item " + item + " with " + open + " open has a settlement that does not fit");
    }

    private void remindersTwice(List<String> found) {
        add(
                found,
                "select ri.item_id, count(*) from reminder_item ri join reminder r on r.id = ri.reminder_id"
                        + " where ri.advances and r.state not in ('cancelled', 'undelivered')"
                        + " group by ri.item_id, ri.step, ri.repeat_no having count(*) > 1",
                (item, times) -> "law 5: item " + item + " was reminded " + times + " times by one step");
    }

    /** Paid in full: by allocations made after the reminder was composed and before it left. */
    private void remindersAfterPayment(List<String> found) {
        add(
                found,
                "select x.item_id, x.reminder_id from (select ri.item_id, ri.reminder_id, ri.amount, r.created_at,"
                        + "  min(d.state_at) as sent_at from reminder_item ri join reminder r on r.id = ri.reminder_id"
                        + "  join dispatch d on d.reminder_id = r.id and d.state = 'sent'"
                        + "  where ri.advances and ri.amount > 0 group by ri.item_id, ri.reminder_id, ri.amount, r.created_at) x"
                        + " join allocation a on a.item_id = x.item_id and a.made_at > x.created_at"
                        + "  and a.made_at < x.sent_at and (a.state in ('pending', 'confirmed') or a.state_at > x.sent_at)"
                        + " group by x.item_id, x.reminder_id, x.amount having sum(a.amount) >= x.amount",
                (item, reminder) ->
                        "law 6: reminder " + reminder + " left after item " + item + " had been paid in full");
    }

    private void add(List<String> found, String query, BiFunction<String, String, String> sentence) {
        found.addAll(database.sql()
                .sql(query)
                .query((rs, n) -> sentence.apply(rs.getString(1), rs.getString(2)))
                .list());
    }
}
