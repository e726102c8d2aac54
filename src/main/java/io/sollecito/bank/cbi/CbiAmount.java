package io.sollecito.bank.cbi;

import io.sollecito.bank.text.FixedRecord;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts of digits with a decimal comma, filled with zeros. */
final class CbiAmount {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}(,[0-9]{0,6})?");

    private CbiAmount() {}

    /** Null when it is none. */
    static BigDecimal of(String text) {
        String digits = text.strip();
        if (!FORM.matcher(digits).matches()) {
            return null;
        }
        String plain = digits.replace(',', '.');
        return new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    }

    /** A sign (C credit, D debit) and 15 characters; null when it is none. */
    static BigDecimal signed(FixedRecord record, int from) {
        BigDecimal amount = of(record.field(from + 1, from + 15));
        char sign = record.at(from);
        if (amount == null || (sign != 'C' && sign != 'D')) {
            return null;
        }
        return sign == 'D' ? amount.negate() : amount;
    }
}
