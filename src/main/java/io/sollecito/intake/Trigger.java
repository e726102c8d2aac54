package io.sollecito.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The small file by which a sender says that another one is whole: {@code ${file:name}.ok} for {@code x.csv.ok} beside
 * {@code x.csv}, {@code ${file:name.noext}.trg} for {@code x.trg}, or one name for all files of a folder.
 */
public final class Trigger {

    /** Nothing is waited for. */
    public static final Trigger NONE = new Trigger("", "", Of.NOTHING);

    private static final Pattern EXPRESSION = Pattern.compile("([^${}]*)\\$\\{file:(name|name\\.noext)}([^${}]*)");
    private static final Pattern PLAIN = Pattern.compile("[^./\\\\\\p{Cntrl}:${}][^/\\\\\\p{Cntrl}:${}]*");
    private static final Pattern PART = Pattern.compile("[^/\\\\\\p{Cntrl}:]*");

    private enum Of {
        NOTHING,
        EACH_NAME,
        EACH_STEM,
        ALL
    }

    private final String before;
    private final String after;
    private final Of of;

    private Trigger(String before, String after, Of of) {
        this.before = before;
        this.after = after;
        this.of = of;
    }

    /**
     * Reads an expression; a blank one is {@link #NONE}.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static Trigger parse(String expression) {
        if (expression.isBlank()) {
            return NONE;
        }
        Matcher each = EXPRESSION.matcher(expression);
        if (each.matches() && isPart(each.group(1)) && isPart(each.group(3))) {
            Of of = each.group(2).equals("name") ? Of.EACH_NAME : Of.EACH_STEM;
            if (each.group(1).isEmpty() && each.group(3).isEmpty()) {
                throw new IllegalArgumentException("a file cannot be its own trigger");
            }
            return new Trigger(each.group(1), each.group(3), of);
        }
        if (PLAIN.matcher(expression).matches()) {
            return new Trigger(expression, "", Of.ALL);
        }
        throw new IllegalArgumentException("it names no file beside the one to take");
    }

    /** The name of the file that says so of a file; empty when nothing is waited for. */
    public Optional<String> of(String fileName) {
        return switch (of) {
            case NOTHING -> Optional.empty();
            case EACH_NAME -> Optional.of(before + fileName + after);
            case EACH_STEM -> Optional.of(before + stem(fileName) + after);
            case ALL -> Optional.of(before);
        };
    }

    /** Whether a file of that name is a trigger itself. */
    public boolean is(String fileName) {
        return switch (of) {
            case NOTHING -> false;
            case EACH_NAME, EACH_STEM ->
                fileName.length() > before.length() + after.length()
                        && fileName.startsWith(before)
                        && fileName.endsWith(after);
            case ALL -> fileName.equals(before);
        };
    }

    /** Whether one trigger stands for all files of a folder. */
    public boolean isForAll() {
        return of == Of.ALL;
    }

    private static boolean isPart(String text) {
        return PART.matcher(text).matches();
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? fileName : fileName.substring(0, dot);
    }
}
