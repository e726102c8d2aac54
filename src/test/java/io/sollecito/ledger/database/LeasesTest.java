package io.sollecito.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeasesTest {

    private static final Instant SEVEN = Instant.parse("2026-03-02T06:00:00Z");
    private static final Instant EIGHT = Instant.parse("2026-03-02T07:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(5);

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void of_many_who_ask_at_once_one_gets_the_lease(Database database) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String name = "erp-acme-" + round;
                List<Callable<Boolean>> asking = new ArrayList<>();
                for (int node = 0; node < 8; node++) {
                    Leases leases = new Leases(database, "node-" + node);
                    asking.add(() -> leases.acquire(name, SEVEN, LONG).isPresent());
                }
                int got = 0;
                for (Future<Boolean> answer : nodes.invokeAll(asking)) {
                    got += answer.get() ? 1 : 0;
                }
                assertThat(got).isEqualTo(1);
            }
        } finally {
            nodes.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_done_for_an_appointed_time_is_not_done_again_but_the_next_time(Database database) {
        Leases here = new Leases(database, "here");
        Leases there = new Leases(database, "there");
        Lease lease = here.acquire("digest ACME-IT", SEVEN, LONG).orElseThrow();
        assertThat(there.isDone("digest ACME-IT", SEVEN)).isFalse();
        assertThat(here.finish(lease, SEVEN)).isTrue();
        assertThat(there.acquire("digest ACME-IT", SEVEN, LONG)).isEmpty();
        assertThat(there.isDone("digest ACME-IT", SEVEN)).isTrue();
        assertThat(there.doneThrough("digest ACME-IT")).contains(SEVEN);
        assertThat(there.acquire("digest ACME-IT", EIGHT, LONG)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_given_up_unfinished_is_another_nodes(Database database) {
        Leases here = new Leases(database, "here");
        here.release(here.acquire("print ACME-IT", SEVEN, LONG).orElseThrow());
        assertThat(new Leases(database, "there").acquire("print ACME-IT", SEVEN, LONG))
                .map(Lease::token)
                .contains(3L);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_renewal_that_is_under_way_does_not_bring_back_what_is_given_up_or_done(Database database) throws Exception {
        Leases here = new Leases(database, "here");
        Leases there = new Leases(database, "there");
        Lease released = here.acquire("print ACME-IT", SEVEN, LONG).orElseThrow();
        Lease done = here.acquire("digest ACME-IT", SEVEN, LONG).orElseThrow();

        assertThat(renewedMeanwhile(database, here, released, () -> here.release(released)))
                .isFalse();
        assertThat(renewedMeanwhile(database, here, done, () -> here.finish(done, SEVEN)))
                .isFalse();

        assertThat(there.acquire("print ACME-IT", SEVEN, LONG)).isPresent();
        assertThat(there.acquire("digest ACME-IT", EIGHT, LONG)).isPresent();
    }

    /** The renewal begins before the work is committed and ends after it. */
    private static boolean renewedMeanwhile(Database database, Leases leases, Lease lease, Runnable work)
            throws Exception {
        List<CompletableFuture<Boolean>> renewal = new ArrayList<>();
        database.inTransaction(() -> {
            work.run();
            renewal.add(CompletableFuture.supplyAsync(() -> leases.renew(lease, LONG)));
            pause();
        });
        return renewal.get(0).get(30, TimeUnit.SECONDS);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_holder_past_its_lease_goes_on_while_nobody_took_it_and_is_fenced_off_once_somebody_did(Database database) {
        Leases here = new Leases(database, "here");
        Leases there = new Leases(database, "there");
        Lease late = here.acquire("erp-acme", SEVEN, Duration.ZERO).orElseThrow();
        here.fenced(late, () -> write(database, "late, but alone"));
        Lease taken = there.acquire("erp-acme", SEVEN, LONG).orElseThrow();

        assertThatThrownBy(() -> here.fenced(late, () -> write(database, "too late")))
                .isInstanceOf(LeaseLost.class)
                .hasMessageContaining("erp-acme");
        assertThat(here.renew(late, LONG)).isFalse();
        assertThat(here.finish(late, SEVEN)).isFalse();
        here.release(late);
        there.fenced(taken, () -> write(database, "in its turn"));
        assertThat(written(database)).containsExactly("late, but alone", "in its turn");
        assertThat(taken.token()).isGreaterThan(late.token());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_lost_its_lease_while_it_wrote_does_not_commit(Database database) {
        Leases here = new Leases(database, "here");
        Leases there = new Leases(database, "there");
        Lease late = here.acquire("erp-acme", SEVEN, Duration.ZERO).orElseThrow();
        assertThatThrownBy(() -> here.fenced(
                        late,
                        () -> database.inTransaction(() -> {
                            write(database, "half of it");
                            inAnotherThread(() -> there.acquire("erp-acme", SEVEN, LONG));
                        })))
                .isInstanceOf(LeaseLost.class);
        assertThat(written(database)).isEmpty();
        write(database, "by nobody's lease");
        assertThat(written(database)).containsExactly("by nobody's lease");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_clock_that_once_ran_ahead_by_years_stops_no_work(Database database) {
        Leases here = new Leases(database, "here");
        Lease lease = here.acquire("planning ACME-IT", SEVEN, LONG).orElseThrow();
        here.finish(lease, SEVEN.plus(Duration.ofDays(3650)));
        assertThat(here.acquire("planning ACME-IT", EIGHT, LONG)).isPresent();
    }

    private static void inAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    private static void write(Database database, String text) {
        database.inTransaction(() -> database.sql()
                .sql("insert into planning_lock (creditor) values (?)")
                .param(text)
                .update());
    }

    private static List<String> written(Database database) {
        return database.sql()
                .sql(
                        "select creditor from planning_lock order by case creditor when 'late, but alone' then 1 else 2 end")
                .query(String.class)
                .list();
    }
}
