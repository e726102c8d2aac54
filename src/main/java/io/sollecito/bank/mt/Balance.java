package io.sollecito.bank.mt;

import io.sollecito.bank.text.CommaAmount;
import io.sollecito.bank.text.ShortDate;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A balance (fields 60 and 62), signed.
 *
 * @param date null when there is no such day
 */
record Balance(BigDecimal amount, String currency, LocalDate date) {

    private static final Pattern FORM = Pattern.compile("([CD])\\s*([0-9]{6})\\s*([A-Z]{3})\\s*(-?)([0-9.,]{1,30})");

    /** Null when the field is no balance. */
    static Balance of(Field field) {
        Matcher form = FORM.matcher(field.first());
        if (!form.matches() || !Amounts.isCurrency(form.group(3))) {
            return null;
        }
        BigDecimal value = CommaAmount.of(form.group(5));
        if (value == null) {
            return null;
        }
        boolean negative = form.group(1).equals("D") != form.group(4).equals("-");
        return new Balance(
                Amounts.scaled(negative ? value.negate() : value, form.group(3)),
                form.group(3),
                ShortDate.yearFirstOrMonthEnd(form.group(2)));
    }
}
