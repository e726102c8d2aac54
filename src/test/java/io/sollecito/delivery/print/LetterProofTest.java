package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.model.Address;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.message.AddressZone;
import io.sollecito.reminders.message.ClearZone;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.LetterForm;
import io.sollecito.reminders.message.PageArea;
import io.sollecito.reminders.message.ReminderFacts;
import io.sollecito.reminders.message.Templates;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What a print house checks of a letter, for every profile that is shipped and every language. */
class LetterProofTest {

    private static final double POINTS = 72 / 25.4;
    private static final List<String> LANGUAGES = List.of("it", "fr", "de", "en");
    private static final Composer COMPOSER = new Composer(Templates.load(Path.of("reminders/templates")), Path.of(""));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 17);

    @BeforeAll
    static void aValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<PrintProfile> profiles() {
        List<PrintProfile> profiles = new ArrayList<>();
        for (String folder : List.of("config/print", "samples/print-houses")) {
            profiles.addAll(PrintProfiles.load(Path.of(folder)).values());
        }
        AddressZone.PROFILES.forEach(zone -> profiles.add(PrintProfilesForTests.of("ANY", zone)));
        return profiles.stream();
    }

    static Stream<Arguments> profilesAndLanguages() {
        return profiles().flatMap(profile -> LANGUAGES.stream().map(language -> Arguments.of(profile, language)));
    }

    @ParameterizedTest
    @MethodSource("profilesAndLanguages")
    void the_address_and_nothing_else_lies_in_the_window_and_clear_zones_are_empty(
            PrintProfile profile, String language) throws IOException {
        Letter letter = COMPOSER.letter(
                facts("formal-notice", language, 30), new LetterForm(profile.zone(), true, profile.test()));
        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            AddressZone zone = profile.zone();
            PageArea window = new PageArea(zone.x(), zone.y(), zone.width(), zone.height());
            assertThat(textIn(document.getPage(0), window))
                    .containsExactly("Società Müller & Façade S.r.l.", "Via Roma 1", "20121 Milano");
            for (ClearZone clear : profile.clear()) {
                for (int page = 0; page < (clear.everyPage() ? document.getNumberOfPages() : 1); page++) {
                    assertThat(textIn(document.getPage(page), clear.area()))
                            .as("%s", clear)
                            .isEmpty();
                }
            }
        }
    }

    static Stream<Arguments> letters() {
        return LANGUAGES.stream().map(language -> Arguments.of(language, !language.equals("en")));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void letters_validate_as_pdf_a_1b_with_their_statement_too(String language, boolean withStatement)
            throws Exception {
        LetterForm form = new LetterForm(AddressZone.FRANCE, withStatement, false);
        assertThat(violations(COMPOSER.letter(facts("formal-notice", language, 30), form)))
                .isEmpty();
    }

    @Test
    void so_does_an_account_statement_by_itself() throws Exception {
        byte[] statement = COMPOSER.accountStatement(facts("first-reminder", "it", 30));

        assertThat(violations(new Letter(statement, 1, "it"))).isEmpty();
    }

    @Test
    void a_rehearsal_is_marked_on_every_page_and_still_valid() throws Exception {
        Letter letter =
                COMPOSER.letter(facts("first-reminder", "it", 30), new LetterForm(AddressZone.FRANCE, true, true));
        assertThat(violations(letter)).isEmpty();
        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(letter.pages()).isGreaterThan(1);
            for (PDPage page : document.getPages()) {
                assertThat(textIn(page, new PageArea(0, 0, 210, 297))).anyMatch(line -> line.contains("T"));
            }
            assertThat(document.getPage(0).getResources().getFontNames()).hasSize(3);
        }
    }

    @Test
    void the_account_statement_follows_on_pages_of_its_own() throws IOException {
        ReminderFacts facts = facts("first-reminder", "it", 3);
        Letter alone = COMPOSER.letter(facts, LetterForm.of(AddressZone.FRANCE));
        Letter both = COMPOSER.letter(facts, new LetterForm(AddressZone.FRANCE, true, false));
        assertThat(both.pages()).isEqualTo(alone.pages() + 1);
        try (PDDocument document = Loader.loadPDF(both.pdf())) {
            assertThat(textIn(document.getPage(alone.pages()), new PageArea(0, 0, 210, 297)))
                    .contains("Estratto conto");
        }
    }

    private static List<String> violations(Letter letter) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(letter.pdf()), PDFAFlavour.PDFA_1_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_1_B, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static List<String> textIn(PDPage page, PageArea area) throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.setSortByPosition(true);
        stripper.addRegion(
                "area",
                new Rectangle2D.Double(
                        area.x() * POINTS, area.y() * POINTS, area.width() * POINTS, area.height() * POINTS));
        stripper.extractRegions(page);
        return stripper.getTextForRegion("area")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static ReminderFacts facts(String template, String language, int items) {
        Address address = new Address(List.of("Via Roma 1"), "20121", "Milano", "IT");
        Debtor debtor = new Debtor(
                "ACME-IT",
                "sap",
                "104711",
                "Società Müller & Façade S.r.l.",
                "business",
                "IT01234567890",
                language,
                "IT",
                address,
                List.of(),
                null,
                List.of(),
                List.of());
        List<OpenItem> open =
                IntStream.range(0, items).mapToObj(LetterProofTest::invoice).toList();
        return new ReminderFacts(
                ACME,
                debtor,
                "standard",
                "first",
                template,
                language,
                "EUR",
                new BigDecimal("100.00").multiply(BigDecimal.valueOf(items)),
                "RF18539007547034",
                LocalDate.of(2026, 4, 1),
                DAY,
                DAY.minusDays(1),
                open.stream()
                        .map(item -> new ReminderFacts.Listed(item, "overdue", true, "first", item.openAmount()))
                        .toList(),
                open,
                "ACME-IT-123",
                ListedCharges.NONE);
    }

    private static OpenItem invoice(int number) {
        return new OpenItem(
                "ACME-IT",
                "sap",
                "key-" + number,
                "104711",
                "18" + number,
                "2026/" + number,
                1,
                DocumentType.INVOICE,
                DAY.minusDays(40),
                DAY.minusDays(10),
                DueDateOrigin.SOURCE,
                "EUR",
                new BigDecimal("100.00"),
                new BigDecimal("100.00"),
                null,
                null,
                false,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                2);
    }

    private static final Creditor ACME = CreditorsForTests.ACME_IN_PRINT;
}
