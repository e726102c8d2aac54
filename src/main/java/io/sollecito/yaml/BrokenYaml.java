package io.sollecito.yaml;

import io.sollecito.model.Problem;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words why a text is no YAML, for the mistakes that people make; for others, in the parser's. */
final class BrokenYaml {

    private final String file;
    private final List<String> lines;
    private final String said;
    private final Mark at;
    private final Mark begun;

    private BrokenYaml(String file, List<String> lines, MarkedYAMLException broken) {
        this.file = file;
        this.lines = lines;
        this.said = String.valueOf(broken.getProblem());
        this.at = broken.getProblemMark();
        this.begun = broken.getContextMark() == null ? broken.getProblemMark() : broken.getContextMark();
    }

    static Problem problem(String file, List<String> lines, MarkedYAMLException broken) {
        return new BrokenYaml(file, lines, broken).problem();
    }

    private Problem problem() {
        if (at == null) {
            return Problem.of(file, "is not valid YAML: " + said, "Check indentation and quotes.");
        }
        if (said.contains("TAB")) {
            return told(at, "a tab stands in the indentation", "Indent with spaces.");
        }
        if (said.startsWith("expected ',' or '")) {
            return bracketLeftOpen(said.charAt("expected ',' or '".length()));
        }
        if (said.equals("found unexpected end of stream")) {
            return told(begun, "this quote is not closed", "Close it on the same line.");
        }
        if (said.equals("could not find expected ':'")) {
            return told(begun, "this line has no colon after its key", "Write it as key: value.");
        }
        if (said.contains("found '}'") || said.contains("found ']'")) {
            return told(at, "this bracket closes nothing", "Remove it, or open it before.");
        }
        if (said.startsWith("found character")) {
            return told(at, "a value may not begin with this character", "Put the value in quotes.");
        }
        if (said.startsWith("found undefined alias")) {
            return told(at, "a value may not begin with *", "Put the value in quotes.");
        }
        if (lines.size() > at.getLine() && lines.get(at.getLine()).strip().matches("-[^-\\s].*")) {
            return told(at, "a space is missing after this hyphen", "Write it as - value.");
        }
        if (said.contains("block mapping start") || said.contains("block sequence start") || isDeeperThanBefore()) {
            return told(
                    at.getLine(),
                    indentation(at.getLine()),
                    "this line is indented by " + indentation(at.getLine()) + ", the lines before it by "
                            + contentBefore(),
                    "What belongs together begins in the same column.");
        }
        if (said.startsWith("mapping values are not allowed")) {
            return told(at, "a second colon stands on this line", "Put a value that has a colon in quotes.");
        }
        if (said.contains("found '<scalar>'")) {
            return told(
                    at,
                    "text stands after the closing quote",
                    "Write \\\" for a quote inside \"...\", and '' for one inside '...'.");
        }
        return told(at, "is not valid YAML: " + said, "Check indentation and quotes.");
    }

    private Problem bracketLeftOpen(char closing) {
        char opening = closing == '}' ? '{' : '[';
        if (begun.getLine() == at.getLine()) {
            return told(at, "a comma or " + closing + " is missing before this", "Separate the entries with commas.");
        }
        return told(
                begun,
                "this " + opening + " is not closed before line " + (at.getLine() + 1),
                "Close it with " + closing + "; commas separate what stands inside.");
    }

    /** A line that goes deeper although the line before it holds a value already. */
    private boolean isDeeperThanBefore() {
        return said.startsWith("mapping values are not allowed") && indentation(at.getLine()) > contentBefore();
    }

    /** The column in which the nearest line before begins, after the hyphen of a list. */
    private int contentBefore() {
        for (int line = at.getLine() - 1; line >= 0; line--) {
            String text = lines.get(line).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                int hyphen = text.matches("-\\s+\\S.*")
                        ? text.length() - text.substring(1).stripLeading().length()
                        : 0;
                return indentation(line) + hyphen;
            }
        }
        return Integer.MAX_VALUE;
    }

    private int indentation(int line) {
        String text = line < lines.size() ? lines.get(line) : "";
        return text.length() - text.stripLeading().length();
    }

    private Problem told(Mark mark, String message, String remedy) {
        return told(mark.getLine(), mark.getColumn(), message, remedy);
    }

    private Problem told(int line, int column, String message, String remedy) {
        String excerpt = line < lines.size() ? lines.get(line) : null;
        return new Problem(file, line + 1L, column + 1L, message, excerpt, remedy);
    }
}
