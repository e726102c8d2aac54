package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One message to one debtor that a planning run decided to send.
 *
 * @param step the highest step among its advancing items
 * @param channels the step's fallbacks in order
 * @param channel the first of them that reaches the debtor
 * @param also channels that go in parallel, those that reach the debtor
 * @param total of the lines listed as overdue, upcoming and credit
 * @param deadline the pay-by date that it prints, or null
 * @param expires the last day that it may leave, or null
 * @param charges what it adds to its items, beside the total
 */
public record PlannedReminder(
        String plan,
        String step,
        String template,
        List<String> channels,
        String channel,
        List<String> also,
        List<String> attachments,
        OffsetDateTime sendAt,
        String currency,
        BigDecimal total,
        LocalDate deadline,
        LocalDate expires,
        List<Line> lines,
        List<Charge> charges) {

    public PlannedReminder {
        channels = List.copyOf(channels);
        also = List.copyOf(also);
        attachments = List.copyOf(attachments);
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
    }

    /** The same message by another channel first; the step's others are its fallbacks. */
    public PlannedReminder by(String other) {
        List<String> order = new ArrayList<>(List.of(other));
        channels.stream().filter(name -> !name.equals(other)).forEach(order::add);
        return new PlannedReminder(
                plan,
                step,
                template,
                order,
                other,
                also.stream().filter(name -> !name.equals(other)).toList(),
                attachments,
                sendAt,
                currency,
                total,
                deadline,
                expires,
                lines,
                charges);
    }

    /** Who is paid instead of the creditor, the same for all that it lists; null for the creditor. */
    public Payee payTo() {
        return lines.isEmpty() ? null : lines.get(0).item().item().payTo();
    }

    /** Ours, of the reminder with that number. The creditor's own kind goes with its accounts only; ISO 11649 with any. */
    public String reference(Creditor creditor, long number) {
        ReferenceKind kind = payTo() == null ? creditor.howToPay().references() : ReferenceKind.RF;
        return kind.ofReminder(number);
    }

    /** As what an item is listed. */
    public enum Role {
        UPCOMING,
        OVERDUE,
        NOT_YET_DUE,
        CREDIT,
        HELD;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An item as the reminder lists it.
     *
     * @param advances whether the reminder counts as the item's step
     * @param step the item's own step when it advances, else null
     * @param amount its effective open amount
     */
    public record Line(CaseItem item, Role role, boolean advances, String step, int repeat, BigDecimal amount) {}
}
