package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every shipped template keeps to, whoever writes the next one. */
class TemplateSetTest {

    private static final Path SHIPPED = Path.of("reminders/templates");
    private static final List<String> LANGUAGES = List.of("it", "fr", "de", "en");

    /** Whoever is asked for money learns these. */
    private static final List<String> PROMISED = List.of(
            "[[ItemTable]]",
            "[[TotalAmount]]",
            "[[PaymentBox]]",
            "[[PaymentsConsideredUntil]]",
            "[[DisputeContact]]",
            "[[SignatoryFirstName]] [[SignatoryLastName]]",
            "[[SignatoryPhoneNumber]]");

    private static final Map<String, String> DISREGARD = Map.of(
            "it", "non tenere conto", "fr", "ne pas tenir compte", "de", "gegenstandslos", "en", "please disregard");

    private static final Set<String> BEFORE_DUE = Set.of("courtesy", "due-today");

    private static Map<String, MessageText> texts(String language) {
        return Yaml.files(SHIPPED.resolve(language)).stream()
                .filter(file -> !file.endsWith("labels.yaml"))
                .collect(Collectors.toMap(Yaml::nameOf, file -> MessageText.of(Yaml.read(file))));
    }

    static Stream<Arguments> every() {
        return LANGUAGES.stream()
                .flatMap(language -> texts(language).keySet().stream().map(name -> Arguments.of(language, name)));
    }

    static Stream<Arguments> demands() {
        return every().filter(one -> {
            MessageText text = text(one);
            return text.payment() == Payment.ASKED
                    && text.body() != null
                    && text.body().contains("[[PaymentBox]]");
        });
    }

    private static MessageText text(Arguments one) {
        return texts((String) one.get()[0]).get((String) one.get()[1]);
    }

    @Test
    void all_languages_have_the_same_templates_with_the_same_texts() {
        Set<String> shapes = new TreeSet<>();
        for (String language : LANGUAGES) {
            shapes.add(texts(language).entrySet().stream()
                    .map(one -> one.getKey() + (one.getValue().body() == null ? "" : " body")
                            + (one.getValue().sms() == null ? "" : " sms")
                            + (one.getValue().script() == null ? "" : " script")
                            + " " + one.getValue().iceBreakers().size() + " "
                            + one.getValue().payment())
                    .sorted()
                    .collect(Collectors.joining("\n")));
        }

        assertThat(shapes).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("every")
    void every_message_has_a_text_message_and_a_neutral_subject(String language, String name) {
        MessageText text = texts(language).get(name);

        if (text.body() != null) {
            assertThat(text.sms()).isNotNull();
            assertThat(text.subject() + text.sms())
                    .doesNotContainPattern("\\[\\[(Total|Amount|Customer(?!ClientCode)|Invoice|PayBy|PaymentRef)");
        }
    }

    @ParameterizedTest
    @MethodSource("demands")
    void every_demand_says_the_facts_how_to_pay_and_whom_to_ask(String language, String name) {
        String body = texts(language).get(name).body().replaceAll("\\s+", " ");

        assertThat(body).contains(PROMISED).contains(DISREGARD.get(language));
        assertThat(body.indexOf("[[ItemTable]]")).isLessThan(body.indexOf("[[PaymentBox]]"));
        if (!BEFORE_DUE.contains(name)) {
            assertThat(body).contains("[[PayByDate]]", "[[SignatoryEmail]]");
        }
    }

    @ParameterizedTest
    @MethodSource("demands")
    void what_falls_due_shortly_is_told_apart_in_every_demand(String language, String name) {
        assertThat(texts(language).get(name).body()).contains("[[#UpcomingItems]]");
    }

    @ParameterizedTest
    @MethodSource("demands")
    void nothing_on_the_outside_of_a_demand_speaks_of_money(String language, String name) {
        String outside = Facts.COMPOSER.email(Facts.of(name, language)).subject() + " "
                + Facts.COMPOSER.sms(Facts.of(name, language));

        assertThat(outside)
                .doesNotContainPattern("(?i)debit|debt|dett|mahn|pagament|pay|zahl|solleci|scad|relance|facture|invoice"
                        + "|rechnung|fattur|overdue|demeure|\\bmora\\b|verzug|échu");
        assertThat(outside.length()).isLessThan(76 + 2 * 153);
    }

    @ParameterizedTest
    @MethodSource("demands")
    void every_demand_becomes_one_letter_of_at_most_two_pages(String language, String name) {
        assertThat(Facts.COMPOSER
                        .letter(Facts.of(name, language), AddressZone.DIN_5008_B)
                        .pages())
                .isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "fr", "de", "en"})
    void consumers_are_told_no_rate_of_businesses_and_no_costs(String language) {
        for (String name : List.of("consumer-first", "consumer-second", "consumer-notice")) {
            assertThat(texts(language).get(name).body())
                    .doesNotContainPattern(
                            "(?i)40 ?(€|EUR)|231/2002|L441-10|indemni|compensation|Beitreibung|recupero");
        }
        assertThat(Facts.COMPOSER.email(Facts.of("consumer-notice", language)).text())
                .as("to a business that a plan for consumers reminds")
                .contains("(art.\u00a01219\u00a0c.c.)", "(art.\u00a01224\u00a0c.c.)")
                .doesNotContain("231/2002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "fr", "de", "en"})
    void what_the_bank_collects_is_announced_without_a_way_to_pay(String language) {
        EmailContent email = Facts.COMPOSER.email(Facts.comingDue("will-be-collected", language, true));

        assertThat(email.text() + email.html())
                .contains("2026/2001", "Ri.Ba.")
                .doesNotContain("IBAN", "IT60", "RF18", "cid:qr", "BLOPIT22", "[[");
        assertThat(email.html()).containsPattern("<strong>€?50[.,]00");
        assertThat(email.inline()).hasSize(1);
        assertThat(Facts.COMPOSER
                        .letter(Facts.comingDue("will-be-collected", language, true), AddressZone.DIN_5008_B)
                        .pages())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "fr", "de", "en"})
    void a_receipt_check_asks_for_nothing(String language) {
        EmailContent email = Facts.COMPOSER.email(Facts.comingDue("receipt-check", language, false));

        assertThat(email.text() + email.html()).contains("2026/2001").doesNotContain("IBAN", "IT60", "RF18", "cid:qr");
        assertThat(Facts.COMPOSER.script(Facts.comingDue("receipt-check", language, false)))
                .contains("2026/2001");
    }

    @Test
    void a_template_that_asks_for_nothing_may_not_say_how_to_pay(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("own.yaml"),
                "payment: collected\nsubject: A\ntitle: A\nbody: |\n  to [[CompanyIban]]\n\n  [[PaymentBox]]\n");

        assertThat(Templates.checkMessage(Yaml.read(file), Files.readAllLines(file)))
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly(
                        "5 [[CompanyIban]] may not stand in a template of 'payment: collected'",
                        "7 [[PaymentBox]] may not stand in a template of 'payment: collected'");
    }
}
