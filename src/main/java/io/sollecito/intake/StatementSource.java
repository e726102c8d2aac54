package io.sollecito.intake;

import io.sollecito.bank.MappedStatements;
import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import io.sollecito.mapping.Mapping;
import java.nio.file.Path;

/**
 * What a bank connection's route file says of its files.
 *
 * @param format the format's name, or null to tell it from the content
 * @param account the IBAN that files without an account are of, or null
 * @param mapping of lists (CSV, Excel), or null when the files are of a format
 */
public record StatementSource(String format, String account, Mapping mapping) {

    /** Of a connection that leaves it to the files. */
    public static final StatementSource UNKNOWN = new StatementSource(null, null);

    /** Of files of a format. */
    public StatementSource(String format, String account) {
        this(format, account, null);
    }

    /** A file is kept in memory until it is known to add up; what holds more payments is refused. */
    static final int MOST_PAYMENTS = 200_000;

    StatementFile read(Path file, String name) {
        return mapping == null
                ? StatementReader.read(file, name, format, MOST_PAYMENTS)
                : MappedStatements.read(mapping, file, name);
    }
}
