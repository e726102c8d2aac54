package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Rossi & Figli S.r.l.", "~!", "Żółw", "é\u00a0ÿ", "東京", "e\u0300", "😀"})
    void a_clean_text_stays_as_it_is(String text) {
        assertThat(Values.oneLine(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " a b",
                "a b ",
                "a  b",
                "a\nb",
                "a\r\nb",
                "a\tb",
                "a\u0000b",
                "a\u007fb",
                "a\u0085b",
                "a\u2028b",
                "a\u200b b",
                "a \u202eb",
                "\ufeffa b",
                "a\ud800 b"
            })
    void blanks_breaks_and_invisible_characters_become_one_blank_or_nothing(String text) {
        assertThat(Values.oneLine(text)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "\ta", "a\n", "\u200ba"})
    void what_stands_around_a_text_is_taken_away(String text) {
        assertThat(Values.oneLine(text)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u0007", "\u007f", "\u0085", "\u200b", "\u202e"})
    void what_shows_nothing_is_empty_and_no_value(String nothing) {
        assertThat(Values.oneLine(nothing)).isEmpty();
        assertThat(new Values()
                        .put(Variable.CUSTOMER_NAME, "Rossi")
                        .put(Variable.CUSTOMER_NAME, nothing)
                        .map())
                .isEmpty();
    }

    @Test
    void no_text_and_no_rows_take_a_value_away() {
        Values values = new Values()
                .put(Variable.COMPANY_BIC, "BLOPIT22")
                .flag(Variable.PAYABLE, true)
                .list(Variable.ADDRESS_LINES, List.of(Map.of("Line", "Via Roma 1")));

        assertThat(values.map()).containsOnlyKeys("CompanyBic", "Payable", "AddressLines");
        assertThat(values.put(Variable.COMPANY_BIC, null)
                        .flag(Variable.PAYABLE, false)
                        .list(Variable.ADDRESS_LINES, List.of())
                        .map())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+39 02 5550 1200,+39_02_5550_1200", "' d.lgs.  231/2002 ',d.lgs._231/2002", ","})
    void no_line_ends_within_a_telephone_number_or_citation(String text, String unbroken) {
        assertThat(Values.unbroken(text)).isEqualTo(unbroken == null ? null : unbroken.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({
        "IT60X0542811101000000123456,IT60 X054 2811 1010 0000 0123 456",
        "FR76 30006 00001 12345678901 89,FR76 3000 6000 0112 3456 7890 189",
        "BE68539007547034,BE68 5390 0754 7034",
        ","
    })
    void an_iban_is_read_in_groups_of_four_without_a_blank_at_its_end(String iban, String groups) {
        assertThat(Values.inFours(iban)).isEqualTo(groups);
    }
}
