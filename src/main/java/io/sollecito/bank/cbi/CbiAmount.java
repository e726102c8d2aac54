package io.sollecito.bank.cbi;

import io.sollecito.bank.text.CommaAmount;
import io.sollecito.bank.text.FixedRecord;
import java.math.BigDecimal;

/** Amounts of digits with a decimal comma, filled with zeros. */
final class CbiAmount {

    private CbiAmount() {}

    /** Null when it is none. */
    static BigDecimal of(String text) {
        return CommaAmount.of(text.strip());
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
