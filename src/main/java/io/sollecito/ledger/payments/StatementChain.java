package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a statement stands to those that are known of its account and currency, by their balances and days (law 3). A day
 * between its first and its last is whole in it. Of its first and last day it may hold a part, before or after others: then
 * its opening balance is where another ended on that day, or its closing balance is where another began.
 */
final class StatementChain {

    /** How its entries of a day stand to known ones of that day. */
    enum Relation {
        /** It tells of the same bookings. */
        SAME,
        /** It tells of others. */
        FURTHER,
        /** The balances do not tell. */
        UNSURE
    }

    /** A statement that was applied; {@code firstDay} of its entries, null when it had none. */
    private record Known(LocalDate firstDay, BigDecimal opening, LocalDate closingDate, BigDecimal closing) {

        boolean endsBefore(LocalDate day) {
            return closingDate != null && closingDate.isBefore(day);
        }

        boolean spans(LocalDate day) {
            return firstDay != null && closingDate != null && firstDay.isBefore(day) && !closingDate.isBefore(day);
        }
    }

    private final Database database;
    private final Statement statement;
    private final List<Known> known;
    private final LocalDate first;
    private final LocalDate last;
    private final boolean repeats;
    private final Relation ofFirst;
    private final Relation ofLast;

    StatementChain(Database database, Statement statement) {
        this.database = database;
        this.statement = statement;
        this.known = database.sql()
                .sql("select first_day, opening_balance, closing_date, closing_balance from bank_statement"
                        + " where account = ? and coalesce(currency, '') = ? and state = 'applied'"
                        + " and opening_balance is not null and closing_balance is not null order by id")
                .params(statement.account(), Objects.requireNonNullElse(statement.currency(), ""))
                .query((rs, n) -> new Known(
                        rs.getObject("first_day", LocalDate.class),
                        rs.getBigDecimal("opening_balance"),
                        rs.getObject("closing_date", LocalDate.class),
                        rs.getBigDecimal("closing_balance")))
                .list();
        this.first = day(true);
        this.last = day(false);
        this.repeats = known.stream().anyMatch(this::isSame);
        this.ofFirst = ofFirst();
        this.ofLast = ofLast();
    }

    private LocalDate day(boolean first) {
        Stream<LocalDate> days = statement.entries().stream().map(Statement.Entry::bookingDate);
        return (first ? days.min(LocalDate::compareTo) : days.max(LocalDate::compareTo))
                .orElse(statement.closingDate());
    }

    /** Without both balances it is no part of a chain. */
    boolean hasBalances() {
        return statement.openingBalance() != null && statement.closingBalance() != null;
    }

    /** Whether it has the days and balances of a known one. */
    boolean repeats() {
        return repeats;
    }

    Relation of(LocalDate day) {
        if (!hasBalances()) {
            return Relation.UNSURE;
        }
        if (repeats || (day.isAfter(first) && day.isBefore(last))) {
            return Relation.SAME;
        }
        return day.equals(first) ? ofFirst : ofLast;
    }

    /** Whether known ones pass its closing balance at its end: else, if all of its entries are known, it lacks some. */
    boolean endsAsKnown() {
        return any(other -> Amounts.same(other.closing(), statement.closingBalance())
                        && other.closingDate() != null
                        && !other.closingDate().isBefore(last))
                || any(other -> Amounts.same(other.opening(), statement.closingBalance())
                        && other.firstDay() != null
                        && !other.firstDay().isBefore(last))
                || passes(last.plusDays(1), statement.closingBalance(), this::holdsLastDay);
    }

    /** Its opening balance is no balance that is known, although statements before it are. */
    boolean gap() {
        return hasBalances()
                && any(other -> other.closingDate() != null
                        && other.closingDate().isBefore(Objects.requireNonNullElse(first, statement.closingDate())))
                && !startsAsKnown()
                && !any(other -> Amounts.same(other.closing(), statement.openingBalance())
                        && other.closingDate() != null
                        && !other.closingDate().isAfter(statement.closingDate()));
    }

    private Relation ofFirst() {
        boolean after = any(other ->
                        Amounts.same(other.closing(), statement.openingBalance()) && first.equals(other.closingDate()))
                && !any(other ->
                        first.equals(other.firstDay()) && other.closingDate().isAfter(first));
        boolean before = first.equals(last) && isBefore();
        boolean same = startsAsKnown();
        int possible = (after ? 1 : 0) + (before ? 1 : 0) + (same ? 1 : 0);
        if (possible != 1) {
            return Relation.UNSURE;
        }
        return same ? Relation.SAME : Relation.FURTHER;
    }

    private Relation ofLast() {
        if (!isBefore()) {
            return Relation.SAME;
        }
        return endsAsKnown() && !onlyBegins() ? Relation.UNSURE : Relation.FURTHER;
    }

    /** Another begins on its last day where it ends. */
    private boolean isBefore() {
        return any(other -> Amounts.same(other.opening(), statement.closingBalance()) && last.equals(other.firstDay()));
    }

    /** No other passes its closing balance but the ones that begin there. */
    private boolean onlyBegins() {
        return !any(other ->
                        Amounts.same(other.closing(), statement.closingBalance()) && last.equals(other.closingDate()))
                && !passes(last.plusDays(1), statement.closingBalance(), this::holdsLastDay);
    }

    /** Its opening balance is one that known statements have at the beginning of its first day. */
    private boolean startsAsKnown() {
        BigDecimal opening = statement.openingBalance();
        return any(other -> Amounts.same(other.opening(), opening) && first.equals(other.firstDay()))
                || any(other -> Amounts.same(other.closing(), opening) && other.endsBefore(first))
                || passes(first, opening, other -> other.spans(first));
    }

    /** Whether such a known statement has the balance before the day. */
    private boolean passes(LocalDate day, BigDecimal balance, Predicate<Known> which) {
        return any(other ->
                which.test(other) && Amounts.same(other.opening().add(booked(other.firstDay(), day)), balance));
    }

    private boolean holdsLastDay(Known other) {
        return other.spans(last) || last.equals(other.firstDay());
    }

    private BigDecimal booked(LocalDate from, LocalDate until) {
        return database.sql()
                .sql(
                        "select coalesce(sum(e.amount), 0) from bank_entry e join bank_statement s on s.id = e.statement_id"
                                + " where e.account = ? and not e.advised and e.booking_date >= ? and e.booking_date < ?"
                                + " and coalesce(s.currency, '') = ? and s.opening_balance is not null"
                                + " and s.closing_balance is not null")
                .params(statement.account(), from, until, Objects.requireNonNullElse(statement.currency(), ""))
                .query(BigDecimal.class)
                .single();
    }

    private boolean isSame(Known other) {
        return hasBalances()
                && Amounts.same(other.opening(), statement.openingBalance())
                && Amounts.same(other.closing(), statement.closingBalance())
                && Objects.equals(other.closingDate(), statement.closingDate())
                && (statement.entries().isEmpty() ? other.firstDay() == null : first.equals(other.firstDay()));
    }

    private boolean any(Predicate<Known> which) {
        return known.stream().anyMatch(which);
    }
}
