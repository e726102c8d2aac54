package io.sollecito.ledger.bills;

import io.sollecito.ledger.bills.BillDifference.Kind;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The letters on a bill, each beside what was sent: where they are not the same. */
final class BilledLetters {

    /** A letter's own batch is the one that it was packed into last. */
    private static final String BESIDE_WHAT_WAS_SENT = """
            select x.*, e.line_no as earlier_line, c.bill_no as earlier_bill
            from (
              select i.id, i.line_no, i.letter_id, i.dispatch_id, i.batch_id as billed_batch,
                i.product as billed_product, i.sheets as billed_sheets, i.postage as billed_postage,
                b.currency as billed_currency, d.batch_id, k.product, p.sheets, p.postage, p.currency,
                case when %s then 'posted'
                  when %s then 'printed'
                  when %s then 'recalled'
                  when %s then 'refused'
                  else 'open' end as standing,
                i.batch_id is not null and not exists (select 1 from batch_letter q
                  where q.dispatch_id = i.dispatch_id and q.batch_id = i.batch_id) as other_batch,
                (select min(f.id) from bill_line f join bill g on g.id = f.bill_id
                  where f.dispatch_id = i.dispatch_id and g.creditor = b.creditor and g.guard = 1 and f.id < i.id)
                  as earlier
              from bill_line i
              join bill b on b.id = i.bill_id
              left join dispatch d on d.id = i.dispatch_id and d.creditor = b.creditor
                and exists (select 1 from batch_letter q join letter_batch l on l.batch_id = q.batch_id
                  where q.dispatch_id = d.id and l.state <> 'failed')
              left join letter_batch k on k.batch_id = d.batch_id
              left join batch_letter p on p.batch_id = d.batch_id and p.dispatch_id = d.id
              where b.id = :bill
            ) x
            left join bill_line e on e.id = x.earlier
            left join bill c on c.id = e.bill_id
            where x.batch_id is null or x.earlier is not null or x.standing <> 'posted' or x.other_batch
              or x.billed_product <> x.product or x.billed_sheets > x.sheets
              or x.billed_postage <> x.postage
              or x.billed_postage is not null and x.billed_currency <> x.currency
            order by x.id""".formatted(
                    Reported.as(Reported.POSTED),
                    Reported.as("'PRINTED', 'ENCLOSED'"),
                    Reported.lastAs("'CANCELLED'"),
                    Reported.lastAs("'REJECTED', 'FAILED'"));

    private final Database database;

    BilledLetters(Database database) {
        this.database = database;
    }

    /** In the order of the bill's rows. */
    List<BillDifference> differences(StoredBill bill) {
        List<BillDifference> differences = new ArrayList<>();
        database.sql().sql(BESIDE_WHAT_WAS_SENT).param("bill", bill.id()).query(rs -> {
            addLine(rs, differences);
        });
        return differences;
    }

    /** A letter that is not known, or was billed before, should not be there at all: nothing else is said of it. */
    private static void addLine(ResultSet rs, List<BillDifference> differences) throws SQLException {
        if (rs.getString("batch_id") == null) {
            differences.add(line(rs, Kind.UNKNOWN_LETTER, null, null));
        } else if (rs.getString("earlier_bill") != null) {
            String earlier = "bill " + rs.getString("earlier_bill") + ", line " + rs.getLong("earlier_line");
            differences.add(line(rs, Kind.BILLED_TWICE, null, earlier));
        } else {
            addFound(rs, differences);
        }
    }

    private static void addFound(ResultSet rs, List<BillDifference> differences) throws SQLException {
        switch (rs.getString("standing")) {
            case "posted" -> {}
            case "recalled" -> differences.add(line(rs, Kind.RECALLED, null, null));
            case "refused" -> differences.add(line(rs, Kind.REFUSED, null, null));
            default -> differences.add(line(rs, Kind.NOT_POSTED, null, null));
        }
        String product = rs.getString("billed_product");
        if (product != null && !product.equals(rs.getString("product"))) {
            differences.add(line(rs, Kind.OTHER_PRODUCT, product, rs.getString("product")));
        }
        if (rs.getInt("billed_sheets") > rs.getInt("sheets")) {
            differences.add(line(rs, Kind.MORE_SHEETS, rs.getString("billed_sheets"), rs.getString("sheets")));
        }
        addPostage(rs, differences);
        if (rs.getBoolean("other_batch")) {
            differences.add(line(rs, Kind.OTHER_BATCH, rs.getString("billed_batch"), rs.getString("batch_id")));
        }
    }

    private static void addPostage(ResultSet rs, List<BillDifference> differences) throws SQLException {
        if (rs.getBigDecimal("billed_postage") == null || rs.getBigDecimal("postage") == null) {
            return;
        }
        String billedCurrency = rs.getString("billed_currency");
        String currency = rs.getString("currency");
        boolean same = rs.getBigDecimal("billed_postage").compareTo(rs.getBigDecimal("postage")) == 0
                && billedCurrency.equals(currency);
        if (!same) {
            differences.add(line(
                    rs,
                    Kind.OTHER_POSTAGE,
                    Amounts.text(rs.getBigDecimal("billed_postage"), billedCurrency) + " " + billedCurrency,
                    Amounts.text(rs.getBigDecimal("postage"), currency) + " " + currency));
        }
    }

    private static BillDifference line(ResultSet rs, Kind kind, String billed, String known) throws SQLException {
        return new BillDifference(
                kind,
                rs.getLong("line_no"),
                rs.getString("letter_id"),
                rs.getObject("dispatch_id", Long.class),
                rs.getString("batch_id"),
                billed,
                known);
    }
}
