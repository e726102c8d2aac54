package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void what_comes_from_outside_becomes_one_clean_line() {
        assertThat(Values.oneLine(null)).isEmpty();
        assertThat(Values.oneLine("")).isEmpty();
        assertThat(Values.oneLine("Rossi & Figli S.r.l. ~ Caffè")).isEqualTo("Rossi & Figli S.r.l. ~ Caffè");
        assertThat(Values.oneLine(" Rossi")).isEqualTo("Rossi");
        assertThat(Values.oneLine("Rossi ")).isEqualTo("Rossi");
        assertThat(Values.oneLine("Rossi  S.r.l.")).isEqualTo("Rossi S.r.l.");
        assertThat(Values.oneLine("Rossi\r\nBcc: all@rossi.example")).isEqualTo("Rossi Bcc: all@rossi.example");
    }

    @Test
    void control_characters_part_words_and_invisible_ones_are_gone() {
        assertThat(Values.oneLine("Ros\u007fsi")).isEqualTo("Ros si");
        assertThat(Values.oneLine("Ros\u009fsi")).isEqualTo("Ros si");
        assertThat(Values.oneLine("Ros\u001fsi")).isEqualTo("Ros si");
        assertThat(Values.oneLine("Ros\u2028si")).isEqualTo("Ros si");
        assertThat(Values.oneLine("Ros\u202esi\u200b \ufeff")).isEqualTo("Rossi");
    }

    @Test
    void letters_of_other_alphabets_stay_as_they_are() {
        assertThat(Values.oneLine("Ольга Ωmega 王\u00a0芳")).isEqualTo("Ольга Ωmega 王\u00a0芳");
    }

    @Test
    void an_empty_value_takes_away_what_was_there() {
        Values values = new Values().put(Variable.CUSTOMER_NAME, "Rossi").flag(Variable.PAYABLE, true);
        assertThat(values.map()).containsOnlyKeys(Variable.CUSTOMER_NAME.tag(), Variable.PAYABLE.tag());

        values.put(Variable.CUSTOMER_NAME, " \n").flag(Variable.PAYABLE, false);
        assertThat(values.map()).isEmpty();

        values.list(Variable.INVOICES, List.of(Map.of("a", "b")));
        assertThat(values.map()).containsOnlyKeys(Variable.INVOICES.tag());
        assertThat(values.list(Variable.INVOICES, List.of()).map()).isEmpty();
    }

    @Test
    void numbers_are_read_aloud_in_fours_or_kept_on_one_line() {
        assertThat(Values.inFours("IT60 X0542811101000000123456")).isEqualTo("IT60 X054 2811 1010 0000 0123 456");
        assertThat(Values.inFours("RF18")).isEqualTo("RF18");
        assertThat(Values.inFours(null)).isNull();
        assertThat(Values.unbroken(" +39 02  1234567 ")).isEqualTo("+39\u00a002\u00a01234567");
        assertThat(Values.unbroken(null)).isNull();
    }
}
