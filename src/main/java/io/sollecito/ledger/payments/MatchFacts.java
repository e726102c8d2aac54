package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.items.ItemDetails;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a creditor's ledger knows that payments may refer to; large tables are streamed. */
public final class MatchFacts {

    /** What is open of an item, or how much of a decrease of it nothing explains. */
    public record Open(
            long itemId,
            String source,
            String debtor,
            String documentNo,
            String printedNo,
            int instalment,
            LocalDate dueDate,
            String currency,
            BigDecimal open,
            LocalDate discountUntil,
            BigDecimal discount,
            BigDecimal withheld,
            String paymentReference,
            boolean closedByErp) {}

    public record DebtorRow(String source, String debtor, String name, String payer) {}

    public record Account(String source, String debtor, String iban) {}

    /** An item that a reminder of ours listed under its reference. */
    public record Listed(long itemId, BigDecimal amount) {}

    public record PaidPart(Open item, BigDecimal amount, String purpose) {}

    /** An earlier payment with what it paid. */
    public record Paid(
            long paymentId,
            BigDecimal amount,
            String currency,
            String endToEndId,
            String bankReference,
            String iban,
            List<PaidPart> parts) {}

    /** Where a provider's collective payments come from; {@code iban} or {@code name} may be null. */
    public record PayoutSource(String provider, String iban, String name) {}

    /** A payment that a provider confirmed, or the bank showed. */
    public record ShownBefore(
            long paymentId,
            String decision,
            String id,
            String reference,
            BigDecimal amount,
            String currency,
            String iban,
            String name) {}

    /** What a reminder has asked for beside an item and nobody has paid; {@code purpose} of what pays it. */
    public record Demanded(Open item, String purpose, BigDecimal amount) {}

    /** An account of which people said that its money is no debtor's. */
    public record Stranger(int times, LocalDate last) {}

    /** How long a decrease in the ERP waits for the money that explains it (law 10). */
    private static final int DECREASE_DAYS = 45;

    static final int CHUNK = 1000;
    private static final int FETCH = 5000;
    static final String COLUMNS = "i.id, i.source, i.debtor, i.document_no, i.printed_no, i.instalment, i.due_date,"
            + " i.currency, i.discount_until, i.discount_amount, i.details, i.payment_reference";

    private final Database database;
    private final String creditor;
    private final PaymentHistory history;

    MatchFacts(Database database, String creditor) {
        this.database = database;
        this.creditor = creditor;
        this.history = new PaymentHistory(database, creditor);
    }

    public String creditor() {
        return creditor;
    }

    public void debtors(Consumer<DebtorRow> sink) {
        stream(
                "select source, debtor, name, payer from debtor where creditor = ?",
                rs -> sink.accept(new DebtorRow(
                        rs.getString("source"), rs.getString("debtor"), rs.getString("name"), rs.getString("payer"))));
    }

    public void accounts(Consumer<Account> sink) {
        stream(
                "select distinct t.source, t.debtor, t.iban from debtor_iban t where t.shared_since is null and t.creditor = ?"
                        + " and " + LearnedAccounts.TELLS,
                rs -> sink.accept(new Account(rs.getString("source"), rs.getString("debtor"), rs.getString("iban"))));
    }

    /** Everything that is effectively open. */
    public void openItems(Consumer<Open> sink) {
        stream(
                "select " + COLUMNS + ", v.open_amount as amount from open_item i join item_effective v on v.id = i.id"
                        + " where i.creditor = ? and v.open_amount <> 0",
                rs -> sink.accept(open(rs, false)));
    }

    /** The numbers of a debtor's items of which nothing is open. */
    public List<String> settledNumbers(String source, String debtor) {
        List<String> numbers = new ArrayList<>();
        database.sql()
                .sql("select i.document_no, i.printed_no from open_item i join item_effective v on v.id = i.id"
                        + " where i.creditor = ? and i.source = ? and i.debtor = ? and v.open_amount = 0")
                .params(creditor, source, debtor)
                .query(rs -> {
                    numbers.add(rs.getString("document_no"));
                    numbers.add(rs.getString("printed_no"));
                });
        return numbers;
    }

    /** Decreases that nothing explains and that still wait for the money that does (law 10). */
    public void decreases(Clock clock, Consumer<Open> sink) {
        stream(
                "select " + COLUMNS + ", u.amount from open_item i join (select c.item_id,"
                        + " sum(c.old_open - c.new_open - c.explained) as amount from " + UNEXPLAINED
                        + " group by c.item_id) u on u.item_id = i.id where i.creditor = ?",
                rs -> sink.accept(open(rs, true)),
                Database.at(decreasesSince(clock)));
    }

    /** As of when an export may have brought a decrease that money may explain now. */
    static Instant decreasesSince(Clock clock) {
        return clock.instant().minus(DECREASE_DAYS, ChronoUnit.DAYS);
    }

    static final String UNEXPLAINED = "item_change c join export e on e.id = c.export_id where e.as_of >= ?"
            + " and c.what in ('settled', 'changed') and c.old_open > 0 and c.new_open >= 0"
            + " and c.old_open - c.new_open - c.explained > 0 and (c.cause is null or c.cause in ('unknown', 'payment', 'collected'))";

