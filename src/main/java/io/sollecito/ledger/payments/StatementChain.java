package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a statement stands to those that are known of its account (law 3): it continues them, it repeats or overlaps them,
 * or that cannot be told.
 */
final class StatementChain {

    /** What is known of a statement that was applied. */
    private record Known(
            long id, LocalDate openingDate, BigDecimal opening, LocalDate closingDate, BigDecimal closing) {}

    /**
     * Where a statement stands.
     *
     * @param gap its opening balance is no known closing balance
     * @param repeats it has the days and balances of a known one
     * @param corrects it begins as a known one and ends no earlier, but lacks entries of it
     */
    record Place(boolean continues, boolean overlaps, boolean gap, boolean repeats, boolean corrects) {

        /** Of which the balances tell nothing. */
        static final Place UNKNOWN = new Place(false, false, false, false, false);
    }

    private final Database database;
    private final Statement statement;
    private final List<Known> known;

    StatementChain(Database database, Statement statement) {
        this.database = database;
        this.statement = statement;
        this.known = database.sql()
                .sql("select id, opening_date, opening_balance, closing_date, closing_balance from bank_statement"
                        + " where account = ? and coalesce(currency, '') = ? and state = 'applied'"
                        + " and (opening_balance is not null or closing_balance is not null) order by id")
                .params(statement.account(), Objects.requireNonNullElse(statement.currency(), ""))
                .query((rs, n) -> new Known(
                        rs.getLong("id"),
                        rs.getObject("opening_date", LocalDate.class),
                        rs.getBigDecimal("opening_balance"),
                        rs.getObject("closing_date", LocalDate.class),
                        rs.getBigDecimal("closing_balance")))
                .list();
    }

    Place place() {
        if (statement.openingBalance() == null || known.stream().anyMatch(this::isDoubtful)) {
            return Place.UNKNOWN;
        }
        boolean repeats = known.stream().anyMatch(this::isSame);
        boolean taken = known.stream().anyMatch(other -> startsAlike(other) || leavesFromItsOpening(other));
        boolean follows = known.stream().anyMatch(this::isFollowed);
        boolean shared = known.stream().anyMatch(this::sharesDays);
        boolean inside = known.stream().anyMatch(other -> !isFollowed(other) && startsInside(other));
        boolean continues = !repeats && !taken && !shared && !inside && follows;
        boolean overlaps = repeats
                || taken
                || (shared && follows)
                || (!continues && known.stream().anyMatch(this::reachesInto));
        boolean gap = !known.isEmpty() && !continues && !overlaps;
        boolean corrects = !repeats && known.stream().anyMatch(this::isCorrected);
        return new Place(continues, overlaps, gap, repeats && statement.closingBalance() != null, corrects);
    }

    private boolean isSame(Known other) {
        return startsAlike(other)
                && Amounts.same(other.closing(), statement.closingBalance())
                && same(other.closingDate(), statement.closingDate());
    }

    private boolean startsAlike(Known other) {
        return other.opening() != null
                && Amounts.same(other.opening(), statement.openingBalance())
                && same(other.openingDate(), statement.openingDate());
    }

    /**
     * It starts where the other started, but the account came back to that balance meanwhile: it may repeat the other or
     * follow it, and does not hold all that the other brought.
     */
    private boolean isDoubtful(Known other) {
        return startsAlike(other) && !isSame(other) && known.stream().anyMatch(this::cameBack) && !holdsAllOf(other);
    }

    /** It reaches as far as the other, but not all of the other's money is in it. */
    private boolean isCorrected(Known other) {
        return startsAlike(other)
                && hasDays(other)
                && !statement.closingDate().isBefore(other.closingDate())
                && !holdsMoneyOf(other);
    }

