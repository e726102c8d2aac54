package io.sollecito.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Map<String, CelType> NAMES = Map.of(
            "debtor",
            Condition.FACTS,
            "debtor.country",
            Condition.TEXT,
            "debtor.tags",
            Condition.LIST_OF_TEXTS,
            "debtor.risk",
            Condition.NUMBER,
            "debtor.habit.items",
            Condition.NUMBER,
            "item.openAmount",
            Condition.AMOUNT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debtor.country == 'IT'",
                "debtor['country'] == 'IT'",
                "'vip' in debtor.tags && debtor.habit.items >= 5",
                "item.openAmount > 1190",
                "item.openAmount >= decimal('1190.5')",
                "item.openAmount == decimal('1190.50')",
                "item.openAmount <= decimal('1190.500') && !(item.openAmount < 1190)",
            })
    void names_amounts_and_numbers_are_asked_for(String condition) throws Exception {
        assertThat(Condition.compile(condition, NAMES).test(values("1190.50"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "debtor.country > 5 | no matching overload for '_>_' applied to '(string, int)'",
                "item.openAmount > 5.5 | no matching overload for '_>_' applied to '(decimal, double)'",
                "debtor.tags == 'vip' | no matching overload for '_==_'",
                "debtor.risk | expected type 'bool' but found 'int'",
            })
    void what_cannot_be_compared_does_not_compile(String condition, String problem) {
        assertThatThrownBy(() -> Condition.compile(condition, NAMES))
                .isInstanceOf(Condition.Wrong.class)
                .hasMessageContaining(problem);
    }

    @Test
    void what_is_asked_is_named_in_full_whether_it_is_known_or_not() throws Exception {
        Condition condition =
                Condition.compile("debtor.country == 'IT' || debtor.habit.days > 3 || debtor['risk'] > 5", NAMES);

        assertThat(condition.asked())
                .extracting(Condition.Asked::name)
                .containsExactlyInAnyOrder("debtor.country", "debtor.habit.days", "debtor.risk");
        assertThat(condition.asks("debtor")).isTrue();
        assertThat(condition.asks("debtor.risk")).isTrue();
        assertThat(condition.asks("item")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "debtor.risk > 80 ; true",
                "debtor['risk'] > 80 ; true",
                "debtor.risk > 80 || item.openAmount > 5 ; true",
                "debtor.risk > 80 && item.openAmount > 5 ; false",
                "debtor.risk > 80 && debtor.risk < 90 ; true",
                "!(debtor.risk < 80) ; true",
                "!(debtor.risk < 80 && item.openAmount < 5) ; true",
                "!(debtor.risk < 80 || item.openAmount < 5) ; false",
                "true && debtor.risk > 80 ; true",
                "item.openAmount > 5 ; false",
                "true ; false",
            })
    void whether_one_name_is_enough_is_known(String condition, boolean enough) throws Exception {
        assertThat(Condition.compile(condition, NAMES).mayRestOn("debtor.risk")).isEqualTo(enough);
    }

    private static Map<String, Object> values(String amount) {
        Map<String, Object> values = new HashMap<>();
        values.put("debtor", Map.of("country", "IT"));
        values.put("debtor.country", "IT");
        values.put("debtor.tags", List.of("vip"));
        values.put("debtor.habit.items", 7L);
        values.put("item.openAmount", Condition.amount(new BigDecimal(amount)));
        return values;
    }
}
