package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {

    @TempDir
    private Path folder;

    @Test
    void a_picture_stands_in_the_page_itself_and_is_never_fetched() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
        byte[] png = bytes.toByteArray();
        Path file = Files.write(folder.resolve("secret.png"), png);

        assertThat(pictures("data:image/png;base64," + Base64.getEncoder().encodeToString(png)))
                .isEqualTo(1);
        assertThat(pictures(file.toUri().toString())).isZero();
    }

    @Test
    void a_character_that_the_font_lacks_holds_the_letter_and_is_named() {
        assertThatThrownBy(() -> new PdfPages().print("<html><body>\t東京\r\n</body></html>", Language.EN))
                .isInstanceOf(MessageHeld.class)
                .hasMessage("the letters' font has no '東' (U+6771): it cannot be printed");
    }

    private static long pictures(String address) throws IOException {
        String page = "<html><body style=\"font-family:'Open Sans'\">A\r\n<img src=\"" + address
                + "\" alt=\"B\"/></body></html>";
        Letter letter = new PdfPages().print(page, Language.EN);
        assertThat(letter.pages()).isEqualTo(1);
        assertThat(letter.language()).isEqualTo("en");
        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            return StreamSupport.stream(
                            document.getPage(0).getResources().getXObjectNames().spliterator(), false)
                    .count();
        }
    }
}
