package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.mapping.Mapping;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedStatementsTest {

    private static final String MAPPING = """
            source: {format: csv}
            numbers: {decimal: ","}
            dates: dd.MM.yyyy
            records:
              - kind: statement
                account: {column: Konto}
                bookingDate: {column: Buchung}
                valueDate: {column: Valuta}
                amount: {column: Betrag, currency: Währung}
                balance: {column: Saldo, currency: Währung}
                remittance: {concat: [{column: Zweck 1}, " ", {column: Zweck 2}]}
                counterpartyName: {column: Name}
            """;
    private static final String HEADER = "Konto;Buchung;Valuta;Betrag;Währung;Saldo;Zweck 1;Zweck 2;Name\n";
    private static final String OLD = "DE1;02.03.2026;02.03.2026;100,00;EUR;150,00;Rechnung;26/310;Brenta\n";
    private static final String NEW = "DE1;03.03.2026;;-20,50;EUR;129,50;Gebühr;;\n";

    @TempDir
    Path folder;

    @Test
    void a_list_becomes_a_statement_whichever_end_it_begins_with() {
        for (String list : List.of(OLD + NEW, NEW + OLD)) {
            StatementFile file = read(list);

            assertThat(file.problems()).isEmpty();
            assertThat(file.format()).isEqualTo("mapping:bank");
            assertThat(file.statements()).singleElement().satisfies(statement -> {
                assertThat(statement.account()).isEqualTo("DE1");
                assertThat(statement.openingBalance()).isEqualByComparingTo("50");
                assertThat(statement.openingDate()).isEqualTo(LocalDate.of(2026, 3, 2));
                assertThat(statement.closingBalance()).isEqualByComparingTo("129.50");
                assertThat(statement.closingDate()).isEqualTo(LocalDate.of(2026, 3, 3));
                assertThat(statement.balanced()).isTrue();
                assertThat(statement.entries())
                        .extracting(Statement.Entry::amount)
                        .containsExactly(new BigDecimal("100.00"), new BigDecimal("-20.50"));
                Statement.Payment payment =
                        statement.entries().get(0).payments().get(0);
                assertThat(payment.remittance()).isEqualTo("Rechnung 26/310");
                assertThat(payment.counterparty().name()).isEqualTo("Brenta");
            });
        }
    }

    @Test
    void the_newest_day_may_come_first_with_each_day_in_its_own_order() {
        String day = "DE1;02.03.2026;;%s;EUR;%s;;;\n";
        String list = NEW.replace("129,50", "144,50")
                + String.format(day, "10,00", "160,00")
                + String.format(day, "5,00", "165,00");

        StatementFile file = read(list);

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements().get(0).openingBalance()).isEqualByComparingTo("150");
        assertThat(file.statements().get(0).closingBalance()).isEqualByComparingTo("144.50");
    }

    @Test
    void a_balance_may_stand_for_several_bookings() {
        String list = OLD.replace("150,00", "") + OLD.replace("150,00", "250,00") + NEW.replace("129,50", "");

        Statement statement = read(list).statements().get(0);

        assertThat(statement.openingBalance()).isEqualByComparingTo("50");
        assertThat(statement.closingBalance()).isEqualByComparingTo("229.50");
        assertThat(statement.balanced()).isTrue();
    }

    @Test
    void a_list_that_lacks_an_entry_is_not_balanced_and_says_where() {
        StatementFile file = read(OLD + NEW.replace("129,50", "100,00"));

        assertThat(file.statements().get(0).balanced()).isFalse();
        assertThat(file.problems()).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message())
                    .isEqualTo("the balance of 100.00 does not follow from the one before and -20.50: an entry is"
                            + " missing, or twice there");
        });
    }

    @Test
    void accounts_and_currencies_are_statements_of_their_own() {
        assertThat(read(OLD + OLD.replace("DE1", "DE2") + OLD.replace("EUR", "CHF"))
                        .statements())
                .extracting(statement -> statement.account() + statement.currency())
                .containsExactly("DE1EUR", "DE2EUR", "DE1CHF");
    }

    @Test
    void a_line_that_is_not_understood_is_a_problem_of_the_file() {
        StatementFile file = read(OLD + NEW.replace("-20,50", "zwanzig"));

        assertThat(file.statements().get(0).entries()).hasSize(1);
        assertThat(file.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @Test
    void other_files_and_other_mappings_are_no_statement() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a;b\n1;2\n");
        assertThat(MappedStatements.read(mapping(MAPPING), file, "x.csv").statements())
                .isEmpty();
        assertThat(MappedStatements.read(mapping(MAPPING), file, "x.csv").problems())
                .isNotEmpty();
        assertThat(read("").problems()).extracting(Problem::message).containsExactly("there is no entry in this file");
        Mapping items = Mapping.load(Path.of("mappings/datev-opos.yaml"));
        assertThat(MappedStatements.read(items, file, "x.csv").problems())
                .extracting(Problem::message)
                .containsExactly("mapping 'datev-opos' makes no statements of files");
    }

    @Test
    void a_packed_list_reads_as_well() throws IOException {
        Path file = folder.resolve("list.csv.gz");
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write((HEADER + OLD).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(MappedStatements.read(mapping(MAPPING), file, "list.csv.gz").statements())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bank-de-soll-haben",
                "bank-de-vr",
                "bank-fr-debit-credit",
                "bank-it-dare-avere",
                "bank-revolut-business"
            })
    void the_lists_that_ship_are_statements_that_add_up(String name) throws IOException {
        Path sample;
        try (Stream<Path> files = Files.list(Path.of("samples/mappings", name))) {
            sample = files.filter(file -> !file.endsWith("expected.jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
        StatementFile file = MappedStatements.read(Mapping.load(Path.of("mappings", name + ".yaml")), sample, "list");

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.account()).isNotNull();
            assertThat(statement.balanced()).isNotEqualTo(false);
        });
    }

    @Test
    void a_file_that_is_not_there_is_told() throws IOException {
        assertThat(MappedStatements.read(mapping(MAPPING), folder.resolve("none.csv"), "none.csv")
                        .problems())
                .extracting(Problem::message)
                .containsExactly("cannot be read");
    }

    private StatementFile read(String list) {
        try {
            Path file = Files.writeString(folder.resolve("list.csv"), HEADER + list);
            return MappedStatements.read(mapping(MAPPING), file, "list.csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Mapping mapping(String yaml) throws IOException {
        return Mapping.load(Files.writeString(folder.resolve("bank.yaml"), yaml));
    }
}
