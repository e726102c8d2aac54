package io.sollecito.reconciliation;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes out of a text what has digits and is no document number: amounts, telephone numbers, tax numbers, accounts. */
final class OtherNumbers {

    /** Stands before the year that is left of a date. */
    static final char DATE_MARK = '\u0001';

    private static final String CURRENCY = "(?:EUROS?|EUR|€|CHF|FR\\.|SFR|USD|US\\$|GBP|\\$|£|SEK|NOK|DKK|PLN)";
    private static final String GROUPED = "\\d{1,3}(?:[.' ]\\d{3})+";
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\dA-Z./-])(?:" + CURRENCY + "\\s?)?(?:"
            + "(?:" + GROUPED + "|\\d+),\\d{2}(?!\\d|,\\d)|"
            + "(?:\\d{1,3}(?:[,' ]\\d{3})+|\\d+)\\.\\d{2}(?![\\d./-]))(?:\\s?" + CURRENCY + "(?![A-Z]))?(?![A-Z])");
    private static final Pattern WHOLE_AMOUNT = Pattern.compile("(?<![\\dA-Z./-])(?:"
            + CURRENCY + "\\s?(?:" + GROUPED + "|\\d+)(?:,-{1,2}|\\.-{1,2})?(?![\\dA-Z/-])|"
            + "(?:" + GROUPED + "|\\d+)(?:,-{1,2}|\\.-{1,2})?\\s?" + CURRENCY + "(?![A-Z]))");
    private static final String MONTH =
            "(?:JAN|GEN|FEB|FEV|MAR|MAER|AVR|APR|MAI|MAG|MAY|JUIN|JUIL|JUN|JUL|GIU|LUG|AOU|AUG|AGO"
                    + "|SEP|SET|OCT|OKT|OTT|NOV|DEC|DEZ|DIC)[A-Z]{0,6}";
    private static final Pattern DATE = Pattern.compile("(?<![\\dA-Z./-])(?:\\d{1,2}([./-])\\d{1,2}\\1(\\d{4}|\\d{2})"
            + "|((?:19|20)\\d\\d)-\\d\\d-\\d\\d|\\d{1,2}\\.? ?(?:DE |DI )?" + MONTH + "\\.? ?((?:19|20)\\d\\d)"
            + "|" + MONTH + "\\.?[ /]((?:19|20)\\d\\d))(?![\\dA-Z/-])");
    private static final Pattern IBAN =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?![A-Z0-9])");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![A-Z])(?:TEL|TELEFON|TELEFONO|TELEPHONE|PHONE|FON|FAX|CELL|CELLULARE|MOBIL|MOBILE|MOB|HANDY|PORTABLE)[.: ]{1,3}"
                    + "\\+?[\\d /().-]{5,}\\d|(?<![\\d+])\\+\\d{2}[ (]?[\\d /().-]{6,}\\d");
    private static final Pattern TAX_NUMBER = Pattern.compile(
            "(?<![A-Z])(?:P\\.? ?IVA|PARTITA IVA|C\\.? ?F\\.?|COD\\.? ?FISC\\.?|CODICE FISCALE|UST-?ID-?(?:NR)?|STEUER-?NR|ST-?NR"
                    + "|VAT(?: ID| NO| REG)?|N? ?TVA(?: INTRA)?|SIRET|SIREN|UID)[.:# ]{0,3}[A-Z]{0,3}-?[\\d ./-]{7,}\\d");

    private OtherNumbers() {}

    /** @param plain upper case without accents */
    static String removed(String plain) {
        if (plain.length() < 4 || !Numbers.hasDigit(plain)) {
            return plain;
        }
        String rest = plain;
        boolean long8 = rest.length() >= 8;
        if (long8) {
            if (OtherNumberSigns.ofIban(rest)) {
                rest = IBAN.matcher(rest)
                        .replaceAll(found -> References.isIban(found.group().replace(" ", "")) ? " ; " : "$0");
            }
            if (OtherNumberSigns.ofTaxNumber(rest)) {
                rest = TAX_NUMBER.matcher(rest).replaceAll(" ; ");
            }
            if (OtherNumberSigns.ofPhone(rest)) {
                rest = PHONE.matcher(rest).replaceAll(" ; ");
            }
            if (OtherNumberSigns.ofDate(rest)) {
                rest = DATE.matcher(rest).replaceAll(found -> " ;" + DATE_MARK + year(found) + " ; ");
            }
        }
        if (OtherNumberSigns.ofDecimals(rest)) {
            rest = AMOUNT.matcher(rest).replaceAll(" ; ");
        }
        return OtherNumberSigns.ofCurrency(rest) ? WHOLE_AMOUNT.matcher(rest).replaceAll(" ; ") : rest;
    }

    private static String year(MatchResult date) {
        for (int group = 2; group <= date.groupCount(); group++) {
            String year = date.group(group);
            if (year != null) {
                return year.length() == 2 ? "20" + year : year;
            }
        }
        return "";
    }
}
