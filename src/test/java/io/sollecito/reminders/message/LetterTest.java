package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Address;
import io.sollecito.model.Debtor;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTest {

    private static final double POINTS = 72 / 25.4;

    static Stream<AddressZone> zones() {
        return AddressZone.PROFILES.stream();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void the_address_and_nothing_else_lies_in_the_window(AddressZone zone) throws IOException {
        try (PDDocument document = opened(Facts.of("second-reminder", "it"), zone)) {
            assertThat(textIn(document, zone.x(), zone.y(), zone.width(), zone.height()))
                    .containsExactly("Rossi S.r.l.", "Via Roma 1", "20121 Milano");
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void a_long_foreign_address_is_wrapped_and_still_fits(AddressZone zone) throws IOException {
        Debtor debtor = Facts.debtor(
                "Società Cooperativa Agricola Produttori Riuniti della Valle di Sotto S.c.a r.l.",
                new Address(List.of("Zone industrielle des Trois Fontaines"), "69002", "Lyon", "FR"));
        ReminderFacts facts = Facts.of(Facts.ACME, debtor, "first-reminder", "fr", Facts.items(), "2450.50");

        try (PDDocument document = opened(facts, zone)) {
            String window = String.join(" ", textIn(document, zone.x(), zone.y(), zone.width(), zone.height()));
            assertThat(window)
                    .isEqualTo("Società Cooperativa Agricola Produttori Riuniti della Valle di Sotto S.c.a r.l."
                            + " Zone industrielle des Trois Fontaines 69002 Lyon FRANCE");
        }
    }

    @Test
    void the_swiss_postage_zone_and_the_edges_stay_clear() throws IOException {
        try (PDDocument document = opened(Facts.of("first-reminder", "de"), AddressZone.SWISS_LEFT)) {
            assertThat(textIn(document, 20, 40, 89.5, 20)).isEmpty();
            assertThat(textIn(document, 0, 0, 15, 297)).isEmpty();
            assertThat(textIn(document, 0, 0, 210, 15)).isEmpty();
            assertThat(textIn(document, 195, 0, 15, 297)).isEmpty();
        }
    }

    @Test
    void an_address_that_cannot_fit_or_arrive_holds_the_letter() {
        Address endless = new Address(
                IntStream.range(0, 9).mapToObj(line -> "Line " + line).toList(), "20121", "Milano", "IT");

        assertThatThrownBy(() -> letter(endless))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("does not fit");
        assertThatThrownBy(() -> letter(new Address(List.of("Via Roma 1"), "20121", null, "IT")))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("the postal address is incomplete");
        assertThatThrownBy(() -> letter(null))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("the postal address is incomplete");
    }

    @Test
    void it_is_a4_and_claims_pdf_a_with_every_font_embedded() throws IOException {
        try (PDDocument document = opened(Facts.of("formal-notice", "fr"), AddressZone.FRANCE)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 595.5f);
                assertThat(page.getMediaBox().getHeight()).isBetween(841.5f, 842f);
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).contains("OpenSans");
                }
            }
            assertThat(document.getVersion()).isLessThan(1.5f);
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .containsPattern("part[>=\"']+1")
                    .containsPattern("conformance[>=\"']+B");
        }
    }

    @Test
    void it_prints_what_it_promises_and_its_code_pays_the_total() throws IOException {
        Letter letter = Facts.COMPOSER.letter(
                Facts.of(
                        Facts.ACME,
                        Facts.ROSSI,
                        "first-reminder",
                        "it",
                        Facts.items().subList(0, 3),
                        "2450.50"),
                AddressZone.DIN_5008_B);

        assertThat(letter.pages()).isEqualTo(1);
        assertThat(Pictures.decodedFromFirstPage(letter.pdf())).contains("EUR2450.50\n\nRF18539007547034");
        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            assertThat(lines(document))
                    .contains("2026/1042", "2026/1057", "2026/9003", "2.450,50 €", "Milano, 17 marzo 2026")
                    .contains("IT60 X054 2811 1010 0000 0123 456", "RF18 5390 0754 7034", "1° aprile 2026")
                    .contains("+39 02 5550 1200", "reclami@acme.example", "non tenere conto")
                    .contains("L-2026-000123", "Capitale sociale", "Pagina 1 di 1");
        }
    }

    @Test
    void many_items_run_over_pages_that_are_numbered_and_keep_to_the_margins() throws IOException {
        var items =
                IntStream.range(0, 90).mapToObj(number -> Facts.items().get(0)).toList();
        ReminderFacts facts = Facts.of(Facts.ACME, Facts.ROSSI, "second-reminder", "en", items, "107100.00");

        try (PDDocument document = opened(facts, AddressZone.DIN_5008_A)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            assertThat(lines(document)).contains("Page 1 of " + pages, "Page 2 of " + pages);
        }
    }

    static Stream<Arguments> lettersOfFiveItems() {
        return Stream.of("it", "fr", "de", "en")
                .flatMap(language -> Stream.of("first-reminder", "second-reminder", "formal-notice")
                        .flatMap(template ->
                                AddressZone.PROFILES.stream().map(zone -> Arguments.of(language, template, zone))));
    }

    @ParameterizedTest
    @MethodSource("lettersOfFiveItems")
    void five_items_fit_one_page(String language, String template, AddressZone zone) {
        assertThat(Facts.COMPOSER.letter(overdue(5, template, language), zone).pages())
                .isEqualTo(1);
        assertThat(Facts.COMPOSER.letter(Facts.of(template, language), zone).pages())
                .as("some of them for information only")
                .isEqualTo(1);
    }

    @Test
    void the_signature_keeps_the_closing_words_and_the_paragraph_before() throws IOException {
        int broken = 0;
        for (int items = 4; items < 16; items++) {
            try (PDDocument document = opened(overdue(items, "second-reminder", "fr"), AddressZone.FRANCE)) {
                int pages = document.getNumberOfPages();
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(pages);
                assertThat(last.getText(document))
                        .contains("Les règlements reçus", "nos salutations distinguées", "Laura Conti");
                broken += pages - 1;
            }
        }
        assertThat(broken).isPositive();
    }

    private static ReminderFacts overdue(int items, String template, String language) {
        var listed = IntStream.range(0, items)
                .mapToObj(number -> Facts.items().get(0))
                .toList();
        String total = new BigDecimal("1190.00").multiply(new BigDecimal(items)).toString();
        return Facts.of(Facts.ACME, Facts.ROSSI, template, language, listed, total);
    }

    private static Letter letter(Address address) {
        return Facts.COMPOSER.letter(
                Facts.of(Facts.ACME, Facts.debtor("Rossi", address), "first-reminder", "it", Facts.items(), "2450.50"),
                AddressZone.DIN_5008_B);
    }

    private static PDDocument opened(ReminderFacts facts, AddressZone zone) throws IOException {
        return Loader.loadPDF(Facts.COMPOSER.letter(facts, zone).pdf());
    }

    private static String lines(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document).replace('\u00a0', ' ');
    }

    private static List<String> textIn(PDDocument document, double x, double y, double width, double height)
            throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.setSortByPosition(true);
        stripper.addRegion("area", new Rectangle2D.Double(x * POINTS, y * POINTS, width * POINTS, height * POINTS));
        stripper.extractRegions(document.getPage(0));
        return stripper.getTextForRegion("area")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
