package io.sollecito.demo;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the demo tells about the hub's ledger: read with plain SQL, independently of the hub's own figures. */
public final class DemoFigures {

    /** Figures of one creditor at the end. */
    public record Creditor(
            String code,
            long openItems,
            BigDecimal openInErp,
            BigDecimal effectivelyOpen,
            Map<String, Long> remindersSent,
            long paidAfterReminder,
            long neverReminded,
            Map<String, Long> payments,
            BigDecimal received,
            BigDecimal allocated,
            long quarantined,
            long recordsRead,
            long lettersInBatches) {}

    private static final String REMINDED =
            " join reminder_item ri on ri.item_id = i.id and ri.advances join reminder r on r.id = ri.reminder_id and r.state = 'sent'";

    private final Database ledger;

    public DemoFigures(Database ledger) {
        this.ledger = ledger;
    }

    public List<String> creditors() {
        return ledger.sql()
                .sql("select distinct creditor from connection order by creditor")
                .query(String.class)
                .list();
    }

    public Creditor of(String creditor) {
        return new Creditor(
                creditor,
                count("select count(*) from open_item where settled_cause is null and creditor = ?", creditor),
                amount("select coalesce(sum(erp_open), 0) from open_item where creditor = ?", creditor),
                amount(
                        "select coalesce(sum(e.open_amount), 0) from item_effective e join open_item i on i.id = e.id"
                                + " where i.creditor = ?",
                        creditor),
                counts(
                        "select channel, count(*) from dispatch where state = 'sent' and reminder_id is not null"
                                + " and not exists (select 1 from thanks t where t.thank_you = dispatch.reminder_id)"
                                + " and creditor = ? group by channel",
                        creditor),
                count(
                        "select count(distinct i.id) from open_item i join item_effective e on e.id = i.id" + REMINDED
                                + " where i.creditor = ? and i.original_amount > 0 and e.open_amount = 0",
                        creditor),
                count(
                        "select count(*) from open_item i join item_effective e on e.id = i.id where i.creditor = ?"
                                + " and i.original_amount > 0 and e.open_amount = 0"
                                + " and not exists (select 1 from reminder_item ri where ri.item_id = i.id)",
                        creditor),
                counts("select decision, count(*) from payment where creditor = ? group by decision", creditor),
                amount("select coalesce(sum(amount), 0) from payment where amount > 0 and creditor = ?", creditor),
                amount(
                        "select coalesce(sum(a.amount), 0) from allocation a join open_item i on i.id = a.item_id"
                                + " where a.payment_id is not null and a.state in ('pending', 'confirmed')"
                                + " and i.creditor = ?",
                        creditor),
                count("select count(*) from quarantine where state = 'waiting' and creditor = ?", creditor),
                count("select coalesce(sum(records_read), 0) from export where creditor = ?", creditor),
                count("select coalesce(sum(letters), 0) from letter_batch where creditor = ?", creditor));
    }

    /** Payments taken since a moment, by decision. */
    Map<String, Long> paymentsSince(Instant moment) {
        Map<String, Long> counts = new TreeMap<>();
        ledger.sql()
                .sql("select decision, count(*) from payment where decided_at >= ? group by decision")
                .param(Database.at(moment))
                .query(rs -> {
                    counts.put(rs.getString(1), rs.getLong(2));
                });
        return counts;
    }

    long recordsSince(Instant moment) {
        return ledger.sql()
                .sql("select coalesce(sum(records_read), 0) from export where received_at >= ?")
                .param(Database.at(moment))
                .query(Long.class)
                .single();
    }

    long quarantinedSince(Instant moment) {
        return ledger.sql()
                .sql("select coalesce(sum(records_quarantined), 0) from export where received_at >= ?")
                .param(Database.at(moment))
                .query(Long.class)
                .single();
    }

    /** Reminded items that were paid since then: their reminders have ended. */
    long paidAfterReminderSince(Instant moment) {
        return ledger.sql()
                .sql("select count(distinct i.id) from open_item i join item_effective e on e.id = i.id" + REMINDED
                        + " where e.open_amount = 0 and (i.settled_at >= :since or exists (select 1 from allocation a"
                        + " where a.item_id = i.id and a.made_at >= :since and a.state in ('pending', 'confirmed')))"
                        + " and not exists (select 1 from allocation a where a.item_id = i.id and a.made_at < :since"
                        + " and a.state = 'confirmed')")
                .param("since", Database.at(moment))
                .query(Long.class)
                .single();
    }

    /** Every advancing line of a reminder that left, with the day that it counts from. */
    public List<Demanded> demanded() {
        return ledger.sql()
                .sql("select r.creditor, i.document_no, i.instalment, ri.step, r.effective_on, ri.amount"
                        + " from reminder_item ri join reminder r on r.id = ri.reminder_id"
                        + " join open_item i on i.id = ri.item_id"
                        + " where ri.advances and r.state = 'sent' order by r.effective_on, r.id")
                .query((rs, n) -> new Demanded(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getInt(3),
                        rs.getString(4),
                        rs.getObject(5, LocalDate.class),
                        rs.getBigDecimal(6)))
                .list();
    }

    /** An item that a reminder demanded on a day. */
    public record Demanded(
            String creditor, String documentNo, int instalment, String step, LocalDate on, BigDecimal amount) {}

    private long count(String query, String creditor) {
        return ledger.sql().sql(query).param(creditor).query(Long.class).single();
    }

    private BigDecimal amount(String query, String creditor) {
        return ledger.sql().sql(query).param(creditor).query(BigDecimal.class).single();
    }

    private Map<String, Long> counts(String query, String creditor) {
        Map<String, Long> counts = new TreeMap<>();
        ledger.sql().sql(query).param(creditor).query(rs -> {
            counts.put(rs.getString(1), rs.getLong(2));
        });
        return counts;
    }
}
