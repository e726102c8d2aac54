package io.sollecito.ledger.stories;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The kinds of facts that stories are made of. */
public final class StoryFacts {

    private StoryFacts() {}

    /** Which line of which file made an item, and as what. */
    public record Made(
            Instant at,
            String file,
            long line,
            String connection,
            String type,
            String number,
            int instalment,
            String debtor,
            LocalDate dueDate,
            String currency,
            BigDecimal original,
            BigDecimal effective) {}

    /** One change; {@code file} null when a person or a payment made it. */
    public record Change(
            Instant at,
            String what,
            BigDecimal oldOpen,
            BigDecimal newOpen,
            String cause,
            String file,
            Long line,
            String currency) {}

    /** What a planning run decided. */
    public record Decided(Instant at, LocalDate day, String outcome, String plan, String step, String reason) {}

    /** An item's line in a reminder, or the reminder itself. */
    public record Reminded(
            long id,
            Instant at,
            String plan,
            String step,
            String role,
            boolean advances,
            BigDecimal amount,
            String currency,
            String reference,
            String state,
            String reason) {}

    /** A charge on an item; {@code stands} tells whether its reminder does. */
    public record Charged(
            long id,
            Instant at,
            long reminder,
            String number,
            String kind,
            BigDecimal amount,
            String currency,
            String basis,
            boolean stands,
            Instant waivedAt,
            String waivedBy) {}

    /** One message on one channel. */
    public record Sent(
            long id,
            Long reminder,
            Instant at,
            Instant stateAt,
            String channel,
            String state,
            String reason,
            String batch) {}

    /** What came back about a message; {@code part} of a text message, {@code evidence} the print house's file, or null. */
    public record Receipt(Instant at, long dispatch, Integer part, String state, String reason, String evidence) {}

    /** What came of a telephone task; {@code followUp} null: nobody calls about it any more. */
    public record Called(Instant at, long dispatch, String result, String note, LocalDate followUp, String by) {}

    /** A file made for whoever collects what was handed over. */
    public record Dossier(Instant at, long dispatch, String file, String sha256) {}

    /** An address that is not used, or was not until {@code lifted}. */
    public record Suspended(Instant at, String channel, String reason, long dispatch, Instant lifted) {}

    /** The part of a payment that settles an item. */
    public record Paid(
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
    public record Possible(
            long payment,
            String number,
            Instant at,
            int ranking,
            BigDecimal score,
            BigDecimal amount,
            String currency,
            String evidence) {}

    /** A reason not to remind. */
    public record Held(LocalDate from, LocalDate until, Instant endedAt, String kind, String reason, String owner) {}

    /** A record that could not be applied. */
    public record Quarantined(Instant at, String file, long line, String message, String state) {}

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

    /** An export and what became of its records. */
    public record Taken(
            Instant at,
            String file,
            String connection,
            Instant asOf,
            String state,
            String reason,
            long read,
            long applied,
            long unchanged,
            long filtered,
            long quarantined) {}

    /** A batch of letters. */
    public record Batch(Instant at, String product, int letters, int pages, String state, Instant stateAt) {}
}
