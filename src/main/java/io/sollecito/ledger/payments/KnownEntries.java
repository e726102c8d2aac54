package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries that the ledger has of a statement's account and days, to be claimed by the statement's own. */
final class KnownEntries {

    /** Where entries come from: {@code chained} when their statements have balances. */
    record Kind(String family, boolean chained) {}

    /** Entries of one day and amount that no entry claimed yet. */
    static final class Pool {
        private final LocalDate day;
        private final Kind kind;
        private int left;

        private Pool(LocalDate day, Kind kind) {
            this.day = day;
            this.kind = kind;
        }

        void claim() {
            left--;
        }
    }

    private record Money(BigDecimal amount, String currency) {
        Money {
            amount = amount.stripTrailingZeros();
        }
    }

    private record Day(LocalDate day, Money money) {}

    private final Map<String, Map<Pool, Integer>> byFingerprint = new HashMap<>();
    private final Map<Day, List<Pool>> byDay = new HashMap<>();
    private final Map<Money, List<Pool>> byAmount = new HashMap<>();
    private final Map<String, Integer> twins = new HashMap<>();

    /** @param advised of notifications, else of statements */
    KnownEntries(Database database, Statement statement, boolean advised) {
        List<LocalDate> days = Stream.concat(
                        statement.entries().stream().map(Statement.Entry::bookingDate),
                        Stream.of(statement.openingDate(), statement.closingDate()))
                .filter(day -> day != null)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return;
        }
        database.sql()
                .sql("select fingerprint, booking_date, amount, currency, format, chained, max(twin) as twin,"
                        + " count(*) as entries from (select e.*, s.format,"
                        + "  s.opening_balance is not null and s.closing_balance is not null as chained"
                        + "  from bank_entry e join bank_statement s on s.id = e.statement_id"
                        + "  where e.account = ? and e.advised = ? and e.booking_date between ? and ?) known"
                        + " group by fingerprint, booking_date, amount, currency, format, chained")
                .params(statement.account(), advised, days.get(0), days.get(days.size() - 1))
                .query(rs -> {
                    add(rs);
                });
    }

    private void add(ResultSet rs) throws SQLException {
        String fingerprint = rs.getString("fingerprint");
        Money money = new Money(rs.getBigDecimal("amount"), rs.getString("currency"));
        Pool pool = pool(
                new Day(rs.getObject("booking_date", LocalDate.class), money),
                new Kind(family(rs.getString("format")), rs.getBoolean("chained")));
        pool.left += rs.getInt("entries");
        byFingerprint
                .computeIfAbsent(fingerprint, key -> new HashMap<>())
                .merge(pool, rs.getInt("entries"), Integer::sum);
        twins.merge(fingerprint, rs.getInt("twin"), Math::max);
    }

    private Pool pool(Day day, Kind kind) {
        List<Pool> ofDay = byDay.computeIfAbsent(day, key -> new ArrayList<>());
        return ofDay.stream().filter(pool -> pool.kind.equals(kind)).findFirst().orElseGet(() -> {
            Pool pool = new Pool(day.day(), kind);
            ofDay.add(pool);
            byAmount.computeIfAbsent(day.money(), key -> new ArrayList<>()).add(pool);
            return pool;
        });
    }

    /** Whether one of that fingerprint is not claimed. */
    boolean has(String fingerprint, Predicate<Kind> which) {
        return byFingerprint.getOrDefault(fingerprint, Map.of()).entrySet().stream()
                .anyMatch(of -> of.getValue() > 0 && which.test(of.getKey().kind));
    }

    /** Claims one of that fingerprint, which is there. */
    void claim(String fingerprint, Predicate<Kind> which) {
        byFingerprint.get(fingerprint).entrySet().stream()
                .filter(of -> of.getValue() > 0 && which.test(of.getKey().kind))
                .findFirst()
                .ifPresent(of -> {
                    of.setValue(of.getValue() - 1);
                    of.getKey().claim();
                });
    }

    /** Where entries of that day and amount are left. */
    List<Pool> ofDay(Statement.Entry entry, Predicate<Kind> which) {
        return left(byDay.get(new Day(entry.bookingDate(), new Money(entry.amount(), entry.currency()))), which);
    }

    /** Where entries of that amount are left, of whatever day. */
    List<Pool> ofAmount(Statement.Entry entry, Predicate<Kind> which) {
        return left(byAmount.get(new Money(entry.amount(), entry.currency())), which);
    }

    static int left(List<Pool> pools) {
        return pools.stream().mapToInt(pool -> pool.left).sum();
    }

    /** The days of which entries are left. */
    Set<LocalDate> daysLeft(Predicate<Kind> which) {
        return byDay.values().stream()
                .flatMap(pools -> left(pools, which).stream())
                .map(pool -> pool.day)
                .collect(Collectors.toSet());
    }

    /** The highest number of a twin of that fingerprint. */
    int twins(String fingerprint) {
        return twins.getOrDefault(fingerprint, 0);
    }

    /** Formats whose references are the same: camt of whatever message and version. */
    static String family(String format) {
        return format == null ? "" : format.split("[. ]", 2)[0];
    }

    private static List<Pool> left(List<Pool> pools, Predicate<Kind> which) {
        return pools == null
                ? List.of()
                : pools.stream()
                        .filter(pool -> pool.left > 0 && which.test(pool.kind))
                        .toList();
    }
}
