package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.ChargeLine;
import io.sollecito.model.Creditor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Past;
import io.sollecito.model.TaxNumbers;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's examples are what the messages of a reminder to Rossi would say, in each language. */
class VariablesPageTest {

    private static final Map<Variable, String> OF_THE_COMPOSER = Map.of(
            Variable.PAYMENT_LINK, "https://pay.acme.example/?ref=RF18539007547034",
            Variable.CUSTOMER_SIREN, "732 829 320");

    @Test
    void the_page_of_variables_lists_exactly_the_variables_that_there_are() throws IOException {
        Map<Language, Map<String, Object>> examples = Arrays.stream(Language.values())
                .collect(Collectors.toMap(language -> language, VariablesPageTest::examples));
        String rows = Arrays.stream(Variable.values())
                .map(variable -> "| `[[%s]]` | %s | %s | %s |"
                        .formatted(
                                variable.tag(),
                                place(variable),
                                variable.meaning(),
                                Stream.of(Language.IT, Language.FR, Language.DE, Language.EN)
                                        .map(language -> example(examples.get(language), variable))
                                        .collect(Collectors.joining(" | "))))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("docs/variables.md")).lines().filter(line -> line.startsWith("| `[[")))
                .containsExactlyElementsOf(rows.lines().toList());
    }

    private static String example(Map<String, Object> values, Variable variable) {
        Object value = values.get(variable.tag());
        return value instanceof String text ? text : OF_THE_COMPOSER.getOrDefault(variable, "");
    }

    private static Map<String, Object> examples(Language language) {
        Map<String, String> labels = Facts.TEMPLATES.labels(language);
        Map<String, Object> examples = new HashMap<>();
        ReminderFacts collected = facts(language, List.of(Facts.listed(collected(), "overdue")));
        examples.putAll(MessageValues.of(collected, language, labels).map());
        ReminderFacts reminder = facts(language, Facts.items());
        Values statement = MessageValues.of(reminder, language, labels);
        new StatementValues(reminder, language, labels).addTo(statement);
        first(statement.map(), Variable.SECTIONS, 0, examples);
        first(statement.map(), Variable.AGEING, 1, examples);
        Map<String, Object> message =
                MessageValues.of(reminder, language, labels).map();
        examples.putAll(message);
        first(message, Variable.CHARGES, 0, examples);
        first(message, Variable.INVOICES, 1, examples);
        first(message, Variable.SENDER_LINES, 0, examples);
        examples.put(Variable.INSTALMENT.tag(), "2");
        return examples;
    }

    @SuppressWarnings("unchecked")
    private static void first(Map<String, Object> values, Variable list, int at, Map<String, Object> into) {
        into.putAll(((List<Map<String, Object>>) values.get(list.tag())).get(at));
    }

    private static ReminderFacts facts(Language language, List<Listed> items) {
        ListedCharges charges = new ListedCharges(List.of(charge()), List.of(charge()));
        ReminderFacts plain = Facts.of(creditor(), Facts.ROSSI, "first-reminder", language.code(), items, "2450.50");
        return new ReminderFacts(
                plain.creditor(),
                plain.debtor(),
                plain.plan(),
                plain.step(),
                plain.template(),
                plain.language(),
                plain.currency(),
                plain.total(),
                plain.reference(),
                plain.deadline(),
                plain.date(),
                plain.consideredUntil(),
                plain.items(),
                plain.statement(),
                plain.letterId(),
                charges,
                new Past(
                        1,
                        new Past.BrokenPromise(
                                new BigDecimal("800.00"), LocalDate.of(2026, 3, 10), new BigDecimal("300.00"))));
    }

    private static ChargeLine charge() {
        return new ChargeLine(
                "2026/1042",
                1,
                ChargeKind.INTEREST,
                LocalDate.of(2026, 2, 15),
                LocalDate.of(2026, 3, 16),
                "10.15",
                new BigDecimal("9.93"));
    }

    private static Creditor creditor() {
        Creditor acme = Facts.ACME;
        Creditor.Letterhead plain = acme.letterhead();
        return CreditorsForTests.with(
                new Creditor.Letterhead(
                        plain.address(),
                        plain.vatId(),
                        plain.legalFooter(),
                        plain.logo(),
                        null,
                        new TaxNumbers("732829320", "73282932000074", "09876543217")),
                acme.howToPay(),
                acme.people());
    }

    private static OpenItem collected() {
        return Facts.collected(
                Facts.item("2026/2001", DocumentType.INVOICE, LocalDate.of(2026, 3, 31), "50.00", "50.00"), "SDD");
    }

    private static String place(Variable variable) {
        return switch (variable.kind()) {
            case TEXT -> "anywhere";
            case AMOUNT -> "not in subject or sms";
            case FLAG -> "as a condition";
            case BLOCK -> "a paragraph of its own";
            case LIST -> "a list";
            case ITEM -> "in a list";
            case PICTURE, LAYOUT, PAGE_LIST, PAGE_ITEM -> "layouts";
        };
    }
}
