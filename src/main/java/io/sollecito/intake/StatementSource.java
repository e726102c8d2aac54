package io.sollecito.intake;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import java.nio.file.Path;

/**
 * What a bank connection's route file says of its files.
 *
 * @param format the format's name, or null to tell it from the content
 * @param account the IBAN that files without an account are of, or null
 */
public record StatementSource(String format, String account) {

    /** Of a connection that leaves it to the files. */
    public static final StatementSource UNKNOWN = new StatementSource(null, null);

    /** A file is kept in memory until it is known to add up; what holds more payments is refused. */
    static final int MOST_PAYMENTS = 200_000;

    StatementFile read(Path file, String name) {
        return StatementReader.read(file, name, format, MOST_PAYMENTS);
    }
}
