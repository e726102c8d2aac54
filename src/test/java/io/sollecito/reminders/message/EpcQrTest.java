package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
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

    @Test
    void a_reference_has_at_most_thirty_five_characters() {
        assertThat(referring("X".repeat(35))).isPresent();
        assertThat(referring("X ".repeat(35))).as("blanks do not count").isPresent();
        assertThat(referring("X".repeat(36))).isEmpty();
        assertThat(referring(null)).isEmpty();
    }

    private static Optional<String> referring(String reference) {
        return EpcQr.payload("Acme", IBAN, "BLOPIT22", BigDecimal.TEN, "EUR", reference);
    }

    /** Characters of four bytes fill the code before the name's seventy characters do. */
    @Test
    void the_code_holds_at_most_331_bytes() {
        String full = "\uD83D\uDE80".repeat(62);
        int rest = 331 - bytes(payload(full, "1.00", "EUR").orElseThrow());

        assertThat(payload(full + "x".repeat(rest), "1.00", "EUR"))
                .hasValueSatisfying(payload -> assertThat(bytes(payload)).isEqualTo(331));
        assertThat(payload(full + "x".repeat(rest + 1), "1.00", "EUR")).isEmpty();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Some banking apps stumble over the mark of UTF-8 (ECI). */
    @ParameterizedTest
    @CsvSource({"Acme Italia S.p.A.,]Q1", "Lumière Équipements SAS,]Q2"})
    void the_mark_of_utf_8_is_set_only_where_it_says_something(String name, String symbology) throws IOException {
        byte[] png = EpcQr.png(payload(name, "1190.00", "EUR").orElseThrow());

        assertThat(Pictures.symbology(png)).isEqualTo(symbology);
    }

    /** PNG, 5.3: length, type, data and the CRC-32 of type and data. */
    @Test
    void the_pictures_chunks_are_whole() {
        ByteBuffer png = ByteBuffer.wrap(
                        EpcQr.png(payload("Acme", "1190.00", "EUR").orElseThrow()))
                .position(8);
        List<String> types = new ArrayList<>();
        while (png.hasRemaining()) {
            byte[] typed = new byte[png.getInt() + 4];
            png.get(typed);
            types.add(new String(typed, 0, 4, StandardCharsets.US_ASCII));
            CRC32 check = new CRC32();
            check.update(typed);
            assertThat(png.getInt()).isEqualTo((int) check.getValue());
        }

        assertThat(types).containsExactly("IHDR", "IDAT", "IEND");
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
