package io.sollecito.cli;

import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.Unreadable;
import java.util.function.Consumer;

/** Ends a reading after so many records. What only the end of a file tells, such as its totals, is not checked then. */
final class Sample {

    /** Reads a file into a sink. */
    interface Reading {
        void into(Consumer<Outcome> sink) throws Unreadable;
    }

    /** Ends the reading; it never leaves this class. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    private Sample() {}

    /** @param most how many records, or null for all */
    static void read(Long most, Consumer<Outcome> sink, Reading reading) throws Unreadable {
        if (most == null) {
            reading.into(sink);
            return;
        }
        long[] read = {0};
        try {
            reading.into(outcome -> {
                boolean another = !(outcome instanceof Outcome.Mapped mapped) || mapped.first();
                read[0] += another ? 1 : 0;
                if (read[0] > most) {
                    throw new Enough();
                }
                sink.accept(outcome);
            });
        } catch (Enough enough) {
            // the sample is complete
        }
    }
}
