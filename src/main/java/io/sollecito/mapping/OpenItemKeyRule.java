package io.sollecito.mapping;

import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import io.sollecito.model.OpenItemKey;
import java.time.LocalDate;

/**
 * What identifies an open item, as its record set makes it too.
 *
 * @param itemKey null when the other fields together are the key
 */
record OpenItemKeyRule(
        Rule<String> itemKey,
        Rule<String> debtor,
        Rule<String> documentNo,
        Rule<String> instalment,
        Rule<String> type,
        Rule<LocalDate> issueDate)
        implements RecordRule {

    @Override
    public OpenItemKey of(Row row, Scope scope, long line) throws CellProblem {
        return new OpenItemKey(scope.creditor(), scope.source(), key(row), line);
    }

    @Override
    public String key(Row row) throws CellProblem {
        if (itemKey != null) {
            return itemKey.of(row);
        }
        String number = instalment.of(row);
        return OpenItem.composedKey(
                debtor.of(row),
                documentNo.of(row),
                DocumentType.valueOf(type.of(row)),
                issueDate.of(row),
                number == null ? 1 : Integer.parseInt(number));
    }
}
