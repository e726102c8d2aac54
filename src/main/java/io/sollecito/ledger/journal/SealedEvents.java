package io.sollecito.ledger.journal;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.DebtorsOfSubjects.Debtor;
import java.util.List;
import java.util.Map;

/** Reads the sealed journal onwards, in its order: what is not sealed yet may still be overtaken. */
public final class SealedEvents {

    /** @param through the seal number up to which a creditor's events are all in it; where it began, when that is the end */
    public record Page(long through, List<SealedEvent> events) {
        public Page {
            events = List.copyOf(events);
        }
    }

    private record Numbered(long sealNo, Journal.Row row) {}

    private final Database database;

    public SealedEvents(Database database) {
        this.database = database;
    }

    /** A creditor's events among the next rows after a seal number. */
    public Page after(String creditor, long sealNo, int rows) {
        long through = database.sql()
                .sql("select seal_no from journal_head where id = 1")
                .query((rs, n) -> Math.max(sealNo, Math.min(rs.getLong("seal_no"), sealNo + rows)))
                .single();
        List<Numbered> sealed = database.sql()
                .sql("select " + Journal.Row.COLUMNS + ", seal_no from journal"
                        + " where seal_no > ? and seal_no <= ? and creditor = ? order by seal_no")
                .params(sealNo, through, creditor)
                .query((rs, n) -> new Numbered(rs.getLong("seal_no"), Journal.Row.of(rs)))
                .list();
        Map<String, Debtor> debtors = new DebtorsOfSubjects(database)
                .of(sealed.stream().map(numbered -> numbered.row().subject()).toList());
        return new Page(
                through,
                sealed.stream()
                        .map(numbered ->
                                event(numbered, debtors.get(numbered.row().subject())))
                        .toList());
    }

    private static SealedEvent event(Numbered numbered, Debtor debtor) {
        return debtor == null
                ? new SealedEvent(numbered.sealNo(), numbered.row(), null, null)
                : new SealedEvent(numbered.sealNo(), numbered.row(), debtor.source(), debtor.number());
    }
}
