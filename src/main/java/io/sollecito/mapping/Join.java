package io.sollecito.mapping;

import io.sollecito.mapping.source.Format;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Another file without which the records are not complete.
 *
 * @param fileGlob which file it is
 * @param captions as for the source's own files
 * @param key the columns by which its rows are found
 * @param on the columns of the record that hold the key
 * @param quarantines whether a record whose key is not found is quarantined; else its cells are blank
 * @param wanted the columns that some field asks for
 */
record Join(
        String name,
        String fileGlob,
        Format format,
        List<String> captions,
        boolean findsHeader,
        List<String> key,
        List<String> on,
        boolean quarantines,
        Set<String> wanted) {

    Join(
            String name,
            String fileGlob,
            Format format,
            List<String> captions,
            boolean findsHeader,
            List<String> key,
            List<String> on,
            boolean quarantines) {
        this(name, fileGlob, format, captions, findsHeader, key, on, quarantines, new LinkedHashSet<>());
    }

    /** The name of its column as fields ask for it, {@code $terms.Days}. */
    String prefix() {
        return "$" + name + ".";
    }
}
