package io.sollecito.bank;

import java.io.IOException;
import java.io.InputStream;

/** One bank statement format. Implementations are found by {@link java.util.ServiceLoader}. */
public interface StatementFormat {

    /** The name that {@code --format} takes, such as camt. */
    String name();

    /** Whether a file that begins with these bytes is of this format. */
    boolean recognises(byte[] beginning);

    /**
     * Reads a whole file. What is wrong in it is in the result's problems; only failing to read the bytes throws.
     *
     * @param file the name for problems
     */
    StatementFile read(InputStream content, String file) throws IOException;
}
