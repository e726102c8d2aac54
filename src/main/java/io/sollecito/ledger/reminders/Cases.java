package io.sollecito.ledger.reminders;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.DebtorAccount;
import io.sollecito.ledger.debtors.MovesInForce;
import io.sollecito.ledger.debtors.PayingHabits;
import io.sollecito.ledger.debtors.PlanMoves;
import io.sollecito.ledger.items.OpenItemRow;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Creditor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.PlanMove;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * Streams the debtors of a creditor that have open items, each with all that decides about them. One cursor over the
 * items; what belongs to their debtors is read for a batch of them at a time, so that memory stays constant.
 */
public final class Cases {

    /** The account that an item belongs to. */
    record Account(String source, String debtor) {}

    /** What the ERP calls a document, or one instalment of it. */
    record Document(Account account, String itemKey) {}

    /** A row of the cursor. */
    record Row(
            Account account,
            OpenItem item,
            long id,
            boolean frozen,
            boolean unclear,
            LocalDate returnedOn,
            LocalDate presentedOn) {}

    private static final int DEBTORS_AT_A_TIME = 1_000;
    private static final int FETCHED_ROWS = 5_000;

    private static final String ITEMS = """
            select i.id, i.creditor, i.source, i.item_key, i.debtor, i.document_no, i.printed_no, i.instalment, i.type,
              i.issue_date, i.due_date, i.due_date_origin, i.currency, i.original_amount, i.payment_reference,
              i.payment_means, i.in_collection, i.details, i.replaces, i.frozen, i.returned_on, i.presented_on, i.changed_line,
              i.open_amount,
              u.item_id as unclear
            from effective_item i
            left join unclear_item u on u.item_id = i.id and u.suspends_until >= ?
            where i.creditor = ? and i.settled_cause is null""";

    /** As the index of open items has them: nothing is sorted but the few items of one debtor. */
    private static final String ORDER = " order by i.source, i.debtor";

    private final Database database;
    private final CaseFacts facts;
    private final SentHistory sentHistory;
    private final ChargeFacts chargeFacts;
    private final PayingHabits habits;
    private final MovesInForce moves;
    private final int debtorsAtATime;

    public Cases(Database database) {
        this(database, DEBTORS_AT_A_TIME);
    }

    /** @param debtorsAtATime how many make a batch */
    public Cases(Database database, int debtorsAtATime) {
        this.database = database;
        this.facts = new CaseFacts(database);
        this.sentHistory = new SentHistory(database);
        this.chargeFacts = new ChargeFacts(database);
        this.habits = new PayingHabits(database);
        this.moves = new MovesInForce(database);
        this.debtorsAtATime = debtorsAtATime;
    }

    /** Before a run: debtors' habits are computed from what happened since, and moves to other plans end whose day has passed. */
    public void bringUpToDate(Creditor creditor, LocalDate day, Journal journal, Clock clock) {
        habits.refresh(creditor, clock);
        new PlanMoves(database, journal, clock).endPassed(creditor.code(), day);
    }

    /** The number of the newest export that is applied: read before the cases, it tells later whether they still hold. */
    public long factsNumber(String creditor) {
        return CreditorLock.factsNumber(database, creditor);
    }

    /** The same debtors as the transaction under way sees them; without those that have nothing open any more. */
    public List<DebtorCase> again(String creditor, LocalDate asOf, List<DebtorCase> cases) {
        List<Account> accounts = cases.stream()
                .map(one -> new Account(one.debtor().source(), one.debtor().debtor()))
                .toList();
        Map<Account, List<Row>> batch = new LinkedHashMap<>();
        database.sql()
                .sql(ITEMS + " and i.source = any(?) and i.debtor = any(?)" + ORDER)
                .params(
                        asOf,
                        creditor,
                        AnyOf.texts(accounts.stream().map(Account::source)),
                        AnyOf.texts(accounts.stream().map(Account::debtor)))
                .query(rs -> {
                    Row row = row(rs);
                    batch.computeIfAbsent(row.account(), unknown -> new ArrayList<>())
                            .add(row);
                });
        batch.keySet().retainAll(accounts);
        return batch.isEmpty() ? List.of() : cases(creditor, asOf, batch);
    }

