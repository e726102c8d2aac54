package io.sollecito.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.intake.Intake;
import io.sollecito.intake.RecordSource;
import io.sollecito.intake.Rematching;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Taking in a first export and the next day's snapshot, from the file through its mapping and from canonical records,
 * against COPY of the same rows into the same table. The best of several rounds counts: what else runs only slows down.
 */
final class IntakeBenchmark implements Benchmark {

    private static final Scope SCOPE = new Scope(ManyItems.CREDITOR, ManyItems.SOURCE);
    private static final Intake.Origin ORIGIN =
            new Intake.Origin("erp-acme-sap", ManyItems.CREDITOR, ManyItems.SOURCE, "openItem", "snapshot");
    private static final Instant MONDAY = Instant.parse("2026-01-05T05:30:00Z");
    private static final int DAY = 86_400;
    private static final int FEW_ROWS = 200_000;

    private enum Work {
        COPY("COPY into open_item"),
        MAPPING("mapping alone"),
        FIRST_RECORDS("first load, records to committed"),
        FIRST_FILE("first load, file to committed"),
        NEXT_RECORDS("next day, 2 % changed, records"),
        NEXT_FILE("next day, 2 % changed, file");

        private final String title;

        Work(String title) {
            this.title = title;
        }
    }

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        Effort[] best = new Effort[Work.values().length];
        Arrays.fill(best, Effort.ENDLESS);
        Path folder = Files.createTempDirectory("bench");
        try {
            Days days = Days.written(folder, Mapping.load(Path.of("mappings/sap-fbl5n.yaml")), rows);
            for (int round = 0; round < (rows > FEW_ROWS ? 1 : 3); round++) {
                keepBest(best, Work.MAPPING, Effort.of(() -> days.file(0).read(outcome -> {})));
                try (HikariDataSource empty = databases.empty()) {
                    keepBest(best, Work.COPY, CopyOfItems.effort(empty, days.items(0)));
                }
                takeBothDays(databases, best, Work.FIRST_FILE, Work.NEXT_FILE, days, days.file(0), days.file(1));
                takeBothDays(
                        databases,
                        best,
                        Work.FIRST_RECORDS,
                        Work.NEXT_RECORDS,
                        days,
                        days.items(0).records(),
                        days.items(1).records());
            }
            days.delete();
        } finally {
            Files.delete(folder);
        }
        return measurements(best, rows);
    }

    private static List<Measurement> measurements(Effort[] best, int rows) {
        Measurement copy = plain(Work.COPY, best, rows);
        Measurement records = plain(Work.FIRST_RECORDS, best, rows).against(copy);
        Measurement file = plain(Work.FIRST_FILE, best, rows).against(copy, 0.65);
        return List.of(
                copy,
                plain(Work.MAPPING, best, rows).against(copy),
                records,
                file,
                plain(Work.NEXT_RECORDS, best, rows).against(records),
                plain(Work.NEXT_FILE, best, rows).against(file, 3));
    }

    private static Measurement plain(Work work, Effort[] best, int rows) {
        return Measurement.plain(work.title, rows, best[work.ordinal()]);
    }

    private static void keepBest(Effort[] best, Work work, Effort effort) {
        best[work.ordinal()] = best[work.ordinal()].orBetter(effort);
    }

    private static void takeBothDays(
            Databases databases,
            Effort[] best,
            Work first,
            Work next,
            Days days,
            RecordSource firstRecords,
            RecordSource nextRecords)
            throws Exception {
        try (HikariDataSource empty = databases.empty()) {
            Intake intake = intake(Database.open(empty), days.folder());
            keepBest(best, first, Effort.of(() -> days.take(intake, 0, firstRecords)));
            keepBest(best, next, Effort.of(() -> days.take(intake, 1, nextRecords)));
        }
    }

    private static Intake intake(Database database, Path kept) {
        Clock clock = Clock.systemUTC();
        Connections connections = new Connections(database, clock);
        connections.declare(new Connections.Connection("erp-acme-sap", ManyItems.CREDITOR, "erp", "daily", 2, 30));
        Journal journal = new Journal(database, clock);
        Exports exports = new Exports(
                database, connections, journal, clock, new Rematching(database, code -> OutboxForTests.ACME, clock));
        return new Intake(exports, new Quarantine(database, exports, journal, clock), kept);
    }

    /** Two days of exports, as files on the disk. */
    private record Days(Path folder, Mapping mapping, int rows) {

        static Days written(Path folder, Mapping mapping, int rows) throws IOException {
            Days days = new Days(folder, mapping, rows);
            days.items(0).write(days.path(0));
            days.items(1).write(days.path(1));
            return days;
        }

        ManyItems items(int day) {
            return new ManyItems(rows, day);
        }

        Path path(int day) {
            return folder.resolve(items(day).fileName());
        }

        RecordSource file(int day) {
            return sink -> mapping.readFile(path(day), items(day).fileName(), SCOPE, sink);
        }

        void take(Intake intake, int day, RecordSource records) throws Exception {
            Instant asOf = MONDAY.plusSeconds((long) day * DAY);
            Taken taken = intake.takeFile(ORIGIN, path(day), items(day).fileName(), asOf, records);
            if (!taken.applied() || taken.counts().quarantined() > 0) {
                throw new IllegalStateException("the export was not taken whole: " + taken);
            }
        }

        void delete() throws IOException {
            Files.delete(path(0));
            Files.delete(path(1));
        }
    }
}
