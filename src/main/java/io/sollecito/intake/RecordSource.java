package io.sollecito.intake;

import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.Unreadable;
import java.util.function.Consumer;

/** Reads an export from its beginning and says what became of each of its records. */
@FunctionalInterface
public interface RecordSource {

    /** @throws Unreadable when it is no such export at all */
    void read(Consumer<Outcome> sink) throws Unreadable;
}
