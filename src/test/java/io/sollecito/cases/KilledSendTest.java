package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.cases.WatchedSmtpServer.Stage;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import io.sollecito.ledger.outbox.SendPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Cases 1 and 2: kill -9 around the final dot of an e-mail")
class KilledSendTest {

    /** Longer than both leases of the outbox. */
    private static final Duration RESTART = Duration.ofMinutes(16);

    private static final int DEBTORS = 20;

    private WatchedSmtpServer server;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @BeforeEach
    void listen() throws Exception {
        server = new WatchedSmtpServer();
    }

    @AfterEach
    void hangUp() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void killed_before_the_final_dot_there_is_exactly_one_mail_after_the_restart(LedgerOfNodes ledger)
            throws Exception {
        fill(ledger, 3);
        killedAt(Stage.DATA, 1, ledger);
        assertThat(server.accepted()).isEmpty();

        runToItsEnd(ledger);
        assertThat(server.accepted()).hasSize(3).doesNotHaveDuplicates();
        assertThat(states(ledger)).containsOnly("sent");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void killed_after_acceptance_it_is_uncertain_and_repeated_only_by_a_person_under_the_same_id(LedgerOfNodes ledger)
            throws Exception {
        fill(ledger, 1);
        killedAt(Stage.DOT, 1, ledger);
        List<String> before = List.copyOf(server.accepted());
        assertThat(before).hasSize(1);

        runToItsEnd(ledger);
        runToItsEnd(ledger);
        assertThat(server.accepted()).isEqualTo(before);
        assertThat(states(ledger)).containsExactly("uncertain");

        release(ledger);
        runToItsEnd(ledger);
        assertThat(server.accepted()).containsExactly(before.get(0), before.get(0));
        assertThat(states(ledger)).containsExactly("sent");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void killed_anywhere_no_mail_is_sent_twice_and_none_is_forgotten(LedgerOfNodes ledger) throws Exception {
        Random random = Runs.seeded("kill -9 of a sender");
        Stage[] stages = Stage.values();
        int kills = Runs.kills() / 4;
        fill(ledger, DEBTORS + 8 * kills);
        for (int kill = 0; kill < kills; kill++) {
            killedAt(stages[random.nextInt(stages.length)], 1 + random.nextInt(8), ledger);
        }
        runToItsEnd(ledger);

        assertThat(server.accepted()).doesNotHaveDuplicates();
        assertThat(states(ledger)).containsOnly("sent", "uncertain").hasSize(DEBTORS + 8 * kills);
        assertThat(new HashSet<>(server.accepted())).containsAll(idsOf("sent", ledger));
        assertThat(idsOf("uncertain", ledger)).hasSizeLessThanOrEqualTo(2 * kills);
        with(
                ledger,
                database -> assertThat(new LawChecks(database, new Journal(database, Clock.systemUTC())).violations())
                        .isEmpty());
    }

    /** Runs a node that is killed when the dialogues have stood at that stage so often; it may have ended before. */
    private void killedAt(Stage stage, int times, LedgerOfNodes ledger) throws Exception {
        CountDownLatch struck = new CountDownLatch(1);
        AtomicInteger left = new AtomicInteger(times);
        try (ChildJvm node = start(ledger)) {
            server.watch(at -> {
                if (at == stage && left.decrementAndGet() <= 0) {
                    node.kill();
                    struck.countDown();
                }
            });
            struck.await();
        } finally {
            server.watch(at -> {});
        }
        now = now.plus(RESTART);
    }

    private void runToItsEnd(LedgerOfNodes ledger) {
        try (ChildJvm node = start(ledger)) {
            node.await("done");
        }
        now = now.plus(RESTART);
    }

    private ChildJvm start(LedgerOfNodes ledger) {
        return ChildJvm.start(
                RemindingNode.class,
                ledger.url(),
                ledger.user(),
                Integer.toString(server.port()),
                now.toString(),
                Long.toString(SendPolicy.DEFAULT.claimLease().toMillis()));
    }

    private void fill(LedgerOfNodes ledger, int debtors) {
        with(ledger, database -> {
            OutboxForTests hub = new OutboxForTests(database);
            for (int debtor = 0; debtor < debtors; debtor++) {
                hub.item("D" + debtor, "D" + debtor + "-1", "100.00");
            }
        });
    }

    private void release(LedgerOfNodes ledger) {
        with(ledger, database -> {
            long dispatch = database.sql()
                    .sql("select id from dispatch where state = 'uncertain'")
                    .query(Long.class)
                    .single();
            try (RemindingNode desk =
                    new RemindingNode(database, server.port(), Clock.systemUTC(), SendPolicy.DEFAULT, "desk")) {
                assertThat(desk.recovery().release(dispatch, "anna", "it did not arrive"))
                        .isTrue();
            }
        });
    }

    private static List<String> states(LedgerOfNodes ledger) {
        return ask(
                ledger,
                database -> database.sql()
                        .sql("select state from dispatch order by id")
                        .query(String.class)
                        .list());
    }

    private static List<String> idsOf(String state, LedgerOfNodes ledger) {
        return ask(
                ledger,
                database -> database.sql()
                        .sql("select d.id, r.reference from dispatch d join reminder r on r.id = d.reminder_id"
                                + " where d.state = ?")
                        .param(state)
                        .query((rs, n) -> "<dispatch-" + rs.getLong(1) + "." + rs.getString(2) + "@acme.example>")
                        .list());
    }

    private static void with(LedgerOfNodes ledger, Consumer<Database> work) {
        ask(ledger, database -> {
            work.accept(database);
            return true;
        });
    }

    private static <T> T ask(LedgerOfNodes ledger, Function<Database, T> question) {
        try (HikariDataSource source = ledger.open()) {
            return question.apply(Database.open(source));
        }
    }
}
