package io.sollecito.ledger;

import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Creditor;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.SendingWindows;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;

/**
 * Commits what planning runs decide. A batch is one transaction: a crash leaves whole reminders only, and the unique key
 * (item, step, repeat, guard) lets nothing in twice (law 5).
 */
public final class PlannedReminders {

    private final Database database;
    private final ReminderRows rows;
    private final Fallbacks fallbacks;
    private final Journal journal;

    public PlannedReminders(Database database, Journal journal, Clock clock, SendingWindows windows) {
        this.database = database;
        this.journal = journal;
        this.rows = new ReminderRows(database, journal, clock);
        this.fallbacks = new Fallbacks(database, journal, clock, windows);
    }

    /** Commits decisions and reminders of those debtors; returns how many reminders. */
    public int commit(long run, Creditor creditor, List<CasePlan> plans) {
        try {
            return database.inTransaction(() -> write(run, creditor, plans));
        } catch (DuplicateKeyException alreadyPlanned) {
            if (plans.size() > 1) {
                return plans.stream()
                        .mapToInt(plan -> commit(run, creditor, List.of(plan)))
                        .sum();
            }
            journal.append(
                    creditor.code(),
                    "reminder-refused",
                    "run:" + run,
                    "run",
                    Map.of("item", plans.get(0).debtorCase().items().get(0).id(), "reason", "planned before"));
            return 0;
        }
    }

    /**
     * After a dispatch has failed for good: puts the step's next channel that reaches the debtor as a further dispatch of
     * the same reminder. When none is left and no other dispatch of it is on its way or arrived, the reminder is
     * undelivered and its step still to be done.
     *
     * @return whether a further dispatch was made
     */
    public boolean fallBack(long dispatch) {
        return database.inTransaction(() -> fallbacks.fallBack(dispatch));
    }

    private int write(long run, Creditor creditor, List<CasePlan> plans) {
        decisions(run, plans);
        return rows.write(run, creditor, plans);
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

    /** Items that were settled since the last run have no case any more; this tells them so. Returns how many. */
    public int decideSettled(long run, String creditor) {
        return database.sql()
                .sql("insert into decision (item_id, run_id, outcome, reason)"
                        + " select d.item_id, cast(? as bigint), cast(? as varchar), 'nothing is open'"
                        + " from latest_decision d join open_item i on i.id = d.item_id"
                        + " where d.outcome <> ? and i.creditor = ? and i.settled_cause is not null")
                .params(run, PlanOutcome.SETTLED.text(), PlanOutcome.SETTLED.text(), creditor)
                .update();
    }
}
