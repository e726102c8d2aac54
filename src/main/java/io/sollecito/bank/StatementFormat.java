package io.sollecito.bank;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** One bank statement format. Implementations are found by {@link java.util.ServiceLoader}. */
public interface StatementFormat {

    /** The name that {@code --format} takes, such as camt. */
    String name();

    /** All names that {@code --format} takes for it. */
    default List<String> names() {
        return List.of(name());
    }

    /** Whether a file that begins with these bytes is of this format. */
    boolean recognises(byte[] beginning);

    /**
     * Reads a whole file, in constant memory. What is wrong in it goes to the sink; only failing to read the bytes throws.
     *
     * @param file the name for problems
     * @return what the file is, as exactly as it says, such as camt.053.001.08; null when it does not say
     */
    String read(InputStream content, String file, StatementSink sink) throws IOException;
}
