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
            Instant decidedAt,
            Long about,
            BigDecimal fee,
            More more) {}

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

    /** What else the bank says of a payment; each may be null. */
    public record More(String code, BigDecimal charges, BigDecimal original, String originalCurrency) {}

    /** A payment that gives another one back, or a fee that the bank took for that. */
    public record About(long id, Instant at, String decision, LocalDate day, BigDecimal amount, String currency) {}

    /** An account that pays for a debtor, as payments taught. */
    public record Learned(String iban, int times, LocalDate first, LocalDate last, LocalDate sharedSince) {}

    /** The part of a payment that settles an item; of a refund, the part of a credit that it uses up. */
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
            String payer,
            boolean refund) {}

    /**
     * An allocation or its reversal as it was told to the ERP.
     *
     * @param kind allocation or reversal
     * @param amount negative for a reversal
     * @param sentAt null until the file is known to be there
     */
    public record WrittenBack(
            String number,
            String kind,
            BigDecimal amount,
            String currency,
            long batch,
            String file,
            Instant madeAt,
            Instant sentAt) {}

    /**
     * A payment that could be for an item.
     *
     * @param candidate its number; one that was found anew has another, so nobody accepts what he did not read
     */
    public record Candidate(
            long payment,
            String number,
            Instant at,
            long candidate,
            BigDecimal score,
            BigDecimal amount,
            String currency,
            String evidence) {}
}
