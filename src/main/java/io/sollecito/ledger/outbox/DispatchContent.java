package io.sollecito.ledger.outbox;

import io.sollecito.model.Debtor;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Past;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the message of a dispatch is made of, as the ledger knows it.
 *
 * @param attachments as the step names them, such as account-statement
 * @param statement all open items of the debtor in the reminder's currency, with their effective amounts; empty for
 *     messages that attach no account statement, tasks and hand-overs excepted
 * @param consideredUntil payments booked up to this day are considered
 * @param charges beside the items, outside the total
 * @param past what went before it
 * @param thread the ids of the first and the last e-mail that this recipient got about the debtor before; may be empty
 */
public record DispatchContent(
        long dispatchId,
        String plan,
        String step,
        String template,
        String language,
        String currency,
        BigDecimal total,
        String reference,
        LocalDate deadline,
        List<String> attachments,
        Debtor debtor,
        List<Listed> items,
        List<OpenItem> statement,
        LocalDate consideredUntil,
        ListedCharges charges,
        List<String> thread,
        Past past) {

    /** One line of the reminder; {@code role}: upcoming, overdue, not-yet-due, credit, held. */
    public record Listed(OpenItem item, String role, boolean advances, String step, BigDecimal amount) {}
}
