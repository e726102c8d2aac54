package io.sollecito.delivery.print;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the values of a profile; what is wrong becomes a problem at its place, and a stand-in goes on. */
final class ProfileFields {

    private final List<Problem> problems;

    ProfileFields(List<Problem> problems) {
        this.problems = problems;
    }

    void keys(YamlNode map, List<String> allowed, List<String> required) {
        problems.addAll(map.unknownKeys(allowed));
        for (String key : required) {
            if (map.get(key) == null) {
                problem(map, "'" + key + "' is missing", "Add it: what is agreed with the print house says it.");
            }
        }
    }

    void problem(YamlNode at, String message, String remedy) {
        problems.add(at.problem(message, remedy));
    }

    String text(YamlNode map, String key) {
        YamlNode value = map.get(key);
        return value == null || value.text().isBlank() ? null : value.text().strip();
    }

    boolean flag(YamlNode map, String key, boolean otherwise) {
        return value(map, key, otherwise, "write true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    int number(YamlNode map, String key, int least, int most, int otherwise) {
        return value(map, key, otherwise, "write a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    double millimetres(YamlNode map, String key) {
        return value(map, key, 0.0, "write millimetres such as 85 or 85.5", text -> {
            if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
                throw new IllegalArgumentException(text);
            }
            return Double.valueOf(text);
        });
    }

    String word(YamlNode map, String key, List<String> words, String otherwise) {
        return value(map, key, otherwise, "write one of " + String.join(", ", words), text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    LocalTime time(YamlNode map, String key) {
        return value(map, key, LocalTime.NOON, "write a time such as \"15:30\"", LocalTime::parse);
    }

    ZoneId zone(YamlNode map, String key) {
        return value(map, key, ZoneId.of("UTC"), "write a time zone such as Europe/Rome", ZoneId::of);
    }

    /** Minutes, hours: 30m, 4h. */
    Duration duration(YamlNode map, String key, Duration otherwise) {
        return value(map, key, otherwise, "write minutes or hours such as 30m or 4h", text -> {
            if (!text.matches("[1-9][0-9]{0,3}[mh]")) {
                throw new IllegalArgumentException(text);
            }
            long amount = Long.parseLong(text.substring(0, text.length() - 1));
            return text.endsWith("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
        });
    }

    /** Working days: 2d. */
    int days(YamlNode map, String key, int otherwise) {
        return value(map, key, otherwise, "write working days such as 2d", text -> {
            if (!text.matches("[1-9][0-9]{0,2}d")) {
                throw new IllegalArgumentException(text);
            }
            return Integer.valueOf(text.substring(0, text.length() - 1));
        });
    }

    private <T> T value(YamlNode map, String key, T otherwise, String remedy, Function<String, T> reader) {
        YamlNode node = map.get(key);
        if (node == null) {
            return otherwise;
        }
        return read(node, reader).orElseGet(() -> {
            problem(
                    node,
                    "'" + node.text() + "' is no value of '" + key + "'",
                    Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1) + ".");
            return otherwise;
        });
    }

    private static <T> Optional<T> read(YamlNode node, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(node.text().strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
