package io.sollecito.e2e;

import io.sollecito.LedgerForTests;
import io.sollecito.demo.Demo;
import io.sollecito.demo.DemoFigures;
import io.sollecito.demo.DemoRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Simulated weeks in front of the hub that were walked once for all tests of a class; what they left can be looked at. */
final class WalkedWeeks {

    static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final long SEED = 20260302;

    private final String name;
    private final Path folder;
    private final DemoRun run;
    private final List<LocalDate> days;
    private final Map<LocalDate, Map<String, DemoFigures.Creditor>> evenings = new TreeMap<>();
    private final List<String> told = new ArrayList<>();

    private WalkedWeeks(String name, Path folder, int weeks, List<String> settings) {
        this.name = name;
        this.folder = folder;
        this.days = DemoRun.weeks(FIRST, weeks);
        this.run = DemoRun.start(folder, FIRST, SEED, settings);
    }

    static WalkedWeeks onH2(Path folder, int weeks) {
        return new WalkedWeeks("H2", folder, weeks, List.of());
    }

    static WalkedWeeks onPostgres(Path folder, int weeks) {
        PGSimpleDataSource ledger = (PGSimpleDataSource) LedgerForTests.postgresDataSource();
        return new WalkedWeeks(
                "PostgreSQL",
                folder,
                weeks,
                List.of(
                        "sollecito.ledger.url=" + ledger.getUrl(),
                        "sollecito.ledger.user=" + ledger.getUser(),
                        "sollecito.ledger.password="));
    }

    WalkedWeeks walk() {
        DemoFigures figures = new DemoFigures(run.ledger());
        for (LocalDate day : days) {
            Instant morning = run.clock().instant();
            told.add(Demo.line(run.day(day), figures, morning));
            evenings.put(
                    day,
                    figures.creditors().stream()
                            .map(figures::of)
                            .collect(Collectors.toMap(DemoFigures.Creditor::code, Function.identity())));
        }
        return this;
    }

    /** What the demo prints of these weeks. */
    String told() {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        Demo.summary(run, new DemoFigures(run.ledger()), folder, days)
                .print(new PrintStream(summary, true, StandardCharsets.UTF_8));
        return String.join("\n", told) + "\n" + summary.toString(StandardCharsets.UTF_8);
    }

    DemoRun run() {
        return run;
    }

    List<LocalDate> days() {
        return days;
    }

    LocalDate last() {
        return days.get(days.size() - 1);
    }

    /** The figures of each creditor as they stood on the evening of that day. */
    Map<String, DemoFigures.Creditor> figures(LocalDate evening) {
        return evenings.get(evening);
    }

    Map<String, DemoFigures.Creditor> figures() {
        return figures(last());
    }

    List<Received> emails() throws Exception {
        return Received.all(folder.resolve("emails"));
    }

    List<Path> letters() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("print-house/letters"))) {
            return files.sorted().toList();
        }
    }

    /** Not close(): JUnit closes what parameterized tests take before the next test sees it. */
    void stop() {
        run.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
