package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The values of the tables of items, before any layout. */
class ItemTableTest {

    private static final Map<String, String> LABELS = Facts.TEMPLATES.labels(Language.EN);

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "30,1", "31,2", "60,2", "61,3", "90,3", "91,4"})
    void an_item_counts_in_the_span_of_its_days(int days, int bucket) {
        Map<String, Object> values = statement(List.of(item("2026/1", DocumentType.INVOICE, days, "10.00")));

        assertThat(rows(values, Variable.AGEING))
                .extracting(row -> row.get(Variable.BUCKET_AMOUNT.tag()))
                .containsExactlyElementsOf(IntStream.range(0, 5)
                        .mapToObj(at -> at == bucket ? "€10.00" : "€0.00")
                        .toList());
        assertThat(rows(values, Variable.SECTIONS))
                .extracting(row -> row.get(Variable.SECTION_TITLE.tag()))
                .containsExactly(LABELS.get(days == 0 ? Label.SECTION_NOT_YET_DUE.tag() : Label.SECTION_OVERDUE.tag()));
    }

    @Test
    void a_statement_leaves_out_what_is_settled_and_orders_by_due_date_then_number() {
        Map<String, Object> values = statement(List.of(
                item("2026/3", DocumentType.INVOICE, 5, "10.00"),
                item("2026/2", DocumentType.INVOICE, 5, "20.00"),
                item("2026/9", DocumentType.INVOICE, 9, "30.00"),
                item("2026/1", DocumentType.INVOICE, 5, "0.00")));

        assertThat(rows(rows(values, Variable.SECTIONS).get(0), Variable.INVOICES))
                .extracting(row -> row.get(Variable.NUMBER.tag()))
                .containsExactly("2026/9", "2026/2", "2026/3");
        assertThat(values.get(Variable.TOTAL_AMOUNT.tag())).isEqualTo("€60.00");
        assertThat(values.get(Variable.AMOUNT_TO_PAY.tag())).isEqualTo("€60.00");
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void every_sort_of_document_is_called_by_its_name(DocumentType type) {
        Map<String, Object> row = row(new Listed(item("2026/1", type, 3, "10.00"), "overdue", true, "s", null));

        assertThat(row.get(Variable.TYPE.tag()))
                .isEqualTo(LABELS.get(Label.valueOf("TYPE_" + type).tag()));
    }

    @ParameterizedTest
    @CsvSource({
        "overdue,false,STATUS_OVERDUE",
        "upcoming,true,STATUS_UPCOMING",
        "not-yet-due,false,STATUS_NOT_YET_DUE",
        "credit,false,STATUS_CREDIT",
        "held,false,STATUS_HELD",
        "paid,false,STATUS_PAID"
    })
    void every_line_says_what_its_item_is_here_for(String role, boolean advances, Label status) {
        OpenItem item = item("2026/1", DocumentType.INVOICE, role.equals("overdue") ? 3 : -3, "10.00");

        assertThat(row(new Listed(item, role, advances, "s", item.openAmount())).get(Variable.STATUS.tag()))
                .isEqualTo(LABELS.get(status.tag()));
        assertThatThrownBy(() -> row(new Listed(item, "nonsense", false, "s", item.openAmount())))
                .hasMessageContaining("nonsense");
    }

    @ParameterizedTest
    @CsvSource({
        "overdue 3 upcoming -5,true",
        "upcoming 0 upcoming -5,true",
        "overdue 3,false",
        "upcoming -5,false",
        "upcoming 0,false",
        "upcoming -4 upcoming -5,false",
        "overdue 3 overdue 9 credit 2,false",
        "upcoming -5 credit 2,false",
        "overdue 3 held 5 not-yet-due -5,false",
        "overdue 3 upcoming 0,true",
        "upcoming 0 paid 9,false",
        "upcoming -5 paid 9,true"
    })
    void what_falls_due_shortly_is_told_apart_when_something_else_is_due(String items, boolean apart) {
        List<Listed> listed = new ArrayList<>();
        String[] words = items.split(" ");
        for (int at = 0; at < words.length; at += 2) {
            DocumentType type = words[at].equals("credit") ? DocumentType.CREDIT_NOTE : DocumentType.INVOICE;
            OpenItem item = item("2026/" + at, type, Integer.parseInt(words[at + 1]), "10.00");
            boolean advances = words[at].equals("upcoming") || words[at].equals("overdue");
            listed.add(new Listed(item, words[at], advances, "s", item.openAmount()));
        }

        assertThat(values(listed, "0.00").containsKey(Variable.UPCOMING_ITEMS.tag()))
                .isEqualTo(apart);
    }

    @ParameterizedTest
    @CsvSource({
        "RF18 5390,RF18 5390",
        "2026-1,",
        "inv. 2026 1,inv. 2026 1",
        "1820261,",
        ",",
    })
    void an_items_own_reference_is_one_that_repeats_none_of_its_numbers(String reference, String printed) {
        OpenItem item = Facts.paidWith(item("2026/1", DocumentType.INVOICE, 3, "10.00"), reference);

        assertThat(row(Facts.listed(item, "overdue")).get(Variable.ITEM_REFERENCE.tag()))
                .isEqualTo(printed);
    }

    @Test
    void what_the_bank_collects_is_called_so_unless_it_is_only_listed() {
        OpenItem item = Facts.collected(item("2026/1", DocumentType.INVOICE, -3, "10.00"), "RIBA");

        assertThat(row(new Listed(item, "not-yet-due", true, "s", null)).get(Variable.STATUS.tag()))
                .isEqualTo(LABELS.get(Label.STATUS_COLLECTED.tag()));
        assertThat(row(new Listed(item, "not-yet-due", false, "s", null)).get(Variable.STATUS.tag()))
                .isEqualTo(LABELS.get(Label.STATUS_NOT_YET_DUE.tag()));
        assertThat(row(new Listed(item, "credit", false, "s", null)).get(Variable.STATUS.tag()))
                .isEqualTo(LABELS.get(Label.STATUS_CREDIT.tag()));
    }

    @Test
    void a_statement_tells_credits_and_what_is_disputed_apart() {
        List<Listed> listed = List.of(
                Facts.listed(item("2026/1", DocumentType.INVOICE, 3, "10.00"), "held"),
                Facts.listed(item("2026/2", DocumentType.CREDIT_NOTE, 3, "-4.00"), "credit"));

        assertThat(rows(statementOf(listed), Variable.SECTIONS))
                .extracting(section ->
                        section.get(Variable.SECTION_TITLE.tag()) + " " + section.get(Variable.SECTION_TOTAL.tag()))
                .containsExactly(
                        LABELS.get(Label.SECTION_CREDITS.tag()) + " −€4.00",
                        LABELS.get(Label.SECTION_DISPUTED.tag()) + " €10.00");
        assertThat(rows(statementOf(listed), Variable.AGEING))
                .extracting(row -> row.get(Variable.BUCKET_AMOUNT.tag()))
                .as("a credit has no age")
                .containsExactly("€0.00", "€10.00", "€0.00", "€0.00", "€0.00");
    }

    @Test
    void a_statement_lists_every_charge_that_stands_and_adds_it_to_the_balance() {
        ReminderFacts charged = ChargedMessageTest.charged(Facts.of("first-reminder", "en"));
        Values values = MessageValues.of(charged, Language.EN, LABELS);
        values.list(Variable.CHARGES, List.of());

        new StatementValues(charged, Language.EN, LABELS).addTo(values);

        assertThat(rows(values.map(), Variable.CHARGES)).hasSize(3);
        assertThat(values.map())
                .containsEntry(Variable.TOTAL_AMOUNT.tag(), "€3,400.70")
                .containsEntry(Variable.AMOUNT_TO_PAY.tag(), "€3,476.47");
    }

    @Test
    void a_credit_has_no_due_date_and_no_days() {
        Map<String, Object> credit =
                row(new Listed(item("2026/1", DocumentType.CREDIT_NOTE, 5, "-10.00"), "credit", false, "s", null));
        Map<String, Object> debt =
                row(new Listed(item("2026/1", DocumentType.INVOICE, 5, "10.00"), "overdue", true, "s", null));

        assertThat(credit).doesNotContainKeys(Variable.DUE_DATE.tag(), Variable.DAYS_OVERDUE.tag());
        assertThat(debt)
                .containsEntry(Variable.DUE_DATE.tag(), "12 Mar 2026")
                .containsEntry(Variable.DAYS_OVERDUE.tag(), "5")
                .doesNotContainKey(Variable.INSTALMENT.tag());
    }

    @ParameterizedTest
    @CsvSource({"-1,,DAYS_OVERDUE", "0,,DAYS_OVERDUE", "1,1,DAY_OVERDUE", "2,2,DAYS_OVERDUE"})
    void days_count_from_the_day_after_the_due_date_and_one_is_a_day(int overdue, String days, Label word) {
        Map<String, Object> row = row(Facts.listed(item("2026/1", DocumentType.INVOICE, overdue, "10.00"), "overdue"));

        assertThat(row.get(Variable.DAYS_OVERDUE.tag())).isEqualTo(days);
        assertThat(row.getOrDefault(Label.DAYS_OVERDUE.tag(), LABELS.get(Label.DAYS_OVERDUE.tag())))
                .isEqualTo(LABELS.get(word.tag()));
    }

    @Test
    void what_is_collected_by_different_instruments_or_on_different_days_names_neither() {
        OpenItem riba = Facts.collected(item("2026/1", DocumentType.INVOICE, -3, "10.00"), "Ri.Ba.");
        OpenItem debit = Facts.collected(item("2026/2", DocumentType.INVOICE, -3, "10.00"), "49");
        OpenItem later = Facts.collected(item("2026/3", DocumentType.INVOICE, -9, "10.00"), "MP12");

        assertThat(announced(riba))
                .containsEntry(Variable.COLLECTION_DATE.tag(), "20\u00a0March 2026")
                .containsEntry(Variable.COLLECTION_INSTRUMENT.tag(), LABELS.get(Label.INSTRUMENT_RIBA.tag()));
        assertThat(announced(riba, debit))
                .containsKey(Variable.COLLECTION_DATE.tag())
                .doesNotContainKey(Variable.COLLECTION_INSTRUMENT.tag());
        assertThat(announced(riba, later))
                .containsKey(Variable.COLLECTION_INSTRUMENT.tag())
                .doesNotContainKey(Variable.COLLECTION_DATE.tag())
                .containsEntry(Variable.TOTAL_AMOUNT.tag(), "€20.00");
        assertThat(announced(Facts.collected(item("2026/1", DocumentType.INVOICE, -3, "10.00"), null)))
                .doesNotContainKey(Variable.COLLECTION_INSTRUMENT.tag());
    }

    @Test
    void at_most_twelve_numbers_are_named_in_a_sentence() {
        assertThat(numbers(12)).endsWith("2026/12").doesNotContain("…");
        assertThat(numbers(13)).endsWith("2026/12, …");
    }

    private static String numbers(int count) {
        List<Listed> items = IntStream.rangeClosed(1, count)
                .mapToObj(n -> Facts.listed(item("2026/" + n, DocumentType.INVOICE, 3, "10.00"), "overdue"))
                .toList();
        return (String) values(items, count + "0.00").get(Variable.INVOICE_NUMBERS.tag());
    }

    private static Map<String, Object> announced(OpenItem... items) {
        return values(
                List.of(items).stream()
                        .map(item -> new Listed(item, "not-yet-due", true, "s", item.openAmount()))
                        .toList(),
                "0.00");
    }

    private static Map<String, Object> values(List<Listed> items, String total) {
        return MessageValues.of(
                        Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "en", items, total), Language.EN, LABELS)
                .map();
    }

    private static Map<String, Object> statement(List<OpenItem> items) {
        List<Listed> listed =
                items.stream().map(item -> Facts.listed(item, "overdue")).toList();
        return statementOf(listed);
    }

    private static Map<String, Object> statementOf(List<Listed> listed) {
        ReminderFacts facts = Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "en", listed, "0.00");
        Values values = MessageValues.of(facts, Language.EN, LABELS);
        new StatementValues(facts, Language.EN, LABELS).addTo(values);
        return values.map();
    }

    private static Map<String, Object> row(Listed listed) {
        Listed whole = new Listed(
                listed.item(),
                listed.role(),
                listed.advances(),
                listed.step(),
                listed.item().openAmount());
        return new ItemRows(Language.EN, LABELS, Facts.DAY).of(List.of(whole)).get(0);
    }

    private static OpenItem item(String number, DocumentType type, int daysOverdue, String open) {
        return Facts.item(number, type, Facts.DAY.minusDays(daysOverdue), open.equals("0.00") ? "10.00" : open, open);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> values, Variable list) {
        return (List<Map<String, Object>>) values.get(list.tag());
    }
}
