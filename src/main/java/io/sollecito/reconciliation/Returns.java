package io.sollecito.reconciliation;

import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Telling;
import io.sollecito.reconciliation.Decision.Returned;
import io.sollecito.reconciliation.PaidBefore.Paid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what a returned payment gives back: by end-to-end id, by the bank's reference, by account and amount. What the bank
 * takes out beyond it is its fee.
 */
final class Returns {

    /** More than this above the earlier payment is no fee. */
    private static final BigDecimal MOST_FEE = new BigDecimal("50");

    private final PaidBefore history;
    private final Set<Long> givenBack = new HashSet<>();

    Returns(PaidBefore history) {
        this.history = history;
    }

    /** A refund that came back: the credit is open again; empty when it refunded nothing that is known. */
    Optional<Returned> refund(Incoming payment) {
        Returned returned = decide(payment);
        return returned.takenBack().isEmpty() ? Optional.empty() : Optional.of(returned);
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
        Paid original = only(possible, paid -> isSameEndToEnd(payment, paid) && isWhole(payment, paid));
        String how = "end-to-end id " + payment.endToEndId();
        if (original == null) {
            original = only(possible, paid -> isSameEndToEnd(payment, paid));
        }
        if (original == null) {
            original = only(
                    possible,
                    paid -> Telling.reference(payment.bankReference()) != null
                            && payment.bankReference().equals(paid.bankReference()));
            how = "bank reference " + payment.bankReference();
        }
        if (original == null) {
            original = only(
                    possible,
                    paid -> payment.iban() != null
                            && Objects.equals(payment.iban(), paid.iban())
                            && (isWhole(payment, paid) || isToldFee(payment, paid)));
            how = "account and amount";
        }
        if (original == null) {
            evidence.add(
                    possible.isEmpty()
                            ? "the payment that it gives back is not known"
                            : "it could give back several payments");
            return new Returned(
                    null,
                    List.of(),
                    List.copyOf(evidence),
                    payment.particulars().charges());
        }
        givenBack.add(original.key());
        evidence.add("the earlier payment is found by " + how);
        BigDecimal fee = fee(payment, original);
        if (fee.signum() > 0) {
            evidence.add(fee.toPlainString() + " of it are the bank's fee");
        }
        return new Returned(
                original.key(),
                original.allocations().stream()
                        .map(allocation -> new Allocation(
                                allocation.item(), allocation.amount().negate(), allocation.purpose()))
                        .toList(),
                List.copyOf(evidence),
                fee.signum() > 0 ? fee : null);
    }

    /** The least that an earlier payment may be of, which this gives back together with a fee. */
    static BigDecimal least(Incoming returning) {
        return returning.amount().negate().subtract(MOST_FEE);
    }

    /** Whether the amounts allow that one gives back the other. */
    static boolean isPossible(Incoming returning, BigDecimal paid, String endToEndId) {
        BigDecimal fee = returning.amount().negate().subtract(paid);
        boolean named = Telling.reference(returning.endToEndId()) != null
                && returning.endToEndId().equals(endToEndId);
        return fee.signum() == 0
                || fee.signum() > 0
                        && fee.compareTo(MOST_FEE) <= 0
                        && (named || isToldFee(returning.particulars(), fee, paid));
    }

    private static BigDecimal fee(Incoming returning, Paid paid) {
        return returning.amount().negate().subtract(paid.amount());
    }

    private static boolean isWhole(Incoming returning, Paid paid) {
        return fee(returning, paid).signum() == 0;
    }

    private static boolean isToldFee(Incoming returning, Paid paid) {
        return isToldFee(returning.particulars(), fee(returning, paid), paid.amount());
    }

    /** The bank tells its charges, or the amount without them. */
    private static boolean isToldFee(Particulars told, BigDecimal fee, BigDecimal paid) {
        return told.charges() != null && told.charges().compareTo(fee) == 0
                || told.originalAmount() != null && told.originalAmount().compareTo(paid) == 0;
    }

    private static boolean isSameEndToEnd(Incoming returning, Paid paid) {
        return Telling.reference(returning.endToEndId()) != null
                && returning.endToEndId().equals(paid.endToEndId());
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
