package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.digest.Digests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.ProblemFigures.Problems;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TotalsCommandTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

    static Stream<Database> ledgers() {
        return Stream.of(ledger(LedgerForTests.h2()), ledger(LedgerForTests.postgres()));
    }

    private static Database ledger(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("FBL5N_20260302.csv", "applied", FIRST);
        rows.item(export, "1042", "R", "INVOICE", "1190.00", "EUR", LocalDate.of(2026, 2, 14));
        rows.item(export, "1043", "R", "CREDIT_NOTE", "-190.00", "EUR", LocalDate.of(2026, 2, 14));
        return database;
    }

    private static Ran run(Database database, int day, String... arguments) {
        return Ran.on(database, Clock.fixed(FIRST.plusSeconds(86_400L * day), ZoneOffset.UTC), arguments);
    }

    private static Ran tell(Database database, int day, String amount) {
        return run(database, day, "totals", "--erp", "ACME-IT/sap", amount, "--reason", "FBL5N", "--user", "Paola");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_ledgers_sum_is_listed_even_if_the_erp_told_none(Database database) {
        assertThat(run(database, 0, "totals").printed())
                .isEqualToNormalizingNewlines(
                        "ACME-IT/sap  1000.00 EUR of 2 open items; the ERP told no control total\n");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_person_tells_what_the_erp_shows_and_days_in_a_row_are_counted(Database database) {
        tell(database, 0, "EUR=1000.00");
        assertThat(tell(database, 1, "EUR=1000").printed())
                .isEqualToNormalizingNewlines("ACME-IT/sap  1000.00 EUR of 2 open items; the ERP said 1,000.00 on"
                        + " 2026-03-03 (Paola), as the hub; 2 of 10 days without difference\n");

        assertThat(tell(database, 2, "EUR=1000.01").printed())
                .contains("the hub 1,000.00: a difference of \u22120.01 (FBL5N); 0 of 10 days without difference");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_difference_is_a_problem_in_the_digest(Database database) {
        tell(database, 0, "EUR=999.00");
        Clock clock = Clock.fixed(FIRST.plusSeconds(3600), ZoneOffset.UTC);

        assertThat(new Digests(database, new Connections(database, clock), clock)
                        .make(CreditorsForTests.ACME, LocalDate.of(2026, 3, 2))
                        .problems())
                .extracting(Problems::kind)
                .contains("control-total");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void json_fits_its_schema(Database database) throws IOException {
        SchemaForTests.assertFits(
                "totals", run(database, 0, "totals", "--json").printed().strip());
        tell(database, 0, "EUR=1000.01");

        String line = run(database, 0, "totals", "--json", "--creditor", "ACME-IT")
                .printed()
                .strip();
        SchemaForTests.assertFits("totals", line);
        assertThat(line).contains("\"difference\":\"-0.01\"", "\"by\":\"Paola\"");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_cannot_be_recorded_is_refused(Database database) {
        assertThat(run(database, 0, "totals", "--erp", "ACME-IT/sap", "EUR=5", "--user", "Paola")
                        .status())
                .as("no reason")
                .isEqualTo(2);
        assertThat(tell(database, 0, "EURO=5").status()).isEqualTo(2);
        assertThat(run(database, 0, "totals", "EUR=5").status()).isEqualTo(2);
        assertThat(run(database, 0, "totals", "--erp", "sap", "EUR=5", "--reason", "x")
                        .status())
                .isEqualTo(2);
        assertThat(run(database, 0, "totals", "--erp", "ACME-IT/abacus", "EUR=5", "--reason", "x")
                        .printed())
                .contains("nothing was taken from ACME-IT/abacus yet");
        assertThat(run(database, 0, "totals", "--creditor", "NOBODY").printed())
                .contains("Creditor 'NOBODY' is not configured.");
    }
}
