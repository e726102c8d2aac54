package io.sollecito.cli;

import io.sollecito.ledger.items.StoredItem;
import io.sollecito.model.Creditor;
import java.util.List;

/** The items that a promise or payment plan is about, and whom they are owed to. */
record AgreedItems(Creditor creditor, List<Long> ids) {

    static AgreedItems of(LedgerTools ledger, List<String> references) {
        List<StoredItem> items = references.stream()
                .map(reference -> ledger.items()
                        .find(LedgerCommand.id(LedgerCommand.one(ledger, reference, "item")))
                        .orElseThrow())
                .toList();
        Creditor creditor = ledger.configured(items.get(0).item().creditor());
        return new AgreedItems(
                creditor, items.stream().map(StoredItem::id).distinct().toList());
    }
}
