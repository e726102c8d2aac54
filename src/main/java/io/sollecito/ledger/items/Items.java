package io.sollecito.ledger.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Discount;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads open items and what became of them. */
public final class Items {

    /**
     * One change of an item.
     *
     * @param what changed, settled, reopened, frozen or thawed
     * @param exportId null when a person or a payment changed it
     */
    public record Change(
            long id,
            Instant at,
            String what,
            BigDecimal oldOpen,
            BigDecimal newOpen,
            String cause,
            BigDecimal explained,
            Long exportId,
            Long line) {}

    /**
     * A decrease that nothing explains: the ERP may have booked a payment that the bank has not shown yet.
     *
     * @param unexplained how much of it is unexplained, positive
     * @param asOf of the export that brought it
     */
    public record Decrease(
            long changeId,
            StoredItem item,
            BigDecimal oldOpen,
            BigDecimal newOpen,
            BigDecimal unexplained,
            Instant asOf) {}

    private static final String SELECT =
            "select i.*, v.open_amount, v.pending from open_item i" + " join item_effective v on v.id = i.id ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    public Items(Database database) {
        this.database = database;
    }

    public Optional<StoredItem> find(long id) {
        return database.sql()
                .sql(SELECT + "where i.id = ?")
                .param(id)
                .query((rs, n) -> stored(rs))
                .optional();
    }

    public Optional<StoredItem> find(String creditor, String source, String itemKey) {
        return database.sql()
                .sql(SELECT + "where i.creditor = ? and i.source = ? and i.item_key = ?")
                .params(creditor, source, itemKey)
                .query((rs, n) -> stored(rs))
                .optional();
    }

    /** The items of a debtor, settled ones included, by due date. */
    public List<StoredItem> ofDebtor(String creditor, String source, String debtor) {
        return database.sql()
                .sql(SELECT + "where i.creditor = ? and i.source = ? and i.debtor = ? order by i.due_date, i.id")
                .params(creditor, source, debtor)
                .query((rs, n) -> stored(rs))
                .list();
    }

    /** The items that carry this number: the ERP's, the printed one, or the item's key. */
    public List<StoredItem> named(String creditor, String number) {
        return database.sql()
                .sql(SELECT + "where i.creditor = ? and (i.document_no = ? or i.printed_no = ? or i.item_key = ?)"
                        + " order by i.id")
                .params(creditor, number, number, number)
                .query((rs, n) -> stored(rs))
                .list();
    }

    /** What happened to an item after it was made, oldest first (law 11). */
    public List<Change> history(long id) {
        return database.sql()
                .sql("select * from item_change where item_id = ? order by id")
                .param(id)
                .query((rs, n) -> new Change(
                        rs.getLong("id"),
                        Database.instant(rs.getObject("at", OffsetDateTime.class)),
                        rs.getString("what"),
                        rs.getBigDecimal("old_open"),
                        rs.getBigDecimal("new_open"),
                        rs.getString("cause"),
                        rs.getBigDecimal("explained"),
                        rs.getObject("export_id", Long.class),
                        rs.getObject("line_no", Long.class)))
                .list();
    }

    /**
     * The decreases of debit items that no allocation, credit or replacement explains, brought by exports as of
     * {@code since} or later, oldest first: a payment that fits one is born confirmed (law 10).
     */
    public List<Decrease> unexplainedDecreases(String creditor, Instant since) {
        return database.sql()
                .sql("select i.*, v.open_amount, v.pending, c.id as change_id, c.old_open, c.new_open,"
                        + " c.old_open - c.new_open - c.explained as unexplained, e.as_of"
                        + " from item_change c join open_item i on i.id = c.item_id"
                        + " join item_effective v on v.id = i.id join export e on e.id = c.export_id"
                        + " where i.creditor = ? and e.as_of >= ? and c.what in ('settled', 'changed')"
                        + " and c.old_open > 0 and c.new_open >= 0 and c.old_open - c.new_open - c.explained > 0"
                        + " and (c.cause is null or c.cause in ('unknown', 'payment')) order by e.as_of, c.id")
                .params(creditor, Database.at(since))
                .query((rs, n) -> new Decrease(
                        rs.getLong("change_id"),
                        stored(rs),
                        rs.getBigDecimal("old_open"),
                        rs.getBigDecimal("new_open"),
                        rs.getBigDecimal("unexplained"),
                        Database.instant(rs.getObject("as_of", OffsetDateTime.class))))
                .list();
    }

    /** A payment explains that much of a decrease after all; joins the transaction under way. */
    public void explain(long changeId, BigDecimal amount) {
        database.inTransaction(() -> {
            int updated = database.sql()
                    .sql("update item_change set explained = explained + ?, cause = 'payment'"
                            + " where id = ? and old_open - new_open - explained >= ?")
                    .params(amount, changeId, amount)
                    .update();
            if (updated != 1) {
                throw new IllegalArgumentException("decrease " + changeId + " has no " + amount + " left to explain");
            }
            database.sql()
                    .sql("update open_item set settled_cause = 'payment' where settled_cause = 'unknown' and id ="
                            + " (select item_id from item_change where id = ? and what = 'settled')")
                    .param(changeId)
                    .update();
        });
    }

    /** What is really open, by currency (law 1). */
    public Map<String, BigDecimal> openTotals(String creditor) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        database.sql()
                .sql("select i.currency, sum(v.open_amount) as total from open_item i"
                        + " join item_effective v on v.id = i.id where i.creditor = ? group by i.currency")
                .param(creditor)
                .query((rs, n) -> totals.put(rs.getString("currency"), rs.getBigDecimal("total")))
                .list();
        return totals;
    }

    /** The item of a row of open_item joined with item_effective. */
    static StoredItem stored(ResultSet rs) throws SQLException {
        return new StoredItem(
                rs.getLong("id"),
                item(rs),
                rs.getBigDecimal("open_amount"),
                rs.getBigDecimal("pending"),
                rs.getBoolean("frozen"),
                rs.getString("settled_cause"),
                Database.instant(rs.getObject("settled_at", OffsetDateTime.class)),
                rs.getLong("created_export"),
                rs.getLong("created_line"),
                rs.getLong("changed_export"));
    }

    /** The canonical item of a row of open_item. */
    static OpenItem item(ResultSet rs) throws SQLException {
        LocalDate discountUntil = rs.getObject("discount_until", LocalDate.class);
        OpenItem details = details(rs);
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
                rs.getString("currency"),
                rs.getBigDecimal("original_amount"),
                rs.getBigDecimal("erp_open"),
                rs.getString("payment_reference"),
                rs.getString("payment_means"),
                rs.getBoolean("in_collection"),
                discountUntil == null ? null : new Discount(discountUntil, rs.getBigDecimal("discount_amount")),
                details == null ? null : details.withheld(),
                details == null ? null : details.precedingDocuments(),
                rs.getString("replaces"),
                details == null ? null : details.holds(),
                rs.getLong("changed_line"));
    }

    /** The lists are stored as a part of the canonical JSON. */
    private static OpenItem details(ResultSet rs) throws SQLException {
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
