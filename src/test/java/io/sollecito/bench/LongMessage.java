package io.sollecito.bench;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementReader;
import io.sollecito.bank.StatementSink;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One MT940 message of very many entries, and what reading it has to find. */
final class LongMessage {

    private LongMessage() {}

    static void write(Path file, int entries) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(":20:STARTUMS\n:25:DE89370400440532013000\n:28C:00012/1\n:60F:C260217EUR0,00\n");
            for (int i = 0; i < entries; i++) {
                out.write(":61:2602180218C1,00NTRFNONREF//B-" + i + "\n");
                out.write(":86:166?00GUTSCHRIFT?20EREF+E2E-" + i + "?21SVWZ+Rechnung RE-26-" + i
                        + "?30COBADEFFXXX?31DE75512108001245126199?32MUSTER GMBH\n");
            }
            out.write(":62F:C260218EUR" + entries + ",00\n-\n");
        }
    }

    static void read(Path file, int entries) {
        Counting found = new Counting();
        StatementReader.read(file, file.getFileName().toString(), null, found);
        if (found.entries != entries || !found.balanced) {
            throw new IllegalStateException(found.entries + " of " + entries + " entries were read");
        }
    }

    private static final class Counting implements StatementSink {
        private int entries;
        private boolean balanced;

        @Override
        public void entry(Statement.Entry entry) {
            entries++;
        }

        @Override
        public void statement(StatementHead head) {
            balanced = Boolean.TRUE.equals(head.balanced());
        }

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }

        @Override
        public void unreadable(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
