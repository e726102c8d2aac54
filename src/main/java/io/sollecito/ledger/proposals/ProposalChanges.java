package io.sollecito.ledger.proposals;

import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people changed in a proposal, and the messages that this takes back; they are planned again with the change. */
public final class ProposalChanges {

    /**
     * An item is left out of this run, goes one step back, or is reminded by another channel.
     *
     * @param kind out, back or channel
     * @param channel null unless it is about the channel
     */
    public record Change(long item, String kind, String channel, String owner, String reason) {}

    /** A debtor's account with messages that are to be changed, and the items that they count for. */
    public record Account(String source, String debtor, List<Long> items) {}

    private final Database database;
    private final Proposals proposals;
    private final Journal journal;
    private final Clock clock;

    public ProposalChanges(Database database, Proposals proposals, Journal journal, Clock clock) {
        this.database = database;
        this.proposals = proposals;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whose messages in that proposal these are. */
    public List<Account> accounts(long run, Scope scope) {
        record Row(String source, String debtor, long item) {}
        Map<List<String>, List<Long>> items = new LinkedHashMap<>();
        database.sql()
                .sql("select r.source, r.debtor, ri.item_id from reminder r"
                        + " join reminder_item ri on ri.reminder_id = r.id and ri.advances"
                        + " where r.run_id = :run and (cast(:item as bigint) is null or ri.item_id = :item) and "
                        + Scope.SQL
                        + " order by r.source, r.debtor, ri.item_id")
                .params(scope.parameters(run))
                .query((rs, n) -> new Row(rs.getString("source"), rs.getString("debtor"), rs.getLong("item_id")))
                .list()
                .forEach(row -> items.computeIfAbsent(List.of(row.source(), row.debtor()), unknown -> new ArrayList<>())
                        .add(row.item()));
        return items.entrySet().stream()
                .map(entry -> new Account(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }

    /** What was changed about the items of a debtor in that run, the earliest first. */
    public List<Change> of(long run, String source, String debtor) {
        return changes(" and i.source = ? and i.debtor = ?", run, source, debtor);
    }

    /** What was changed in that run, the earliest first. */
    public List<Change> of(long run) {
        return changes("", run);
    }

    private List<Change> changes(String whose, Object... parameters) {
        return database.sql()
                .sql("select c.item_id, c.kind, c.channel, c.owner, c.reason from proposal_change c"
                        + " join open_item i on i.id = c.item_id where c.run_id = ?" + whose + " order by c.id")
                .params(parameters)
                .query((rs, n) -> new Change(
                        rs.getLong("item_id"),
                        rs.getString("kind"),
                        rs.getString("channel"),
                        rs.getString("owner"),
                        rs.getString("reason")))
                .list();
    }

    /** Records the changes and takes back all messages that the run proposes to that debtor, in the transaction under way. */
    public void record(String creditor, long run, Account account, List<Change> changes) {
        BulkInsert rows = new BulkInsert("proposal_change")
                .numbers("run_id", "item_id")
                .texts("kind", "channel", "owner", "reason")
                .moments("changed_at");
        var now = Database.at(clock.instant());
        changes.forEach(change ->
                rows.row(run, change.item(), change.kind(), change.channel(), change.owner(), change.reason(), now));
        rows.run(database);
        List<Long> reminders = database.sql()
                .sql("select r.id from reminder r where r.run_id = :run and " + Scope.SQL + " order by r.id for update")
                .params(Scope.ofDebtor(account.source(), account.debtor()).parameters(run))
                .query(Long.class)
                .list();
        Change first = changes.get(0);
        proposals.cancel(reminders, "the proposal was changed: " + first.reason());
        journal.appendAll(
                creditor,
                "proposal-changed",
                first.owner(),
                changes.stream()
                        .map(change -> new Journal.Entry("item:" + change.item(), details(run, change)))
                        .toList());
    }

    private static Map<String, Object> details(long run, Change change) {
        Map<String, Object> details =
                new HashMap<>(Map.of("run", run, "change", change.kind(), "reason", change.reason()));
        if (change.channel() != null) {
            details.put("channel", change.channel());
        }
        return details;
    }
}
