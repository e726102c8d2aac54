package io.sollecito.ledger.bills;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/** What print houses ask for. A bill counts once, however often it comes; only a person replaces it by another. */
public final class Bills {

    public enum Outcome {
        TAKEN,
        /** It was taken before; nothing changed. */
        AGAIN,
        /** Another bill of this number was taken before; nothing changed. */
        OTHERWISE
    }

    /** @param id of the bill of that number which counts now */
    public record Taken(long id, Outcome outcome) {}

    private record Current(long id, String contentHash) {}

    private static final String STORED = """
            select b.*, x.letters, x.amount from bill b
            join (select bill_id, count(*) as letters, sum(price + coalesce(postage, 0)) as amount
                  from bill_line group by bill_id) x on x.bill_id = b.id
            where b.creditor = ? and b.guard = 1
            """;

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    public Bills(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** Takes a bill unless one of its number was taken before. */
    public Taken take(Bill bill, String actor) {
        try {
            return database.inTransaction(() -> current(bill)
                    .map(current -> same(current, bill))
                    .orElseGet(() -> insert(bill, actor, new LinkedHashMap<>())));
        } catch (DuplicateKeyException takenMeanwhile) {
            return same(current(bill).orElseThrow(), bill);
        }
    }

    /**
     * A person has a corrected bill count instead of the one of its number.
     *
     * @throws Refused when there is none, or another node has replaced it meanwhile
     */
    public Taken replace(Bill bill, String user, String reason) {
        return database.inTransaction(() -> {
            Current old = current(bill)
                    .orElseThrow(
                            () -> new Refused("there is no bill " + bill.number() + " that this one could replace"));
            if (old.contentHash().equals(bill.contentHash())) {
                return new Taken(old.id(), Outcome.AGAIN);
            }
            int replaced = database.sql()
                    .sql("update bill set guard = null where id = ? and guard = 1")
                    .param(old.id())
                    .update();
            if (replaced == 0) {
                throw new Refused("bill " + bill.number() + " was replaced by another call meanwhile");
            }
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("replaces", "bill:" + old.id());
            details.put("reason", reason);
            return insert(bill, user, details);
        });
    }

    /** The bill of that number which counts. */
    public Optional<StoredBill> find(String creditor, String number) {
        return database.sql()
                .sql(STORED + " and b.bill_no = ?")
                .params(creditor, number)
                .query((rs, n) -> stored(rs))
                .optional();
    }

    /** Those that count, the newest first. */
    public List<StoredBill> of(String creditor) {
        return database.sql()
                .sql(STORED + " order by b.id desc")
                .param(creditor)
                .query((rs, n) -> stored(rs))
                .list();
    }

    private Optional<Current> current(Bill bill) {
        return database.sql()
                .sql("select id, content_hash from bill where creditor = ? and bill_no = ? and guard = 1")
                .params(bill.creditor(), bill.number())
                .query((rs, n) -> new Current(rs.getLong("id"), rs.getString("content_hash")))
                .optional();
    }

    private static Taken same(Current current, Bill bill) {
        boolean again = current.contentHash().equals(bill.contentHash());
        return new Taken(current.id(), again ? Outcome.AGAIN : Outcome.OTHERWISE);
    }

    private Taken insert(Bill bill, String actor, Map<String, Object> details) {
        long id = Database.insertedId(database.sql()
                .sql("insert into bill (creditor, bill_no, period_from, period_until, currency, total, content_hash,"
                        + " file_name, actor, taken_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        bill.creditor(),
                        bill.number(),
                        bill.from(),
                        bill.until(),
                        bill.currency(),
                        bill.total(),
                        bill.contentHash(),
                        bill.fileName(),
                        actor,
                        Database.at(clock.instant())));
        database.jdbc()
                .batchUpdate(
                        "insert into bill_line (bill_id, line_no, letter_id, dispatch_id, batch_id, product, sheets,"
                                + " postage, price) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        bill.lines().stream().map(line -> row(id, line)).toList());
        details.put("bill", bill.number());
        details.put("file", bill.fileName());
        details.put("letters", bill.lines().size());
        journal.append(bill.creditor(), "bill-taken", "bill:" + id, actor, details);
        return new Taken(id, Outcome.TAKEN);
    }

    private static Object[] row(long bill, Bill.Line line) {
        return new Object[] {
            bill,
            line.line(),
            line.letterId(),
            line.dispatchId(),
            line.batchId(),
            line.product(),
            line.sheets(),
            line.postage(),
            line.price()
        };
    }

    private static StoredBill stored(ResultSet rs) throws SQLException {
        return new StoredBill(
                rs.getLong("id"),
                rs.getString("creditor"),
                rs.getString("bill_no"),
                rs.getObject("period_from", LocalDate.class),
                rs.getObject("period_until", LocalDate.class),
                rs.getString("currency"),
                rs.getBigDecimal("total"),
                rs.getString("file_name"),
                Database.instant(rs.getObject("taken_at", OffsetDateTime.class)),
                rs.getLong("letters"),
                rs.getBigDecimal("amount"));
    }
}
