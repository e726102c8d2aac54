package io.sollecito.ledger.stories;

import io.sollecito.ledger.stories.PaymentFacts.About;
import io.sollecito.ledger.stories.PaymentFacts.Allocated;
import io.sollecito.ledger.stories.PaymentFacts.Booked;
import io.sollecito.ledger.stories.PaymentFacts.Candidate;
import io.sollecito.ledger.stories.PaymentFacts.Learned;
import io.sollecito.ledger.stories.PaymentFacts.More;
import io.sollecito.ledger.stories.PaymentFacts.Stated;
import io.sollecito.ledger.stories.PaymentFacts.WrittenBack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What came from the bank, and what it is or could be for. */
public final class PaymentStories {

    private static final String ALLOCATIONS = """
            select a.payment_id, coalesce(i.printed_no, i.document_no) as number, a.made_at, a.amount, i.currency, a.purpose,
                   a.state, a.state_at, a.made_by, a.explanation, p.evidence, p.booking_date, p.counterparty_name,
                   coalesce(p.amount, 0) < 0 as refund
            from allocation a join open_item i on i.id = a.item_id left join payment p on p.id = a.payment_id
            """;

    private static final String CANDIDATES = """
            select c.payment_id, coalesce(i.printed_no, i.document_no) as number, p.decided_at, c.score, c.amount,
                   i.currency, c.evidence, (select min(first.id) from candidate first
                     where first.payment_id = c.payment_id and first.ranking = c.ranking) as candidate_no
            from candidate c join open_item i on i.id = c.item_id join payment p on p.id = c.payment_id
            """;

    private static final String WRITTEN_BACK = """
            select coalesce(i.printed_no, i.document_no) as number, w.kind, w.amount, i.currency, b.batch_no, b.file_name,
                   b.made_at, b.sent_at
            from writeback_row w join writeback_batch b on b.id = w.batch_id join allocation a on a.id = w.allocation_id
            join open_item i on i.id = a.item_id
            """;

    private final StoryRows rows;

    PaymentStories(StoryRows rows) {
        this.rows = rows;
    }

