package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.cases.WatchedSmtpServer.Stage;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.SendPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Case 12: a payment commits while messages are on their way (letters: PrintRunTest, RecallRunTest)")
class PaidMeanwhileTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void a_payment_that_commits_while_an_email_is_handed_over_stops_it_before_its_end(LedgerOfNodes ledger)
            throws Exception {
        try (WatchedSmtpServer server = new WatchedSmtpServer();
                HikariDataSource source = ledger.open()) {
            Database database = Database.open(source);
            OutboxForTests hub = new OutboxForTests(database);
            for (int debtor = 1; debtor <= 6; debtor++) {
                hub.item("D" + debtor, "D" + debtor + "-1", "100.00");
            }
            AtomicInteger handedOver = new AtomicInteger();
            server.watch(stage -> {
                // Everybody pays while the third e-mail is asked for: it and those after it have not left.
                synchronized (handedOver) {
                    if (stage == Stage.DATA && handedOver.incrementAndGet() == 3) {
                        database.sql()
                                .sql("select id from open_item")
                                .query(Long.class)
                                .list()
                                .forEach(item -> hub.pays(item, "100.00"));
                    }
                }
            });
            try (RemindingNode node = new RemindingNode(database, server.port(), CLOCK, SendPolicy.DEFAULT, "node")) {
                node.plan();
                Map<Result, Integer> results = node.dispatch();
                int sent = results.getOrDefault(Result.SENT, 0);
                assertThat(server.accepted()).hasSize(sent).doesNotHaveDuplicates();
                assertThat(sent).isBetween(1, 2);
                assertThat(results).isEqualTo(Map.of(Result.SENT, sent, Result.WITHDRAWN, 6 - sent));
            }
            assertThat(hub.single(Long.class, "select count(*) from dispatch where state = 'cancelled'"))
                    .isEqualTo(6L - server.accepted().size());
            assertThat(hub.single(Long.class, "select count(*) from reminder where state = 'cancelled'"))
                    .isEqualTo(6L - server.accepted().size());
        }
    }
}
