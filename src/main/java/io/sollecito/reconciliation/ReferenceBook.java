package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/** Our own references: each names for ever the items of one reminder and the amounts that it listed. */
public interface ReferenceBook {

    /** No reference of ours is known. */
    ReferenceBook NONE = reference -> List.of();

    record Listed(long itemId, BigDecimal amount) {}

    /** What the reference names; empty when it is not ours. {@code reference} is normalized: upper case, no blanks. */
    List<Listed> lookup(String reference);
}
