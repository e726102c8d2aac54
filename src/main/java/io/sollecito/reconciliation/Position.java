package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /** Under which keys a document's number is found. */
    static Set<String> keys(String number) {
        Set<String> keys = Numbers.documentKeys(number);
        if (number != null) {
            for (ShortNumbers.Short one : ShortNumbers.of(number)) {
                String key = Counter.keyWithYear(one.digits(), one.year());
                if (key != null) {
                    keys.add(key);
                }
            }
        }
        return keys;
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
