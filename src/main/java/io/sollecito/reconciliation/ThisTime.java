package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Decision.Allocated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The payments of this very matching that came before a return, and then the history. Their keys are negative. */
final class ThisTime implements PaidBefore {

    private record Amount(String value, String currency) {}

    private final PaidBefore history;
    private final Map<Amount, List<Paid>> byAmount = new HashMap<>();
    private int read;

    ThisTime(PaidBefore history) {
        this.history = history;
    }

    /** The key of a payment of this matching: -1 for the first, -2 for the second. */
    static long key(int index) {
        return -1L - index;
    }

    void before(List<Incoming> payments, Decision[] decisions, int end) {
        for (; read < end; read++) {
            Incoming payment = payments.get(read);
            if (payment.amount().signum() > 0) {
                byAmount.computeIfAbsent(amount(payment, false), a -> new ArrayList<>())
                        .add(new Paid(
                                key(read),
                                payment.amount(),
                                payment.currency(),
                                payment.endToEndId(),
                                payment.bankReference(),
                                payment.iban(),
                                decisions[read] instanceof Allocated allocated ? allocated.allocations() : List.of()));
            }
        }
    }

    @Override
    public List<Paid> of(Incoming returned) {
        List<Paid> all = new ArrayList<>(byAmount.getOrDefault(amount(returned, true), List.of()));
        all.addAll(history.of(returned));
        return all;
    }

    private static Amount amount(Incoming payment, boolean negated) {
        return new Amount(
                (negated ? payment.amount().negate() : payment.amount())
                        .stripTrailingZeros()
                        .toPlainString(),
                payment.currency());
    }
}
