package io.sollecito.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.sollecito.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A file of canonical JSON lines, as {@code hub map} prints them; what is wrong with its lines is collected. */
final class CanonicalLines {

    /** Takes one line; throws a RuntimeException that says what is wrong with it. */
    interface Taker {
        void take(JsonNode json, long number);
    }

    private static final ObjectReader JSON = new ObjectMapper().reader();
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_BROKEN = 3;
    private static final int LONGEST_EXCERPT = 160;

    private final Path file;
    private final List<Problem> problems;
    private int broken;

    CanonicalLines(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Hands on each line whose text is wanted; only those are parsed. */
    void read(Predicate<String> wanted, Taker taker) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 0;
            for (String text = reader.readLine(); text != null && broken < MOST_BROKEN; text = reader.readLine()) {
                number++;
                if (!text.isBlank() && wanted.test(text)) {
                    take(number, text, taker);
                }
            }
        }
    }

    private void take(long number, String text, Taker taker) {
        try {
            taker.take(JSON.readTree(text), number);
        } catch (JsonProcessingException notJson) {
            int column =
                    notJson.getLocation() == null ? 1 : notJson.getLocation().getColumnNr();
            problem(number, column, "is not JSON: " + notJson.getOriginalMessage(), text);
            broken++;
            if (broken == MOST_BROKEN) {
                problems.add(Problem.of(
                        file.toString(),
                        "is read no further after " + MOST_BROKEN + " lines that are not JSON",
                        "Is it the output of 'hub map --json'?"));
            }
        } catch (RuntimeException wrong) {
            problem(number, 1, "cannot be understood: " + wrong.getMessage(), text);
        }
    }

    private void problem(long line, int column, String message, String text) {
        if (problems.size() < MOST_PROBLEMS) {
            String excerpt = text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT);
            problems.add(new Problem(
                    file.toString(),
                    line,
                    column,
                    message,
                    excerpt,
                    "Each line is one JSON object, as 'hub map --json' writes them."));
        }
    }
}
