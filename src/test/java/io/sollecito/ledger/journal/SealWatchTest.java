package io.sollecito.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.ledger.database.Database;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealWatchTest {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_journal_that_cannot_be_sealed_is_one_alarm_a_day(Database database) {
        OutboxForTests hub = new OutboxForTests(database);
        SealWatch watch = watch(hub);
        hub.journal.append("ACME-IT", "item-settled", "item:1", "run", Map.of());
        hub.exec("delete from journal_head");
        assertThatThrownBy(hub.journal::seal).isInstanceOf(RuntimeException.class);

        hub.clock.forward(Duration.ofMinutes(5));
        assertThat(watch.look()).as("not late yet").isFalse();
        hub.clock.forward(BETWEEN_LOOKS);
        assertThat(watch.look()).as("it may just have started").isFalse();
        hub.clock.forward(BETWEEN_LOOKS);
        assertThat(watch.look()).isTrue();
        hub.clock.forward(BETWEEN_LOOKS);
        assertThat(watch.look()).isFalse();
        assertThat(hub.single(String.class, "select message from alarm where kind = 'journal-unsealed'"))
                .isEqualTo("1 row of the journal is not sealed, the oldest of 2026-03-02T08:00:00Z");
        assertThat(SealWatch.late(database, hub.clock.instant()))
                .hasValueSatisfying(late -> assertThat(late.rows()).isEqualTo(2));

        hub.clock.forward(Duration.ofDays(1));
        assertThat(watch.look()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_sealed_between_two_looks_is_no_alarm(Database database) {
        OutboxForTests hub = new OutboxForTests(database);
        SealWatch watch = watch(hub);
        for (int day = 0; day < 3; day++) {
            hub.journal.append("ACME-IT", "item-settled", "item:1", "run", Map.of());
            hub.clock.forward(Duration.ofDays(1));
            assertThat(watch.look()).as("found at the start").isFalse();
            hub.journal.seal();
            hub.clock.forward(BETWEEN_LOOKS);
            assertThat(watch.look()).isFalse();
        }
        assertThat(SealWatch.late(database, hub.clock.instant())).isEmpty();
    }

    private static SealWatch watch(OutboxForTests hub) {
        return new SealWatch(hub.database, new Alarms(hub.database, hub.clock, hub.journal), hub.clock);
    }
}
