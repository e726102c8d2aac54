package io.sollecito.model;

import java.util.Collection;
import java.util.List;

/**
 * Who is paid less because of a credit. Sources seldom say of a credit note that what it credits was assigned: it is off
 * what that document's payee is owed, not off what its creditor is.
 */
public final class CreditedPayees {

    private final List<OpenItem> assigned;
    private final Collection<OpenItem> items;

    /** @param items of one debtor */
    public CreditedPayees(Collection<OpenItem> items) {
        this.items = items;
        this.assigned = items.stream()
                .filter(item -> item.payTo() != null && item.openAmount().signum() > 0)
                .toList();
    }

    /** Of that item; null for the creditor, also when it names what is paid to several. */
    public Payee of(OpenItem item) {
        if (item.payTo() != null || !item.isCredit() || assigned.stream().noneMatch(item::names)) {
            return item.payTo();
        }
        List<OpenItem> named = items.stream()
                .filter(document -> document.openAmount().signum() > 0
                        && document.currency().equals(item.currency())
                        && item.names(document))
                .toList();
        Payee first = named.isEmpty() ? null : named.get(0).payTo();
        return named.stream().allMatch(document -> Payee.same(document.payTo(), first)) ? first : null;
    }
}
