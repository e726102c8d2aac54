package io.sollecito.creditors;

import io.sollecito.model.PaymentLink;
import io.sollecito.model.Problem;
import io.sollecito.model.TaxNumbers;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the values of a creditor's file must look like, so that no message fails with them on the day that it is to leave. */
final class CreditorValues {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of("it", "fr", "de", "en");
    private static final Predicate<String> EMAIL = Pattern.compile(
                    "[^@\\s<>,;\"]+@[^@\\s<>,;\".]+(\\.[^@\\s<>,;\".]+)+")
            .asMatchPredicate();
    private static final Predicate<String> BIC =
            Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?").asMatchPredicate();
    private static final Predicate<String> SMS_SENDER =
            Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}|\\+?[0-9]{3,15}").asMatchPredicate();

    private static final long LARGEST_PICTURE = 512 * 1024;

    private CreditorValues() {}

    static List<Problem> problems(YamlNode creditor) {
        List<Problem> problems = new ArrayList<>();
        Stream.of(creditor.get("country"), in(creditor, "address", "country"))
                .forEach(country -> expect(
                        country,
                        COUNTRIES::contains,
                        "is no country's code",
                        "Write the two capital letters of ISO 3166, such as IT or DE.",
                        problems));
        expect(
                creditor.get("language"),
                LANGUAGES::contains,
                "is no language of the reminders' templates",
                "Write it, fr, de or en.",
                problems);
        emails(creditor)
                .forEach(email -> expect(
                        email, EMAIL, "is no e-mail address", "Write one such as finance@acme.example.", problems));
        checkBic(creditor.get("bic"), problems);
        expect(
                creditor.get("smsSender"),
                SMS_SENDER,
                "cannot be an SMS sender",
                "Message centres take at most 11 letters and digits, or a telephone number of at most 15 digits.",
                problems);
        paymentLink(creditor.get("paymentLink"), problems);
        picture(creditor, "logo", problems);
        picture(creditor, "signature", problems);
        expect(
                creditor.get("siren"),
                TaxNumbers::isSiren,
                "is no SIREN",
                "It has nine digits, of which the last is a check digit: read them again.",
                problems);
        expect(
                creditor.get("siret"),
                TaxNumbers::isSiret,
                "is no SIRET",
                "It has fourteen digits, of which the last is a check digit: read them again.",
                problems);
        expect(
                creditor.get("fiscalCode"),
                TaxNumbers::isFiscalCode,
                "is no codice fiscale",
                "It has eleven digits, or the sixteen letters and digits of a person's.",
                problems);
        return problems;
    }

    static void checkBic(YamlNode bic, List<Problem> problems) {
        expect(
                bic,
                BIC,
                "is no BIC",
                "It has 8 or 11 letters and digits, such as BADEITMM; leave it out if you do not know it.",
                problems);
    }

    private static void picture(YamlNode creditor, String key, List<Problem> problems) {
        YamlNode picture = creditor.get(key);
        Predicate<String> there =
                name -> Files.isReadable(Path.of(creditor.file()).resolveSibling(name));
        expect(
                picture,
                there,
                "is not there",
                "The " + key + " is a file beside this one; leave it out to write without one.",
                problems);
        if (picture != null && there.test(picture.text().strip())) {
            expect(
                    picture,
                    name -> isSmall(Path.of(creditor.file()).resolveSibling(name)),
                    "is too large",
                    "Every message carries it: make it at most " + LARGEST_PICTURE / 1024 + " KB.",
                    problems);
        }
    }

    private static boolean isSmall(Path picture) {
        try {
            return Files.size(picture) <= LARGEST_PICTURE;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void paymentLink(YamlNode link, List<Problem> problems) {
        if (link != null) {
            PaymentLink.flaws(link.text().strip())
                    .forEach(
                            flaw -> problems.add(
                                    link.problem(
                                            "the payment link " + flaw,
                                            "Write it such as https://pay.example/?ref={reference}&amount={amount}&currency={currency}.")));
        }
    }

    private static Stream<YamlNode> emails(YamlNode creditor) {
        YamlNode finance = creditor.get("financeEmails");
        return Stream.concat(
                Stream.of(creditor.get("senderEmail"), in(creditor, "signatory", "email")),
                finance == null ? Stream.empty() : finance.list().stream());
    }

    private static YamlNode in(YamlNode creditor, String part, String key) {
        return creditor.get(part) == null ? null : creditor.get(part).get(key);
    }

    private static void expect(
            YamlNode value, Predicate<String> allowed, String wrong, String remedy, List<Problem> problems) {
        if (value != null
                && !value.text().isBlank()
                && !allowed.test(value.text().strip())) {
            problems.add(value.problem("'" + value.text() + "' " + wrong, remedy));
        }
    }
}
