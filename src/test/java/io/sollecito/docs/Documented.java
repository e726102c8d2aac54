package io.sollecito.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/connectors.md} shows for copying, as tests run it. */
public final class Documented {

    private Documented() {}

    /** The route file after the comment that names it. */
    public static String route(String name) throws IOException {
        Matcher found = Pattern.compile("(?s)<!-- " + name + " -->\\s*```yaml\n(.*?)```")
                .matcher(Files.readString(Path.of("docs/connectors.md")));
        if (!found.find()) {
            throw new AssertionError("docs/connectors.md shows no route " + name);
        }
        return found.group(1);
    }
}
