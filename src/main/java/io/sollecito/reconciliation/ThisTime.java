package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Decision.Allocated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The payments of this very matching that came before a return, and then the history. Their keys are negative. */
final class ThisTime implements PaidBefore {

    private final PaidBefore history;
    private final NavigableMap<BigDecimal, List<Paid>> byAmount = new TreeMap<>();
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
                byAmount.computeIfAbsent(payment.amount(), a -> new ArrayList<>())
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
        List<Paid> all = new ArrayList<>();
        byAmount.subMap(Returns.least(returned), true, returned.amount().negate(), true)
                .values()
                .forEach(all::addAll);
        all.removeIf(paid -> !paid.currency().equals(returned.currency())
                || !Returns.isPossible(returned, paid.amount(), paid.endToEndId()));
        all.addAll(history.of(returned));
        return all;
    }
}
