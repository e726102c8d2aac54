package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.cases.WatchedSmtpServer.Stage;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.SendPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Case 3: SMTP answers 250 after nine minutes")
class LateAnswerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

    /** One second stands for nine minutes, three for the read time-out. */
    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void a_server_that_answers_late_but_in_time_gets_one_mail(LedgerOfNodes ledger) throws Exception {
        try (WatchedSmtpServer server = new WatchedSmtpServer();
                HikariDataSource source = ledger.open()) {
            Database database = Database.open(source);
            new OutboxForTests(database).item("4711", "4711-1", "100.00");
            server.watch(stage -> {
                if (stage == Stage.DOT) {
                    sleep(1000);
                }
            });
            try (RemindingNode node =
                    new RemindingNode(database, server.port(), CLOCK, SendPolicy.DEFAULT, "patient")) {
                node.sender().setReadTimeout(3000);
                node.plan();
                assertThat(node.dispatch()).isEqualTo(Map.of(Result.SENT, 1));
                assertThat(node.dispatch()).isEmpty();
            }
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @Test
    void the_hub_waits_longer_than_servers_may_take_and_the_lease_outlasts_the_wait() throws Exception {
        try (WatchedSmtpServer server = new WatchedSmtpServer();
                HikariDataSource source = LedgerOfNodes.h2().open();
                RemindingNode node =
                        new RemindingNode(Database.open(source), server.port(), CLOCK, SendPolicy.DEFAULT, "patient")) {
            Duration wait = Duration.ofMillis(
                    Long.parseLong(node.sender().getJavaMailProperties().getProperty("mail.smtp.timeout")));
            assertThat(wait).isGreaterThan(Duration.ofMinutes(10));
            assertThat(SendPolicy.DEFAULT.sendLease()).isGreaterThan(wait);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
