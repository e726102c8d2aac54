package io.sollecito.intake;

import static io.sollecito.intake.Desk.broken;
import static io.sollecito.intake.Desk.day;
import static io.sollecito.intake.Desk.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.totals.ControlTotals;
import io.sollecito.ledger.totals.SourceTotal;
import io.sollecito.mapping.Outcome;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every day the ERP's control total is the hub's, to the cent. */
class ControlTotalTest {

    private static Outcome says(String currency, String amount) {
        return new Outcome.Stated(currency, new BigDecimal(amount), 9);
    }

    private static SourceTotal total(Desk desk) {
        assertThat(ControlTotals.of(desk.database, Desk.ACME, day(40))).hasSize(1);
        return ControlTotals.of(desk.database, Desk.ACME, day(40)).get(0);
    }

    private static int agreedDays(Desk desk) {
        return total(desk).agreedDays(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_a_snapshot_says_is_compared_with_the_sum_of_the_ledger(Desk desk) {
        desk.snapshot(5, invoice("A", "100.01"), invoice("B", "50"), says("EUR", "150.01"));

        assertThat(total(desk).hub()).isEqualByComparingTo("150.01");
        assertThat(total(desk).items()).isEqualTo(2);
        assertThat(total(desk).last().agrees()).isTrue();
        assertThat(agreedDays(desk)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void days_without_difference_are_counted_from_the_last_one_back(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), says("EUR", "100"));
        desk.snapshot(6, invoice("A", "90"), says("EUR", "90"));
        desk.snapshot(7, invoice("A", "90"), says("EUR", "90"), new Outcome.Filtered("trailer", null, 3));
        assertThat(agreedDays(desk)).isEqualTo(3);

        desk.snapshot(8, invoice("A", "90"), broken("B"), says("EUR", "140.25"));
        assertThat(total(desk).last().difference()).isEqualByComparingTo("-50.25");
        assertThat(total(desk).last().reason()).isEqualTo("0 records of it were filtered, 1 quarantined");
        assertThat(agreedDays(desk)).isZero();

        desk.snapshot(9, invoice("A", "90"), invoice("B", "50.25"), says("EUR", "140.25"));
        assertThat(agreedDays(desk)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void the_same_file_on_another_day_tells_the_same_total_again(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), says("EUR", "100"));
        desk.snapshot(6, invoice("A", "100"), says("EUR", "100"));

        assertThat(total(desk).last().asOf()).isEqualTo(day(6));
        assertThat(agreedDays(desk)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_total_without_a_currency_counts_if_the_source_has_but_one(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), says(null, "100"));

        assertThat(total(desk).currency()).isEqualTo("EUR");
        assertThat(agreedDays(desk)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_delta_proves_nothing_about_the_sum(Desk desk) {
        desk.snapshot(5, invoice("A", "100"));
        desk.delta(6, invoice("B", "50"), says("EUR", "50"));

        assertThat(total(desk).last()).isNull();
        assertThat(agreedDays(desk)).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_currency_of_which_only_the_erp_has_something_is_shown(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), says("EUR", "100"), says("CHF", "7"));

        assertThat(ControlTotals.of(desk.database, Desk.ACME, day(40)))
                .extracting(SourceTotal::currency)
                .containsExactly("EUR", "CHF");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void the_journal_tells_agreement_and_difference(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), says("EUR", "100"));
        long differing = desk.snapshot(6, invoice("A", "90"), says("EUR", "91")).id();

        assertThat(desk.journal.of("export:" + differing))
                .filteredOn(row -> row.event().equals("control-total-differs"))
                .singleElement()
                .satisfies(row -> assertThat(row.details()).contains("\"difference\":\"-1"));
    }
}
