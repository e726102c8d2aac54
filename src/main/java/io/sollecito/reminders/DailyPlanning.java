package io.sollecito.reminders;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.Freshness;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.model.Creditor;
import io.sollecito.model.RunKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans each creditor's business day once, and then whom to thank: as soon as the day's exports and statements are in, at
 * the latest at the deadline (law 8). Asked again and again; does nothing most of the time.
 */
public final class DailyPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(DailyPlanning.class);

    private final PlanningRun run;
    private final PlanningRuns runs;
    private final Freshness freshness;
    private final ThanksRun thanks;
    private final LocalTime deadline;
    private final Clock clock;

    /** @param deadline the creditor's local time until which the day's inputs are waited for */
    public DailyPlanning(
            PlanningRun run,
            PlanningRuns runs,
            Connections connections,
            ThanksRun thanks,
            LocalTime deadline,
            Clock clock) {
        this.thanks = thanks;
        this.run = run;
        this.runs = runs;
        this.freshness = new Freshness(connections);
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Plans the creditor's today if it is a business day, not planned yet, and nothing is awaited any more. */
    public void attempt(Creditor creditor) {
        ZonedDateTime now = clock.instant().atZone(creditor.zone());
        LocalDate today = now.toLocalDate();
        if (!BusinessDays.of(creditor.country()).isOpen(today) || isDone(creditor, today)) {
            return;
        }
        List<String> awaited = freshness.awaited(creditor, today);
        if (!awaited.isEmpty() && now.toLocalTime().isBefore(deadline)) {
            return;
        }
        PlanningRun.Result result = run.run(creditor, today);
        if (result.refused() != null) {
            LOG.warn("creditor {} planning of {} refused: {}", creditor.code(), today, result.refused());
        } else if (result.stale() != null) {
            LOG.warn("creditor {} nobody is reminded on {}: {}", creditor.code(), today, result.stale());
        } else {
            LOG.info(
                    "creditor {} planned {}: {} reminders, {}",
                    creditor.code(),
                    today,
                    result.reminders(),
                    result.outcomes());
            int thanked = leavesByItself(creditor) ? thanks.run(creditor, today) : 0;
            if (thanked > 0) {
                LOG.info("creditor {} thanks {} debtors for their payment", creditor.code(), thanked);
            }
        }
    }

    /** Thanks wait for a person like all that a run under review proposes: they go with its release. */
    private boolean leavesByItself(Creditor creditor) {
        return runs.last(creditor.code())
                .filter(last -> last.kind() == RunKind.SENDING)
                .isPresent();
    }

    private boolean isDone(Creditor creditor, LocalDate today) {
        return runs.last(creditor.code())
                .filter(last -> last.date().equals(today) && last.ended())
                .isPresent();
    }
}
