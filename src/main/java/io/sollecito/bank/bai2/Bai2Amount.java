package io.sollecito.bank.bai2;

import io.sollecito.bank.text.ImpliedDecimals;
import java.math.BigDecimal;

/** Amounts without a decimal point, which stands before as many digits as the currency has decimals. */
final class Bai2Amount {

    private Bai2Amount() {}

    /** Null when it is none; nothing written is null too. */
    static BigDecimal of(String text, int decimals) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        BigDecimal amount = ImpliedDecimals.amount(signed ? text.substring(1) : text, decimals);
        return amount == null || !text.startsWith("-") ? amount : amount.negate();
    }
}
