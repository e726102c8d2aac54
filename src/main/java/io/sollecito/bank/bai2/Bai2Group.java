package io.sollecito.bank.bai2;

import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.text.ShortDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a group's record (02) says of all its accounts.
 *
 * @param asOf the day of the entries; null when it cannot be read
 * @param currency of accounts that name none
 * @param isInterim whether more of the day is still to come (as-of-date modifiers 1 and 3)
 */
record Bai2Group(LocalDate asOf, String currency, boolean isInterim) {

    private static final String UPDATE = "1";
    private static final String DEFAULT_CURRENCY = "USD";
    private static final Set<String> INTERIM = Set.of("1", "3");

    /** Receiver, originator, status, as-of date, time, currency, modifier. */
    static Bai2Group of(Bai2Record record, RecordProblems problems) {
        List<String> fields = record.fields();
        String status = field(fields, 2);
        if (!status.isEmpty() && !status.equals(UPDATE)) {
            problems.at(
                    record.line(),
                    record.column(),
                    "this group has status " + status + " (2 deletion, 3 correction, 4 test), so it is not booked");
        }
        LocalDate asOf = ShortDate.yearFirst(field(fields, 3));
        if (asOf == null) {
            problems.at(
                    record.line(), record.column(), "'" + field(fields, 3) + "' is no as-of date of the form YYMMDD");
        }
        String currency = field(fields, 5);
        return new Bai2Group(
                asOf, currency.isEmpty() ? DEFAULT_CURRENCY : currency, INTERIM.contains(field(fields, 6)));
    }

    private static String field(List<String> fields, int at) {
        return at < fields.size() ? fields.get(at) : "";
    }
}
