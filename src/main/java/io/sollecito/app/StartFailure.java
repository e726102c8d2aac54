package io.sollecito.app;

import io.sollecito.model.ProblemsFound;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a hub did not start, in words for whoever started it.
 *
 * @param status the exit status: 1 for mistakes in files, 3 for a refusal, 4 when the environment failed
 */
public record StartFailure(int status, String message) {

    public static StartFailure of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof ProblemsFound found) {
                int count = found.problems().size();
                return new StartFailure(
                        1,
                        found.getMessage() + "\n" + count + (count == 1 ? " problem" : " problems")
                                + ": nothing was started.");
            }
            if (cause instanceof DataFolder.InUse inUse) {
                return new StartFailure(3, inUse.getMessage());
            }
        }
        return new StartFailure(4, "The hub did not start: " + plain(causes));
    }

    /** Frameworks wrap what happened again and again: the outermost words that name a route, and the innermost reason. */
    private static String plain(List<Throwable> causes) {
        String reason = words(causes.get(causes.size() - 1));
        return causes.stream()
                .filter(cause -> cause.getClass().getSimpleName().startsWith("FailedTo"))
                .map(StartFailure::words)
                .map(words -> words.replaceFirst("(?s) at: >>>.*?because of|(?s) because.*", ":"))
                .findFirst()
                .map(where -> where.replaceFirst("(?s):.*", "") + ": " + reason)
                .orElse(reason);
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
