package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two whole nodes on one PostgreSQL, with real SFTP and SMTP servers and a print house, while nodes and database are
 * killed, nodes are paused and clocks jump: 10,000 open items over March 2026 with {@code -Dsollecito.long=true}, else 300
 * items over a few days.
 */
@DisplayName("All cases at once: a simulated month under fire")
class SimulatedMonthTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    /** How many sends one fault may leave open: four senders on each node, and a batch of letters. */
    private static final int AT_ONCE = 9;

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_or_done_twice_and_nobody_is_reminded_after_payment() throws Exception {
        boolean whole = Runs.isLong();
        Random random = Runs.seeded("a simulated month");
        LocalDate last = whole ? LocalDate.of(2026, 3, 31) : LocalDate.of(2026, 3, 5);
        List<LocalDate> business = FIRST.datesUntil(last.plusDays(1))
                .filter(MonthDays.OPEN::isOpen)
                .toList();
        MonthBooks books = new MonthBooks(whole ? 10_000 : 300, business.size() + 1, FIRST, random);
        MonthFaults faults = new MonthFaults(
                whole, business.subList(1, business.size()), MonthDays.STEPS.size(), MonthDays.BUSY, random);
        try (MonthWorld world = new MonthWorld(
                folder, FIRST.atTime(5, 50).atZone(MonthDays.ROME).toInstant())) {
            MonthDays days = new MonthDays(world, books, faults, random);
            try {
                world.nodes.awaitAll();
                for (LocalDate day : FIRST.datesUntil(last.plusDays(1)).toList()) {
                    days.live(day);
                }
                days.liveQuietly(MonthDays.OPEN.plus(last, 1));
                check(world, books, days, faults);
            } catch (AssertionError broken) {
                System.out.println(world.nodes.said());
                throw broken;
            }
        }
    }

    private static void check(MonthWorld world, MonthBooks books, MonthDays days, MonthFaults faults) {
        MonthChecks checks = new MonthChecks(world.ledger, books, world.post.reminders());
        System.out.println("faults: " + days.done() + "\n" + checks.figures());
        List<MonthChecks.Open> uncertain = checks.uncertain();
        System.out.println(uncertain.size() + " uncertain sends: " + uncertain);
        assertAll(
                checks::lawsHold,
                checks::everythingIsAccountedFor,
                checks::theLedgerAgreesWithTheErp,
                checks::nothingReachedAnybodyTwice,
                checks::nothingWasRemindedAfterPayment);
        assertThat(days.done()).as("what was to go wrong did").isEqualTo(faults.counts());
        assertThat(world.post.reminders())
                .as("the hub worked")
                .hasSizeGreaterThan(books.items().size() / 5);
        int all = faults.counts().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(uncertain).as("few sends are uncertain").hasSizeLessThanOrEqualTo(AT_ONCE * all);
        assertThat(uncertain)
                .as("sends whose node was neither killed nor paused, on days without a fault of database or clock")
                .allMatch(open -> world.nodes.faulted().contains(open.process())
                        || days.troubled().contains(open.day())
                        || days.troubled().contains(MonthDays.OPEN.plus(open.day(), -1)));
    }
}
