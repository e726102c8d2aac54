package io.sollecito.ledger;

import io.sollecito.ledger.Cases.Account;
import io.sollecito.ledger.Cases.Row;
import io.sollecito.model.DocumentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Which documents the payments are for that an ERP shows as items of their own: the bank's money was allocated to them
 * before the ERP booked it (law 10), so that this credit is theirs and no reminder asks for what it covers.
 */
final class BookedPayments {

    static final String EXPLANATION = "booked as an item of its own";

    private final Database database;

    BookedPayments(Database database) {
        this.database = database;
    }

    /** Document numbers by the id of the payment item, of debtors in the batch that have one. */
    Map<Long, List<String>> documents(Map<Account, List<Row>> batch) {
        List<Long> payments = new ArrayList<>();
        List<Long> debits = new ArrayList<>();
        for (List<Row> rows : batch.values()) {
            if (rows.stream().anyMatch(BookedPayments::isPayment)) {
                rows.forEach(row -> (isPayment(row) ? payments : debits).add(row.id()));
            }
        }
        Map<Long, List<String>> documents = new HashMap<>();
        if (debits.isEmpty()) {
            return documents;
        }
        database.sql()
                .sql("select distinct c.id, i.document_no from allocation a join open_item i on i.id = a.item_id"
                        + " join payment p on p.id = a.payment_id join open_item c on c.created_export = a.confirmed_by"
                        + "  and c.source = i.source and c.debtor = i.debtor and c.currency = i.currency"
                        + " where a.item_id = any(?) and a.state = 'confirmed' and a.explanation = ? and c.id = any(?)"
                        + " and (-c.original_amount in (a.amount, p.amount) or -c.original_amount ="
                        + "  (select sum(o.amount) from allocation o where o.payment_id = p.id"
                        + "   and o.confirmed_by = a.confirmed_by)) order by c.id, i.document_no")
                .params(ids(debits), EXPLANATION, ids(payments))
                .query(rs -> {
                    documents
                            .computeIfAbsent(rs.getLong(1), unknown -> new ArrayList<>())
                            .add(rs.getString(2));
                });
        return documents;
    }

    private static boolean isPayment(Row row) {
        return row.item().type() == DocumentType.PAYMENT_ON_ACCOUNT
                && row.item().isCredit();
    }

    private static SqlArrayValue ids(List<Long> ids) {
        return new SqlArrayValue("int8", ids.toArray());
    }
}
