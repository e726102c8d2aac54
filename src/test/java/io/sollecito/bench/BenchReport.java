package io.sollecito.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What was measured, for people and for machines. */
record BenchReport(int rows, List<Measurement> measurements) {

    /** As bench.schema.json says. */
    ObjectNode json() {
        ObjectNode report = new ObjectMapper().createObjectNode().put("rows", rows);
        ArrayNode list = report.putArray("measurements");
        for (Measurement measurement : measurements) {
            list.addObject()
                    .put("name", measurement.name())
                    .put("seconds", measurement.seconds())
                    .put("cpuSeconds", measurement.cpuSeconds())
                    .put("rowsPerSecond", measurement.rowsPerSecond())
                    .put("against", measurement.against())
                    .put("ratio", measurement.ratio())
                    .put("budget", measurement.budget())
                    .put("withinBudget", measurement.withinBudget());
        }
        return report;
    }

    String table() {
        StringBuilder table =
                new StringBuilder(line("%-44s %9s %7s %10s  %s", "work", "seconds", "cpu", "rows/s", "compared"));
        measurements.forEach(measurement -> table.append(line(
                "%-44s %9.2f %7.2f %10.0f  %s",
                measurement.name(),
                measurement.seconds(),
                measurement.cpuSeconds(),
                measurement.rowsPerSecond(),
                compared(measurement))));
        return table.toString();
    }

    private static String compared(Measurement measurement) {
        if (measurement.ratio() == null) {
            return "";
        }
        String ratio = rounded(measurement.ratio()) + " x " + measurement.against();
        return measurement.budget() == null
                ? ratio
                : ratio + ", budget " + rounded(measurement.budget()) + ": "
                        + (measurement.withinBudget() ? "kept" : "missed");
    }

    /** Two digits, but nothing short of one looks like one. */
    private static String rounded(double ratio) {
        return String.format(Locale.ROOT, ratio > 0.99 && ratio < 1 ? "%.4f" : "%.2f", ratio);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing() + "\n";
    }
}
