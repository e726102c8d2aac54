package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.DecisionFigures.Approval;
import io.sollecito.ledger.figures.DecisionFigures.HeldExport;
import io.sollecito.ledger.figures.DecisionFigures.Uncertain;
import io.sollecito.ledger.figures.DecisionFigures.UnclearPayment;
import io.sollecito.ledger.figures.DecisionFigures.WriteOff;
import io.sollecito.ledger.figures.ProblemFigures.Limits;
import io.sollecito.ledger.figures.ProblemFigures.Problems;
import io.sollecito.ledger.figures.ReminderFigures.Sent;
import io.sollecito.ledger.figures.ReminderFigures.Stopped;
import io.sollecito.ledger.figures.ReviewFigures.Reviewed;
import io.sollecito.ledger.tasks.Tasks;
import io.sollecito.ledger.tasks.Tasks.Calls;
import io.sollecito.ledger.totals.ControlTotals;
import io.sollecito.ledger.totals.SourceTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** All figures of one creditor's digest, read at one moment so that they agree with each other; writes nothing. */
public final class DigestFigures {

    /**
     * @param from the cut-off of the last digest; the epoch when this is the first
     * @param calls telephone calls to make, follow-ups of that day among them
     * @param totals the ledger's sums beside the ERPs' own, by source and currency
     * @param planningStopped why today's planning run reminded nobody, or null
     */
    public record Figures(
            Instant from,
            List<Balance> balances,
            List<Ageing> ageing,
            List<MoneyReceived> receipts,
            List<ChargeFigures.Charged> charges,
            List<Sent> sent,
            List<Stopped> stopped,
            List<UnclearPayment> payments,
            List<Uncertain> uncertain,
            List<Approval> approvals,
            List<Reviewed> reviewed,
            List<WriteOff> writeOffs,
            List<HeldExport> heldExports,
            Calls calls,
            List<SourceTotal> totals,
            List<Problems> problems,
            String planningStopped) {}

    private final Database database;

    public DigestFigures(Database database) {
        this.database = database;
    }

    /**
     * @param day the day that the digest is of; ages are counted on it
     * @param to the cut-off: movements up to this moment belong to the day, not earlier than anything recorded
     */
    public Figures read(String creditor, LocalDate day, Instant to, Limits limits) {
        return database.inSnapshot(() -> {
            DigestDays.Reported last = new DigestDays(database).before(creditor, day);
            Instant from = last.cutOff();
            ReminderFigures reminders = new ReminderFigures(database);
            DecisionFigures decisions = new DecisionFigures(database);
            return new Figures(
                    from,
                    new BalanceFigures(database).of(creditor, from, to, last.closing()),
                    new AgeingFigures(database).of(creditor, day),
                    new MoneyFigures(database).of(creditor, from, to),
                    new ChargeFigures(database).of(creditor, from, to),
                    reminders.sent(creditor, from, to),
                    reminders.stopped(creditor, from, to),
                    decisions.payments(creditor),
                    decisions.uncertain(creditor),
                    decisions.approvals(creditor),
                    new ReviewFigures(database).of(creditor, day),
                    decisions.writeOffs(creditor),
                    decisions.heldExports(creditor),
                    new Tasks(database).of(creditor, day, to),
                    ControlTotals.of(database, creditor, to),
                    new ProblemFigures(database).of(creditor, day, from, to, limits),
                    planningStopped(creditor, day));
        });
    }

    private String planningStopped(String creditor, LocalDate day) {
        return database.sql()
                .sql("select stale from planning_run where creditor = ? and run_date = ? and stale is not null")
                .params(creditor, day)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