    private boolean holdsMoneyOf(Known other) {
        Map<BigDecimal, Integer> here = new HashMap<>();
        statement.entries().forEach(entry -> here.merge(entry.amount().stripTrailingZeros(), 1, Integer::sum));
        return database
                .sql()
                .sql("select amount, count(*) as twins from bank_entry where statement_id = ? group by amount")
                .param(other.id())
                .query((rs, n) ->
                        here.getOrDefault(rs.getBigDecimal("amount").stripTrailingZeros(), 0) >= rs.getInt("twins"))
                .list()
                .stream()
                .allMatch(held -> held);
    }

    private boolean cameBack(Known other) {
        return isFollowed(other)
                && other.openingDate() != null
                && statement.openingDate() != null
                && !other.openingDate().isBefore(statement.openingDate());
    }

    private boolean holdsAllOf(Known other) {
        Map<String, Integer> here = new HashMap<>();
        statement.entries().forEach(entry -> here.merge(Fingerprint.of(statement.account(), entry), 1, Integer::sum));
        return database
                .sql()
                .sql(
                        "select fingerprint, count(*) as twins from bank_entry where statement_id = ? group by fingerprint")
                .param(other.id())
                .query((rs, n) -> here.getOrDefault(rs.getString("fingerprint"), 0) >= rs.getInt("twins"))
                .list()
                .stream()
                .allMatch(held -> held);
    }

    private boolean isFollowed(Known other) {
        return other.closing() != null
                && Amounts.same(other.closing(), statement.openingBalance())
                && (other.closingDate() == null
                        || statement.closingDate() == null
                        || !other.closingDate().isAfter(statement.closingDate()));
    }

    /** The other already leads on from the balance at which this one starts, within its days: a daily and a monthly. */
    private boolean leavesFromItsOpening(Known other) {
        boolean sameStart = other.opening() != null && Amounts.same(other.opening(), statement.openingBalance());
        return sameStart
                && hasDays(other)
                && !other.closingDate().isBefore(statement.openingDate())
                && !other.openingDate().isAfter(statement.closingDate())
                && !endsBeforeIt(other);
    }

    private boolean endsBeforeIt(Known other) {
        return isFollowed(other) && !other.closingDate().isAfter(statement.openingDate());
    }

    /** Their days overlap by more than the day on which the one ends and the next begins. */
    private boolean sharesDays(Known other) {
        return hasDays(other)
                && other.closingDate().isAfter(statement.openingDate())
                && other.openingDate().isBefore(statement.closingDate());
    }

    private boolean hasDays(Known other) {
        return other.openingDate() != null
                && other.closingDate() != null
                && statement.openingDate() != null
                && statement.closingDate() != null;
    }

    /** It ends as the other does, or starts at a balance that the other passes at the end of a day. */
    private boolean reachesInto(Known other) {
        boolean endsAlike = other.closing() != null
                && Amounts.same(other.closing(), statement.closingBalance())
                && same(other.closingDate(), statement.closingDate());
        return endsAlike || startsInside(other);
    }

    private boolean startsInside(Known other) {
        LocalDate start = statement.entries().stream()
                .map(Statement.Entry::bookingDate)
                .min(LocalDate::compareTo)
                .orElse(null);
        boolean within = start != null
                && other.opening() != null
                && other.openingDate() != null
                && statement.openingBalance() != null
                && other.closingDate() != null
                && !start.isAfter(other.closingDate());
        if (!within) {
            return false;
        }
        BigDecimal before = database.sql()
                .sql("select coalesce(sum(amount), 0) from bank_entry where booking_date < ? and not advised"
                        + " and (statement_id = ? or account = ? and booking_date >= ? and currency = ?)")
                .params(
                        start,
                        other.id(),
                        statement.account(),
                        other.openingDate(),
                        Objects.requireNonNullElse(statement.currency(), ""))
                .query(BigDecimal.class)
                .single();
        return before.signum() != 0 && Amounts.same(other.opening().add(before), statement.openingBalance());
    }

    private static boolean same(LocalDate a, LocalDate b) {
        return a == null ? b == null : a.equals(b);
    }
}
