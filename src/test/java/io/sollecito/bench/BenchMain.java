package io.sollecito.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.LedgerForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub bench}: the capabilities measured against their limits on an embedded PostgreSQL, as ratios inside one run. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures the hub on an embedded PostgreSQL.")
public final class BenchMain implements Callable<Integer> {

    private static final List<Benchmark> BENCHMARKS = List.of(new IntakeBenchmark());
    private static final int WARM_UP_ROWS = 20_000;

    @Option(names = "--rows", description = "how many open items (default: ${DEFAULT-VALUE})")
    private int rows = 100_000;

    @Option(names = "--json", description = "print only JSON")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchMain()).execute(arguments));
    }

    /** Exit status 1 when a budget is exceeded. */
    @Override
    public Integer call() throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        for (Benchmark benchmark : BENCHMARKS) {
            benchmark.measure(BenchMain::emptyDatabase, Math.min(rows, WARM_UP_ROWS));
            for (Measurement measurement : benchmark.measure(BenchMain::emptyDatabase, rows)) {
                measurements.add(measurement);
                if (!json) {
                    System.out.println(measurement);
                }
            }
        }
        if (json) {
            System.out.println(asJson(measurements));
        }
        return measurements.stream().allMatch(Measurement::keepsBudget) ? 0 : 1;
    }

    private ObjectNode asJson(List<Measurement> measurements) {
        ObjectNode report = new ObjectMapper().createObjectNode().put("rows", rows);
        ArrayNode list = report.putArray("measurements");
        for (Measurement measurement : measurements) {
            list.addObject()
                    .put("name", measurement.name())
                    .put("seconds", measurement.seconds())
                    .put("rowsPerSecond", measurement.rowsPerSecond())
                    .put("against", measurement.against())
                    .put("ratio", measurement.ratio())
                    .put("budget", measurement.budget());
        }
        return report;
    }

    private static DataSource emptyDatabase() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(LedgerForTests.postgresDataSource());
        pool.setMaximumPoolSize(4);
        return new HikariDataSource(pool);
    }
}
