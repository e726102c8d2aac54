package io.sollecito.ledger.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An open item as a row of the stage: text values in the order of its columns. */
final class ItemRow {

    private static final int WIDTH = 24;
    private static final int FIRST_CANONICAL = 4;
    private static final int HASH = 23;
    private static final BigDecimal TOO_LARGE = new BigDecimal("1e18");

    private ItemRow() {}

    /** The row of a record to apply; its hash covers all canonical fields but the line. */
    static String[] of(long seq, long recordNo, OpenItem item, long line, RowHash hash) {
        String[] row = key(seq, recordNo, StageTable.ITEM, line, item.itemKey());
        row[5] = text(item.debtor());
        row[6] = text(item.documentNo());
        row[7] = text(item.printedNo());
        row[8] = Integer.toString(item.instalment());
        row[9] = item.type().name();
        row[10] = date(item.issueDate());
        row[11] = date(item.dueDate());
        row[12] = item.dueDateOrigin().name();
        row[13] = item.currency();
        row[14] = Amounts.text(item.originalAmount(), item.currency());
        row[15] = Amounts.text(item.openAmount(), item.currency());
        row[16] = text(item.paymentReference());
        row[17] = text(item.paymentMeans());
        row[18] = item.inCollection() ? "true" : "false";
        if (item.discount() != null) {
            row[19] = date(item.discount().until());
            row[20] = Amounts.text(item.discount().amount(), item.currency());
        }
        row[21] = text(details(item));
        row[22] = text(item.replaces());
        row[HASH] = hash.of(row, FIRST_CANONICAL, HASH);
        return row;
    }

    /** The row of a record that only names its key. */
    static String[] key(long seq, long recordNo, String fate, long line, String itemKey) {
        String[] row = new String[WIDTH];
        row[0] = Long.toString(seq);
        row[1] = Long.toString(recordNo);
        row[2] = fate;
        row[3] = Long.toString(line);
        row[4] = text(itemKey);
        return row;
    }

    static String hash(String[] row) {
        return row[HASH];
    }

    /** Why the ledger cannot hold this item exactly, or null. */
    static String misfit(OpenItem item) {
        BigDecimal discount =
                item.discount() == null ? BigDecimal.ZERO : item.discount().amount();
        for (BigDecimal amount : List.of(item.originalAmount(), item.openAmount(), discount)) {
            if (amount.stripTrailingZeros().scale() > 5 || amount.abs().compareTo(TOO_LARGE) >= 0) {
                return "the amount " + amount.toPlainString() + " has more digits than the ledger keeps";
            }
        }
        LocalDate dunned = item.dunned() == null ? null : item.dunned().on();
        if (outside(item.issueDate()) || outside(item.dueDate()) || outside(dunned)) {
            return "the date lies outside the years 1 to 9999";
        }
        return null;
    }

    private static boolean outside(LocalDate date) {
        return date != null && (date.getYear() < 1 || date.getYear() > 9999);
    }

    private static String details(OpenItem item) {
        if (item.withheld().isEmpty()
                && item.precedingDocuments().isEmpty()
                && item.holds().isEmpty()
                && item.dunned() == null
                && item.payTo() == null) {
            return null;
        }
        ObjectNode json = CanonicalJson.write(item);
        json.retain("withheld", "precedingDocuments", "holds", "dunningLevel", "dunnedOn", "payTo");
        return json.toString();
    }

    private static String date(LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** PostgreSQL's text holds no NUL character. */
    static String text(String value) {
        return value == null || value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
    }
}
