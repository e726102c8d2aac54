package io.sollecito.cases;

import static io.sollecito.bank.CamtFixture.batch;
import static io.sollecito.bank.CamtFixture.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.CamtFixture;
import io.sollecito.intake.StatementIntake;
import io.sollecito.intake.StatementLedger;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.DigestFigures;
import io.sollecito.ledger.figures.ProblemFigures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What files of statements bring into the ledger: the scenarios that a serious implementation passes. */
class StatementIntakeScenariosTest extends StatementLedger {

    private static final String OTHER = "FR7630006000011234567890189";

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_1_an_entry_of_3483_with_two_details_is_two_payments_and_never_twice_3483(Database database) {
        open(database);
        long first = item("2026/1042", "7", "2187.00");
        long second = item("2026/1043", "8", "1296.00");

        take(CamtFixture.statement()
                .entry(
                        "3483.00",
                        "B1",
                        details("2187.00", "E1", "Rossi", IBAN, "2026/1042", null),
                        details("1296.00", "E2", "Verdi", OTHER, "2026/1043", null)));

        assertThat(amounts()).containsExactly("1296.00", "2187.00");
        assertThat(open(first)).isEqualByComparingTo("0");
        assertThat(open(second)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_2_two_details_of_ten_clear_two_invoices_and_the_rest_waits_for_its_details(Database database) {
        open(database);
        long first = item("2026/1042", "7", "100.00");
        long second = item("2026/1043", "8", "50.00");
        long whole = item("2026/1044", "9", "850.00");

        take(CamtFixture.statement()
                .entry(
                        "1000.00",
                        "B1",
                        batch(10),
                        details("100.00", "E1", "Rossi", IBAN, "2026/1042", null),
                        details("50.00", "E2", "Verdi", OTHER, "2026/1043", null)));

        assertThat(open(first)).isEqualByComparingTo("0");
        assertThat(open(second)).isEqualByComparingTo("0");
        assertThat(open(whole)).isEqualByComparingTo("850.00");
        assertThat(text("select decision || ' ' || awaits from payment where amount = 850 and 1 = ?", 1))
                .isEqualTo("unmatched details");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_3_details_and_then_the_batch_total_of_the_same_money_count_once(Database database) {
        open(database);
        long first = item("2026/1042", "7", "2187.00");
        long second = item("2026/1043", "8", "1296.00");

        assertThat(notify(collected()).count("allocated")).isEqualTo(2);
        assertThat(open(first)).isEqualByComparingTo("0");
        assertThat(take(total()).count("notOurs")).isEqualTo(1);

        assertThat(counted()).containsExactly("1296.00", "2187.00");
        assertThat(open(second)).isEqualByComparingTo("0");
        assertThat(number("select count(*) from bank_entry where booked_by is not null and 1 = ?", 1))
                .isEqualTo(1);
        assertThat(notify(collected()).state()).isEqualTo("unchanged");
        assertThat(take(total()).state()).isEqualTo("unchanged");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_3_the_batch_total_waits_and_counts_once_when_its_details_come(Database database) {
        open(database);
        long first = item("2026/1042", "7", "2187.00");
        long second = item("2026/1043", "8", "1296.00");
        long sum = item("2026/1044", "9", "3483.00");

        assertThat(take(total()).count("unmatched")).isEqualTo(1);
        assertThat(notify(collected()).count("allocated")).isEqualTo(2);

        assertThat(counted()).containsExactly("1296.00", "2187.00");
        assertThat(open(first)).isEqualByComparingTo("0");
        assertThat(open(second)).isEqualByComparingTo("0");
        assertThat(open(sum)).isEqualByComparingTo("3483.00");
        assertThat(text("select decision from payment where amount = 3483 and 1 = ?", 1))
                .isEqualTo("notOurs");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_3_details_that_the_statement_gives_as_well_count_once_in_either_order(Database database) {
        open(database);
        long first = item("2026/1042", "7", "2187.00");

        take(collected());
        assertThat(notify(collected()).count("allocated")).isZero();
        assertThat(counted()).containsExactly("1296.00", "2187.00");

        notify(collected("2026-02-19"));
        take(collected("2026-02-19").opening("3483.00"));
        assertThat(counted()).containsExactly("1296.00", "1296.00", "2187.00", "2187.00");
        assertThat(open(first)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_3_single_notifications_whose_sum_is_booked_count_once(Database database) {
        open(database);
        item("2026/1042", "7", "2187.00");
        item("2026/1043", "8", "1296.00");

        notify(CamtFixture.statement()
                .entry("2187.00", null, details(null, "E1", "Rossi", IBAN, "2026/1042", null))
                .entry("1296.00", null, details(null, "E2", "Verdi", OTHER, "2026/1043", null)));
        take(CamtFixture.statement().entry("3483.00", "B77"));

        assertThat(counted()).containsExactly("1296.00", "2187.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_3_a_total_that_was_allocated_holds_its_details_for_a_person(Database database) {
        open(database);
        long sum = item("2026/1044", "9", "3483.00");
        take(CamtFixture.statement().payment("3483.00", null, null, null, "2026/1044"));
        assertThat(open(sum)).isEqualByComparingTo("0");

        assertThat(notify(collected()).reasons()).singleElement().asString().contains("decided already");

        assertThat(counted()).containsExactly("3483.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_3_details_whose_total_never_comes_alarm(Database database) {
        open(database);
        notify(collected());

        take(CamtFixture.statement().on("2026-02-19").payment("5.00", "B5", "Rossi", IBAN, "x"));
        assertThat(problems(LocalDate.parse("2026-02-20"))).doesNotContain("details-unbooked");
        take(CamtFixture.statement().on("2026-03-02").opening("5.00").payment("5.00", "B6", "Rossi", IBAN, "x"));
        assertThat(problems(LocalDate.parse("2026-03-02"))).contains("details-unbooked");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_4_two_identical_payments_are_two_and_the_file_again_brings_none(Database database) {
        open(database);
        CamtFixture statement = CamtFixture.statement()
                .payment("100.00", null, "Rossi", IBAN, "a")
                .payment("100.00", null, "Rossi", IBAN, "a");
        CamtFixture wrappedAnew = CamtFixture.statement()
                .payment("100.00", null, "Rossi", IBAN, "a  b")
                .payment("100.00", null, "Rossi", IBAN, "a  b");

        assertThat(take(statement).entriesNew()).isEqualTo(2);
        assertThat(take(statement).state()).isEqualTo("unchanged");
        assertThat(take(wrappedAnew).entriesKnown()).isEqualTo(2);
        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_5_the_same_statement_id_a_year_later_is_accepted(Database database) {
        open(database);
        take(CamtFixture.statement().id("S1").payment("100.00", "B1", "Rossi", IBAN, "a"));

        assertThat(take(CamtFixture.statement()
                                .id("S1")
                                .on("2027-02-18")
                                .opening("100.00")
                                .payment("100.00", "B1", "Rossi", IBAN, "a"))
                        .entriesNew())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_8_a_missing_statement_is_a_gap_alarm_that_closes_when_it_arrives(Database database) {
        open(database);
        CamtFixture three = CamtFixture.statement().on("2026-02-16").payment("10.00", "B3", "a", null, "x");
        CamtFixture four =
                CamtFixture.statement().on("2026-02-17").opening("10.00").payment("5.00", "B4", "a", null, "x");
        CamtFixture five =
                CamtFixture.statement().on("2026-02-18").opening("15.00").payment("1.00", "B5", "a", null, "x");

        assertThat(take(three).statements().get(0).gap()).isFalse();
        assertThat(take(five).statements().get(0).gap()).isTrue();
        assertThat(take(four).statements().get(0).gap()).isFalse();
        assertThat(number("select count(*) from bank_statement where gap and 1 = ?", 1))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_9_a_statement_that_does_not_add_up_is_quarantined_whole(Database database) {
        open(database);
        long item = item("2026/1042", "7", "835.44");

        StatementIntake.Taken taken = take(CamtFixture.statement()
                .payment("835.44", "B1", "a", null, "2026/1042")
                .closing("0.00"));

        assertThat(taken.state()).isEqualTo("quarantined");
        assertThat(taken.reasons()).singleElement().asString().contains("does not add up");
        assertThat(open(item)).isEqualByComparingTo("835.44");
        assertThat(new Connections(ledger, CLOCK).health().get(0).factsAsOf()).isNull();
    }

    private static CamtFixture collected() {
        return collected("2026-02-18");
    }

    private static CamtFixture collected(String day) {
        return CamtFixture.statement()
                .on(day)
                .entry(
                        "3483.00",
                        "BATCH-7-" + day,
                        details("2187.00", "E1-" + day, "Rossi", IBAN, "2026/1042", null),
                        details("1296.00", "E2-" + day, "Verdi", OTHER, "2026/1043", null));
    }

    private static CamtFixture total() {
        return CamtFixture.statement().entry("3483.00", "BATCH-7-2026-02-18", batch(2));
    }

    private List<String> amounts() {
        return amounts("");
    }

    /** Of payments that count. */
    private List<String> counted() {
        return amounts(" where decision <> 'notOurs'");
    }

    private List<String> amounts(String which) {
        return ledger.sql()
                .sql("select cast(cast(amount as numeric(23, 2)) as varchar) from payment" + which + " order by amount")
                .query(String.class)
                .list();
    }

    private List<String> problems(LocalDate day) {
        var limits =
                new ProblemFigures.Limits(day.minusDays(7).atStartOfDay().toInstant(java.time.ZoneOffset.UTC), day);
        return new DigestFigures(ledger)
                .read("ACME-IT", day, NOW.minusSeconds(3600), limits).problems().stream()
                        .map(ProblemFigures.Problems::kind)
                        .toList();
    }
}
