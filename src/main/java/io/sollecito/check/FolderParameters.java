package io.sollecito.check;

import io.sollecito.intake.FileSet;
import io.sollecito.intake.Trigger;
import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the parameters of connectors that poll folders must be, each by itself and together. */
final class FolderParameters {

    private static final Pattern FOLDER = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:\\p{Cntrl}]+");
    private static final List<String> TLS = List.of("explicit", "implicit");

    private FolderParameters() {}

    static Optional<Problem> problem(String parameter, YamlNode value) {
        String text = value.text();
        return switch (parameter) {
            case "zone", "serverZone" -> zone(value);
            case "trigger" ->
                wrong(Trigger::parse, text)
                        .map(wrong -> value.problem(
                                "'" + text + "' is no trigger: " + wrong,
                                "Write ${file:name}.ok for x.csv.ok beside x.csv, ${file:name.noext}.trg for x.trg, or"
                                        + " one name for the whole folder."));
            case "together" ->
                wrong(FileSet::parse, text)
                        .map(wrong -> value.problem(
                                "'" + text + "' is no set of files: " + wrong,
                                "Write names with one star each, such as ITEMS_*.csv, DEBTORS_*.csv."));
            case "archive", "errors" ->
                FOLDER.matcher(text).matches()
                        ? Optional.empty()
                        : Optional.of(value.problem(
                                "'" + text + "' is no name of a folder below the polled one",
                                "Write a plain name, such as " + (parameter.equals("archive") ? ".done" : ".error")
                                        + "."));
            case "tls" ->
                TLS.contains(text)
                        ? Optional.empty()
                        : Optional.of(value.problem(
                                "'" + text + "' is no way to begin TLS",
                                DidYouMean.hint(text, TLS) + "Allowed: " + String.join(", ", TLS) + "."));
            default -> Optional.empty();
        };
    }

    private static Optional<String> wrong(Consumer<String> parser, String text) {
        try {
            parser.accept(text);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    /**
     * What contradicts itself.
     *
     * @param declared the parameters that the template has
     * @param at where to tell what is missing
     */
    static List<Problem> together(Set<String> declared, Map<String, YamlNode> given, YamlNode at) {
        List<Problem> problems = new ArrayList<>();
        if (declared.containsAll(List.of("password", "privateKeyFile"))) {
            logIn(given, at).ifPresent(problems::add);
        }
        YamlNode archive = given.get("archive");
        YamlNode errors = given.get("errors");
        if (archive != null && errors != null && archive.text().equals(errors.text())) {
            problems.add(errors.problem(
                    "archive and errors are the same folder", "Give each its own: taken files must not look refused."));
        }
        return problems;
    }

    private static Optional<Problem> logIn(Map<String, YamlNode> given, YamlNode at) {
        boolean password = isGiven(given, "password");
        boolean key = isGiven(given, "privateKeyFile");
        if (password && key) {
            return Optional.of(given.get("privateKeyFile")
                    .problem("password and privateKeyFile are both given", "Keep the one that the server asks for."));
        }
        if (!password && !key) {
            return Optional.of(at.problem(
                    "neither password nor privateKeyFile is given",
                    "Add the password by reference, or the file of a private key."));
        }
        return password && isGiven(given, "privateKeyPassphrase")
                ? Optional.of(given.get("privateKeyPassphrase")
                        .problem(
                                "a passphrase is given, but no private key",
                                "Add privateKeyFile instead of the password, or remove the passphrase."))
                : Optional.empty();
    }

    private static boolean isGiven(Map<String, YamlNode> given, String name) {
        YamlNode value = given.get(name);
        return value != null && !value.text().isBlank();
    }

    private static Optional<Problem> zone(YamlNode value) {
        try {
            ZoneId.of(value.text());
            return Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.of(value.problem(
                    "'" + value.text() + "' is no time zone",
                    "Write it by region and city, such as Europe/Rome, or UTC."));
        }
    }
}
