package io.sollecito.ledger.stories;

import io.sollecito.model.Dunned;
import io.sollecito.model.Payee;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The facts that the story of an item, a debtor or an export is made of. */
public final class ItemFacts {

    private ItemFacts() {}

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

    /** What the source says of an item besides, in the file that changed it last; each may be null. */
    public record Besides(Instant at, String file, Dunned dunned, Payee payTo) {}

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

    /** A reason not to remind. */
    public record Held(
            LocalDate from,
            LocalDate until,
            Instant endedAt,
            String kind,
            String reason,
            String owner,
            BigDecimal part,
            LocalDate opened,
            LocalDate fileBy) {}

    /**
     * A promise or payment plan, and what became of it.
     *
     * @param instalments such as 500.00 by 2026-03-20
     * @param items how many it is about
     * @param arrived when it was judged
     */
    public record Agreed(
            Instant at,
            long id,
            String kind,
            String currency,
            String instalments,
            long items,
            String state,
            BigDecimal agreed,
            BigDecimal arrived,
            Instant stateAt) {}

    /** A record that could not be applied. */
    public record Quarantined(Instant at, String file, long line, String message, String state) {}

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
}
