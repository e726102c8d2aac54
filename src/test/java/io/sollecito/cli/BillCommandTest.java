package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.LettersForTests;
import io.sollecito.digest.Digests;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.ProblemFigures.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BillCommandTest {

    private static final String BATCH = "ACME-IT-20260302-O1";
    private static final Clock APRIL = Clock.fixed(Instant.parse("2026-04-02T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    static Stream<Database> ledgers() {
        return Stream.of(ledger(LedgerForTests.h2()), ledger(LedgerForTests.postgres()));
    }

    /** Three letters, of which the third is not posted. */
    private static Database ledger(Database database) {
        LettersForTests letters = new LettersForTests(database);
        letters.batch("ACME-IT", BATCH);
        for (int n = 1; n <= 3; n++) {
            long id = letters.letter("ACME-IT", BATCH);
            if (n < 3) {
                letters.posted(id, BATCH, Instant.parse("2026-03-03T06:00:00Z"));
            } else {
                letters.told(id, BATCH, "CANCELLED", Instant.parse("2026-03-02T15:00:00Z"));
            }
        }
        return database;
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_bill_of_what_was_posted_is_as_posted(Database database) throws IOException {
        String bill = bill("117.csv", "ACME-IT-1", "ACME-IT-2");

        Ran ran = run(database, "bill", bill);

        assertThat(ran.printed())
                .isEqualToNormalizingNewlines(BATCH + "  3 produced, 2 acknowledged, 2 posted, 2 billed\n"
                        + "bill 117 of 2026-03-01 to 2026-03-31: 2 letters billed, 3.60 EUR, all as posted\n");
        assertThat(ran.status()).isZero();
        assertThat(run(database, "bill", bill).printed())
                .startsWith("bill 117 was taken before; nothing changed\n")
                .contains("2 letters billed");
        assertThat(problems(database)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void differences_are_told_with_letter_and_cause_and_in_the_days_digest(Database database) throws IOException {
        Ran ran = run(database, "bill", bill("117.csv", "ACME-IT-1", "ACME-IT-1", "ACME-IT-3", "ACME-IT-99"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.printed())
                .isEqualToNormalizingNewlines(BATCH + "  3 produced, 2 acknowledged, 2 posted, 2 billed\n"
                        + "line 3: letter ACME-IT-1 of batch " + BATCH + " is billed again after bill 117, line 2\n"
                        + "line 4: letter ACME-IT-3 of batch " + BATCH + " is billed, and was recalled\n"
                        + "line 5: letter ACME-IT-99 is billed, and no letter that was handed over is called so\n"
                        + "letter ACME-IT-2 of batch " + BATCH + " was posted on 2026-03-03 and is not billed\n"
                        + "bill 117 of 2026-03-01 to 2026-03-31: 4 letters billed, 7.20 EUR; differences:"
                        + " 1 unknown-letter, 1 billed-twice, 1 recalled, 1 not-billed\n");
        assertThat(run(database, "bill", "--show", "117")).isEqualTo(ran);
        assertThat(run(database, "bill").printed())
                .isEqualToNormalizingNewlines(
                        "ACME-IT  bill 117 of 2026-03-01 to 2026-03-31: 4 letters billed, 7.20 EUR\n");
        assertThat(problems(database))
                .singleElement()
                .asString()
                .contains("bill 117 of 2026-03-01", "1 recalled", "hub bill --show 117");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_corrected_bill_replaces_the_first_only_with_a_reason(Database database) throws IOException {
        run(database, "bill", bill("117.csv", "ACME-IT-1", "ACME-IT-1"));
        String corrected = bill("117-corrected.csv", "ACME-IT-1", "ACME-IT-2");

        Ran refused = run(database, "bill", corrected);
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.printed()).contains("bill 117 was taken before and says otherwise", "--replace");
        assertThat(run(database, "bill", corrected, "--replace").status()).isEqualTo(2);
        assertThat(run(database, "bill", corrected, "--replace", "--reason", "their mail"))
                .extracting(Ran::status)
                .isEqualTo(0);
        assertThat(run(database, "bill", "--show", "117").printed()).endsWith("all as posted\n");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void json_fits_its_schema(Database database) throws IOException {
        String bill = bill("117.csv", "ACME-IT-1", "ACME-IT-3");
        for (String[] call : new String[][] {{"bill", bill, "--json"}, {"bill", "--json"}}) {
            List<String> lines = run(database, call).printed().lines().toList();
            assertThat(lines).isNotEmpty();
            for (String line : lines) {
                SchemaForTests.assertFits("bill", line);
            }
            assertThat(lines.get(lines.size() - 1)).contains("\"kind\":\"bill\"", "\"amount\":\"3.60\"");
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_no_bill_is_told_by_place_and_changes_nothing(Database database) throws IOException {
        Ran ran = run(database, "bill", bill("117.csv", "ACME IT 1"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.printed()).contains("117.csv:2:13: 'ACME IT 1' is no letter's id");
        assertThat(run(database, "bill", "--show", "117")).isEqualTo(new Ran(3, "no bill 117 of ACME-IT was taken\n"));
        assertThat(run(database, "bill", folder.resolve("nothing.csv").toString())
                        .status())
                .isEqualTo(1);
        assertThat(run(database, "bill", "--replace").status()).isEqualTo(2);
        assertThat(run(database, "bill", "x.csv", "--show", "117").status()).isEqualTo(2);
        assertThat(run(database, "bill").printed()).isEmpty();
    }

    private String bill(String name, String... letters) throws IOException {
        StringBuilder rows = new StringBuilder("bill;period;letterId;price;currency\n");
        for (String letter : letters) {
            rows.append("117;2026-03;").append(letter).append(";1.80;EUR\n");
        }
        return Files.writeString(folder.resolve(name), rows).toString();
    }

    private static List<Object> problems(Database database) {
        return new Digests(database, new Connections(database, APRIL), APRIL)
                .make(CreditorsForTests.ACME, LocalDate.of(2026, 4, 2)).problems().stream()
                        .filter(problems -> problems.kind().equals("alarm"))
                        .map(Problems::first)
                        .map(Object.class::cast)
                        .toList();
    }

    private static Ran run(Database database, String... arguments) {
        return Ran.on(database, APRIL, arguments);
    }
}
