package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An open item with all that decides whether it is reminded.
 *
 * @param item with its effective open amount
 * @param id in the ledger, or null for items from a file
 * @param frozen its newest record is quarantined
 * @param unclear money that is not yet decided could be for it
 * @param holds of the item and of its debtor
 * @param history what plans have done about it, oldest first
 * @param approved names of the steps that a person has approved for it
 * @param last the decision of the run before, or null
 * @param returnedOn the day that what had been collected or paid of it came back, or null
 * @param presentedOn since when its source shows it as presented to the bank, or null when that is not known
 */
public record CaseItem(
        OpenItem item,
        Long id,
        boolean settled,
        boolean frozen,
        boolean unclear,
        List<Hold> holds,
        List<SentStep> history,
        Set<String> approved,
        ItemDecision last,
        LocalDate returnedOn,
        LocalDate presentedOn) {

    public CaseItem {
        holds = List.copyOf(holds);
        history = List.copyOf(history);
        approved = Set.copyOf(approved);
    }

    /** What a bank was told to collect of it. */
    public Collected collected() {
        return new Collected(item.paymentMeans(), item.dueDate(), presentedOn);
    }

    /** An item without a past. */
    public static CaseItem of(OpenItem item) {
        return new CaseItem(
                item,
                null,
                item.openAmount().signum() == 0,
                false,
                false,
                List.of(),
                List.of(),
                Set.of(),
                null,
                null,
                null);
    }

    /** The same with one more hold. */
    public CaseItem withHold(Hold hold) {
        List<Hold> more = new ArrayList<>(holds);
        more.add(hold);
        return new CaseItem(item, id, settled, frozen, unclear, more, history, approved, last, returnedOn, presentedOn);
    }

    public CaseItem withHistory(List<SentStep> steps) {
        return new CaseItem(item, id, settled, frozen, unclear, holds, steps, approved, last, returnedOn, presentedOn);
    }

    /** The same when so much of it is open. */
    public CaseItem withOpenAmount(BigDecimal amount) {
        return with(item.withOpenAmount(amount), amount.signum() == 0);
    }

    /** The same, paid to that factor. */
    public CaseItem paidTo(Payee factor) {
        return with(item.paidTo(factor), settled);
    }

    private CaseItem with(OpenItem changed, boolean nothingOpen) {
        return new CaseItem(
                changed, id, nothingOpen, frozen, unclear, holds, history, approved, last, returnedOn, presentedOn);
    }

    public CaseItem withApproved(String step) {
        Set<String> all = new HashSet<>(approved);
        all.add(step);
        return new CaseItem(item, id, settled, frozen, unclear, holds, history, all, last, returnedOn, presentedOn);
    }
}