    /** Hands over a batch of debtors at a time; the consumer may write to the ledger in transactions of its own. */
    public void forEachBatch(String creditor, LocalDate asOf, Consumer<List<DebtorCase>> consumer) {
        Connection connection = null;
        try {
            connection = database.jdbc().getDataSource().getConnection();
            connection.setAutoCommit(false); // else PostgreSQL reads all rows at once
            try (PreparedStatement statement = connection.prepareStatement(ITEMS + ORDER)) {
                statement.setFetchSize(FETCHED_ROWS);
                statement.setObject(1, asOf);
                statement.setString(2, creditor);
                try (ResultSet rs = statement.executeQuery()) {
                    read(rs, creditor, asOf, consumer);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new SQLErrorCodeSQLExceptionTranslator(database.jdbc().getDataSource())
                    .translate("streaming cases", ITEMS, failed);
        } finally {
            JdbcUtils.closeConnection(connection);
        }
    }

    private void read(ResultSet rs, String creditor, LocalDate asOf, Consumer<List<DebtorCase>> consumer)
            throws SQLException {
        Map<Account, List<Row>> batch = new LinkedHashMap<>();
        while (rs.next()) {
            Row row = row(rs);
            if (batch.size() >= debtorsAtATime && !batch.containsKey(row.account())) {
                consumer.accept(cases(creditor, asOf, batch));
                batch.clear();
            }
            batch.computeIfAbsent(row.account(), unknown -> new ArrayList<>()).add(row);
        }
        if (!batch.isEmpty()) {
            consumer.accept(cases(creditor, asOf, batch));
        }
    }

    private List<DebtorCase> cases(String creditor, LocalDate asOf, Map<Account, List<Row>> batch) {
        CaseFacts.Batch known = facts.of(creditor, asOf, batch);
        SentHistory.Batch sent = sentHistory.of(creditor, asOf, batch);
        ChargeFacts.Batch charges = chargeFacts.of(creditor, batch, sent);
        List<DebtorAccount> accounts = batch.keySet().stream()
                .map(account -> new DebtorAccount(account.source(), account.debtor()))
                .toList();
        Map<DebtorAccount, PayingHabit> habit = habits.of(creditor, accounts);
        Map<DebtorAccount, PlanMove> moved = moves.on(asOf, creditor, accounts);
        List<DebtorCase> cases = new ArrayList<>();
        batch.forEach((account, rows) -> {
            rows.sort(Comparator.comparingLong(Row::id));
            DebtorAccount key = new DebtorAccount(account.source(), account.debtor());
            cases.add(new DebtorCase(
                    known.debtor(creditor, account),
                    rows.stream().map(row -> caseItem(row, known, sent)).toList(),
                    sent.ofOthers(account, rows),
                    known.suspended(account),
                    charges.history(account, rows),
                    habit.getOrDefault(key, PayingHabit.NONE),
                    moved.get(key)));
        });
        return cases;
    }

    private static CaseItem caseItem(Row row, CaseFacts.Batch known, SentHistory.Batch sent) {
        return new CaseItem(
                known.item(row),
                row.id(),
                false,
                row.frozen(),
                row.unclear(),
                known.holds(row),
                sent.of(row),
                known.approved(row.id()),
                known.last(row.id()),
                row.returnedOn(),
                row.presentedOn());
    }

    private static Row row(ResultSet rs) throws SQLException {
        BigDecimal open = rs.getBigDecimal("open_amount");
        return new Row(
                new Account(rs.getString("source"), rs.getString("debtor")),
                OpenItemRow.withoutDiscount(rs, open),
                rs.getLong("id"),
                rs.getBoolean("frozen"),
                rs.getObject("unclear") != null,
                rs.getObject("returned_on", LocalDate.class),
                rs.getObject("presented_on", LocalDate.class));
    }
}
