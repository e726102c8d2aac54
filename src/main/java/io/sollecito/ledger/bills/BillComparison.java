package io.sollecito.ledger.bills;

import io.sollecito.ledger.bills.BillDifference.Kind;
import io.sollecito.ledger.bills.ComparedBill.BatchCount;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Letters produced, acknowledged, posted and billed are the same letters: says of a bill where they are not. It looks at
 * what the ledger knows now, so that a status that came after the bill counts too.
 */
public final class BillComparison {

    private static final String POSTED = "('HANDED_OVER', 'IN_TRANSIT', 'AT_COUNTER', 'LOST', 'DELIVERED', 'RETURNED')";
    private static final String PRINTED = "('PRINTED', 'ENCLOSED')";

    /** Of the letter {@code d}: begins a condition on what was reported about it in any batch. */
    private static final String REPORTED =
            "exists (select 1 from receipt r where r.dispatch_id = d.id and r.batch_id is not null and r.state in ";

    private static final String REPORTED_OF_ITS_BATCH =
            "exists (select 1 from receipt r where r.dispatch_id = d.id and r.batch_id = d.batch_id and r.state in ";

    private static final String BILLED = "exists (select 1 from bill_line x join bill y on y.id = x.bill_id"
            + " where x.dispatch_id = d.id and y.creditor = :creditor and y.guard = 1)";

    /** A letter's own batch is the one that it was packed into last. */
    private static final String LINES =
            """
            select x.*, e.line_no as earlier_line, c.bill_no as earlier_bill
            from (
              select i.id, i.line_no, i.letter_id, i.dispatch_id, i.batch_id as billed_batch,
                i.product as billed_product, i.sheets as billed_sheets, i.postage as billed_postage,
                b.currency as billed_currency, d.batch_id, k.product, p.sheets, p.postage, p.currency,
                case when %s %s) then 'posted'
                  when %s %s) then 'printed'
                  when %s ('CANCELLED')) then 'recalled'
                  when %s ('REJECTED', 'FAILED')) then 'refused'
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
            order by x.id""".formatted(REPORTED, POSTED, REPORTED, PRINTED, REPORTED_OF_ITS_BATCH, REPORTED_OF_ITS_BATCH);

    /** Letters that the post got in the bill's period. */
    private static final String POSTED_IN_PERIOD = """
            (select e.id, e.batch_id, min(r.at) as posted_at
              from receipt r
              join dispatch e on e.id = r.dispatch_id
              where e.creditor = :creditor and r.batch_id is not null and r.state in %s and r.at < :to
              group by e.id, e.batch_id
              having min(r.at) >= :from) d""".formatted(POSTED);

    private static final String UNBILLED =
            "select d.* from " + POSTED_IN_PERIOD + " where not " + BILLED + " order by d.id";

    private static final String BATCHES = "select d.batch_id from " + POSTED_IN_PERIOD
            + " union select d.batch_id from bill_line i join dispatch d on d.id = i.dispatch_id"
            + " where i.bill_id = :bill and d.creditor = :creditor and d.batch_id is not null";

    private static final String COUNTS = """
            select batch_id, count(*) as produced, sum(acknowledged) as acknowledged, sum(posted) as posted,
              sum(billed) as billed
            from (
              select d.batch_id, case when %s %s) then 1 else 0 end as posted,
                case when %s ('ACKED', 'PRINTED', 'ENCLOSED', %s) then 1 else 0 end as acknowledged,
                case when %s then 1 else 0 end as billed
              from dispatch d
              join letter_batch k on k.batch_id = d.batch_id
              where d.batch_id in (:batches) and d.creditor = :creditor and k.state <> 'failed'
            ) letters
            group by batch_id order by batch_id""".formatted(REPORTED, POSTED, REPORTED, POSTED.substring(1), BILLED);

    private final Database database;
    private final Clock clock;

    public BillComparison(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param creditor whose bill it is: days are those where it is */
    public ComparedBill of(Creditor creditor, StoredBill bill) {
        return database.inSnapshot(() -> {
            List<BillDifference> differences = new ArrayList<>();
            asked(LINES, bill).query(rs -> {
                addLine(rs, differences);
            });
            if (bill.until().isBefore(LocalDate.ofInstant(clock.instant(), creditor.zone()))) {
                differences.addAll(unbilled(creditor, bill));
            }
            if (bill.total() != null && bill.total().compareTo(bill.amount()) != 0) {
                differences.add(new BillDifference(
                        Kind.OTHER_TOTAL,
                        null,
                        null,
                        null,
                        null,
                        Amounts.text(bill.total(), bill.currency()),
                        Amounts.text(bill.amount(), bill.currency())));
            }
            return new ComparedBill(bill, batches(creditor, bill), differences);
        });
    }

    private StatementSpec asked(String statement, StoredBill bill) {
        return database.sql().sql(statement).param("bill", bill.id());
    }

    private StatementSpec inPeriod(StatementSpec statement, Creditor creditor, StoredBill bill) {
        return statement
                .param(
                        "from",
                        Database.at(bill.from().atStartOfDay(creditor.zone()).toInstant()))
                .param(
                        "to",
                        Database.at(bill.until()
                                .plusDays(1)
                                .atStartOfDay(creditor.zone())
                                .toInstant()));
    }

    private List<BatchCount> batches(Creditor creditor, StoredBill bill) {
        List<String> batches = inPeriod(asked(BATCHES, bill).param("creditor", bill.creditor()), creditor, bill)
                .query(String.class)
                .list();
        if (batches.isEmpty()) {
            return List.of();
        }
        return database.sql()
                .sql(COUNTS)
                .param("creditor", bill.creditor())
                .param("batches", batches)
                .query((rs, n) -> new BatchCount(
                        rs.getString("batch_id"),
                        rs.getLong("produced"),
                        rs.getLong("acknowledged"),
                        rs.getLong("posted"),
                        rs.getLong("billed")))
                .list();
    }

    private List<BillDifference> unbilled(Creditor creditor, StoredBill bill) {
        StatementSpec statement = database.sql().sql(UNBILLED).param("creditor", bill.creditor());
        return inPeriod(statement, creditor, bill)
                .query((rs, n) -> new BillDifference(
                        Kind.NOT_BILLED,
                        null,
                        null,
                        rs.getLong("id"),
                        rs.getString("batch_id"),
                        null,
                        LocalDate.ofInstant(
                                        Database.instant(rs.getObject("posted_at", OffsetDateTime.class)),
                                        creditor.zone())
                                .toString()))
                .list();
    }

    /** A letter that is not known, or was billed before, should not be there at all: nothing else is said of it. */
    private static void addLine(ResultSet rs, List<BillDifference> differences) throws SQLException {
        if (rs.getString("batch_id") == null) {
            differences.add(line(rs, Kind.UNKNOWN_LETTER, null, null));
        } else if (rs.getString("earlier_bill") != null) {
            String earlier = "bill " + rs.getString("earlier_bill") + ", line " + rs.getLong("earlier_line");
            differences.add(line(rs, Kind.BILLED_TWICE, null, earlier));
        } else {
            addAsked(rs, differences);
        }
    }

    private static void addAsked(ResultSet rs, List<BillDifference> differences) throws SQLException {
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
