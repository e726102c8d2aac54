package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What waits for a person's decision, as the ledger stands. */
public final class DecisionFigures {

    /** Bank money that no rule could assign; the best candidates first, none when nothing is plausible. */
    public record UnclearPayment(
            long id,
            LocalDate bookingDate,
            BigDecimal amount,
            String currency,
            String counterparty,
            String remittance,
            List<Candidate> candidates) {}

    /** One assignment that a payment could have. */
    public record Candidate(
            int ranking, BigDecimal score, String evidence, String debtor, String documents, BigDecimal amount) {}

    /** A message of which nobody knows whether it left (law 7). */
    public record Uncertain(long dispatch, String channel, String debtor, String step, String reason, Instant since) {}

    /** Items of one debtor whose next step needs a person's approval. */
    public record Approval(String debtor, String step, long items, BigDecimal amount, String currency) {}

    /** An export that may not be applied without a person (law 4). */
    public record HeldExport(long id, String connection, String fileName, Instant asOf, String reason) {}

    /** What somebody wants to write off above what one person may. */
    public record WriteOff(
            long id, String debtor, String document, BigDecimal amount, String currency, String owner, String reason) {}

    private static final int BEST = 3;

    private final Database database;

    DecisionFigures(Database database) {
        this.database = database;
    }

    List<UnclearPayment> payments(String creditor) {
        Map<Long, List<Candidate>> candidates = candidates(creditor);
        return database.sql()
                .sql("""
                        select id, booking_date, amount, currency, counterparty_name, remittance from payment
                        where creditor = ? and (decision = 'candidates' or decision = 'unmatched' and amount > 0)
                        order by booking_date, id
                        """)
                .param(creditor)
                .query((rs, n) -> new UnclearPayment(
                        rs.getLong("id"),
                        rs.getObject("booking_date", LocalDate.class),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("counterparty_name"),
                        rs.getString("remittance"),
                        candidates.getOrDefault(rs.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Candidate>> candidates(String creditor) {
        record Row(long payment, Candidate candidate) {}
        return database
                .sql()
                .sql("""
                        select c.payment_id, c.ranking, max(c.score) as score, min(c.evidence) as evidence,
                               min(coalesce(d.name, i.debtor)) as debtor, sum(c.amount) as amount,
                               string_agg(coalesce(i.printed_no, i.document_no), ', ' order by i.due_date, i.id)
                                 as documents
                        from candidate c
                        join payment p on p.id = c.payment_id
                        join open_item i on i.id = c.item_id
                        left join debtor d
                          on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor
                        where p.creditor = ? and p.decision = 'candidates' and c.ranking <= ?
                        group by c.payment_id, c.ranking order by c.payment_id, c.ranking
                        """)
                .params(creditor, BEST)
                .query((rs, n) -> new Row(rs.getLong("payment_id"), candidate(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::payment, Collectors.mapping(Row::candidate, Collectors.toList())));
    }

    List<Uncertain> uncertain(String creditor) {
        return database.sql()
                .sql("""
                        select x.id, x.channel, coalesce(d.name, x.debtor) as debtor, r.step, x.reason, x.state_at
                        from dispatch x
                        join reminder r on r.id = x.reminder_id
                        left join debtor d
                          on d.creditor = x.creditor and d.source = x.source and d.debtor = x.debtor
                        where x.creditor = ? and x.state = 'uncertain' order by x.id
                        """)
                .param(creditor)
                .query((rs, n) -> new Uncertain(
                        rs.getLong("id"),
                        rs.getString("channel"),
                        rs.getString("debtor"),
                        rs.getString("step"),
                        rs.getString("reason"),
                        instant(rs, "state_at")))
                .list();
    }

    List<Approval> approvals(String creditor) {
        return database.sql()
                .sql("""
                        select coalesce(d.name, i.debtor) as debtor, x.step, i.currency, count(*) as items,
                               sum(v.open_amount) as amount
                        from latest_decision x
                        join open_item i on i.id = x.item_id
                        join item_effective v on v.id = i.id
                        left join debtor d
                          on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor
                        where i.creditor = ? and x.outcome = 'awaiting-approval'
                        group by coalesce(d.name, i.debtor), x.step, i.currency order by 5 desc, 1
                        """)
                .param(creditor)
                .query((rs, n) -> new Approval(
                        rs.getString("debtor"),
                        rs.getString("step"),
                        rs.getLong("items"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency")))
                .list();
    }

    List<WriteOff> writeOffs(String creditor) {
        return database.sql()
                .sql("""
                        select w.id, coalesce(d.name, i.debtor) as debtor, coalesce(i.printed_no, i.document_no) as number,
                               w.amount, i.currency, w.owner, w.reason
                        from write_off w
                        join open_item i on i.id = w.item_id
                        left join debtor d
                          on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor
                        where w.creditor = ? and w.state = 'waiting' order by w.id
                        """)
                .param(creditor)
                .query((rs, n) -> new WriteOff(
                        rs.getLong("id"),
                        rs.getString("debtor"),
                        rs.getString("number"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("owner"),
                        rs.getString("reason")))
                .list();
    }

    List<HeldExport> heldExports(String creditor) {
        return database.sql()
                .sql("""
                        select id, connection, file_name, as_of, reason from export
                        where creditor = ? and state = 'held' order by id
                        """)
                .param(creditor)
                .query((rs, n) -> new HeldExport(
                        rs.getLong("id"),
                        rs.getString("connection"),
                        rs.getString("file_name"),
                        instant(rs, "as_of"),
                        rs.getString("reason")))
                .list();
    }

    private static Candidate candidate(ResultSet rs) throws SQLException {
        return new Candidate(
                rs.getInt("ranking"),
                rs.getBigDecimal("score"),
                rs.getString("evidence"),
                rs.getString("debtor"),
                rs.getString("documents"),
                rs.getBigDecimal("amount"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return Database.instant(rs.getObject(column, OffsetDateTime.class));
    }
}
