package io.sollecito.mapping.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A charset as a table reads what its decoder reads. */
class SingleBytesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Path file;

    @BeforeProperty
    void create() throws IOException {
        file = Files.createTempFile("bytes", ".csv");
    }

    @AfterProperty
    void delete() throws IOException {
        Files.delete(file);
    }

    @Property
    void any_bytes_are_known_and_read_as_by_the_decoder(@ForAll @Size(max = 40) byte[] bytes) throws IOException {
        SingleBytes table = SingleBytes.of(WINDOWS).orElseThrow();
        Files.write(file, bytes);
        String decoded = decoded(WINDOWS, bytes);

        assertThat(table.knows(file)).isEqualTo(decoded != null);
        if (decoded != null) {
            assertThat(read(table, bytes)).isEqualTo(decoded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "ISO-8859-15", "windows-1250", "US-ASCII", "IBM850"})
    void every_byte_is_the_decoders(String name) throws IOException {
        SingleBytes table = SingleBytes.of(Charset.forName(name)).orElseThrow();
        for (int i = 0; i < 256; i++) {
            byte[] one = {(byte) i};
            String decoded = decoded(Charset.forName(name), one);
            if (decoded != null) {
                assertThat(read(table, one)).isEqualTo(decoded);
            }
        }
    }

    @Test
    void charsets_of_several_bytes_are_left_to_their_decoders() {
        assertThat(SingleBytes.of(Charset.forName("UTF-8"))).isEmpty();
        assertThat(SingleBytes.of(Charset.forName("UTF-16LE"))).isEmpty();
        assertThat(SingleBytes.of(Charset.forName("IBM1047"))).isEmpty();
    }

    private static String read(SingleBytes table, byte[] bytes) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = table.reader(new ByteArrayInputStream(bytes))) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private static String decoded(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException unknown) {
            return null;
        }
    }
}