    public List<Booked> payment(long payment) {
        return rows.list(
                """
                select s.received_at, s.file_name, p.* from payment p
                join bank_entry e on e.id = p.entry_id join bank_statement s on s.id = e.statement_id where p.id = ?
                """,
                (rs, n) -> new Booked(
                        StoryRows.at(rs, "received_at"),
                        rs.getString("file_name"),
                        StoryRows.day(rs, "booking_date"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("counterparty_name"),
                        rs.getString("remittance"),
                        rs.getString("decision"),
                        rs.getString("decided_by"),
                        rs.getBigDecimal("unallocated"),
                        rs.getString("evidence"),
                        StoryRows.at(rs, "decided_at"),
                        rs.getObject("about_payment", Long.class),
                        rs.getBigDecimal("return_fee"),
                        new More(
                                rs.getString("transaction_code"),
                                rs.getBigDecimal("charges"),
                                rs.getBigDecimal("original_amount"),
                                rs.getString("original_currency"))),
                payment);
    }

    public List<Stated> statement(long statement) {
        return rows.list(
                """
                select s.*, (select count(*) from bank_entry e where e.statement_id = s.id) as entries,
                       (select count(*) from payment p join bank_entry e on e.id = p.entry_id where e.statement_id = s.id)
                         as payments
                from bank_statement s where s.id = ?
                """,
                (rs, n) -> new Stated(
                        StoryRows.at(rs, "received_at"),
                        rs.getString("file_name"),
                        rs.getString("connection"),
                        rs.getString("format"),
                        rs.getString("account"),
                        rs.getString("currency"),
                        StoryRows.day(rs, "opening_date"),
                        rs.getBigDecimal("opening_balance"),
                        StoryRows.day(rs, "closing_date"),
                        rs.getBigDecimal("closing_balance"),
                        rs.getString("state"),
                        rs.getString("reason"),
                        rs.getBoolean("gap"),
                        rs.getString("kept_as"),
                        rs.getLong("entries"),
                        rs.getLong("payments")),
                statement);
    }

    /** What gives that payment back, and what the bank took for a return. */
    public List<About> about(long payment) {
        return rows.list(
                "select id, decided_at, decision, booking_date, amount, currency from payment where about_payment = ?"
                        + " order by id",
                (rs, n) -> new About(
                        rs.getLong("id"),
                        StoryRows.at(rs, "decided_at"),
                        rs.getString("decision"),
                        StoryRows.day(rs, "booking_date"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency")),
                payment);
    }

    public List<Learned> learned(String creditor, String source, String debtor) {
        return rows.list(
                "select iban, times, first_seen, last_seen, shared_since from debtor_iban where creditor = ? and source = ?"
                        + " and debtor = ? and origin = 'learned' and last_seen is not null order by iban",
                (rs, n) -> new Learned(
                        rs.getString("iban"),
                        rs.getInt("times"),
                        StoryRows.day(rs, "first_seen"),
                        StoryRows.day(rs, "last_seen"),
                        StoryRows.day(rs, "shared_since")),
                creditor,
                source,
                debtor);
    }

    public List<Allocated> allocationsOfItem(long item) {
        return rows.list(ALLOCATIONS + "where a.item_id = ? order by a.id", PaymentStories::allocated, item);
    }

    public List<Allocated> allocationsOfPayment(long payment) {
        return rows.list(ALLOCATIONS + "where a.payment_id = ? order by a.id", PaymentStories::allocated, payment);
    }

    public List<WrittenBack> writtenBackOfItem(long item) {
        return rows.list(
                WRITTEN_BACK + "where a.item_id = ? order by b.id, w.entry_no", PaymentStories::writtenBack, item);
    }

    public List<WrittenBack> writtenBackOfPayment(long payment) {
        return rows.list(
                WRITTEN_BACK + "where a.payment_id = ? order by b.id, w.entry_no",
                PaymentStories::writtenBack,
                payment);
    }

    public List<WrittenBack> writtenBackIn(long batch) {
        return rows.list(WRITTEN_BACK + "where b.id = ? order by w.entry_no", PaymentStories::writtenBack, batch);
    }

    public List<Candidate> candidatesOfItem(long item) {
        return rows.list(CANDIDATES + "where c.item_id = ? order by c.id", PaymentStories::candidate, item);
    }

    public List<Candidate> candidatesOfPayment(long payment) {
        return rows.list(
                CANDIDATES + "where c.payment_id = ? order by c.ranking, c.id", PaymentStories::candidate, payment);
    }

    private static Allocated allocated(ResultSet rs, int row) throws SQLException {
        return new Allocated(
                rs.getObject("payment_id", Long.class),
                rs.getString("number"),
                StoryRows.at(rs, "made_at"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getString("purpose"),
                rs.getString("state"),
                StoryRows.at(rs, "state_at"),
                rs.getString("made_by"),
                rs.getString("explanation"),
                rs.getString("evidence"),
                StoryRows.day(rs, "booking_date"),
                rs.getString("counterparty_name"),
                rs.getBoolean("refund"));
    }

    private static WrittenBack writtenBack(ResultSet rs, int row) throws SQLException {
        return new WrittenBack(
                rs.getString("number"),
                rs.getString("kind"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getLong("batch_no"),
                rs.getString("file_name"),
                StoryRows.at(rs, "made_at"),
                StoryRows.at(rs, "sent_at"));
    }

    private static Candidate candidate(ResultSet rs, int row) throws SQLException {
        return new Candidate(
                rs.getLong("payment_id"),
                rs.getString("number"),
                StoryRows.at(rs, "decided_at"),
                rs.getLong("candidate_no"),
                rs.getBigDecimal("score"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getString("evidence"));
    }
}
