package io.sollecito.reminders.message;

import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a language writes dates and amounts; fixed here, so that no Java release changes a letter. */
enum Language {
    IT(
            '.',
            ',',
            "dd/mm/yyyy",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    FR(
            '\u00a0',
            ',',
            "dd/mm/yyyy",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    DE('.', ',', "dd.mm.yyyy", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    EN(',', '.', "d mon yyyy", "January February March April May June July August September October November December");

    private static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';

    private final char grouping;
    private final char decimal;
    private final String shortPattern;
    private final List<String> months;

    Language(char grouping, char decimal, String shortPattern, String months) {
        this.grouping = grouping;
        this.decimal = decimal;
        this.shortPattern = shortPattern;
        this.months = List.of(months.split(" "));
    }

    /** The language of an ISO 639-1 code such as "it" or "it-CH". */
    static Optional<Language> of(String code) {
        if (code == null || code.length() < 2) {
            return Optional.empty();
        }
        String bare = code.substring(0, 2).toUpperCase(Locale.ROOT);
        boolean whole = code.length() == 2 || !Character.isLetter(code.charAt(2));
        return List.of(values()).stream()
                .filter(language -> whole && language.name().equals(bare))
                .findFirst();
    }

    /** The ISO 639-1 code, which is also the name of the folder of its templates. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in tables: 14/02/2026, 14.02.2026, 14 Feb 2026. */
    String date(LocalDate date) {
        return shortPattern
                .replace("yyyy", padded(date.getYear(), 4))
                .replace("dd", padded(date.getDayOfMonth(), 2))
                .replace("mm", padded(date.getMonthValue(), 2))
                .replace("mon", month(date).substring(0, 3))
                .replace("d ", date.getDayOfMonth() + " ");
    }

    private static String padded(int number, int width) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** As in sentences: 14 febbraio 2026, 1er février 2026, 1° marzo 2026, 14. Februar 2026. */
    String longDate(LocalDate date) {
        return day(date.getDayOfMonth()) + NO_BREAK + month(date) + " " + date.getYear();
    }

    /** With grouping, the currency's decimals and its sign or code: 1.190,00 €, 1 190,00 €, €1,190.00. */
    String amount(BigDecimal amount, String currency) {
        String number = number(amount.abs(), currency);
        String minus = amount.signum() < 0 ? String.valueOf(MINUS) : "";
        String symbol = symbol(currency);
        if (this == EN) {
            return minus + (symbol.equals(currency) ? currency + NO_BREAK : symbol) + number;
        }
        return minus + number + NO_BREAK + symbol;
    }

    /** Per cent with the language's decimal sign: 10,15 %, 10.15%. */
    String percent(String rate) {
        return rate.replace('.', decimal) + (this == EN ? "%" : NO_BREAK + "%");
    }

    private String number(BigDecimal amount, String currency) {
        String plain = Amounts.scaled(amount, currency).toPlainString();
        int point = plain.indexOf('.');
        StringBuilder whole = new StringBuilder(point < 0 ? plain : plain.substring(0, point));
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            whole.insert(at, grouping);
        }
        return point < 0
                ? whole.toString()
                : whole.append(decimal).append(plain.substring(point + 1)).toString();
    }

    private static String symbol(String currency) {
        return switch (currency) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            default -> currency;
        };
    }

    private String month(LocalDate date) {
        return months.get(date.getMonthValue() - 1);
    }

    private String day(int day) {
        return switch (this) {
            case DE -> day + ".";
            case FR -> day == 1 ? "1er" : String.valueOf(day);
            case IT -> day == 1 ? "1°" : String.valueOf(day);
            case EN -> String.valueOf(day);
        };
    }
}
