package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What came of a telephone call. */
public sealed interface CallResult {

    /** As the ledger and the command line write it. */
    String word();

    /** What was said, for colleagues; personal data. Null: nothing. */
    default String note() {
        return null;
    }

    /** The day to call again; null: nobody needs to. */
    default LocalDate again() {
        return null;
    }

    /** The debtor was spoken to. */
    record Reached(String note, LocalDate again) implements CallResult {
        @Override
        public String word() {
            return "reached";
        }
    }

    /**
     * The debtor promised to pay the task's items by a day.
     *
     * @param lastDay until when the money may be booked: that day and the creditor's tolerance
     * @param amount null: all that is open
     */
    record Promise(LocalDate until, LocalDate lastDay, BigDecimal amount, String note) implements CallResult {
        @Override
        public String word() {
            return "promise";
        }
    }

    /**
     * The debtor disputes items.
     *
     * @param items their ids; empty: all of the task's
     */
    record Dispute(DisputeReason code, List<Long> items, String note) implements CallResult {
        public Dispute {
            items = List.copyOf(items);
        }

        @Override
        public String word() {
            return "dispute";
        }
    }

    /** The number is somebody else's. */
    record WrongNumber(String note) implements CallResult {
        @Override
        public String word() {
            return "wrong-number";
        }
    }

    /** Nobody answered. */
    record NoAnswer(LocalDate again, String note) implements CallResult {
        @Override
        public String word() {
            return "no-answer";
        }
    }
}
