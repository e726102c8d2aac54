package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.exports.Exports.Recorded;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that tell themselves what moment their facts are of, whatever the server's time stamp says. */
class ContentAsOfIntakeTest {

    private static final String MAPPING = """
            delivers: delta
            source: {format: csv, header: [C, N, A], asOf: {column: $written, pattern: dd.MM.yyyy}}
            context:
              - {name: head, when: {column: C, in: [HEAD]}, set: {written: {column: N}}}
            records:
              - kind: openItem
                itemKey: {column: N}
                debtor: {column: C}
                documentNo: {column: N}
                type: {constant: OTHER}
                openAmount: {column: A, currency: {constant: EUR}}
            """;
    private static final long STAMPED = Instant.parse("2026-02-20T08:00:00Z").toEpochMilli();

    @TempDir
    private Path folder;

    private int files;

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void the_file_with_the_older_facts_is_not_applied_although_it_was_written_later(Desk desk) throws IOException {
        assertThat(take(desk, "HEAD;02.02.2026;\nD1;A;100\n").taken().state()).isEqualTo("applied");

        Recorded late = take(desk, "HEAD;01.02.2026;\nD1;A;90\n");

        assertThat(late.taken().state()).isEqualTo("outdated");
        assertThat(late.export().asOf()).isEqualTo("2026-01-31T23:00:00Z");
        assertThat(desk.effective("A")).isEqualTo("100");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_file_that_does_not_tell_it_is_kept_whole_and_touches_nothing(Desk desk) throws IOException {
        Recorded taken = take(desk, "D1;A;100\n");

        assertThat(taken.taken().state()).isEqualTo("unreadable");
        assertThat(taken.taken().reason()).contains("what moment its facts are of");
        assertThat(Path.of(taken.keptAs())).hasContent("D1;A;100\n");
        assertThat(desk.items.find(Desk.ACME, "sap", "A")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void facts_of_a_day_still_to_come_wait_for_a_person(Desk desk) throws IOException {
        Recorded taken = take(desk, "HEAD;02.03.2036;\nD1;A;100\n");

        assertThat(taken.taken().state()).isEqualTo("held");
        assertThat(taken.taken().reason()).contains("lies ahead");
        assertThat(desk.items.find(Desk.ACME, "sap", "A")).isEmpty();
    }

    private Recorded take(Desk desk, String text) throws IOException {
        Files.writeString(folder.resolve("dated.yaml"), MAPPING);
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
        IntakeAdapter adapter =
                new IntakeAdapter(desk.intake, desk.connections, folder, code -> StatementLedger.ACME, clock);
        File file = Files.writeString(folder.resolve(++files + ".csv"), text).toFile();
        adapter.takeFile("erp-acme-sap", Desk.ACME, "sap", "dated", "delta", file, file.getName(), STAMPED + files);
        long newest = desk.database
                .sql()
                .sql("select max(id) from export")
                .query(Long.class)
                .single();
        return desk.exports.find(newest).orElseThrow();
    }
}
