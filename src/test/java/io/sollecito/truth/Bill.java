package io.sollecito.truth;

import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A document as its customer knows it.
 *
 * @param items its instalments, the earliest due first
 */
record Bill(Customer customer, NumberStyle style, long serial, List<OpenItem> items) {

    Bill {
        items = items.stream().sorted(Comparator.comparing(OpenItem::dueDate)).toList();
    }

    OpenItem first() {
        return items.get(0);
    }

    String number() {
        return first().numberForDebtor();
    }

    LocalDate issued() {
        return first().issueDate();
    }

    BigDecimal open() {
        return items.stream().map(OpenItem::openAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether this is what the document, or one of its instalments, asks for. */
    boolean asks(BigDecimal amount) {
        return open().compareTo(amount) == 0
                || items.stream().anyMatch(item -> item.openAmount().compareTo(amount) == 0);
    }
}
