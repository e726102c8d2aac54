package io.sollecito.bench;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;

/** Reading a camt.053 statement against a bare pass over its XML, and a long MT940 message against a short one. */
final class StatementBenchmark implements Benchmark {

    private static final int MOST = 100_000;
    private static final double SMALLEST_SHARE = 0.25;
    private static final int FEWER = 10;
    private static final double FLAT = 1 / 1.3;

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        return Stream.concat(camt(rows).stream(), messages(Math.min(rows, MOST)).stream())
                .toList();
    }

    private static List<Measurement> camt(int rows) throws Exception {
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

    /** Entries are handed on as they are read: the long message costs no more an entry, and no more memory. */
    private static List<Measurement> messages(int entries) throws Exception {
        Measurement fewer = messages("MT940, a tenth of the entries", entries / FEWER, FEWER);
        Measurement many = messages("MT940, one message", entries, 1);
        return List.of(fewer, many.against(fewer, FLAT));
    }

    /** @param times how often the message is read, so that few entries take long enough to be measured */
    private static Measurement messages(String name, int entries, int times) throws Exception {
        Path file = Files.createTempFile("statement", ".sta");
        try {
            LongMessage.write(file, entries);
            Effort best = Effort.ENDLESS;
            for (int round = 0; round < 3; round++) {
                best = best.orBetter(Effort.of(() -> {
                    for (int i = 0; i < times; i++) {
                        LongMessage.read(file, entries);
                    }
                }));
            }
            return Measurement.plain(name, (long) entries * times, best);
        } finally {
            Files.delete(file);
        }
    }
}
