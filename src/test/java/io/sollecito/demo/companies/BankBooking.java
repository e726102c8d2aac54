package io.sollecito.demo.companies;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One movement on a company's bank account. */
final class BankBooking {

    enum Kind {
        RECEIVED,
        RETURNED,
        FEE,
        INTEREST
    }

    final Kind kind;
    final LocalDate day;
    /** Positive when the company received money. */
    final BigDecimal amount;
    /** What was received or came back; null for fees and interest. */
    final Transfer transfer;
    /** ISO 20022 external code such as AM04; null unless returned. */
    final String returnReason;

    final String bankReference;

    /** The morning on which a statement first showed it; null until then. */
    LocalDate deliveredOn;

    BankBooking(
            Kind kind, LocalDate day, BigDecimal amount, Transfer transfer, String returnReason, String bankReference) {
        this.kind = kind;
        this.day = day;
        this.amount = amount;
        this.transfer = transfer;
        this.returnReason = returnReason;
        this.bankReference = bankReference;
    }
}
