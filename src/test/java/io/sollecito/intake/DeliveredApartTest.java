package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.exports.Exports.Recorded;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Scope;
import io.sollecito.model.TwoPeople;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are only complete together come one after the other, in any order. */
class DeliveredApartTest {

    private static final String MAPPING = """
            delivers: snapshot
            source: {format: csv}
            joins:
              terms: {file: "terms*", together: "[a-z]+_([0-9]{8})[.]csv", key: Code, on: T, otherwise: quarantine}
              debtors: {file: "debtors*", key: No, on: C, otherwise: quarantine}
            records:
              - kind: openItem
                file: "items*"
                itemKey: {column: N}
                debtor: {column: C}
                documentNo: {column: N}
                printedNo: {concat: [{column: $debtors.Prefix}, {column: N}]}
                type: {constant: OTHER}
                dueDate: {compute: {from: D, days: $terms.Days}}
                openAmount: {column: A, currency: {constant: EUR}}
              - kind: debtor
                file: "debtors*"
                debtor: {column: No}
                name: {column: Name}
            """;
    private static final String DEBTORS = "No;Name;Prefix\nD1;Brenta S.r.l.;X-\n";
    private static final String ITEMS = "C;N;D;T;A\nD1;1;2026-01-01;Z30;100\n";
    private static final String TERMS = "Code;Days\nZ30;30\n";

    @TempDir
    private Path folder;

    private long modified = Instant.parse("2026-01-05T06:00:00Z").toEpochMilli();

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void whichever_comes_last_makes_them_one_export(Desk desk) throws IOException {
        take(desk, "items_20260105.csv", ITEMS);
        Recorded incomplete = newest(desk);
        assertThat(incomplete.taken().state()).isEqualTo("unreadable");
        assertThat(incomplete.taken().reason()).contains("complete only with a file 'terms*' of '20260105'");

        take(desk, "terms_20260105.csv", TERMS);
        assertThat(newest(desk).id()).isEqualTo(incomplete.id());
        assertThat(desk.items.find(Desk.ACME, "sap", "1")).isEmpty();

        take(desk, "debtors.csv", DEBTORS);
        assertThat(state(desk, "items_20260105.csv.zip")).isEqualTo("applied");
        assertThat(state(desk, "debtors.csv")).isEqualTo("applied");
        assertThat(state(desk, "items_20260105.csv")).isEqualTo("outdated");
        assertThat(desk.database
                        .sql()
                        .sql("select due_date || ' ' || printed_no from open_item")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-01-31 X-1");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_came_before_serves_at_once_but_not_for_another_delivery(Desk desk) throws IOException {
        take(desk, "debtors.csv", DEBTORS);
        take(desk, "terms_20260105.csv", TERMS);
        take(desk, "items_20260105.csv", ITEMS);
        assertThat(state(desk, "items_20260105.csv.zip")).isEqualTo("applied");

        take(desk, "items_20260106.csv", ITEMS.replace("100", "90"));
        assertThat(state(desk, "items_20260106.csv")).isEqualTo("unreadable");
        assertThat(desk.effective("1")).isEqualTo("100");

        take(desk, "terms_20260106.csv", TERMS);
        assertThat(state(desk, "items_20260106.csv.zip")).isEqualTo("applied");
        assertThat(desk.effective("1")).isEqualTo("90");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void the_newest_of_a_standing_file_counts_and_changes_what_the_same_items_are(Desk desk) throws IOException {
        take(desk, "debtors.csv", DEBTORS);
        take(desk, "terms_20260105.csv", TERMS);
        take(desk, "items_20260105.csv", ITEMS);

        take(desk, "debtors.csv", DEBTORS.replace("X-", "Y-"));
        take(desk, "items_20260105.csv", ITEMS);

        assertThat(desk.database
                        .sql()
                        .sql("select printed_no from open_item")
                        .query(String.class)
                        .single())
                .isEqualTo("Y-1");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_is_held_is_kept_and_released_together(Desk desk) throws IOException {
        take(desk, "debtors.csv", DEBTORS);
        take(desk, "terms_20260105.csv", TERMS);
        take(desk, "items_20260105.csv", ITEMS);
        take(desk, "terms_20260106.csv", TERMS);
        take(desk, "items_20260106.csv", "C;N;D;T;A\n");
        Recorded held = newest(desk);
        assertThat(held.taken().state()).isEqualTo("held");

        Mapping mapping = Mapping.load(folder.resolve("apart.yaml"));
        desk.intake.release(
                held.id(),
                sink -> mapping.readFile(
                        Path.of(held.keptAs()), held.export().fileName(), new Scope(Desk.ACME, "sap"), sink),
                new TwoPeople("anna", "bruno"),
                "year's end");

        assertThat(desk.find("1").settledCause()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void packed_files_wait_unpacked(Desk desk) throws IOException {
        take(desk, "debtors.csv", DEBTORS);
        Path packed = folder.resolve("terms_20260105.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(TERMS.getBytes(StandardCharsets.UTF_8));
        }
        take(desk, packed.toFile());
        take(desk, "items_20260105.csv", ITEMS);

        assertThat(state(desk, "items_20260105.csv.zip")).isEqualTo("applied");
    }

    private void take(Desk desk, String name, String text) throws IOException {
        take(desk, Files.writeString(folder.resolve(name), text).toFile());
    }

    private void take(Desk desk, File file) throws IOException {
        Files.writeString(folder.resolve("apart.yaml"), MAPPING);
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
        modified += 1000;
        new IntakeAdapter(desk.intake, desk.connections, folder, code -> StatementLedger.ACME, clock)
                .takeFile("erp-acme-sap", Desk.ACME, "sap", "apart", "snapshot", file, file.getName(), modified);
    }

    private static String state(Desk desk, String fileName) {
        List<String> states = desk.database
                .sql()
                .sql("select state from export where file_name = ? order by id desc")
                .param(fileName)
                .query(String.class)
                .list();
        return states.isEmpty() ? null : states.get(0);
    }

    private static Recorded newest(Desk desk) {
        long id = desk.database
                .sql()
                .sql("select max(id) from export")
                .query(Long.class)
                .single();
        return desk.exports.find(id).orElseThrow();
    }
}
