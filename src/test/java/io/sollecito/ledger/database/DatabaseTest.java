package io.sollecito.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {

    private static final String ONCE = "insert into bounce_key (id, secret)"
            + " select cast(? as int), cast(? as varchar) from (select 1 as one) o"
            + " where not exists (select 1 from bounce_key b where b.secret = ?)";

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.argumentSet("H2", LedgerForTests.h2()),
                Arguments.argumentSet("PostgreSQL", LedgerForTests.postgres()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_a_transaction_inserted_exists_for_its_next_statement(Database database) {
        database.inTransaction(() -> {
            assertThat(insertOnce(database, 1)).isEqualTo(1);
            assertThat(insertOnce(database, 2)).isZero();
        });
    }

    private static int insertOnce(Database database, int id) {
        return database.sql().sql(ONCE).params(id, "ab", "ab").update();
    }
}
