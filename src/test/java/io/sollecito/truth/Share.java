package io.sollecito.truth;

import io.sollecito.model.OpenItem;
import java.math.BigDecimal;

/**
 * What of a payment is for which item.
 *
 * @param purpose the word of the contract: principal, discount, ...
 */
record Share(OpenItem item, BigDecimal amount, String purpose) {

    static Share all(OpenItem item) {
        return new Share(item, item.openAmount(), "principal");
    }

    static Share part(OpenItem item, BigDecimal amount) {
        return new Share(item, amount, "principal");
    }

    static Share discount(OpenItem item) {
        return new Share(item, item.discount().amount(), "discount");
    }
}
