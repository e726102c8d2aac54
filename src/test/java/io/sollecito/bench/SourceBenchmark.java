package io.sollecito.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Mapping big files of each kind, in a JVM of its own with little memory, against the libraries that read them. */
final class SourceBenchmark implements Benchmark {

    private static final String MEMORY = "-Xmx256m";

    private record Budget(String limit, double smallestShare) {}

    private static final Map<String, Budget> BUDGETS = Map.of(
            "CSV", new Budget("FastCSV alone", 0.5),
            "XLSX", new Budget("fastexcel-reader alone", 0.6),
            "UBL", new Budget("bare StAX pass, UBL", 1 / 3d),
            "FatturaPA", new Budget("bare StAX pass, FatturaPA", 1 / 3d));

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        Path folder = Files.createTempDirectory("sources");
        try {
            List<Measurement> measurements = new ArrayList<>();
            for (String line : read(rows, folder)) {
                measurements.addAll(measurements(line.split(" ")));
            }
            return measurements;
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** As {@link SourceReading} tells them. */
    private static List<Measurement> measurements(String[] told) {
        Budget budget = BUDGETS.get(told[0]);
        int rows = Integer.parseInt(told[1]);
        Measurement limit = Measurement.plain(budget.limit(), rows, effort(told[2], told[3]));
        return List.of(
                limit,
                Measurement.plain(told[0] + ", file to canonical records", rows, effort(told[4], told[5]))
                        .againstByProcessor(limit, budget.smallestShare()));
    }

    private static Effort effort(String seconds, String cpuSeconds) {
        return new Effort(Double.parseDouble(seconds), Double.parseDouble(cpuSeconds));
    }

    private static List<String> read(int rows, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SourceReading.class.getName(),
                        Integer.toString(rows),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = out.lines().toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the sources were not read");
            }
            return lines;
        }
    }
}
