package io.sollecito.check;

import io.sollecito.delivery.sms.SmsEncoding;
import io.sollecito.model.Creditor;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.reminders.message.SmsSample;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many parts the templates' text messages take: each part is paid for, and more than two look like a letter. */
final class SmsTexts {

    static final int MOST_PARTS = 2;

    /** A template's text for the creditor with whom it becomes longest. */
    private record Measured(YamlNode text, String creditor, int parts, String outside) {}

    private final List<Measured> measured;

    private SmsTexts(List<Measured> measured) {
        this.measured = measured;
    }

    /** Those of a folder of templates; none when it cannot be read. */
    static SmsTexts of(Path templates, Collection<Creditor> creditors) {
        List<Measured> measured = new ArrayList<>();
        for (Path language : folders(templates)) {
            for (Path file : Yaml.files(language)) {
                measure(file, language.getFileName().toString(), creditors).ifPresent(measured::add);
            }
        }
        return new SmsTexts(measured);
    }

    /** That of one file, whose language nobody knows. */
    static SmsTexts ofFile(Path file, Collection<Creditor> creditors) {
        return new SmsTexts(measure(file, "", creditors).stream().toList());
    }

    List<Problem> problems() {
        return measured.stream()
                .filter(text -> text.parts() > MOST_PARTS)
                .map(SmsTexts::problem)
                .toList();
    }

    /** How many texts take one part and two, and which take two; empty when there are no texts. */
    List<String> lines() {
        if (measured.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        long single = measured.stream().filter(text -> text.parts() == 1).count();
        lines.add("SMS texts: " + single + " of 1 part, " + (measured.size() - single) + " of more, for a debtor with a"
                + " long name.");
        measured.stream()
                .filter(text -> text.parts() > 1)
                .map(text -> text.text().file() + ":" + text.text().line() + ":"
                        + text.text().column() + ": SMS of " + text.parts() + " parts for " + text.creditor())
                .forEach(lines::add);
        return lines;
    }

    private static List<Path> folders(Path templates) {
        try (Stream<Path> children = Files.list(templates)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Problem problem(Measured text) {
        String alphabet = text.outside().isEmpty()
                ? "A part holds 153 characters; [ ] { } \\ ^ ~ | and the euro sign count twice."
                : "Outside the SMS alphabet: " + text.outside()
                        + ". A text with such characters has 67 in a part, without them 153.";
        return text.text()
                .problem(
                        "the SMS takes " + text.parts() + " parts for " + text.creditor() + ", " + MOST_PARTS
                                + " are allowed",
                        "Shorten it. " + alphabet);
    }

    private static Optional<Measured> measure(Path file, String language, Collection<Creditor> creditors) {
        try {
            YamlNode template = Yaml.read(file);
            List<String> lines = Files.readAllLines(file);
            return creditors.stream()
                    .flatMap(creditor -> SmsSample.of(template, lines, language, creditor).stream()
                            .map(text -> new Measured(
                                    template.get("sms"),
                                    creditor.code(),
                                    SmsEncoding.of(text, 0).parts().size(),
                                    SmsEncoding.outsideGsm7(text))))
                    .max(Comparator.comparingInt(Measured::parts));
        } catch (ProblemsFound toldElsewhere) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
