package io.sollecito.reconciliation;

import java.util.Collection;
import java.util.List;

/** The numbers of a debtor's documents that are not open any more: a number that exists is no slip of the pen. */
public interface SettledNumbers {

    /** Nothing is known but what is open. */
    SettledNumbers NONE = debtor -> List.of();

    Collection<String> of(DebtorKey debtor);
}
