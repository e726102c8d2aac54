package io.sollecito.bank.mt;

import io.sollecito.bank.text.CommaAmount;
import io.sollecito.bank.text.ShortDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement line (field 61). Banks leave out the entry date or write blanks for it, append the third letter of the currency
 * to the mark (CR is a credit, RCR the reversal of one) and fill the amount with zeros.
 *
 * @param valueDate null when there is no such day
 * @param bookingDate the entry date, else the value date
 * @param amount signed: the reversal of a credit is negative
 * @param credit whether it stands among the credits, as the reversal of a debit does
 * @param reversal whether the mark says so
 * @param expected not booked yet (MT942: EC, ED)
 * @param type such as NTRF, or null
 * @param ownerReference the customer's, or null
 * @param bankReference null where the bank gives none
 * @param name of the other side, where the bank writes it behind a reference of full width (Rabobank before IBANs); or null
 * @param supplementary the lines below; may be empty
 */
record EntryLine(
        LocalDate valueDate,
        LocalDate bookingDate,
        BigDecimal amount,
        boolean credit,
        boolean reversal,
        boolean expected,
        String type,
        String ownerReference,
        String bankReference,
        String name,
        List<String> supplementary) {

    private static final Pattern LINE = Pattern.compile("\\s*([0-9]{6})([0-9]{4}| {1,4})?\\s*(E[CD]|R?[CD])([A-Z])?\\s*"
            + "([0-9.,]{1,30})\\s*(?!NONREF)([NFS][A-Za-z0-9 ]{3})?(.*)");
    private static final int REFERENCE = 16;
    private static final Set<String> NO_REFERENCES = Set.of(
            "", "NONREF", "NOTPROVIDED", "EREF", "EREF+", "KREF", "KREF+", "MREF", "MARF", "PREF", "IREF", "NREF", "0");

    /** Null when the line is none: without its amount or its mark nothing of it counts. */
    static EntryLine of(Field field) {
        Matcher line = LINE.matcher(field.lines().get(0));
        if (!line.matches()) {
            return null;
        }
        BigDecimal value = CommaAmount.of(line.group(5));
        if (value == null) {
            return null;
        }
        String mark = line.group(3);
        boolean reversal = mark.startsWith("R");
        boolean in = mark.endsWith("C") != reversal;
        LocalDate valueDate = ShortDate.yearFirstOrMonthEnd(line.group(1));
        String rest = line.group(7);
        int slashes = rest.indexOf("//");
        String owner = slashes < 0 ? rest : rest.substring(0, slashes);
        String name = null;
        if (slashes < 0 && rest.length() > REFERENCE && rest.charAt(REFERENCE - 1) == ' ') {
            owner = rest.substring(0, REFERENCE);
            name = rest.substring(REFERENCE).strip();
        }
        return new EntryLine(
                valueDate,
                bookingDate(valueDate, line.group(2)),
                in ? value : value.negate(),
                in,
                reversal,
                mark.startsWith("E"),
                line.group(6) == null ? null : line.group(6).strip(),
                reference(owner),
                slashes < 0 ? null : reference(rest.substring(slashes + 2)),
                name,
                field.lines().stream()
                        .skip(1)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** Whether the bank's own code stands where the customer's reference does (PostFinance). */
    boolean isBankInternal() {
        return type != null && type.startsWith("F");
    }

    private static LocalDate bookingDate(LocalDate valueDate, String entryDate) {
        if (valueDate == null || entryDate == null || entryDate.isBlank()) {
            return valueDate;
        }
        LocalDate booked = ShortDate.monthDayNear(valueDate, entryDate);
        return booked == null ? valueDate : booked;
    }

    private static String reference(String text) {
        String reference = text.strip();
        return NO_REFERENCES.contains(reference) ? null : reference;
    }
}
