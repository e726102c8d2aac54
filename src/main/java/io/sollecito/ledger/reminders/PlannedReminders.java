package io.sollecito.ledger.reminders;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.proposals.ProposalChanges;
import io.sollecito.ledger.proposals.ProposalChanges.Change;
import io.sollecito.ledger.proposals.Proposals;
import io.sollecito.ledger.reminders.PlanningRuns.Begun;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Collected;
import io.sollecito.model.Creditor;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.PlanOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;

/**
 * Commits what planning runs decide. A batch is one transaction: a crash leaves whole reminders only, and the unique key
 * (item, step, repeat, guard) lets nothing in twice (law 5).
 */
public final class PlannedReminders {

    /**
     * What was read of a creditor.
     *
     * @param facts the number of the newest export in it
     * @param readAt what people decided since may not be in it; null: all is
     */
    public record Planned(long facts, Instant readAt, List<CasePlan> plans) {

        /** What was read in the transaction that commits it. */
        public Planned(long facts, List<CasePlan> plans) {
            this(facts, null, plans);
        }
    }

    /** What was written; the plans are others than those handed over when the facts had changed since. */
    public record Committed(List<CasePlan> plans, int reminders) {}

    private static final String SETTLED_SINCE = " from latest_decision d join open_item i on i.id = d.item_id"
            + " where d.outcome <> ? and i.creditor = ? and i.settled_cause is not null";

    private static final String COLLECTED = "(i.in_collection or i.settled_cause = 'collected')";

    private final Database database;
    private final ReminderRows rows;
    private final Proposals proposals;
    private final ProposalChanges changes;
    private final Journal journal;

    public PlannedReminders(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.rows = new ReminderRows(database, journal, clock);
        this.proposals = new Proposals(database, journal, clock);
        this.changes = new ProposalChanges(database, proposals, journal, clock);
    }

    /**
     * Commits decisions and reminders of those debtors. No export can be applied meanwhile; if one was since they were
     * read, they are read and planned anew first.
     *
     * @param again plans the same debtors by what the ledger says now
     */
    public Committed commit(Begun run, Creditor creditor, Planned planned, UnaryOperator<List<CasePlan>> again) {
        List<CasePlan> plans = planned.plans();
        try {
            return database.inTransaction(() -> write(run, creditor, planned, again));
        } catch (DuplicateKeyException alreadyPlanned) {
            if (plans.size() > 1) {
                List<CasePlan> each = new ArrayList<>();
                int reminders = 0;
                for (CasePlan plan : plans) {
                    Committed one =
                            commit(run, creditor, new Planned(planned.facts(), planned.readAt(), List.of(plan)), again);
                    each.addAll(one.plans());
                    reminders += one.reminders();
                }
                return new Committed(each, reminders);
            }
            journal.append(
                    creditor.code(),
                    "reminder-refused",
                    "run:" + run.id(),
                    "run",
                    Map.of("item", plans.get(0).debtorCase().items().get(0).id(), "reason", "planned before"));
            return new Committed(plans, 0);
        }
    }

    private Committed write(Begun run, Creditor creditor, Planned planned, UnaryOperator<List<CasePlan>> again) {
        long facts = CreditorLock.take(database, creditor.code());
        List<CasePlan> plans = facts == planned.facts() ? planned.plans() : again.apply(planned.plans());
        decisions(run.id(), plans);
        return new Committed(plans, rows.write(run, new Planned(facts, planned.readAt(), plans), creditor));
    }

    private void decisions(long run, List<CasePlan> plans) {
        BulkInsert inserts =
                new BulkInsert("decision").numbers("item_id", "run_id").texts("outcome", "plan", "step", "reason");
        for (CasePlan plan : plans) {
            for (int i = 0; i < plan.decisions().size(); i++) {
                CaseItem item = plan.debtorCase().items().get(i);
                ItemDecision decision = plan.decisions().get(i);
                if (!decision.equals(item.last())) {
                    inserts.row(
                            item.id(),
                            run,
                            decision.outcome().text(),
                            decision.plan(),
                            decision.step(),
                            decision.reason());
                }
            }
        }
        inserts.run(database);
    }

    /** What earlier runs propose and nobody released gives way to this run, before it reads the cases. */
    public void replaceProposals(long run, String creditor) {
        proposals.replace(creditor, run);
    }

    /** What people want otherwise in that run, the earliest first: it counts too when the run goes on. */
    public List<Change> changes(long run) {
        return changes.of(run);
    }

    /** How many messages that run has made so far. */
    public int made(long run) {
        return database.sql()
                .sql("select count(*) from reminder where run_id = ? and state <> 'cancelled'")
                .param(run)
                .query(Integer.class)
                .single();
    }

    /**
     * Items that were settled since the last run have no case any more; this tells them so.
     *
     * @param collection what is said of one that a bank collected
     */
    public void decideSettled(long run, String creditor, Function<Collected, String> collection) {
        String settled = PlanOutcome.SETTLED.text();
        BulkInsert collected =
                new BulkInsert("decision").numbers("item_id", "run_id").texts("outcome", "reason");
        database.sql()
                .sql("select i.id, i.payment_means, i.due_date, i.presented_on" + SETTLED_SINCE + " and " + COLLECTED)
                .params(settled, creditor)
                .query(rs -> {
                    Collected item = new Collected(
                            rs.getString("payment_means"),
                            rs.getObject("due_date", LocalDate.class),
                            rs.getObject("presented_on", LocalDate.class));
                    collected.row(rs.getLong("id"), run, settled, collection.apply(item));
                });
        database.sql()
                .sql("insert into decision (item_id, run_id, outcome, reason)"
                        + " select i.id, cast(? as bigint), cast(? as varchar), 'nothing is open'" + SETTLED_SINCE
                        + " and not " + COLLECTED)
                .params(run, settled, settled, creditor)
                .update();
        collected.run(database);
    }
}
