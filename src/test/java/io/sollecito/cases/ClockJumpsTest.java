package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.app.Agenda;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.reminders.PlannedReminders;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.ledger.reminders.Thanks;
import io.sollecito.reminders.DailyPlanning;
import io.sollecito.reminders.PlanningRun;
import io.sollecito.reminders.ThanksRun;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Case 13: clock +1 h, -1 h, both DST nights, a skipped day")
class ClockJumpsTest {

    private static final String PLAN = """
            plan: standard
            minimum: {EUR: 10.00}
            interval: 7d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: courtesy, when: 5d before due, by: [email], template: courtesy}
              - {name: first, when: 3d after due, by: [email], template: first-reminder}
              - {name: second, when: 12d after due, by: [email], template: second-reminder}
            """;
    private static final Plans PLANS = new Plans(List.of(PlanLoader.parse("plan.yaml", PLAN)));
    private static final Duration TICK = Duration.ofMinutes(15);

    static Stream<Arguments> walks() {
        LocalDate spring = LocalDate.of(2026, 3, 12);
        LocalDate autumn = LocalDate.of(2026, 10, 8);
        return Stream.of(
                Arguments.argumentSet("to summer time, H2", spring, LedgerOfNodes.h2()),
                Arguments.argumentSet("to summer time, PostgreSQL", spring, LedgerOfNodes.postgres()),
                Arguments.argumentSet("to winter time, H2", autumn, LedgerOfNodes.h2()),
                Arguments.argumentSet("to winter time, PostgreSQL", autumn, LedgerOfNodes.postgres()));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void every_step_of_every_item_is_made_once_and_none_is_missed(LocalDate from, LedgerOfNodes ledger) {
        Random random = Runs.seeded("a clock that jumps");
        try (HikariDataSource source = ledger.open()) {
            Database database = Database.open(source);
            List<String> undisturbed = new Walk(database, from, new Random(0)).over(45, 0);
            assertThat(undisturbed).hasSize(3 * Walk.ITEMS).doesNotHaveDuplicates();

            for (int life = 0; life < (Runs.isLong() ? 20 : 1); life++) {
                List<String> disturbed = new Walk(database, from, random).over(45, 60);
                assertThat(disturbed).containsExactlyInAnyOrderElementsOf(undisturbed);
            }
        }
    }

    /** Some weeks of one creditor: the hub's own agenda, ticked by a clock that may jump. */
    private static final class Walk {
        private static final int ITEMS = 12;

        private final OutboxForTests.MovedClock clock = new OutboxForTests.MovedClock();
        private final Database database;
        private final Agenda agenda = new Agenda(clock);
        private final Random random;
        private final Instant start;

        Walk(Database database, LocalDate from, Random random) {
            this.database = database;
            this.random = random;
            this.start = from.atTime(0, 10).toInstant(ZoneOffset.UTC);
            List.of(
                            "decision",
                            "dispatch",
                            "reminder_item",
                            "reminder",
                            "planning_run",
                            "open_item",
                            "debtor",
                            "export")
                    .forEach(table -> database.sql().sql("delete from " + table).update());
            OutboxForTests hub = new OutboxForTests(database);
            clock.forward(Duration.between(clock.instant(), start));
            for (int item = 0; item < ITEMS; item++) {
                hub.item("D" + item, "I" + item, "100.00");
                hub.exec("update open_item set due_date = ? where item_key = ?", from.plusDays(6 + item), "I" + item);
            }
            Connections connections = new Connections(database, clock);
            connections.declare(new Connections.Connection("erp-acme-sap", "ACME-IT", "erp", "none", 2, 30));
            Journal journal = new Journal(database, clock);
            PlanningRuns runs = new PlanningRuns(database, clock);
            PlanningRun run = new PlanningRun(
                    new Cases(database),
                    new PlannedReminders(database, journal, clock),
                    runs,
                    new Holds(database, journal, clock),
                    connections,
                    journal,
                    PLANS,
                    ChargeRules.NONE,
                    ReturnTimes.NONE,
                    clock);
            DailyPlanning planning = new DailyPlanning(
                    run,
                    runs,
                    connections,
                    new ThanksRun(new Thanks(database, clock, journal), PLANS, clock),
                    LocalTime.of(9, 30),
                    clock);
            agenda.add(
                    "planning",
                    "0 */15 7-12 * * MON-FRI",
                    OutboxForTests.ACME.zone(),
                    () -> planning.attempt(OutboxForTests.ACME));
            agenda.add("dispatch", "0 0 17 * * *", OutboxForTests.ACME.zone(), this::sendAll);
        }

        /** Item and step of every reminder that was made. */
        List<String> over(int days, int jumps) {
            Instant end = start.plus(Duration.ofDays(days));
            int ticks = (int) (Duration.ofDays(days).toMinutes() / TICK.toMinutes());
            int skippedAt = jumps == 0 ? -1 : ticks / 4 + random.nextInt(ticks / 2);
            for (int tick = 0; clock.instant().isBefore(end); tick++) {
                clock.forward(TICK);
                if (tick == skippedAt) {
                    clock.forward(Duration.ofHours(24));
                } else if (random.nextInt(ticks) < jumps) {
                    clock.forward(Duration.ofHours(random.nextBoolean() ? 1 : -1));
                }
                agenda.tick(Runnable::run);
            }
            return database.sql()
                    .sql("select i.item_key, ri.step from reminder_item ri join open_item i on i.id = ri.item_id"
                            + " join reminder r on r.id = ri.reminder_id where ri.advances and r.state = 'sent'")
                    .query((rs, n) -> rs.getString(1) + " " + rs.getString(2))
                    .list();
        }

        private void sendAll() {
            database.sql()
                    .sql("update dispatch set state = 'sent' where state = 'waiting'")
                    .update();
            database.sql()
                    .sql("update reminder set state = 'sent', effective_on = ? where state = 'waiting'")
                    .param(LocalDate.ofInstant(clock.instant(), OutboxForTests.ACME.zone()))
                    .update();
        }
    }
}
