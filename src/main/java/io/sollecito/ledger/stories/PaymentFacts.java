package io.sollecito.ledger.stories;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The facts that the story of a payment is made of. */
public final class PaymentFacts {

    private PaymentFacts() {}

    /** A payment as the bank showed it. */
    public record Booked(
            Instant at,
            String file,
            LocalDate day,
            BigDecimal amount,
            String currency,
            String payer,
            String remittance,
            String decision,
            String by,
            BigDecimal unallocated,
            String evidence,
            Instant decidedAt) {}

    /**
     * A statement as it came.
     *
     * @param payments of its entries that were new
     */
    public record Stated(
            Instant at,
            String file,
            String connection,
            String format,
            String account,
            String currency,
            LocalDate openingDate,
            BigDecimal opening,
            LocalDate closingDate,
            BigDecimal closing,
            String state,
            String reason,
            boolean gap,
            String keptAs,
            long entries,
            long payments) {}

    /** The part of a payment that settles an item. */
    public record Allocated(
            Long payment,
            String number,
            Instant at,
            BigDecimal amount,
            String currency,
            String purpose,
            String state,
            Instant stateAt,
            String by,
            String explanation,
            String evidence,
            LocalDate booked,
            String payer) {}

    /** A payment that could be for an item. */
    public record Candidate(
            long payment,
            String number,
            Instant at,
            int ranking,
            BigDecimal score,
            BigDecimal amount,
            String currency,
            String evidence) {}
}
