package io.sollecito.bank.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FixedRecordsTest {

    @Test
    void records_stand_on_lines_or_one_after_the_other() throws IOException {
        assertThat(records("aaaa\nbbbb\r\n\r\ncc\n", false)).containsExactly("1:1 aaaa", "2:1 bbbb", "4:1 cc");
        assertThat(records("aaaabbbbcc", false)).containsExactly("1:1 aaaa", "1:5 bbbb", "1:9 cc");
        assertThat(records("aaaa  \nbbbb      \n", false)).containsExactly("1:1 aaaa", "2:1 bbbb");
        assertThat(records("", false)).isEmpty();
    }

    @Test
    void a_first_blank_that_a_line_lacks_is_added() throws IOException {
        assertThat(records(" aaa\nbbb\n", true)).containsExactly("1:1  aaa", "2:1  bbb");
    }

    @Test
    void control_characters_are_blanks() throws IOException {
        assertThat(records("a\0\tb\n\u001a\n", false)).containsExactly("1:1 a  b");
    }

    @Property(tries = 20)
    void an_endless_line_comes_record_by_record(@ForAll @IntRange(min = 1, max = 300) int length) throws IOException {
        String text = "x".repeat(2 * TextLines.LONGEST + 17);
        FixedRecords records = new FixedRecords(stream(text), length);
        int read = 0;
        long column = 1;
        for (FixedRecord record = records.next(); record != null; record = records.next()) {
            assertThat(record.line()).isEqualTo(1);
            assertThat(record.column(1)).isEqualTo(column);
            assertThat(record.text().length()).isBetween(1, length);
            column += record.text().length();
            read += record.text().length();
        }
        assertThat(read).isEqualTo(text.length());
    }

    @Test
    void fields_are_padded_and_counted_from_1() {
        FixedRecord record = new FixedRecord("ab cd", 7, 0);

        assertThat(record.field(1, 2)).isEqualTo("ab");
        assertThat(record.field(4, 8)).isEqualTo("cd   ");
        assertThat(record.field(9, 10)).isEqualTo("  ");
        assertThat(record.value(2, 4)).isEqualTo("b c");
        assertThat(record.value(6, 9)).isNull();
        assertThat(record.at(5)).isEqualTo('d');
        assertThat(record.at(6)).isEqualTo(' ');
        assertThat(new FixedRecord(" b", 7, -1).column(2)).isEqualTo(1);
    }

    private static List<String> records(String text, boolean blankFirst) throws IOException {
        FixedRecords records = new FixedRecords(stream(text), 4, blankFirst);
        List<String> all = new ArrayList<>();
        for (FixedRecord record = records.next(); record != null; record = records.next()) {
            all.add(record.line() + ":" + record.column(1) + " " + record.text());
        }
        return all;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
