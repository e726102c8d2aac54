package io.sollecito.ledger.reminders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.SentStep;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/** Rows of the ledger as the records that planning works on. */
final class CaseRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseRows() {}

    /** The item with its effective open amount; planning needs no discount. */
    static OpenItem item(ResultSet rs, BigDecimal open) throws SQLException {
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
                null,
                lists == null ? null : lists.withheld(),
                lists == null ? null : lists.precedingDocuments(),
                rs.getString("replaces"),
                lists == null ? null : lists.holds(),
                rs.getLong("changed_line"));
    }

    static ItemDecision decision(ResultSet rs) throws SQLException {
        return new ItemDecision(
                PlanOutcome.of(rs.getString("outcome")),
                rs.getString("plan"),
                rs.getString("step"),
                rs.getString("reason"));
    }

    static Hold hold(ResultSet rs) throws SQLException {
        return new Hold(
                rs.getLong("id"),
                rs.getString("kind"),
                rs.getString("reason"),
                rs.getString("owner"),
                rs.getObject("starts_on", LocalDate.class),
                rs.getObject("ends_on", LocalDate.class));
    }

    /** A reminder as its highest step. */
    static SentStep reminder(ResultSet rs) throws SQLException {
        LocalDate effective = rs.getObject("effective_on", LocalDate.class);
        return new SentStep(
                rs.getString("plan"),
                rs.getString("step"),
                0,
                null,
                effective == null ? rs.getObject("run_date", LocalDate.class) : effective,
                SentStep.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getObject("deadline", LocalDate.class),
                rs.getString("reason"));
    }

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
