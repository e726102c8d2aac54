package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A payable during one matching: what earlier payments of the same matching left of it. */
final class Position {

    private final Payable item;
    private BigDecimal left;
    private List<ShortNumbers.Short> shortNumbers;

    Position(Payable item) {
        this.item = item;
        this.left = item.open();
    }

    /** How people shorten its numbers. */
    List<ShortNumbers.Short> shortNumbers() {
        if (shortNumbers == null) {
            List<ShortNumbers.Short> found = new ArrayList<>(ShortNumbers.of(item.printedNo()));
            ShortNumbers.of(item.documentNo()).stream()
                    .filter(one -> !found.contains(one))
                    .forEach(found::add);
            shortNumbers = List.copyOf(found);
        }
        return shortNumbers;
    }

    Payable item() {
        return item;
    }

    BigDecimal left() {
        return left;
    }

    boolean isOpen() {
        return left.signum() != 0;
    }

    boolean isDebit() {
        return left.signum() > 0;
    }

    void take(BigDecimal amount) {
        left = left.subtract(amount);
    }
}
