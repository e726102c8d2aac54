package io.sollecito.ledger;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.items.OpenItemRow;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tests read of open items and of what became of them. */
public final class ItemsForTests {

    /** An item with what is really open of it. */
    public record StoredItem(long id, OpenItem item, BigDecimal effective, boolean frozen, String settledCause) {}

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
            "select i.*, v.open_amount from open_item i" + " join item_effective v on v.id = i.id ";

    private final Database database;

    public ItemsForTests(Database database) {
        this.database = database;
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
                .sql("select i.*, v.open_amount, c.id as change_id, c.old_open, c.new_open,"
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

    private static StoredItem stored(ResultSet rs) throws SQLException {
        return new StoredItem(
                rs.getLong("id"),
                OpenItemRow.of(rs, rs.getBigDecimal("erp_open")),
                rs.getBigDecimal("open_amount"),
                rs.getBoolean("frozen"),
                rs.getString("settled_cause"));
    }
}
