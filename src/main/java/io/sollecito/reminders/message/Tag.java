package io.sollecito.reminders.message;

import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pair of double square brackets in a file.
 *
 * @param sort ' ' for a variable, '#' and '^' where a condition or list begins, '/' where it ends
 * @param line from 1
 * @param column from 1
 */
record Tag(char sort, String name, int line, int column) {

    private static final Pattern BRACKETS = Pattern.compile("\\[\\[(?<inside>[^\\[\\]]*)]]|\\[\\[");
    private static final Pattern OTHER_BRACKETS =
            Pattern.compile("(?:\\$?\\{\\{?|(?<!\\[)\\[)\\s*(?<sort>[#^/]?)(?<name>[A-Za-z]+)\\s*(?:}}?|](?!]))");
    private static final Pattern KNOWN = Pattern.compile("\\s*(?<sort>[#^/]?)\\s*(?<name>[A-Za-z]+)\\s*");

    /** All tags of a file in order; what is no proper tag becomes a problem. */
    static List<Tag> in(String file, List<String> lines, List<Problem> problems) {
        List<Tag> tags = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher found = BRACKETS.matcher(lines.get(at));
            while (found.find()) {
                Matcher known = KNOWN.matcher(found.group("inside") == null ? "" : found.group("inside"));
                if (known.matches()) {
                    char sort = known.group("sort").isEmpty()
                            ? ' '
                            : known.group("sort").charAt(0);
                    tags.add(new Tag(sort, known.group("name"), at + 1, found.start() + 1));
                } else {
                    problems.add(new Problem(
                            file,
                            at + 1,
                            found.start() + 1,
                            found.group("inside") == null
                                    ? "'[[' is not closed"
                                    : "'" + found.group() + "' is no variable",
                            lines.get(at),
                            "Write [[Name]], or [[#Name]]...[[/Name]] for text that needs the variable,"
                                    + " or [[^Name]]...[[/Name]] for text without it; each on one line."));
                }
            }
        }
        return tags;
    }

    /** Variables in brackets of another kind, which would be printed as they stand. */
    static List<Problem> strays(String file, List<String> lines) {
        List<Problem> problems = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher found = OTHER_BRACKETS.matcher(lines.get(at));
            while (found.find()) {
                String name = found.group("name");
                if (found.group().contains("{{") || Variable.named(name) != null) {
                    problems.add(new Problem(
                            file,
                            at + 1,
                            found.start() + 1,
                            found.group() + " is no variable and would be printed as it stands",
                            lines.get(at),
                            "Write [[" + found.group("sort") + name + "]]."));
                }
            }
        }
        return problems;
    }

    boolean opens() {
        return sort == '#' || sort == '^';
    }

    boolean closes() {
        return sort == '/';
    }

    @Override
    public String toString() {
        return "[[" + (sort == ' ' ? "" : sort) + name + "]]";
    }
}
