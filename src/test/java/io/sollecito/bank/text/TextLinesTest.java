package io.sollecito.bank.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void lines_end_in_any_of_three_ways() throws IOException {
        assertThat(lines("a\nb\r\nc\rd\n\ne".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("1 a", "2 b", "3 c", "4 d", "5 ", "6 e");
    }

    @Test
    void a_line_end_at_the_end_of_the_file_begins_no_line() throws IOException {
        assertThat(lines("a\r\n".getBytes(StandardCharsets.US_ASCII))).containsExactly("1 a");
        assertThat(lines(new byte[0])).isEmpty();
    }

    @Test
    void each_line_is_read_in_the_charset_in_which_it_is_written() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        file.write("Müller\n".getBytes(StandardCharsets.UTF_8));
        file.write("Müller €\n".getBytes(Charset.forName("windows-1252")));

        assertThat(lines(file.toByteArray())).containsExactly("1 Müller", "2 Müller €");
    }

    @Test
    void a_line_without_end_comes_in_pieces_of_one_number() throws IOException {
        byte[] endless = new byte[3 * TextLines.LONGEST + 5];
        java.util.Arrays.fill(endless, (byte) 'x');

        List<String> lines = lines(endless);

        assertThat(lines).hasSize(4).allMatch(line -> line.startsWith("1 x"));
        assertThat(lines.stream().mapToInt(line -> line.length() - 2).sum()).isEqualTo(endless.length);
    }

    @Test
    void a_line_end_that_falls_between_two_reads_is_one() throws IOException {
        byte[] file = "a\r\nb".getBytes(StandardCharsets.US_ASCII);
        TextLines lines = new TextLines(new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < file.length ? file[at++] : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                into[from] = (byte) next;
                return 1;
            }
        });

        assertThat(List.of(lines.next(), lines.next())).containsExactly("a", "b");
        assertThat(lines.next()).isNull();
    }

    private static List<String> lines(byte[] file) throws IOException {
        TextLines lines = new TextLines(new ByteArrayInputStream(file));
        List<String> all = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(lines.number() + " " + line);
        }
        return all;
    }
}
