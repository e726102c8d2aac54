package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connection may not bring is refused before anything of it is staged. */
class AdmissionTest {

    private static final String ITEMS = """
            source: {format: csv}
            delivers: %s
            records:
              - kind: openItem
                debtor: {column: C}
                documentNo: {column: N}
                type: {constant: INVOICE}
                issueDate: {constant: 2026-01-01}
                openAmount: {column: A, currency: {constant: EUR}}
            """;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Database database;
    private IntakeAdapter adapter;

    @BeforeEach
    void ledger() {
        database = LedgerForTests.h2();
        Desk desk = new Desk(database);
        adapter = new IntakeAdapter(desk.intake, desk.connections, folder, code -> OutboxForTests.ACME, CLOCK);
    }

    @Test
    void the_mapping_says_whether_what_is_absent_is_closed() throws IOException {
        mapping("all", ITEMS.formatted("snapshot"));
        mapping("some", ITEMS.formatted("delta"));
        mapping("both", ITEMS.formatted("either"));
        take("all", "", "C;N;A\nx;1;5\nx;2;6\n", 1);
        take("some", "", "C;N;A\nx;1;5\n", 2);
        take("both", "delta", "C;N;A\nx;1;4\n", 3);
        assertThat(open()).isEqualTo(2);

        take("all", "", "C;N;A\nx;1;5\n", 4);
        assertThat(open()).isEqualTo(1);
        assertThat(database.sql()
                        .sql("select delivers from export order by id")
                        .query(String.class)
                        .list())
                .containsExactly("snapshot", "delta", "delta", "snapshot");
    }

    @Test
    void a_delta_is_never_run_as_a_snapshot() throws IOException {
        mapping("some", ITEMS.formatted("delta"));

        assertRefused("some", "snapshot", "some.yaml: mapping 'some' reads a delta, the route says 'snapshot'");
    }

    @Test
    void nobody_guesses_whether_an_export_is_complete() throws IOException {
        mapping("silent", ITEMS.replace("delivers: %s\n", ""));
        mapping("both", ITEMS.formatted("either"));

        assertRefused("silent", "snapshot", "does not say whether its exports are snapshots or deltas");
        assertRefused("both", "", "the route does not say which");
    }

    @Test
    void records_that_the_ledger_does_not_keep_are_refused() throws IOException {
        mapping("advice", """
                source: {format: csv}
                records:
                  - kind: remittanceAdvice
                    advice: {column: C}
                    documentNo: {column: N}
                    amount: {column: A, currency: {constant: EUR}}
                """);
        mapping("company", """
                source: {format: sql}
                delivers: snapshot
                records:
                  - kind: creditor
                    query: select 1
                    creditor: {column: C}
                    name: {column: N}
                """);

        assertRefused("advice", "", "mapping 'advice' makes remittanceAdvice of this");
        assertThatThrownBy(() -> adapter.takeRows(
                        "erp-acme-sap",
                        Desk.ACME,
                        "sap",
                        "company",
                        "",
                        "creditor",
                        List.of(Map.<String, Object>of("C", "1", "N", "A")).iterator()))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("makes creditor of this");
        assertThat(exports()).isZero();
    }

    @Test
    void a_file_that_no_record_set_takes_is_kept_as_unreadable() throws IOException {
        mapping("named", ITEMS.formatted("snapshot").replace("openItem", "openItem\n    file: opos*"));

        take("named", "", "C;N;A\nx;1;5\n", 1);
        assertThat(database.sql()
                        .sql("select state from export")
                        .query(String.class)
                        .list())
                .containsExactly("unreadable");
    }

    private void assertRefused(String mapping, String delivers, String message) {
        assertThatThrownBy(() -> take(mapping, delivers, "C;N;A\nx;1;5\n", 1))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining(message);
        assertThat(exports()).isZero();
    }

    private void take(String mapping, String delivers, String text, int day) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        adapter.takeFile(
                "erp-acme-sap",
                Desk.ACME,
                "sap",
                mapping,
                delivers,
                file.toFile(),
                "items.csv",
                Instant.parse("2026-02-0" + day + "T06:00:00Z").toEpochMilli());
    }

    private void mapping(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }

    private long exports() {
        return database.sql()
                .sql("select count(*) from export")
                .query(Long.class)
                .single();
    }

    private long open() {
        return database.sql()
                .sql("select count(*) from open_item where erp_open <> 0")
                .query(Long.class)
                .single();
    }
}
