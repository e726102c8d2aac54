package io.sollecito.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Scale rules for amounts (ISO 4217): an amount carries at least its currency's decimals and is never rounded silently. */
public final class Amounts {

    /** ISO 4217's code for no currency: where none is told, or what is told is none. */
    public static final String NO_CURRENCY = "XXX";

    private Amounts() {}

    /** The amount with its currency's number of decimals; digits beyond them are kept when they are not zero. */
    public static BigDecimal scaled(BigDecimal amount, String currency) {
        int decimals = decimals(currency);
        if (amount.scale() == decimals) {
            return amount;
        }
        if (amount.scale() < decimals) {
            return amount.setScale(decimals, RoundingMode.UNNECESSARY);
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() > decimals ? stripped : stripped.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /** The amount as the contracts print it: a plain decimal string with the currency's scale; null stays null. */
    public static String text(BigDecimal amount, String currency) {
        return amount == null ? null : scaled(amount, currency).toPlainString();
    }

    /** How many decimals the currency has: 2 for EUR, 0 for JPY; 2 for codes without a defined number (XXX). */
    public static int decimals(String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return digits < 0 ? 2 : digits;
    }

    /** Whether the code is an ISO 4217 currency. */
    public static boolean isCurrency(String code) {
        if (code == null) {
            return false;
        }
        try {
            Currency.getInstance(code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Equal in value, whatever the scale; null equals only null. */
    public static boolean same(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }
}
