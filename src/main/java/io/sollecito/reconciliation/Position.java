package io.sollecito.reconciliation;

import java.math.BigDecimal;

/** A payable during one matching: what earlier payments of the same matching left of it. */
final class Position {

    private final Payable item;
    private BigDecimal left;

    Position(Payable item) {
        this.item = item;
        this.left = item.open();
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
