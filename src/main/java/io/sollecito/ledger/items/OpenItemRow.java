package io.sollecito.ledger.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Discount;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** A row of open_item as the canonical item; its line is the one that changed it last. */
public final class OpenItemRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenItemRow() {}

    /** @param open what is to stand as the open amount */
    public static OpenItem of(ResultSet rs, BigDecimal open) throws SQLException {
        return of(rs, open, discount(rs));
    }

    /** The same of a row without the discount's columns. */
    public static OpenItem withoutDiscount(ResultSet rs, BigDecimal open) throws SQLException {
        return of(rs, open, null);
    }

    private static OpenItem of(ResultSet rs, BigDecimal open, Discount discount) throws SQLException {
        String currency = rs.getString("currency");
        OpenItem lists = lists(rs);
        return new OpenItem(
                rs.getString("creditor"),
                rs.getString("source"),
                rs.getString("item_key"),
                rs.getString("debtor"),
                rs.getString("document_no"),
                rs.getString("printed_no"),
                rs.getInt("instalment"),
                DocumentType.valueOf(rs.getString("type")),
                rs.getObject("issue_date", LocalDate.class),
                rs.getObject("due_date", LocalDate.class),
                DueDateOrigin.valueOf(rs.getString("due_date_origin")),
                currency,
                Amounts.scaled(rs.getBigDecimal("original_amount"), currency),
                Amounts.scaled(open, currency),
                rs.getString("payment_reference"),
                rs.getString("payment_means"),
                rs.getBoolean("in_collection"),
                discount,
                lists == null ? null : lists.withheld(),
                lists == null ? null : lists.precedingDocuments(),
                rs.getString("replaces"),
                lists == null ? null : lists.holds(),
                rs.getLong("changed_line"),
                lists == null ? null : lists.dunned(),
                lists == null ? null : lists.payTo());
    }

    private static Discount discount(ResultSet rs) throws SQLException {
        BigDecimal amount = rs.getBigDecimal("discount_amount");
        return amount == null
                ? null
                : new Discount(
                        rs.getObject("discount_until", LocalDate.class),
                        Amounts.scaled(amount, rs.getString("currency")));
    }

    /** The lists are stored as a part of the canonical JSON. */
    private static OpenItem lists(ResultSet rs) throws SQLException {
        String details = rs.getString("details");
        if (details == null) {
            return null;
        }
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(details);
            json.put("type", rs.getString("type")).put("itemKey", rs.getString("item_key"));
            return CanonicalJson.openItem(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the details of item " + rs.getLong("id") + " are not JSON", broken);
        }
    }
}
