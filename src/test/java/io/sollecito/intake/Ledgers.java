package io.sollecito.intake;

import io.sollecito.LedgerForTests;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** An empty desk on each database. */
final class Ledgers {

    private Ledgers() {}

    static Stream<Arguments> desks() {
        return Stream.of(
                Arguments.argumentSet("H2", new Desk(LedgerForTests.h2())),
                Arguments.argumentSet("PostgreSQL", new Desk(LedgerForTests.postgres())));
    }
}
