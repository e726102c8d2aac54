package io.sollecito.reminders.message;

import io.sollecito.model.Address;
import io.sollecito.model.Contact;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A template's text message as a debtor with a long name and three invoices would get it from a creditor. */
public final class SmsSample {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final BigDecimal AMOUNT = new BigDecimal("12345.67");

    private SmsSample() {}

    /**
     * Empty when the file has no text message, or one with problems of its own: those are told elsewhere.
     *
     * @param lines of the file
     * @param language ISO 639-1; another than the known ones counts as the creditor's
     */
    public static Optional<String> of(YamlNode template, List<String> lines, String language, Creditor creditor) {
        if (!MessageText.check(template, lines).isEmpty() || template.get("sms") == null) {
            return Optional.empty();
        }
        MessageText words = MessageText.of(template);
        Language spoken =
                Language.of(language).or(() -> Language.of(creditor.language())).orElse(Language.EN);
        Values values = MessageValues.of(facts(creditor, spoken), spoken, Map.of());
        words.iceBreakers().stream()
                .findFirst()
                .ifPresent(one ->
                        values.put(Variable.ICE_BREAKER, Filling.plain(one).with(values.map())));
        try {
            return Optional.of(
                    MessageTemplate.smsLine(Filling.plain(words.sms()).with(values.map())));
        } catch (MessageHeld lacking) {
            return Optional.empty();
        }
    }

    private static ReminderFacts facts(Creditor creditor, Language language) {
        List<OpenItem> items = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> item(creditor, number))
                .toList();
        return new ReminderFacts(
                creditor,
                debtor(creditor, language),
                "standard",
                "first",
                "first-reminder",
                language.code(),
                creditor.baseCurrency(),
                AMOUNT.multiply(BigDecimal.valueOf(items.size())),
                "RF18539007547034",
                DAY.plusDays(15),
                DAY,
                DAY.minusDays(1),
                items.stream()
                        .map(item -> new Listed(item, "overdue", true, "first", AMOUNT))
                        .toList(),
                items,
                creditor.code() + "-123456",
                ListedCharges.NONE);
    }

    private static Debtor debtor(Creditor creditor, Language language) {
        return new Debtor(
                creditor.code(),
                "erp",
                "0000104711",
                "Costruzioni Meccaniche Rossi & Figli S.r.l.",
                "business",
                "IT01234567890",
                language.code(),
                creditor.country(),
                new Address(List.of("Via Giuseppe Garibaldi 125"), "20121", "Milano", "IT"),
                List.of(),
                null,
                List.of(),
                List.of(new Contact("accounts-payable", "Anna Maria Bianchi", "anna@rossi.example", "+393331234567")));
    }

    private static OpenItem item(Creditor creditor, int number) {
        return new OpenItem(
                creditor.code(),
                "erp",
                "2026/180000010" + number,
                "0000104711",
                "180000010" + number,
                "2026/104" + number,
                1,
                DocumentType.INVOICE,
                DAY.minusDays(60),
                DAY.minusDays(30),
                DueDateOrigin.SOURCE,
                creditor.baseCurrency(),
                AMOUNT,
                AMOUNT,
                null,
                null,
                false,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                number);
    }
}
