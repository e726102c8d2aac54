package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.reminders.plan.Plans;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Law 5: whatever crashes, is run again, fails or falls back, each step of each item goes out at most once. */
class NoReminderTwiceTest {

    enum Action {
        RUN,
        CRASH_IN_RUN,
        SEND,
        FAIL_ONE,
        CRASH_IN_FALLBACK,
        NEXT_DAYS
    }

    private static final Database DATABASE = LedgerForTests.h2();
    private static final Plans PLANS = PlanningCase.plans(PlanningCase.PLAN);

    /** @param number after how many looks at the clock to crash, which dispatch fails, or how many days pass */
    record Event(Action action, int number) {}

    @Provide
    Arbitrary<Event> events() {
        return Combinators.combine(
                        Arbitraries.of(Action.class), Arbitraries.integers().between(1, 9))
                .as(Event::new);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void each_step_of_each_item_goes_out_at_most_once(@ForAll("lives") List<Event> events) {
        PlanningLedger ledger = emptied();
        for (int i = 1; i <= 5; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-0" + (2 * i - 1), "100.00");
            ledger.item("471" + i, "J" + i, "2026-03-1" + i, "50.00");
        }
        LocalDate day = LocalDate.parse("2026-03-02");
        for (Event event : events) {
            day = happens(ledger, event, day);
            holds(ledger);
        }
        ledger.runOn(day.toString());
        holds(ledger);
    }

    private static PlanningLedger emptied() {
        for (String table : List.of(
                "decision",
                "dispatch",
                "reminder_item",
                "reminder",
                "planning_run",
                "open_item",
                "debtor",
                "journal")) {
            DATABASE.sql().sql("delete from " + table).update();
        }
        return new PlanningLedger(DATABASE, PLANS);
    }

    @Provide
    Arbitrary<List<Event>> lives() {
        return events().list().ofMinSize(5).ofMaxSize(25);
    }

    private static LocalDate happens(PlanningLedger ledger, Event event, LocalDate day) {
        try {
            switch (event.action()) {
                case RUN -> ledger.runOn(day.toString());
                case CRASH_IN_RUN -> {
                    ledger.crashAfter(event.number());
                    ledger.runOn(day.toString());
                }
                case SEND -> ledger.sendAll(day.toString());
                case FAIL_ONE, CRASH_IN_FALLBACK -> {
                    if (event.action() == Action.CRASH_IN_FALLBACK) {
                        ledger.crashAfter(1);
                    }
                    fail(ledger, event.number());
                }
                case NEXT_DAYS -> {
                    return day.plusDays(event.number());
                }
            }
        } catch (PlanningLedger.Crash crash) {
            return day;
        } finally {
            ledger.restart();
        }
        return day;
    }

    private static void fail(PlanningLedger ledger, int which) {
        List<Long> waiting = ledger.database
                .sql()
                .sql("select id from dispatch where state in ('waiting', 'failed') order by id")
                .query(Long.class)
                .list();
        if (!waiting.isEmpty()) {
            long dispatch = waiting.get(which % waiting.size());
            ledger.fail(dispatch);
        }
    }

    private static void holds(PlanningLedger ledger) {
        assertThat(ledger.count("(select ri.item_id, ri.step, ri.repeat_no from reminder_item ri"
                        + " join reminder r on r.id = ri.reminder_id"
                        + " where ri.advances and r.state not in ('undelivered', 'cancelled')"
                        + " group by ri.item_id, ri.step, ri.repeat_no having count(*) > 1) twice"))
                .as("a step of an item in two reminders that stand")
                .isZero();
        assertThat(ledger.count("reminder r where not exists (select 1 from dispatch d where d.reminder_id = r.id)"
                        + " or not exists (select 1 from reminder_item ri where ri.reminder_id = r.id)"))
                .as("a reminder that is not whole")
                .isZero();
        assertThat(ledger.count("(select reminder_id, channel from dispatch group by reminder_id, channel"
                        + " having count(*) > 1) again"))
                .as("a channel used twice for one reminder")
                .isZero();
    }
}
