package io.sollecito.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.sollecito.mapping.source.Format;
import io.sollecito.model.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Another file without which the records are not complete.
 *
 * @param fileGlob which file it is
 * @param captions as for the source's own files
 * @param together the one group of it is the same text in both files' names; null when any file of the name will do
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
        Pattern together,
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
            Pattern together,
            List<String> key,
            List<String> on,
            boolean quarantines) {
        this(name, fileGlob, format, captions, findsHeader, together, key, on, quarantines, new LinkedHashSet<>());
    }

    /** Whether a file of this name is one of those that others are joined with. */
    boolean isMetBy(String plainName) {
        return Glob.compile(fileGlob).matches(plainName);
    }

    /**
     * The file that a file is joined with.
     *
     * @param others those that came with it, or before; the first that belongs to it counts
     * @throws Unreadable when there is none
     */
    InputFile partnerOf(InputFile file, List<InputFile> others) throws Unreadable {
        String mark = mark(file);
        return others.stream()
                .filter(other -> isMetBy(other.plainName()))
                .filter(other -> together == null || mark != null && mark.equals(mark(other)))
                .findFirst()
                .orElseThrow(() -> new Unreadable(Problem.of(
                        file.name(),
                        "is complete only with a file '" + fileGlob + "'" + (mark == null ? "" : " of '" + mark + "'")
                                + ", which did not come with it",
                        "Name both in the same call, pack them into one archive, or deliver the other to the same"
                                + " connection.")));
    }

    private String mark(InputFile file) {
        if (together == null) {
            return null;
        }
        Matcher name = together.matcher(file.plainName());
        return name.matches() ? name.group(1) : null;
    }

    /** The name of its column as fields ask for it, {@code $terms.Days}. */
    String prefix() {
        return "$" + name + ".";
    }
}
