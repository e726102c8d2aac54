package io.sollecito.bank.norma43;

import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/** Currencies by their numeric ISO 4217 codes. */
final class NumericCurrency {

    private static final Map<String, String> CODES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getNumericCode() > 0)
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .collect(Collectors.toMap(
                    Currency::getNumericCodeAsString, Currency::getCurrencyCode, (first, second) -> first));

    private NumericCurrency() {}

    /** Null when there is no such currency. */
    static String of(String digits) {
        return CODES.get(digits);
    }
}
