package io.sollecito.ledger.debtors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Creditor;
import io.sollecito.model.Lateness;
import io.sollecito.model.PayingHabit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How debtors have paid so far. Kept in a table, as it follows from years of items; only whoever something has happened to
 * is computed anew.
 */
public final class PayingHabits {

    private static final int ACCOUNTS_AT_A_TIME = 1_000;

    /** What was being written while the habits were computed last is not missed. */
    private static final int OVERLAP_HOURS = 24;

    /** What happens to an account that was merged into another one happens to that one. */
    private static final String CHANGED = """
            with changed as (
              select i.source, i.debtor from item_change c join open_item i on i.id = c.item_id
                where c.at > :since and c.what in ('settled', 'reopened') and i.creditor = :creditor
              union all
              select i.source, i.debtor from allocation a join open_item i on i.id = a.item_id
                where a.state_at > :since and i.creditor = :creditor
              union all
              select source, debtor from hold where creditor = :creditor and kind in ('promise', 'dispute')
                and (ended_at is null or ended_at > :since)
            )
            select source, debtor from changed
            union
            select m.into_source, m.into_debtor from debtor_alias m
              join changed c on c.source = m.source and c.debtor = m.debtor
              where m.creditor = :creditor and m.ended_at is null
            union
            select into_source, into_debtor from debtor_alias where creditor = :creditor
              and (since > :since or ended_at > :since)
            order by source, debtor
            """;

    private static final String ALL = """
            select source, debtor from open_item where creditor = :creditor and settled_cause = 'payment'
            union
            select source, debtor from hold where creditor = :creditor and kind in ('promise', 'dispute')
            union
            select into_source, into_debtor from debtor_alias where creditor = :creditor and ended_at is null
            order by source, debtor
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {};

    private final Database database;

    public PayingHabits(Database database) {
        this.database = database;
    }

    /** Brings the habits of a creditor's debtors up to date. Returns how many accounts were computed anew. */
    public int refresh(Creditor creditor, Clock clock) {
        Instant now = clock.instant();
        Optional<Instant> last = computedAt(creditor.code());
        List<DebtorAccount> accounts = last.isEmpty()
                ? all(creditor.code())
                : changed(creditor.code(), last.get().minus(OVERLAP_HOURS, ChronoUnit.HOURS));
        HabitFacts facts = new HabitFacts(database, creditor);
        for (int from = 0; from < accounts.size(); from += ACCOUNTS_AT_A_TIME) {
            List<DebtorAccount> some = accounts.subList(from, Math.min(accounts.size(), from + ACCOUNTS_AT_A_TIME));
            write(creditor.code(), facts.habits(some));
        }
        note(creditor.code(), now, last.isPresent());
        return accounts.size();
    }

    /** Until when what happened is in the habits; empty before they were computed for the first time. */
    public Optional<Instant> computedAt(String creditor) {
        return database.sql()
                .sql("select computed_at from habit_refresh where creditor = ?")
                .param(creditor)
                .query((rs, n) -> Database.instant(rs.getObject(1, OffsetDateTime.class)))
                .optional();
    }

    /** The habits of those accounts; whoever has none yet is not among them. */
    public Map<DebtorAccount, PayingHabit> of(String creditor, Collection<DebtorAccount> accounts) {
        Map<DebtorAccount, PayingHabit> habits = new HashMap<>();
        database.sql()
                .sql("select * from paying_habit where creditor = ? and source = any(?) and debtor = any(?)")
                .params(
                        creditor,
                        AnyOf.texts(accounts.stream().map(DebtorAccount::source)),
                        AnyOf.texts(accounts.stream().map(DebtorAccount::debtor)))
                .query(rs -> {
                    habits.put(DebtorAccount.of(rs), habit(rs));
                });
        return habits;
    }

    private List<DebtorAccount> all(String creditor) {
        return database.sql()
                .sql(ALL)
                .param("creditor", creditor)
                .query((rs, n) -> DebtorAccount.of(rs))
                .list();
    }

    private List<DebtorAccount> changed(String creditor, Instant since) {
        return database.sql()
                .sql(CHANGED)
                .param("creditor", creditor)
                .param("since", Database.at(since))
                .query((rs, n) -> DebtorAccount.of(rs))
                .list();
    }

    private void write(String creditor, Map<DebtorAccount, PayingHabit> habits) {
        BulkInsert inserts = new BulkInsert("paying_habit")
                .texts("creditor", "source", "debtor")
                .numbers("items", "average", "lower_quarter", "usual", "upper_quarter")
                .numbers("unreminded", "unreminded_average", "unreminded_lower", "unreminded_usual", "unreminded_upper")
                .texts("channels")
                .numbers("kept", "broken", "disputes", "returned");
        habits.forEach((account, habit) -> inserts.row(
                creditor,
                account.source(),
                account.debtor(),
                habit.paid().items(),
                habit.paid().average(),
                habit.paid().lower(),
                habit.paid().usual(),
                habit.paid().upper(),
                habit.unreminded().items(),
                habit.unreminded().average(),
                habit.unreminded().lower(),
                habit.unreminded().usual(),
                habit.unreminded().upper(),
                habit.channels().isEmpty() ? null : json(habit.channels()),
                habit.kept(),
                habit.broken(),
                habit.disputes(),
                habit.returned()));
        database.inTransaction(() -> {
            delete(creditor, habits.keySet());
            inserts.run(database);
        });
    }

    private void delete(String creditor, Collection<DebtorAccount> accounts) {
        Map<String, List<DebtorAccount>> bySource =
                accounts.stream().collect(Collectors.groupingBy(DebtorAccount::source));
        bySource.forEach((source, some) -> database.sql()
                .sql("delete from paying_habit where creditor = ? and source = ? and debtor = any(?)")
                .params(creditor, source, AnyOf.texts(some.stream().map(DebtorAccount::debtor)))
                .update());
    }

    private void note(String creditor, Instant now, boolean known) {
        database.sql()
                .sql(
                        known
                                ? "update habit_refresh set computed_at = ? where creditor = ?"
                                : "insert into habit_refresh (computed_at, creditor) values (?, ?)")
                .params(Database.at(now), creditor)
                .update();
    }

    private static PayingHabit habit(ResultSet rs) throws SQLException {
        return new PayingHabit(
                new Lateness(
                        rs.getInt("items"),
                        rs.getInt("average"),
                        rs.getInt("lower_quarter"),
                        rs.getInt("usual"),
                        rs.getInt("upper_quarter")),
                new Lateness(
                        rs.getInt("unreminded"),
                        rs.getInt("unreminded_average"),
                        rs.getInt("unreminded_lower"),
                        rs.getInt("unreminded_usual"),
                        rs.getInt("unreminded_upper")),
                counts(rs.getString("channels")),
                rs.getInt("kept"),
                rs.getInt("broken"),
                rs.getInt("disputes"),
                rs.getInt("returned"));
    }

    private static Map<String, Integer> counts(String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, COUNTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the channels of a paying habit are not JSON", broken);
        }
    }

    private static String json(Map<String, Integer> channels) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(channels));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
