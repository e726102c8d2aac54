package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.intake.Intake;
import io.sollecito.intake.Rematching;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.Scope;
import io.sollecito.mapping.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Cases 6, 7 and 15: files that come again, and one poison row in 100,000")
class TakenAgainTest {

    private static final Scope SCOPE = new Scope("ACME-IT", "sap");
    private static final Instant MONDAY = Instant.parse("2026-03-02T05:00:00Z");

    private final Mapping mapping = Mapping.load(Path.of("mappings/sap-fbl5n.yaml"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void the_same_bytes_under_another_name_have_no_effect(LedgerOfNodes ledger) throws Exception {
        try (Desk desk = new Desk(ledger)) {
            Path file = file(1, 3);
            assertThat(desk.take(file, "OPOS.csv", MONDAY).counts().applied()).isEqualTo(3);
            List<String> before = desk.items();

            assertThat(desk.take(file, "OPOS-copy.csv", MONDAY).state()).isEqualTo("unchanged");
            assertThat(desk.take(file, "OPOS-copy.csv", MONDAY.plusSeconds(60)).state())
                    .isEqualTo("unchanged");
            assertThat(desk.items()).isEqualTo(before);
            assertThat(desk.count("item_change")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void the_same_name_with_new_content_is_a_new_export(LedgerOfNodes ledger) throws Exception {
        try (Desk desk = new Desk(ledger)) {
            desk.take(file(1, 3), "OPOS.csv", MONDAY);
            Taken second = desk.take(file(2, 4), "OPOS.csv", MONDAY);
            assertThat(second.applied()).isTrue();
            assertThat(second.counts().applied()).isEqualTo(4);
            assertThat(desk.count("open_item")).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void one_poison_row_in_a_hundred_thousand_is_quarantined_and_the_others_are_applied(LedgerOfNodes ledger)
            throws Exception {
        try (Desk desk = new Desk(ledger)) {
            // The embedded ledger takes longer over them; in a short run a tenth has to do for it.
            int rows = ledger.url().startsWith("jdbc:h2") && !Runs.isLong() ? 10_000 : 100_000;
            int poison = rows * 7 / 9;
            Path poisoned = file(1, rows);
            List<String> lines = Files.readAllLines(poisoned);
            String sound = lines.get(poison);
            lines.set(poison, sound.replace(";10,00;", ";1O,00;"));
            Files.write(poisoned, lines);

            Taken taken = desk.take(poisoned, "OPOS.csv", MONDAY);
            assertThat(taken.counts().applied()).isEqualTo(rows - 1);
            assertThat(desk.count("open_item")).isEqualTo(rows - 1);
            assertThat(desk.count("quarantine where state = 'waiting'")).isEqualTo(1);
            Quarantine.Entry waiting = desk.quarantined();
            assertThat(waiting.line()).isEqualTo(poison + 1);
            assertThat(waiting.message()).contains("Betrag in Hauswährung");

            String corrected = lines.get(0) + "\n" + sound + "\n";
            assertThat(desk.replay(waiting.id(), corrected).counts().applied()).isEqualTo(1);
            assertThat(desk.count("open_item")).isEqualTo(rows);
            assertThatThrownBy(() -> desk.replay(waiting.id(), corrected)).hasMessageContaining("no record waits");
            assertThat(desk.take(poisoned, "OPOS.csv", MONDAY).state()).isEqualTo("unchanged");
            assertThat(desk.count("open_item")).isEqualTo(rows);
        }
    }

    private Path file(int day, int rows) {
        Exported.write(folder, day, rows);
        return folder.resolve(Exported.name(day));
    }

    /** Intake of one connection's deltas. */
    private final class Desk implements AutoCloseable {
        private final HikariDataSource source;
        private final Database database;
        private final Quarantine quarantine;
        private final Intake intake;

        Desk(LedgerOfNodes ledger) {
            Clock clock = Clock.systemUTC();
            source = ledger.open();
            database = Database.open(source);
            Journal journal = new Journal(database, clock);
            Connections connections = new Connections(database, clock);
            connections.declare(new Connections.Connection("erp-acme-sap", "ACME-IT", "erp", "daily", 2, 30));
            Exports exports = new Exports(
                    database,
                    connections,
                    journal,
                    clock,
                    new Rematching(database, code -> OutboxForTests.ACME, clock));
            quarantine = new Quarantine(database, exports, journal, clock);
            intake = new Intake(exports, quarantine, folder.resolve("kept"));
        }

        Taken take(Path file, String name, Instant asOf) throws IOException {
            Intake.Origin origin = new Intake.Origin("erp-acme-sap", "ACME-IT", "sap", "openItem", "delta");
            return intake.takeFile(origin, file, name, asOf, sink -> mapping.readFile(file, name, SCOPE, sink));
        }

        Taken replay(long id, String corrected) {
            return intake.replay(id, corrected, "anna", "a typing error", text -> {
                try {
                    List<Outcome> outcomes = new ArrayList<>();
                    Path record = Files.writeString(folder.resolve("record"), text);
                    mapping.readFile(record, "OPOS.csv", SCOPE, outcomes::add);
                    return outcomes;
                } catch (IOException | Unreadable failed) {
                    throw new IllegalStateException(failed);
                }
            });
        }

        List<String> items() {
            return database.sql()
                    .sql("select item_key || ' ' || erp_open from open_item order by item_key")
                    .query(String.class)
                    .list();
        }

        Quarantine.Entry quarantined() {
            long id = database.sql()
                    .sql("select max(id) from quarantine")
                    .query(Long.class)
                    .single();
            return quarantine.find(id).orElseThrow();
        }

        long count(String table) {
            return database.sql()
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
