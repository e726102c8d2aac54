package io.sollecito.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTest {

    private static final String HASH = "f".repeat(64);

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_sealed_journal_verifies_and_an_edited_row_is_named(Database database) {
        Journal journal = sealed(database, 3);
        assertThat(journal.firstBroken()).isEmpty();
        exec(database, "update journal set details = '{}' where subject = 'item:2'");
        assertThat(journal.firstBroken()).hasValueSatisfying(broken -> {
            assertThat(broken.row()).isEqualTo(id(database, 2));
            assertThat(broken.event()).isEqualTo("item-settled");
        });
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void deleted_rows_are_missed_in_the_middle_at_the_end_and_all_of_them(Database database) {
        Journal journal = sealed(database, 5);
        exec(database, "delete from journal where subject = 'item:2'");
        assertThat(journal.firstBroken()).map(BrokenSeal::row).contains(id(database, 3));
        assertThat(journal.firstBroken()).map(BrokenSeal::why).contains("rows before it are gone, sealed as 2 to 2");

        Journal cut = sealed(LedgerForTests.h2(), 0);
        assertThat(cut.firstBroken()).isEmpty();
        exec(database, "delete from journal where subject in ('item:1', 'item:3', 'item:4', 'item:5')");
        assertThat(journal.firstBroken()).hasToString("Optional[rows after it are gone, sealed as 1 to 5]");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void rows_cut_off_the_end_are_missed(Database database) {
        Journal journal = sealed(database, 3);
        exec(database, "delete from journal where subject = 'item:3'");
        assertThat(journal.firstBroken()).map(BrokenSeal::row).contains(id(database, 2));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void rows_that_changed_places_are_named(Database database) {
        Journal journal = sealed(database, 4);
        exec(database, "update journal set seal_no = 99 where subject = 'item:2'");
        exec(database, "update journal set seal_no = 2 where subject = 'item:3'");
        exec(database, "update journal set seal_no = 3 where subject = 'item:2'");
        assertThat(journal.firstBroken()).map(BrokenSeal::row).contains(id(database, 3));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_row_that_was_put_in_with_a_forged_seal_is_named_before_and_after_the_next_sealing(Database database) {
        Journal journal = sealed(database, 3);
        exec(
                database,
                "insert into journal (at, creditor, event, subject, actor, details, seal_no, hash) values"
                        + " (current_timestamp, 'ACME-IT', 'forged', 'item:9', 'run', '{}', 7, '" + HASH + "')");
        assertThat(journal.firstBroken()).map(BrokenSeal::event).contains("forged");
        append(journal, 4);
        journal.seal();
        assertThat(journal.firstBroken()).map(BrokenSeal::event).contains("forged");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_row_that_lost_its_seal_and_was_sealed_anew_leaves_a_gap(Database database) {
        Journal journal = sealed(database, 3);
        exec(database, "update journal set seal_no = null, hash = null, details = '{}' where subject = 'item:2'");
        journal.seal();
        assertThat(journal.firstBroken()).map(BrokenSeal::row).contains(id(database, 3));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_commits_late_is_sealed_late_and_not_forgotten(Database database) throws Exception {
        Journal journal = new Journal(database, Clock.systemUTC());
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        ExecutorService slow = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = slow.submit(() -> database.inTransaction(() -> {
                append(journal, 1);
                written.countDown();
                await(sealed);
            }));
            await(written);
            append(journal, 2);
            assertThat(journal.seal()).isEqualTo(1);
            sealed.countDown();
            late.get(10, TimeUnit.SECONDS);
        } finally {
            slow.shutdown();
        }
        assertThat(journal.seal()).isEqualTo(1);
        assertThat(id(database, 1)).isLessThan(id(database, 2));
        assertThat(database.sql()
                        .sql("select subject from journal order by seal_no")
                        .query(String.class)
                        .list())
                .containsExactly("item:2", "item:1");
        assertThat(journal.firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void it_verifies_while_several_sealers_run_and_rows_come(Database database) throws Exception {
        Journal journal = new Journal(database, Clock.systemUTC());
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            Future<?> writer = nodes.submit(() -> {
                for (int row = 1; row <= 200; row++) {
                    append(journal, row);
                }
            });
            List<Future<?>> sealers = List.of(nodes.submit(() -> sealUntil(writer, journal)), nodes.submit(() -> {
                sealUntil(writer, journal);
            }));
            while (!writer.isDone()) {
                assertThat(journal.firstBroken()).isEmpty();
            }
            for (Future<?> sealer : sealers) {
                sealer.get(20, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(journal.seal()).isZero();
        assertThat(journal.firstBroken()).isEmpty();
    }

    private static void sealUntil(Future<?> writer, Journal journal) {
        boolean ended;
        do {
            ended = writer.isDone();
            journal.seal();
        } while (!ended);
    }

    private static Journal sealed(Database database, int rows) {
        Journal journal = new Journal(database, Clock.systemUTC());
        for (int row = 1; row <= rows; row++) {
            append(journal, row);
        }
        assertThat(journal.seal()).isEqualTo(rows);
        return journal;
    }

    private static void append(Journal journal, int item) {
        journal.append("ACME-IT", "item-settled", "item:" + item, "run", Map.of("cause", "payment"));
    }

    private static long id(Database database, int item) {
        return database.sql()
                .sql("select id from journal where subject = ?")
                .param("item:" + item)
                .query(Long.class)
                .single();
    }

    private static void exec(Database database, String statement) {
        database.sql().sql(statement).update();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }
}
