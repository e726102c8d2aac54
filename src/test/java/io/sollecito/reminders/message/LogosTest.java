package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogosTest {

    private static final int RED = 0xffff0000;

    @TempDir
    private Path folder;

    private Logos logos;

    @BeforeEach
    void a_red_dot_beside_a_transparent_one() throws IOException {
        BufferedImage dots = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        dots.setRGB(0, 0, RED);
        ImageIO.write(dots, "png", folder.resolve("dots.png").toFile());
        logos = new Logos(folder);
    }

    @Test
    void what_is_transparent_becomes_white() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(logos.png("dots.png")));

        assertThat(picture.getColorModel().hasAlpha()).isFalse();
        assertThat(picture.getWidth()).isEqualTo(2);
        assertThat(picture.getRGB(0, 0)).isEqualTo(RED);
        assertThat(picture.getRGB(1, 0)).isEqualTo(0xffffffff);
    }

    @Test
    void a_file_is_read_once() throws IOException {
        byte[] first = logos.png("dots.png");
        Files.delete(folder.resolve("dots.png"));

        assertThat(logos.png("dots.png")).isSameAs(first);
    }

    @Test
    void a_file_that_is_missing_or_no_picture_holds_the_message() throws IOException {
        Files.writeString(folder.resolve("words.png"), "no picture");

        for (String name : new String[] {"words.png", "missing.png"}) {
            assertThatThrownBy(() -> logos.png(name))
                    .isInstanceOf(MessageHeld.class)
                    .hasMessageContaining(name + " cannot be read as a picture");
        }
    }
}
