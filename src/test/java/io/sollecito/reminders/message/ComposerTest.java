package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.message.EmailContent.Inline;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {

    private static final List<String> LANGUAGES = List.of("it", "fr", "de", "en");
    private static final List<String> REMINDERS = List.of(
            "courtesy",
            "due-today",
            "first-reminder",
            "second-reminder",
            "last-reminder",
            "formal-notice",
            "collection-returned",
            "promise-broken",
            "consumer-first",
            "consumer-second",
            "consumer-notice");
    private static final Map<String, String> TOTAL =
            Map.of("it", "2.450,50\u00a0€", "fr", "2\u00a0450,50\u00a0€", "de", "2.450,50\u00a0€", "en", "€2,450.50");
    private static final Map<String, String> DISREGARD = Map.of(
            "it", "non tenere conto",
            "fr", "ne pas tenir compte",
            "de", "gegenstandslos",
            "en", "please disregard");
    private static final Map<String, String> CONSIDERED = Map.of(
            "it",
            "16\u00a0marzo 2026",
            "fr",
            "16\u00a0mars 2026",
            "de",
            "16.\u00a0März 2026",
            "en",
            "16\u00a0March 2026");

    static Stream<Arguments> reminders() {
        return LANGUAGES.stream().flatMap(language -> REMINDERS.stream().map(name -> Arguments.of(language, name)));
    }

    @ParameterizedTest
    @MethodSource("reminders")
    void every_reminder_says_what_it_promises_in_text_and_html(String language, String template) {
        EmailContent email = Facts.COMPOSER.email(Facts.of(template, language));

        for (String part : List.of(email.text(), email.html())) {
            assertThat(part.replaceAll("[ \\n]+", " "))
                    .contains("2026/1042", "2026/1057", "2026/9003", "2026/1101", "2026/0998")
                    .contains(TOTAL.get(language), CONSIDERED.get(language), DISREGARD.get(language))
                    .contains("IT60 X054 2811 1010 0000 0123 456", "RF18 5390 0754 7034")
                    .contains("+39\u00a002\u00a05550\u00a01200", "reclami@acme.example", "Capitale sociale")
                    .doesNotContain("[[", "]]", "**");
        }
    }

    @ParameterizedTest
    @MethodSource("reminders")
    void nothing_on_the_outside_speaks_of_money(String language, String template) {
        String outside = Facts.COMPOSER.email(Facts.of(template, language)).subject() + " "
                + Facts.COMPOSER.sms(Facts.of(template, language));

        assertThat(outside)
                .contains("Acme Italia S.p.A.", "+39 02 5550 1200")
                .doesNotContain("2026/", "€", "450,50", "[[")
                .doesNotContainPattern("(?i)debit|debt|dett|mahn|pagament|pay|zahl|solleci|scad|relance|facture|invoice"
                        + "|rechnung|fattur|overdue|demeure|mora|verzug|échu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "fr", "de", "en"})
    void the_formal_notice_names_itself_inside(String language) {
        Map<String, String> names = Map.of(
                "it",
                "formale costituzione in mora",
                "fr",
                "mise en demeure",
                "de",
                "in Verzug",
                "en",
                "formal notice of default");

        assertThat(Facts.COMPOSER.email(Facts.of("formal-notice", language)).html())
                .contains("<strong>" + names.get(language) + "</strong>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "fr", "de", "en"})
    void thanks_name_the_paid_invoices_and_ask_for_nothing(String language) {
        EmailContent email = Facts.COMPOSER.email(Facts.of("thank-you", language));

        assertThat(email.text().replace('\n', ' '))
                .contains("2026/1042, 2026/1057")
                .doesNotContain("IBAN", "450,50", "[[");
        assertThat(email.inline()).extracting(Inline::cid).containsExactly("logo@sollecito");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "fr", "de", "en"})
    void the_call_script_has_the_facts_and_whom_to_call(String language) {
        assertThat(Facts.COMPOSER.script(Facts.of("call-script", language)))
                .contains(
                        "Rossi S.r.l.", "0000104711", "Anna Bianchi", "+390212345678", TOTAL.get(language), "2026/1042")
                .contains("IT60 X054 2811 1010 0000 0123 456", "RF18 5390 0754 7034", "reclami@acme.example")
                .doesNotContain("[[", "**");
    }

    @Test
    void pictures_of_an_email_resolve_and_its_code_pays_the_total() throws IOException {
        EmailContent email = Facts.COMPOSER.email(Facts.of("first-reminder", "it"));

        assertThat(email.inline()).extracting(Inline::cid).containsExactly("logo@sollecito", "qr@sollecito");
        assertThat(email.html()).contains("src=\"cid:logo@sollecito\"", "src=\"cid:qr@sollecito\"");
        assertThat(Pictures.decoded(email.inline().get(1).bytes()))
                .endsWith("IT60X0542811101000000123456\nEUR2450.50\n\nRF18539007547034");
        assertThat(email.attachments()).isEmpty();
    }

    @Test
    void without_a_logo_the_name_stands_in_its_place() {
        ReminderFacts facts = Facts.of(
                Facts.acme(null, "reclami@acme.example"),
                Facts.ROSSI,
                "first-reminder",
                "it",
                Facts.items(),
                "2450.50");

        EmailContent email = Facts.COMPOSER.email(facts);

        assertThat(email.html()).doesNotContain("cid:logo").contains("Acme Italia S.p.A.</span>");
    }

    @Test
    void one_invoice_is_spoken_of_in_the_singular() {
        List<Listed> one = Facts.items().subList(0, 1);

        assertThat(Facts.COMPOSER
                        .email(Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "it", one, "1190.00"))
                        .text())
                .contains("la fattura indicata qui sotto risulta scaduta");
    }

    @Test
    void the_language_is_the_debtors_else_the_creditors() {
        assertThat(Facts.COMPOSER.email(Facts.of("first-reminder", "fr-CH")).text())
                .contains("Madame, Monsieur");
        assertThat(Facts.COMPOSER.email(Facts.of("first-reminder", "pl")).text())
                .contains("Gentile Cliente");
        assertThat(Facts.COMPOSER.email(Facts.of("first-reminder", null)).text())
                .contains("Gentile Cliente");
    }

    @Test
    void an_empty_required_value_holds_the_message_and_names_it() {
        ReminderFacts facts =
                Facts.of(Facts.acme(null, " "), Facts.ROSSI, "first-reminder", "it", Facts.items(), "2450.50");

        assertThatThrownBy(() -> Facts.COMPOSER.email(facts))
                .isInstanceOf(MessageHeld.class)
                .hasMessage("debtor 0000104711, first-reminder: [[DisputeContact]] is empty");
    }

    @Test
    void items_that_do_not_add_up_to_the_total_hold_the_message() {
        ReminderFacts facts = Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "it", Facts.items(), "2450.49");

        assertThatThrownBy(() -> Facts.COMPOSER.email(facts))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("add up to 2450.50, the total says 2450.49");
    }

    @Test
    void a_template_that_is_not_there_or_has_no_such_text_holds_the_message() {
        assertThatThrownBy(() -> Facts.COMPOSER.email(Facts.of("third-reminder", "it")))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("no template 'third-reminder' in language it");
        assertThatThrownBy(() -> Facts.COMPOSER.sms(Facts.of("call-script", "it")))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("no SMS text");
    }

    @Test
    void nobody_is_asked_to_transfer_what_the_bank_collects_nor_told_that_it_collects_what_it_does_not() {
        assertThatThrownBy(() -> Facts.COMPOSER.email(Facts.comingDue("courtesy", "it", true)))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("2026/2001 is being collected by the bank: nobody may be asked to transfer it");
        assertThatThrownBy(() -> Facts.COMPOSER.sms(Facts.comingDue("will-be-collected", "it", false)))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("2026/2001 is not being collected by the bank");
        assertThat(Facts.COMPOSER
                        .email(Facts.comingDue("receipt-check", "en", true))
                        .text())
                .as("neither asks for it nor announces it")
                .contains("2026/2001");
    }

    @ParameterizedTest
    @CsvSource({
        "it,Totale che sarà incassato",
        "fr,Total qui sera encaissé",
        "de,'Gesamtbetrag, der eingezogen wird'",
        "en,Total that will be collected"
    })
    void an_announcement_calls_its_total_what_the_bank_will_collect(String language, String total) {
        assertThat(Facts.COMPOSER
                        .email(Facts.comingDue("will-be-collected", language, true))
                        .text())
                .contains(total)
                .doesNotContain(Facts.TEMPLATES
                        .labels(Language.of(language).orElseThrow())
                        .get(Label.TOTAL.tag()));
    }

    @ParameterizedTest
    @CsvSource({
        "it,estratto-conto-2026-03-17.pdf,Non scaduto",
        "fr,releve-de-compte-2026-03-17.pdf,Non échu",
        "de,kontoauszug-2026-03-17.pdf,Nicht fällig",
        "en,statement-of-account-2026-03-17.pdf,Not due"
    })
    void a_statement_is_attached_to_an_email_that_asks_for_it(String language, String name, String bucket)
            throws IOException {
        EmailContent email = Facts.COMPOSER.email(Facts.of("first-reminder", language), true);

        assertThat(email.attachments()).hasSize(1);
        assertThat(email.attachments().get(0).name()).isEqualTo(name);
        assertThat(email.attachments().get(0).mime()).isEqualTo("application/pdf");
        try (PDDocument statement = Loader.loadPDF(email.attachments().get(0).bytes())) {
            assertThat(new PDFTextStripper().getText(statement)).contains("2026/1042", "IT09876543217", bucket);
            assertThat(statement.getPage(0).getResources().getXObjectNames())
                    .as("the logo")
                    .hasSize(1);
        }
    }

    @Test
    void a_letter_ends_with_the_statement_and_is_marked_only_if_its_form_says_so() throws IOException {
        ReminderFacts facts = Facts.of("first-reminder", "en");
        AddressZone zone = AddressZone.DIN_5008_B;

        Letter plain = Facts.COMPOSER.letter(facts, zone);
        Letter whole = Facts.COMPOSER.letter(facts, new LetterForm(zone, true, false));
        Letter specimen = Facts.COMPOSER.letter(facts, new LetterForm(zone, false, true));

        assertThat(pages(plain)).singleElement().asString().contains("First payment reminder");
        assertThat(pages(whole)).hasSize(2);
        assertThat(pages(whole).get(1)).contains("Statement of account");
        assertThat(pages(specimen)).singleElement().asString().contains("TEST");
        assertThat(pages(plain).get(0)).doesNotContain("TEST");
    }

    /** The words of each page, without blanks within a word that runs across the page. */
    private static List<String> pages(Letter letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            PDFTextStripper stripper = new PDFTextStripper();
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replace("TE\nST", "TEST"));
            }
            assertThat(pages).hasSize(letter.pages());
            return pages;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "din-5008-b,left:105.0mm,height: 74.0mm,left:5.00mm;top:42.70mm",
        "france,left:0.0mm,height: 72.0mm,left:95.00mm;top:43.00mm"
    })
    void a_letters_page_has_its_pictures_within_and_its_head_around_the_window(
            String window, String sender, String head, String address) {
        String page = Facts.COMPOSER.letterPage(
                Facts.of("first-reminder", "it"), AddressZone.named(window).orElseThrow(), Language.IT);

        assertThat(page)
                .contains("class=\"sender\" style=\"" + sender + "\"", head, "class=\"address\" style=\"" + address)
                .contains("<div>Rossi S.r.l.</div><div>Via Roma 1</div><div>20121 Milano</div>");
        assertThat(page.split("src=\"data:image/png;base64,iVBOR", -1))
                .as("before, between and after logo and code")
                .hasSize(3);
    }

    @Test
    void an_upcoming_item_counts_only_if_it_advances() {
        var upcoming = Facts.item("2026/2001", DocumentType.INVOICE, Facts.DAY.plusDays(5), "50.00", "50.00");
        List<Listed> items = List.of(new Listed(upcoming, "upcoming", true, "courtesy", upcoming.openAmount()));

        assertThat(Facts.COMPOSER
                        .email(Facts.of(Facts.ACME, Facts.ROSSI, "courtesy", "de", items, "50.00"))
                        .text())
                .contains("50,00\u00a0€", "bald fällig")
                .doesNotContain("Zu Ihrer Information");
    }

    static Stream<Arguments> overdueReminders() {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.of("first-reminder", "second-reminder", "formal-notice")
                        .map(name -> Arguments.of(language, name)));
    }

    @ParameterizedTest
    @MethodSource("overdueReminders")
    void what_falls_due_shortly_is_not_called_overdue(String language, String template) {
        Map<String, List<String>> words = Map.of(
                "it", List.of("presto a scadenza", "Totale, comprese le prossime scadenze", "1.190,00 €", "Entro il:"),
                "fr", List.of("bientôt à échéance", "Total, échéances prochaines comprises", "1 190,00 €", "tard le :"),
                "de", List.of("in Kürze fällig", "Gesamtbetrag einschließlich", "1.190,00 €", "Zahlbar bis:"),
                "en", List.of("falls due shortly", "Total, including what falls", "€1,190.00", "Pay by:"));
        var upcoming = Facts.item("2026/2001", DocumentType.INVOICE, Facts.DAY.plusDays(5), "50.00", "50.00");
        List<Listed> items = List.of(
                Facts.items().get(0), new Listed(upcoming, "upcoming", true, "courtesy", upcoming.openAmount()));

        EmailContent mixed =
                Facts.COMPOSER.email(Facts.of(Facts.ACME, Facts.ROSSI, template, language, items, "1240.00"));
        EmailContent overdue = Facts.COMPOSER.email(Facts.of(template, language));

        for (String part : List.of(mixed.text(), mixed.html().replaceAll("(?s)^.*</style>|</?strong>", ""))) {
            assertThat(part.replaceAll("[\\s\u00a0\u202f]+", " "))
                    .contains(words.get(language).subList(0, 3))
                    .doesNotContain(" ,", " .");
        }
        assertThat(mixed.text())
                .as("a day to pay all by")
                .doesNotContain(words.get(language).get(3));
        assertThat(overdue.text()).doesNotContain(words.get(language).subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "fr", "de", "en"})
    void on_the_due_date_what_is_due_later_is_told_apart(String language) {
        var today =
                Facts.listed(Facts.item("2026/2001", DocumentType.INVOICE, Facts.DAY, "50.00", "50.00"), "upcoming");
        var later = Facts.listed(
                Facts.item("2026/2002", DocumentType.INVOICE, Facts.DAY.plusDays(4), "60.00", "60.00"), "upcoming");
        List<Listed> items = Stream.of(today, later)
                .map(one -> new Listed(one.item(), one.role(), true, "due-today", one.amount()))
                .toList();
        Map<String, String> soon =
                Map.of("it", "prossimi giorni", "fr", "prochains jours", "de", "nächsten Tagen", "en", "next few days");

        assertThat(dueToday(language, items, "110.00")).contains(soon.get(language));
        assertThat(dueToday(language, items.subList(0, 1), "50.00")).doesNotContain(soon.get(language));
    }

    @ParameterizedTest
    @CsvSource({"it,in scadenza oggi", "fr,échéance ce jour", "de,heute fällig", "en,due today"})
    void what_falls_due_on_the_day_is_not_called_due_soon(String language, String status) {
        var today = Facts.item("2026/2001", DocumentType.INVOICE, Facts.DAY, "50.00", "50.00");
        var listed = List.of(new Listed(today, "upcoming", true, "due-today", today.openAmount()));

        assertThat(dueToday(language, listed, "50.00")).contains(status);
    }

    @ParameterizedTest
    @CsvSource({"it,già scaduti", "fr,déjà échus", "de,bereits überfällig", "en,already overdue"})
    void a_courtesy_that_lists_what_is_overdue_says_so(String language, String overdue) {
        var soon = Facts.item("2026/2001", DocumentType.INVOICE, Facts.DAY.plusDays(5), "50.00", "50.00");
        var upcoming = new Listed(soon, "upcoming", true, "courtesy", soon.openAmount());

        assertThat(courtesy(language, List.of(Facts.items().get(0), upcoming), "1240.00"))
                .contains(overdue);
        assertThat(courtesy(language, List.of(upcoming), "50.00")).doesNotContain(overdue);
    }

    private static String courtesy(String language, List<Listed> items, String total) {
        return Facts.COMPOSER
                .email(Facts.of(Facts.ACME, Facts.ROSSI, "courtesy", language, items, total))
                .text()
                .replaceAll("\\s+", " ");
    }

    private static String dueToday(String language, List<Listed> items, String total) {
        return Facts.COMPOSER
                .email(Facts.of(Facts.ACME, Facts.ROSSI, "due-today", language, items, total))
                .text()
                .replaceAll("\\s+", " ");
    }

    @Test
    void an_items_reference_is_printed_only_when_its_number_does_not_say_it() {
        var plain = Facts.items().get(0).item();

        assertThat(textWith(Facts.paidWith(plain, "2026/1042"))).doesNotContain("Causale: 2026");
        assertThat(textWith(Facts.paidWith(plain, " 2026-1042 "))).doesNotContain("Causale: 2026");
        assertThat(textWith(Facts.paidWith(plain, "RF99 77"))).contains("Causale: RF99 77");
    }

    @Test
    void one_day_is_spoken_of_in_the_singular() {
        String text =
                textWith(Facts.item("2026/1042", DocumentType.INVOICE, Facts.DAY.minusDays(1), "1190.00", "1190.00"));

        assertThat(text).contains("scaduta, 1 giorno\n");
    }

    private static String textWith(OpenItem item) {
        List<Listed> items = List.of(Facts.listed(item, "overdue"));
        return Facts.COMPOSER
                .email(Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "it", items, "1190.00"))
                .text();
    }

    /** GSM 03.38 as far as our texts need it; an extension character counts twice. */
    @ParameterizedTest
    @MethodSource("reminders")
    void an_sms_fits_two_parts_of_the_gsm_alphabet(String language, String template) {
        String sms = Facts.COMPOSER.sms(Facts.of(template, language));

        assertThat(sms).matches("[@£$¥èéùìòÇØøÅåΔ_ÆæßÉ !\"#¤%&'()*+,./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà\\-]+");
        assertThat(sms.length()).isLessThanOrEqualTo(2 * 153);
    }
}
