package io.sollecito.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.Balance.Kind;
import io.sollecito.ledger.figures.Balance.Movement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BalanceFiguresTest {

    private static final Instant FRIDAY = Instant.parse("2026-03-06T06:30:00Z");
    private static final Instant FRIDAY_NOON = Instant.parse("2026-03-06T11:00:00Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-03-06T17:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-03-09T06:30:00Z");
    private static final Instant MONDAY_NOON = Instant.parse("2026-03-09T11:00:00Z");
    private static final Instant MONDAY_EVENING = Instant.parse("2026-03-09T17:00:00Z");

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_first_digest_opens_with_nothing_and_tells_what_came_in(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("fri.csv", "applied", FRIDAY);
        rows.item(export, "1", "R", "INVOICE", "1000.00", "EUR");
        rows.item(export, "2", "R", "CREDIT_NOTE", "-100.00", "EUR");
        rows.item(export, "3", "R", "PAYMENT_ON_ACCOUNT", "-50.00", "EUR");
        rows.item(export, "4", "V", "INVOICE", "70.00", "CHF");

        List<Balance> balances = balances(database, Instant.EPOCH, FRIDAY_EVENING, Map.of());

        assertThat(balances).extracting(Balance::currency).containsExactly("CHF", "EUR");
        Balance euro = balances.get(1);
        assertThat(euro.opening()).isEqualByComparingTo("0");
        assertThat(movements(euro))
                .containsExactly(
                        tuple(Kind.NEW_INVOICES, null, "1000.00"),
                        tuple(Kind.NEW_CREDITS, null, "-100.00"),
                        tuple(Kind.NEW_PAYMENTS_ON_ACCOUNT, null, "-50.00"));
        assertThat(euro.closing()).isEqualByComparingTo("850.00");
        adds_up(euro);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void bank_money_lowers_what_is_open_once_and_the_erp_takes_it_over(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long friday = rows.export("fri.csv", "applied", FRIDAY);
        long paid = rows.item(friday, "1", "R", "INVOICE", "1000.00", "EUR");
        long part = rows.item(friday, "2", "R", "INVOICE", "500.00", "EUR");
        long writtenOff = rows.item(friday, "3", "R", "INVOICE", "30.00", "EUR");
        long allocation = rows.allocation(null, paid, "1000.00", FRIDAY_NOON);
        Balance fridays =
                balances(database, Instant.EPOCH, FRIDAY_EVENING, Map.of()).get(0);
        assertThat(fridays.closing()).isEqualByComparingTo("530.00");
        adds_up(fridays);

        long monday = rows.export("mon.csv", "applied", MONDAY);
        rows.change(paid, monday, MONDAY, "settled", "0", "payment");
        rows.allocationState(allocation, "confirmed", monday, MONDAY);
        rows.change(writtenOff, monday, MONDAY, "settled", "0", "write-off");
        rows.allocation(null, part, "200.00", MONDAY_NOON);

        Balance mondays = balances(database, FRIDAY_EVENING, MONDAY_EVENING, Map.of("EUR", fridays.closing()))
                .get(0);

        assertThat(mondays.opening()).isEqualByComparingTo("530.00");
        assertThat(movements(mondays))
                .containsExactly(
                        tuple(Kind.SETTLED, "payment", "-1000.00"),
                        tuple(Kind.SETTLED, "write-off", "-30.00"),
                        tuple(Kind.BANK_PAYMENTS, null, "-200.00"),
                        tuple(Kind.ACCOUNTED_BY_ERP, null, "1000.00"));
        assertThat(mondays.closing()).isEqualByComparingTo("300.00");
        assertThat(mondays.erpOpen()).isEqualByComparingTo("500.00");
        assertThat(mondays.pending()).isEqualByComparingTo("200.00");
        adds_up(mondays);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_confirmed_and_returned_between_two_digests_shows_both(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long friday = rows.export("fri.csv", "applied", FRIDAY);
        long item = rows.item(friday, "1", "R", "INVOICE", "1000.00", "EUR");
        long allocation = rows.allocation(null, item, "1000.00", FRIDAY_NOON);
        long monday = rows.export("mon.csv", "applied", MONDAY);
        rows.change(item, monday, MONDAY, "settled", "0", "payment");
        rows.allocationState(allocation, "confirmed", monday, MONDAY);
        rows.allocationState(allocation, "reversal-pending", null, MONDAY_NOON);

        Balance balance = balances(database, FRIDAY_EVENING, MONDAY_EVENING, Map.of("EUR", BigDecimal.ZERO))
                .get(0);

        assertThat(movements(balance))
                .containsExactly(
                        tuple(Kind.SETTLED, "payment", "-1000.00"),
                        tuple(Kind.ACCOUNTED_BY_ERP, null, "1000.00"),
                        tuple(Kind.PAYMENTS_RETURNED, null, "1000.00"));
        assertThat(balance.closing()).isEqualByComparingTo("1000.00");
        adds_up(balance);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_confirmed_allocation_taken_back_by_a_row_of_its_own_reads_the_same(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long friday = rows.export("fri.csv", "applied", FRIDAY);
        long item = rows.item(friday, "1", "R", "INVOICE", "1000.00", "EUR");
        long born = rows.item(friday, "2", "R", "INVOICE", "70.00", "EUR");
        long allocation = rows.allocation(null, item, "1000.00", FRIDAY_NOON);
        long bornConfirmed = rows.allocation(null, born, "70.00", FRIDAY_NOON);
        rows.allocationState(bornConfirmed, "confirmed", null, FRIDAY_NOON);
        long monday = rows.export("mon.csv", "applied", MONDAY);
        rows.change(item, monday, MONDAY, "settled", "0", "payment");
        rows.allocationState(allocation, "confirmed", monday, MONDAY);
        for (long taken : List.of(allocation, bornConfirmed)) {
            rows.allocationState(taken, "reversed", null, MONDAY_NOON);
        }
        rows.allocationState(
                rows.allocation(null, item, "1000.00", MONDAY_NOON), "reversal-pending", null, MONDAY_NOON);
        rows.allocationState(rows.allocation(null, born, "70.00", MONDAY_NOON), "reversal-pending", null, MONDAY_NOON);

        Balance balance = balances(database, FRIDAY_EVENING, MONDAY_EVENING, Map.of("EUR", new BigDecimal("70.00")))
                .get(0);

        assertThat(movements(balance))
                .containsExactly(
                        tuple(Kind.SETTLED, "payment", "-1000.00"),
                        tuple(Kind.ACCOUNTED_BY_ERP, null, "1000.00"),
                        tuple(Kind.PAYMENTS_RETURNED, null, "1070.00"));
        adds_up(balance);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void pending_money_moves_to_the_successor_without_a_line_of_its_own(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long friday = rows.export("fri.csv", "applied", FRIDAY);
        long old = rows.item(friday, "1", "R", "INVOICE", "1000.00", "EUR");
        long allocation = rows.allocation(null, old, "300.00", FRIDAY_NOON);
        long monday = rows.export("mon.csv", "applied", MONDAY);
        rows.change(old, monday, MONDAY, "settled", "0", "replaced");
        long successor = rows.item(monday, "2", "R", "INVOICE", "900.00", "EUR");
        database.sql()
                .sql("update open_item set replaces = '1000/1' where id = ?")
                .param(successor)
                .update();
        database.sql()
                .sql("update allocation set item_id = ? where id = ?")
                .params(successor, allocation)
                .update();

        Balance balance = balances(database, FRIDAY_EVENING, MONDAY_EVENING, Map.of("EUR", new BigDecimal("700.00")))
                .get(0);

        assertThat(movements(balance))
                .containsExactly(
                        tuple(Kind.CONTINUATIONS, null, "900.00"), tuple(Kind.SETTLED, "replaced", "-1000.00"));
        assertThat(balance.closing()).isEqualByComparingTo("600.00");
        adds_up(balance);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_beyond_the_open_amount_counts_once(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long friday = rows.export("fri.csv", "applied", FRIDAY);
        long item = rows.item(friday, "1", "R", "INVOICE", "1000.00", "EUR");
        rows.allocation(null, item, "400.00", FRIDAY_NOON);
        long monday = rows.export("mon.csv", "applied", MONDAY);
        rows.change(item, monday, MONDAY, "changed", "300.00", null);

        Balance balance = balances(database, FRIDAY_EVENING, MONDAY_EVENING, Map.of("EUR", new BigDecimal("600.00")))
                .get(0);

        assertThat(movements(balance))
                .containsExactly(tuple(Kind.LOWERED, null, "-700.00"), tuple(Kind.COUNTED_ONCE, null, "100.00"));
        assertThat(balance.closing()).isEqualByComparingTo("0");
        adds_up(balance);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_recorded_late_stands_on_a_line_of_its_own(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long friday = rows.export("fri.csv", "applied", FRIDAY);
        rows.item(friday, "1", "R", "INVOICE", "1000.00", "EUR");
        rows.item(friday, "2", "R", "INVOICE", "5.00", "EUR");

        Balance balance = balances(database, FRIDAY_EVENING, MONDAY_EVENING, Map.of("EUR", new BigDecimal("1000.00")))
                .get(0);

        assertThat(balance.opening()).isEqualByComparingTo("1000.00");
        assertThat(movements(balance)).containsExactly(tuple(Kind.RECORDED_LATE, null, "5.00"));
        adds_up(balance);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_days_closing_is_the_next_days_opening(Database database) {
        LedgerRows rows = new LedgerRows(database);
        rows.item(rows.export("fri.csv", "applied", FRIDAY), "1", "R", "INVOICE", "1000.00", "EUR");
        DigestFigures figures = new DigestFigures(database);
        ProblemFigures.Limits limits = new ProblemFigures.Limits(FRIDAY, LocalDate.of(2026, 2, 20));
        LocalDate friday = LocalDate.of(2026, 3, 6);
        List<Balance> fridays =
                figures.read("ACME-IT", friday, FRIDAY_EVENING, limits).balances();
        new DigestDays(database).close("ACME-IT", friday, FRIDAY_EVENING, fridays, List.of());
        new DigestDays(database).close("ACME-IT", friday, FRIDAY_EVENING, fridays, List.of());
        rows.item(rows.export("mon.csv", "applied", MONDAY), "2", "R", "INVOICE", "1.00", "EUR");

        Balance monday = figures.read("ACME-IT", friday.plusDays(3), MONDAY_EVENING, limits)
                .balances()
                .get(0);

        assertThat(monday.opening()).isEqualByComparingTo("1000.00");
        assertThat(movements(monday)).containsExactly(tuple(Kind.NEW_INVOICES, null, "1.00"));
        assertThat(monday.closing()).isEqualByComparingTo("1001.00");
    }

    private static List<Balance> balances(
            Database database, Instant from, Instant to, Map<String, BigDecimal> reported) {
        return new BalanceFigures(database).of("ACME-IT", from, to, reported);
    }

    private static List<org.assertj.core.groups.Tuple> movements(Balance balance) {
        return balance.movements().stream()
                .map(m -> tuple(m.kind(), m.cause(), m.amount().setScale(2).toPlainString()))
                .toList();
    }

    static void adds_up(Balance balance) {
        BigDecimal moved = balance.movements().stream().map(Movement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(balance.opening().add(moved)).isEqualByComparingTo(balance.closing());
        assertThat(balance.afterCutOff()).isEqualByComparingTo("0");
        assertThat(balance.erpOpen()
                        .subtract(balance.pending())
                        .add(balance.returning())
                        .add(balance.countedOnce()))
                .isEqualByComparingTo(balance.closing());
    }
}
