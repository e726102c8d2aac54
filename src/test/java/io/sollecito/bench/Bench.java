package io.sollecito.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub bench}: the capabilities measured against their limits on an embedded PostgreSQL, as ratios inside one run. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures the hub on an embedded PostgreSQL.")
public final class Bench implements Callable<Integer> {

    private static final List<Benchmark> BENCHMARKS = List.of(
            new SourceBenchmark(),
            new IntakeBenchmark(),
            new PlanningBenchmark(),
            new OutboxBenchmark(),
            new EmailBenchmark(),
            new LetterBenchmark(),
            new StatementBenchmark(),
            new MatchingBenchmark(),
            new ReconciliationBenchmark());
    private static final int WARM_UP_ROWS = 20_000;

    @Option(names = "--rows", description = "how many open items (default: ${DEFAULT-VALUE})")
    private int rows = 100_000;

    @Option(
            names = "--only",
            split = ",",
            description = "only these: sources, intake, planning, outbox, e-mails, letters, statements, matching,"
                    + " reconciliation")
    private Set<String> only = Set.of();

    @Option(names = "--json", description = "print only JSON, as bench.schema.json says")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    /** A budget that is missed is shown, and is no failure of the measurement. */
    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err); // libraries print there
        BenchReport report = measure(rows, only);
        out.print(json ? report.json().toPrettyString() + "\n" : report.table());
        return 0;
    }

    static BenchReport measure(int rows, Set<String> only) throws Exception {
        Databases databases = new Databases();
        List<Measurement> measurements = new ArrayList<>();
        for (Benchmark benchmark : BENCHMARKS.stream()
                .filter(one -> only.isEmpty() || only.contains(one.name()))
                .toList()) {
            System.err.println("bench: " + benchmark.name() + ", warming up");
            benchmark.measure(databases, Math.min(rows, WARM_UP_ROWS));
            System.err.println("bench: " + benchmark.name() + ", " + rows + " rows");
            measurements.addAll(benchmark.measure(databases, rows));
        }
        return new BenchReport(rows, measurements);
    }
}
