package io.sollecito.digest;

import java.math.BigDecimal;
import java.util.List;

/**
 * One part of a digest, the same for HTML, text and CSV.
 *
 * @param note a sentence below the title, or null
 * @param urgent whether it asks somebody to act
 * @param chart whether the ageing chart belongs here
 */
record Section(String title, String note, boolean urgent, boolean chart, List<Row> rows) {

    /**
     * HEAD names a group of rows, LINE is the ordinary row, PART belongs to the row above it, TOTAL sums up, MORE says
     * what is left out.
     */
    enum Kind {
        HEAD,
        LINE,
        PART,
        TOTAL,
        MORE
    }

    /**
     * @param detail smaller print below the label, or null
     * @param count what the row counts, or null
     * @param amount with {@code currency}, or a number of days without; null when the row has none
     * @param signed whether a positive amount shows its plus
     */
    record Row(Kind kind, String label, String detail, Long count, BigDecimal amount, String currency, boolean signed) {

        static Row text(String label, String detail) {
            return new Row(Kind.LINE, label, detail, null, null, null, false);
        }

        static Row days(String label, String detail, BigDecimal days) {
            return new Row(Kind.LINE, label, detail, null, days, null, false);
        }

        static Row head(String label, String detail) {
            return new Row(Kind.HEAD, label, detail, null, null, null, false);
        }

        static Row more(long left) {
            return new Row(
                    Kind.MORE,
                    "and " + Words.count(left) + " more, see the attached table",
                    null,
                    left,
                    null,
                    null,
                    false);
        }

        /** Such as 1,190.00 and 41.3 days; null when the row has none. */
        String figure() {
            if (amount == null || currency == null) {
                return amount == null ? null : Words.days(amount);
            }
            return signed ? Words.signed(amount, currency) : Words.amount(amount, currency);
        }
    }

    Section {
        rows = List.copyOf(rows);
    }
}
