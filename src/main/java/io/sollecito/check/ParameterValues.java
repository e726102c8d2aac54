package io.sollecito.check;

import io.sollecito.check.Placeholders.Use;
import io.sollecito.intake.pull.ApiParameters;
import io.sollecito.intake.pull.ApiUrl;
import io.sollecito.intake.pull.Paging;
import io.sollecito.mapping.Delivers;
import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iban4j.IbanUtil;
import org.springframework.scheduling.support.CronExpression;

/** What the values of the parameters that the hub itself understands must be; a placeholder is known only at start. */
final class ParameterValues {

    private static final List<String> EXPECTS = List.of("daily", "movements", "none");
    private static final List<String> POSTING = List.of("hub", "erp");
    private static final Pattern SHELL = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^{}]*)?}");
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9-]{1,30}");
    private static final List<String> PROOFS = List.of("bearer", "basic", "hmac");

    private final Collection<String> creditors;
    private final Path mappings;
    private final KnownProperties properties;
    private final RouteMapping together;

    ParameterValues(Collection<String> creditors, Path mappings, KnownProperties properties) {
        this.creditors = creditors;
        this.mappings = mappings;
        this.properties = properties;
        this.together = new RouteMapping(mappings);
    }

    /** What a route and its mapping say that does not fit together. */
    List<Problem> ofMapping(Map<String, YamlNode> given) {
        return together.problems(given);
    }

    /** What a bank's route and the mapping of its lists say that does not fit together. */
    List<Problem> ofBankMapping(Map<String, YamlNode> given) {
        return together.problemsOfBank(given);
    }

    Optional<Problem> problem(String parameter, YamlNode value) {
        String text = value.text();
        if (parameter.equals("port")) {
            return port(value);
        }
        if (Placeholders.any(text)) {
            return Optional.empty();
        }
        return switch (parameter) {
            case "creditor" -> oneOf(value, creditors, "is no creditor of config/creditors", "Known");
            case "mapping" -> mapping(value);
            case "schedule" -> schedule(value);
            case "expects" -> oneOf(value, EXPECTS, "is not what a connection can be expected to deliver", "Allowed");
            case "limitDays", "limitClosings", "mostPages", "mostMegabytes", "mostMinutes", "overlapHours" ->
                number(value);
            case "keysAfter" -> timeOfDay(value);
            case "paging" -> oneOf(value, Paging.names(), "is no way from page to page", "Allowed");
            case "login" -> oneOf(value, ApiParameters.LOGINS, "is no way to log in", "Allowed");
            case "posting" -> oneOf(value, POSTING, "cannot post payments", "Allowed");
            case "proof" -> oneOf(value, PROOFS, "is no way to prove who one is", "Allowed");
            case "secretIn" -> oneOf(value, ApiParameters.SECRET_IN, "is no place for a secret", "Allowed");
            case "url", "tokenUrl" -> address(value);
            case "records", "next", "pages", "total", "reports", "idAt", "stateAt", "codeAt" -> pointer(value);
            case "password", "secret", "privateKeyPassphrase", "trustStorePassword" -> secret(parameter, value);
            case "provider" ->
                PROVIDER.matcher(text).matches()
                        ? Optional.empty()
                        : Optional.of(value.problem(
                                "'" + text + "' cannot name a provider",
                                "Write up to 30 small letters, digits and hyphens, such as paylink."));
            case "payoutAccount" ->
                text.isBlank() || IbanUtil.isValid(text)
                        ? Optional.empty()
                        : Optional.of(value.problem(
                                "'" + text + "' is no valid IBAN", "Write it without blanks, or leave it out."));
            case "delivers" -> oneOf(value, Delivers.WORDS_OF_ROUTES, "is no kind of delivery", "Allowed");
            default -> FolderParameters.problem(parameter, value);
        };
    }

    private static Optional<Problem> timeOfDay(YamlNode value) {
        try {
            LocalTime.parse(value.text());
            return Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.of(
                    value.problem("'" + value.text() + "' is no time of day", "Write it like 02:00, in quotes."));
        }
    }

    /** A problem for every placeholder of a connection that nothing sets: it would stop the start. */
    List<Problem> unset(YamlNode text) {
        List<Problem> problems = new ArrayList<>();
        for (Use use : Placeholders.uses(text)) {
            if (use.name().equals("env")) {
                if (!use.rest().contains(":") && !properties.isSet(use.rest())) {
                    problems.add(text.problem(
                            "the environment variable " + use.rest() + " is not set",
                            "Set it, or write a default: {{env:" + use.rest() + ":...}}."));
                }
            } else if (use.rest() == null && !use.optional() && !properties.isSet(use.name())) {
                problems.add(text.problem(
                        use.name() + " is not set",
                        DidYouMean.hint(use.name(), properties.names())
                                + "Give it in config/application.yaml or as environment variable "
                                + KnownProperties.variable(use.name()) + "."));
            }
        }
        Matcher shell = SHELL.matcher(text.text());
        if (shell.find()) {
            problems.add(text.problem(
                    shell.group() + " is not replaced in a route",
                    "Write {{env:" + shell.group(1) + "}}; ${...} is for config/application.yaml."));
        }
        return problems;
    }

    private Optional<Problem> port(YamlNode value) {
        return properties
                .resolved(value.text())
                .filter(text -> !Placeholders.any(text) && !text.isBlank() && !isPort(text.strip()))
                .map(text -> value.problem("'" + text + "' is no port", "Write a number from 1 to 65535, such as 22."));
    }

    private static Optional<Problem> number(YamlNode value) {
        return value.text().strip().matches("[0-9]{1,6}")
                ? Optional.empty()
                : Optional.of(value.problem("'" + value.text() + "' is no number", "Write digits only, such as 2."));
    }

    /** Its text is not repeated: it may hold a key. */
    private static Optional<Problem> address(YamlNode value) {
        try {
            if (!value.text().isBlank()) {
                new ApiUrl(value.text());
            }
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(new Problem(
                    value.file(),
                    value.line(),
                    value.column(),
                    wrong.getMessage(),
                    null,
                    "Write an address of http or https, without a log-in in it."));
        }
    }

    private static Optional<Problem> pointer(YamlNode value) {
        String text = value.text().strip();
        return text.isEmpty() || text.startsWith("/")
                ? Optional.empty()
                : Optional.of(value.problem(
                        "'" + text + "' is no JSON Pointer", "Write the members on the way, such as /d/results."));
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
    }

    /** Its line is not repeated: what is told ends up in terminals and logs. */
    private static Optional<Problem> secret(String parameter, YamlNode value) {
        return value.text().isBlank() || SHELL.matcher(value.text()).find()
                ? Optional.empty()
                : Optional.of(new Problem(
                        value.file(),
                        value.line(),
                        value.column(),
                        "a " + parameter + " stands here in clear text",
                        null,
                        "Give it by reference, such as \"{{my.erp." + parameter
                                + "}}\", and set the environment variable MY_ERP_"
                                + parameter.toUpperCase(Locale.ROOT) + "."));
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
