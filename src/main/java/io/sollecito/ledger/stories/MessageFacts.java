package io.sollecito.ledger.stories;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The facts that the story of a reminder, and of what left for it, is made of. */
public final class MessageFacts {

    private MessageFacts() {}

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

    /** A reminder of which all was settled; {@code thankYou} null: nobody is thanked, for that reason. */
    public record Thanked(long reminder, Long thankYou, String reason, Instant at) {}

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

    /** What came back about a message; {@code part} of a text message, or null. */
    public record Receipt(Instant at, long dispatch, Integer part, String state, String reason, Postal postal) {}

    /** What a print house tells about a letter, each null when it does not; {@code evidence} is a file of its. */
    public record Postal(
            String code, String tracking, Integer sheets, BigDecimal postage, String currency, String evidence) {}

    /** What came of a telephone task; {@code followUp} null: nobody calls about it any more. */
    public record Called(Instant at, long dispatch, String result, String note, LocalDate followUp, String by) {}

    /** A file made for whoever collects what was handed over. */
    public record Dossier(Instant at, long dispatch, String file, String sha256) {}

    /** An address that is not used, or was not until {@code lifted}. */
    public record Suspended(Instant at, String channel, String reason, long dispatch, Instant lifted) {}

    /** A batch of letters. */
    public record Batch(Instant at, String product, int letters, int pages, String state, Instant stateAt) {}
}
