package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpcQrTest {

    private static final String IBAN = "IT60 X054 2811 1010 0000 0123 456";
    private static final String REFERENCE = "RF18 5390 0754 7034";

    @Test
    void the_payload_has_the_lines_of_the_guideline() {
        assertThat(payload("Acme Italia S.p.A.", "2450.5", "EUR")).contains("""
                        BCD
                        002
                        1
                        SCT
                        BLOPIT22
                        Acme Italia S.p.A.
                        IT60X0542811101000000123456
                        EUR2450.50

                        RF18539007547034""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme Italia S.p.A.", "Lumière Équipements SAS", "Żółw & Łoś Sp. z o.o."})
    void the_picture_decodes_to_the_exact_payload(String name) throws IOException {
        String payload = payload(name, "1190.00", "EUR").orElseThrow();

        assertThat(Pictures.decoded(EpcQr.png(payload))).isEqualTo(payload);
    }

    @Test
    void the_picture_is_small_and_has_one_bit_a_pixel() throws IOException {
        byte[] png = EpcQr.png(payload("Acme Italia S.p.A.", "1190.00", "EUR").orElseThrow());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(png).hasSizeLessThan(1000);
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(image.getWidth()).isEqualTo(image.getHeight());
        assertThat(image.getRGB(0, 0)).as("the quiet zone").isEqualTo(0xFFFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"1190.00,CHF", "0.00,EUR", "-1.00,EUR", "1000000000.00,EUR", "1.005,EUR"})
    void what_is_no_sepa_transfer_has_no_code(String amount, String currency) {
        assertThat(payload("Acme", amount, currency)).isEmpty();
    }

    @Test
    void the_largest_and_the_smallest_transfer_have_a_code() {
        assertThat(payload("Acme", "999999999.99", "EUR")).isPresent();
        assertThat(payload("Acme", "0.01", "EUR")).isPresent();
    }

    @Test
    void a_name_cannot_add_lines_and_is_cut_at_seventy_characters() {
        String payload = payload("Acme\nDE00EVIL\r\nEUR9999.00" + "è".repeat(90), "1.00", "EUR")
                .orElseThrow();

        assertThat(payload.lines().count()).isEqualTo(10);
        assertThat(payload.lines().toList().get(5))
                .startsWith("Acme DE00EVIL EUR9999.00èè")
                .hasSize(70);
    }

    private static Optional<String> payload(String name, String amount, String currency) {
        return EpcQr.payload(name, IBAN, "BLOPIT22", new BigDecimal(amount), currency, REFERENCE);
    }

    @Test
    void a_belgian_reference_stands_in_the_text_and_a_swiss_one_has_no_code() {
        String belgian = EpcQr.payload("Acme", "BE68539007547034", null, new BigDecimal("10.00"), "EUR", "090933755493")
                .orElseThrow();
        assertThat(belgian).endsWith("EUR10.00\n\n\n+++090/9337/55493+++");
        assertThat(EpcQr.payload(
                        "Acme",
                        "CH4431999123000889012",
                        null,
                        new BigDecimal("10.00"),
                        "EUR",
                        "210000000003139471430009017"))
                .isEmpty();
    }
}
