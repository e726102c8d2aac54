package io.sollecito.check;

import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.scheduling.support.CronExpression;

/** What the values of the parameters that the hub itself understands must be; a placeholder is known only at start. */
final class ParameterValues {

    private static final List<String> EXPECTS = List.of("daily", "movements", "none");
    private static final List<String> DELIVERS = List.of("snapshot", "delta");

    private final Collection<String> creditors;
    private final Path mappings;

    ParameterValues(Collection<String> creditors, Path mappings) {
        this.creditors = creditors;
        this.mappings = mappings;
    }

    Optional<Problem> problem(String parameter, YamlNode value) {
        String text = value.text();
        if (Placeholders.any(text)) {
            return Optional.empty();
        }
        return switch (parameter) {
            case "creditor" -> oneOf(value, creditors, "is no creditor of config/creditors", "Known");
            case "mapping" -> mapping(value);
            case "schedule" -> schedule(value);
            case "expects" -> oneOf(value, EXPECTS, "is not what a connection can be expected to deliver", "Allowed");
            case "delivers" -> oneOf(value, DELIVERS, "is no kind of delivery", "Allowed");
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> oneOf(YamlNode value, Collection<String> allowed, String wrong, String intro) {
        if (allowed.contains(value.text())) {
            return Optional.empty();
        }
        String list = allowed.isEmpty() ? "none" : String.join(", ", new TreeSet<>(allowed));
        return Optional.of(value.problem(
                "'" + value.text() + "' " + wrong, DidYouMean.hint(value.text(), allowed) + intro + ": " + list + "."));
    }

    private Optional<Problem> mapping(YamlNode value) {
        List<String> known = Yaml.files(mappings).stream().map(Yaml::nameOf).toList();
        return known.contains(value.text())
                ? Optional.empty()
                : Optional.of(value.problem(
                        "there is no mapping '" + value.text() + "'",
                        DidYouMean.hint(value.text(), known) + "It is looked for as mappings/" + value.text()
                                + ".yaml."));
    }

    private static Optional<Problem> schedule(YamlNode value) {
        String text = value.text();
        if (CronExpression.isValidExpression(text)) {
            return Optional.empty();
        }
        int fields = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        String message = fields == 6
                ? "'" + text + "' is no schedule: " + reason(text)
                : "'" + text + "' is no schedule: it has " + fields + " fields instead of 6";
        return Optional.of(value.problem(
                message,
                "Six fields: second minute hour day month weekday, such as \"0 30 6 * * MON-FRI\" for 6:30 on"
                        + " working days."));
    }

    private static String reason(String text) {
        try {
            CronExpression.parse(text);
            return "it never fires";
        } catch (IllegalArgumentException wrong) {
            // Spring repeats the field or the whole expression after its sentence.
            return wrong.getMessage().replaceAll("( '[^']*')?( in cron expression \".*\")?$", "");
        }
    }
}
