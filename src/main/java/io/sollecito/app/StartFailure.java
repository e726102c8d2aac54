package io.sollecito.app;

import io.sollecito.model.Counted;
import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a hub did not start, in words for whoever started it.
 *
 * @param status the exit status: 1 for mistakes in files, 3 for a refusal, 4 when the environment failed
 */
public record StartFailure(int status, String message) {

    private static final Pattern ROUTE = Pattern.compile("Failed to (?:create|start) route:? (\\S+)");

    public static StartFailure of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof ProblemsFound found) {
                int count = found.problems().size();
                return new StartFailure(
                        1, found.getMessage() + "\n" + Counted.of(count, "problem") + ": nothing was started.");
            }
            if (cause instanceof DataFolder.InUse inUse) {
                return new StartFailure(3, inUse.getMessage());
            }
        }
        return new StartFailure(4, "The hub did not start: " + plain(causes));
    }

    /** Frameworks wrap what happened again and again: the route, if one is to blame, and the innermost reason. */
    private static String plain(List<Throwable> causes) {
        String reason = words(innermost(causes));
        return causes.stream()
                .map(cause -> ROUTE.matcher(words(cause)))
                .filter(Matcher::find)
                .findFirst()
                .map(route -> "route " + route.group(1) + ": " + reason)
                .orElse(reason);
    }

    /** A socket's own error names no server; who used the socket does. */
    private static Throwable innermost(List<Throwable> causes) {
        int last = causes.size() - 1;
        return causes.get(last > 0 && causes.get(last) instanceof IOException ? last - 1 : last);
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
