package io.sollecito.bench;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;

/** Reading a camt.053 statement against a bare pass over its XML. */
final class StatementBenchmark implements Benchmark {

    private static final int MOST = 100_000;
    private static final double SMALLEST_SHARE = 0.25;

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        int entries = Math.min(rows, MOST);
        Path file = Files.createTempFile("statement", ".xml");
        try {
            new ManyPayments(entries, entries).write(file);
            Effort bare = Effort.ENDLESS;
            Effort whole = Effort.ENDLESS;
            for (int round = 0; round < 3; round++) {
                bare = bare.orBetter(Effort.of(() -> BareReading.xml(file, XMLInputFactory.newInstance())));
                whole = whole.orBetter(Effort.of(() -> read(file, entries)));
            }
            Measurement limit = Measurement.plain("bare StAX pass", entries, bare);
            return List.of(
                    limit,
                    Measurement.plain("camt.053, file to entries", entries, whole)
                            .against(limit, SMALLEST_SHARE));
        } finally {
            Files.delete(file);
        }
    }

    static StatementFile read(Path file, int entries) {
        StatementFile read = StatementReader.read(file, file.getFileName().toString());
        if (!read.problems().isEmpty() || read.statements().get(0).entries().size() != entries) {
            throw new IllegalStateException("the statement was not read whole: " + read.problems());
        }
        return read;
    }
}
