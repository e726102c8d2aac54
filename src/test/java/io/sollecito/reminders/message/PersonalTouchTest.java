package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Creditor;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.Past;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTouchTest {

    private static final List<String> SENTENCES =
            Facts.TEMPLATES.message(Language.EN, "receipt-check").iceBreakers();

    @Test
    void a_debtor_never_gets_the_same_opening_twice_in_a_row_and_the_same_message_always_the_same() {
        List<String> openings = IntStream.range(0, 7)
                .mapToObj(before -> opening(new Past(before, null)))
                .toList();

        assertThat(openings).doesNotContain("").containsAll(SENTENCES);
        for (int next = 1; next < openings.size(); next++) {
            assertThat(openings.get(next))
                    .as("the next in the file's order")
                    .isEqualTo(SENTENCES.get((SENTENCES.indexOf(openings.get(next - 1)) + 1) % SENTENCES.size()));
        }
        assertThat(opening(new Past(3, null))).isEqualTo(openings.get(3));
    }

    @ParameterizedTest
    @CsvSource({"it,10\u00a0marzo 2026", "fr,10\u00a0mars 2026", "de,10.\u00a0März 2026", "en,10\u00a0March 2026"})
    void what_was_promised_and_did_not_arrive_is_named(String language, String day) {
        Past past = new Past(
                1,
                new Past.BrokenPromise(new BigDecimal("800.00"), LocalDate.of(2026, 3, 10), new BigDecimal("333.00")));

        assertThat(Facts.COMPOSER
                        .email(with(Facts.ACME, "promise-broken", language, past))
                        .text()
                        .replaceAll("[ \\n]+", " "))
                .contains("800", "333", day);
        assertThat(Facts.COMPOSER.email(Facts.of("promise-broken", language)).text())
                .doesNotContain("800", "333", day);
    }

    @Test
    void the_signature_stands_as_a_picture_in_letters_only() throws Exception {
        Creditor signing = Facts.signing();

        assertThat(pictures(signing)).isEqualTo(pictures(Facts.ACME) + 1);
        assertThat(Facts.COMPOSER
                        .email(with(signing, "formal-notice", "it", Past.NONE))
                        .inline())
                .hasSize(2);
    }

    private static long pictures(Creditor creditor) throws Exception {
        byte[] pdf = Facts.COMPOSER
                .letter(with(creditor, "formal-notice", "it", Past.NONE), AddressZone.DIN_5008_B)
                .pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            long pictures = 0;
            for (var page : document.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getXObjectNames()) {
                    pictures += resources.getXObject(name) instanceof PDImageXObject ? 1 : 0;
                }
            }
            return pictures;
        }
    }

    private static String opening(Past past) {
        String text = Facts.COMPOSER
                .email(with(Facts.ACME, "receipt-check", "en", past))
                .text();
        return SENTENCES.stream().filter(text::contains).findFirst().orElse("");
    }

    private static ReminderFacts with(Creditor creditor, String template, String language, Past past) {
        ReminderFacts plain = Facts.of(creditor, Facts.ROSSI, template, language, Facts.items(), "2450.50");
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
                ListedCharges.NONE,
                past);
    }
}
