package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.database.Database;
import io.sollecito.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of banks (CSV, Excel) are taken as statements are. */
class StatementListIntakeTest extends StatementLedger {

    private static final String UNNAMED = """
            source: {format: csv}
            records:
              - kind: statement
                bookingDate: {column: Day}
                amount: {column: Amount, currency: {constant: EUR}}
                balance: {column: Balance, currency: {constant: EUR}}
                remittance: {column: Text}
            """;

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_list_is_applied_once_however_often_it_comes(Database database) throws IOException {
        open(database);
        StatementSource source =
                new StatementSource(null, null, Mapping.load(Path.of("mappings/bank-it-dare-avere.yaml")));
        Path list = Path.of("samples/mappings/bank-it-dare-avere/movimenti.xlsx");

        StatementIntake.Taken first = intake().take("bank-acme", ACME, source, list, "movimenti.xlsx", NOW);
        assertThat(first.reasons()).isEmpty();
        assertThat(first.entriesNew()).isEqualTo(3);

        StatementIntake.Taken again = intake().take("bank-acme", ACME, source, list, "movimenti (1).xlsx", NOW);
        assertThat(again.state()).isEqualTo("unchanged");
        assertThat(again.entriesNew()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_list_that_names_no_account_is_of_the_connections_and_a_broken_chain_waits(Database database)
            throws IOException {
        open(database);
        Mapping mapping = Mapping.load(Files.writeString(folder.resolve("unnamed.yaml"), UNNAMED));
        StatementSource source = new StatementSource(null, CamtFixture.ACCOUNT, mapping);
        Path whole = Files.writeString(
                folder.resolve("whole.csv"),
                "Day;Amount;Balance;Text\n2026-02-17;100.00;600.00;b\n2026-02-18;-20.00;580.00;c\n");
        Path broken = Files.writeString(
                folder.resolve("broken.csv"),
                "Day;Amount;Balance;Text\n2026-02-19;10.00;590.00;b\n2026-02-19;-20.00;500.00;c\n");

        assertThat(intake().take("bank-acme", ACME, source, whole, "whole.csv", NOW)
                        .entriesNew())
                .isEqualTo(2);
        StatementIntake.Taken waits = intake().take("bank-acme", ACME, source, broken, "broken.csv", NOW);
        assertThat(waits.state()).isEqualTo("quarantined");
        assertThat(waits.reasons()).singleElement().asString().contains("does not follow from the one before");
    }
}