    /** From where payment providers pay out what they have confirmed before. */
    public List<PayoutSource> payoutSources() {
        return database.sql()
                .sql("select provider, iban, name from payout_source where creditor = ? order by provider")
                .param(creditor)
                .query((rs, n) ->
                        new PayoutSource(rs.getString("provider"), rs.getString("iban"), rs.getString("name")))
                .list();
    }

    /**
     * Payments that providers have confirmed, or else that the bank has shown, by the provider's id or our reference.
     *
     * @param byProvider which of the two
     */
    public List<ShownBefore> shownBefore(boolean byProvider, Collection<String> ids, Collection<String> references) {
        List<ShownBefore> found = new ArrayList<>();
        for (Set<String> chunk : chunks(ids)) {
            found.addAll(shownBefore(byProvider, "p.end_to_end_id", chunk));
        }
        for (Set<String> chunk : chunks(references)) {
            found.addAll(shownBefore(byProvider, "p.creditor_reference", chunk));
        }
        return found.stream().distinct().toList();
    }

    private List<ShownBefore> shownBefore(boolean byProvider, String column, Set<String> values) {
        return database.sql()
                .sql("select p.id, p.decision, p.end_to_end_id, p.creditor_reference, p.amount, p.currency,"
                        + " p.counterparty_iban, p.counterparty_name from payment p join bank_entry e on e.id = p.entry_id"
                        + " where p.creditor = :creditor and p.amount > 0 and p.decision <> 'returned' and "
                        + (byProvider ? "" : "not ") + "e.account like :providers and " + column + " in (:values)")
                .param("creditor", creditor)
                .param("providers", Confirmations.ACCOUNT + "%")
                .param("values", values)
                .query((rs, n) -> new ShownBefore(
                        rs.getLong("id"),
                        rs.getString("decision"),
                        rs.getString("end_to_end_id"),
                        rs.getString("creditor_reference"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("counterparty_iban"),
                        rs.getString("counterparty_name")))
                .list();
    }

    private static List<Set<String>> chunks(Collection<String> values) {
        List<String> all = values.stream().distinct().toList();
        List<Set<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(new HashSet<>(all.subList(from, Math.min(all.size(), from + CHUNK))));
        }
        return chunks;
    }

    /** What our references name; references that are not ours are left out. */
    public Map<String, List<Listed>> references(Collection<String> references) {
        Map<String, List<Listed>> found = new HashMap<>();
        List<String> all = List.copyOf(references);
        for (int from = 0; from < all.size(); from += CHUNK) {
            database.sql()
                    .sql("select r.reference, ri.item_id, ri.amount from reminder r"
                            + " join reminder_item ri on ri.reminder_id = r.id"
                            + " where r.creditor = :creditor and r.reference in (:references)"
                            + " and ri.role in ('overdue', 'upcoming', 'credit') order by r.id, ri.item_id")
                    .param("creditor", creditor)
                    .param("references", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .query(rs -> {
                        found.computeIfAbsent(rs.getString("reference"), r -> new ArrayList<>())
                                .add(new Listed(rs.getLong("item_id"), rs.getBigDecimal("amount")));
                    });
        }
        return found;
    }

    /** Earlier payments of such an amount on the account that were not given back, booked from {@code since} on. */
    public List<Paid> paidBefore(String account, BigDecimal least, BigDecimal most, String currency, LocalDate since) {
        return history.paidBefore(account, least, most, currency, since);
    }

    /** Whether a payment of that amount and of that end-to-end id or account was given back. */
    public boolean wasReturned(
            String account, BigDecimal amount, String currency, String endToEndId, String iban, LocalDate since) {
        return history.wasReturned(account, amount, currency, endToEndId, iban, since);
    }

    /** Charges of these items that reminders have asked for and that are not paid yet. */
    public List<Demanded> demanded(Collection<Long> items) {
        return history.demanded(items);
    }

    /** By account: what people said to be no debtor's often enough, as long as it has paid no item. */
    public Map<String, Stranger> strangers(int times) {
        return history.strangers(times);
    }

    private interface Row {
        void take(ResultSet rs) throws SQLException;
    }

    private void stream(String sql, Row row, Object... before) {
        JdbcTemplate streaming = new JdbcTemplate(database.jdbc().getDataSource());
        streaming.setFetchSize(FETCH);
        Object[] params = Arrays.copyOf(before, before.length + 1);
        params[before.length] = creditor;
        streaming.query(
                sql,
                rs -> {
                    row.take(rs);
                },
                params);
    }

    static Open open(ResultSet rs, boolean closedByErp) throws SQLException {
        return new Open(
                rs.getLong("id"),
                rs.getString("source"),
                rs.getString("debtor"),
                rs.getString("document_no"),
                rs.getString("printed_no"),
                rs.getInt("instalment"),
                rs.getObject("due_date", LocalDate.class),
                rs.getString("currency"),
                rs.getBigDecimal("amount"),
                rs.getObject("discount_until", LocalDate.class),
                rs.getBigDecimal("discount_amount"),
                ItemDetails.withheld(rs.getString("details")),
                rs.getString("payment_reference"),
                closedByErp);
    }
}
