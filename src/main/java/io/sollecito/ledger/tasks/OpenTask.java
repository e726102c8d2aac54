package io.sollecito.ledger.tasks;

import io.sollecito.model.Debtor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A telephone call to make.
 *
 * @param id of its dispatch
 * @param debtor without the telephone numbers that are known to be wrong
 * @param since the moment from which it is to be made
 * @param lastResult of the call before, when this is a follow-up
 * @param followUp the day that was agreed on for another call, or null
 * @param items what is still open of what the call is about, without items on hold
 */
public record OpenTask(
        long id,
        long reminder,
        String creditor,
        Debtor debtor,
        String step,
        String currency,
        Instant since,
        String lastResult,
        LocalDate followUp,
        List<Item> items) {

    /** One item to call about; {@code open} is its effective amount. */
    public record Item(
            long id, String documentNo, String printedNo, int instalment, LocalDate dueDate, BigDecimal open) {

        public String number() {
            return printedNo == null ? documentNo : printedNo;
        }
    }

    public BigDecimal total() {
        return items.stream().map(Item::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
