package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogosTest {

    @TempDir
    private Path folder;

    @Test
    void what_shines_through_a_logo_is_white_as_paper_is() throws IOException {
        BufferedImage logo = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        logo.setRGB(0, 0, 0xff00ff00);
        ImageIO.write(logo, "png", folder.resolve("logo.png").toFile());

        BufferedImage printed = ImageIO.read(new ByteArrayInputStream(new Logos(folder).png("logo.png")));

        assertThat(printed.getColorModel().hasAlpha()).isFalse();
        assertThat(printed.getRGB(0, 0)).isEqualTo(0xff00ff00);
        assertThat(printed.getRGB(1, 0)).isEqualTo(0xffffffff);
    }

    @Test
    void a_file_that_is_missing_or_no_picture_holds_the_message() throws IOException {
        Files.writeString(folder.resolve("logo.txt"), "Acme");

        assertThatThrownBy(() -> new Logos(folder).png("logo.txt"))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("cannot be read as a picture");
        assertThatThrownBy(() -> new Logos(folder).png("gone.png"))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("cannot be read as a picture");
    }
}
