package io.sollecito.ledger.bills;

import io.sollecito.ledger.bills.BillDifference.Kind;
import io.sollecito.ledger.bills.ComparedBill.BatchCount;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Letters produced, acknowledged, posted and billed are the same letters: says of a bill where they are not. It looks at
 * what the ledger knows now, so that a status that came after the bill counts too.
 */
public final class BillComparison {

    private static final String BILLED = "exists (select 1 from bill_line x join bill y on y.id = x.bill_id"
            + " where x.dispatch_id = d.id and y.creditor = :creditor and y.guard = 1)";

    /** Letters that the post got in the bill's period. */
    private static final String POSTED_IN_PERIOD = """
            (select e.id, e.batch_id, min(r.at) as posted_at
              from receipt r
              join dispatch e on e.id = r.dispatch_id
              where e.creditor = :creditor and r.batch_id is not null and r.state in (%s) and r.at < :to
              group by e.id, e.batch_id
              having min(r.at) >= :from) d""".formatted(Reported.POSTED);

    private static final String UNBILLED =
            "select d.* from " + POSTED_IN_PERIOD + " where not " + BILLED + " order by d.id";

    private static final String BATCHES = "select d.batch_id from " + POSTED_IN_PERIOD
            + " union select d.batch_id from bill_line i join dispatch d on d.id = i.dispatch_id"
            + " where i.bill_id = :bill and d.creditor = :creditor and d.batch_id is not null";

    private static final String COUNTS = """
            select batch_id, count(*) as produced, sum(acknowledged) as acknowledged, sum(posted) as posted,
              sum(billed) as billed
            from (
              select d.batch_id, case when %s then 1 else 0 end as posted,
                case when %s then 1 else 0 end as acknowledged,
                case when %s then 1 else 0 end as billed
              from dispatch d
              join letter_batch k on k.batch_id = d.batch_id
              where d.batch_id in (:batches) and d.creditor = :creditor and k.state <> 'failed'
            ) letters
            group by batch_id order by batch_id""".formatted(
            Reported.as(Reported.POSTED), Reported.as("'ACKED', 'PRINTED', 'ENCLOSED', " + Reported.POSTED), BILLED);

    private final Database database;
    private final Clock clock;

    public BillComparison(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param creditor whose bill it is: days are those where it is */
    public ComparedBill of(Creditor creditor, StoredBill bill) {
        return database.inSnapshot(() -> {
            List<BillDifference> differences = new BilledLetters(database).differences(bill);
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
}
