package io.sollecito.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTest {

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_sealed_journal_verifies_and_an_edited_row_is_named(Database database) {
        Journal journal = new Journal(database, Clock.systemUTC());
        for (int i = 1; i <= 3; i++) {
            journal.append("ACME-IT", "item-settled", "item:" + i, "run", Map.of("cause", "payment"));
        }
        assertThat(journal.seal()).isEqualTo(3);
        assertThat(journal.firstBrokenRow()).isEmpty();

        long second = journal.of("item:2").get(0).id();
        database.sql()
                .sql("update journal set details = '{}' where id = ?")
                .param(second)
                .update();

        assertThat(journal.firstBrokenRow()).contains(second);
    }
}
