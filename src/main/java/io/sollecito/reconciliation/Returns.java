package io.sollecito.reconciliation;

import io.sollecito.model.Telling;
import io.sollecito.reconciliation.Decision.Returned;
import io.sollecito.reconciliation.PaidBefore.Paid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what a returned payment gives back: by end-to-end id, by the bank's reference, by account and amount. */
final class Returns {

    private final PaidBefore history;
    private final Set<Long> givenBack = new HashSet<>();

    Returns(PaidBefore history) {
        this.history = history;
    }

    Returned decide(Incoming payment) {
        List<String> evidence = new ArrayList<>();
        evidence.add(
                payment.returnReason() == null
                        ? "the bank reverses an earlier entry"
                        : "the bank returns it, reason " + payment.returnReason());
        List<Paid> possible = history.of(payment).stream()
                .filter(paid -> !givenBack.contains(paid.key()) && !namesAnother(payment, paid))
                .toList();
        Paid original = only(
                possible,
                paid -> Telling.reference(payment.endToEndId()) != null
                        && payment.endToEndId().equals(paid.endToEndId()));
        String how = "end-to-end id " + payment.endToEndId();
        if (original == null) {
            original = only(
                    possible,
                    paid -> Telling.reference(payment.bankReference()) != null
                            && payment.bankReference().equals(paid.bankReference()));
            how = "bank reference " + payment.bankReference();
        }
        if (original == null) {
            original = only(possible, paid -> payment.iban() != null && Objects.equals(payment.iban(), paid.iban()));
            how = "account and amount";
        }
        if (original == null) {
            evidence.add(
                    possible.isEmpty()
                            ? "the payment that it gives back is not known"
                            : "it could give back several payments");
            return new Returned(null, List.of(), List.copyOf(evidence));
        }
        givenBack.add(original.key());
        evidence.add("the earlier payment is found by " + how);
        return new Returned(
                original.key(),
                original.allocations().stream()
                        .map(allocation -> new Allocation(
                                allocation.item(), allocation.amount().negate(), allocation.purpose()))
                        .toList(),
                List.copyOf(evidence));
    }

    private static Paid only(List<Paid> possible, Predicate<Paid> rule) {
        List<Paid> found = possible.stream().filter(rule).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Two end-to-end ids that differ are two payments, whatever account and amount say. */
    private static boolean namesAnother(Incoming returning, Paid paid) {
        String id = Telling.reference(returning.endToEndId());
        String other = Telling.reference(paid.endToEndId());
        return id != null && other != null && !id.equals(other);
    }
}
