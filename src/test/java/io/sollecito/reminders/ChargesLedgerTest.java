package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.reminders.Charges;
import io.sollecito.model.ChargeLine;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.Refused;
import io.sollecito.reminders.charges.ChargeRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;

/** Charges in the ledger: committed with their reminder, once, void with it, waived by a person, beside the open items. */
class ChargesLedgerTest {

    private static final String PLAN = """
            plan: standard
            interval: 7d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: formal, when: 30d after due, by: [email, letter], template: formal-notice, interest: statutory, compensation: statutory, repeat: {every: 14d, times: 2}}
            """;

    static Stream<Named<Database>> ledgers() {
        return Stream.of(Named.of("H2", LedgerForTests.h2()), Named.of("PostgreSQL", LedgerForTests.postgres()));
    }

    private static PlanningLedger ledger(Database database) {
        return new PlanningLedger(database, PlanningCase.plans(PLAN), ChargeRules.load(Path.of("reminders")));
    }

    private static PlanningLedger reminded(Database database) {
        PlanningLedger ledger = ledger(database);
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "R1", "2026-02-14", "1190.00");
        ledger.runOn("2026-03-16");
        return ledger;
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_reminder_and_its_charges_are_committed_together_and_open_totals_stay(Database database) {
        PlanningLedger ledger = reminded(database);

        assertThat(charges(database))
                .containsExactly("interest 9.93 2026-02-15 2026-03-16 10.15", "compensation 40.00 null null null");
        assertThat(open(database)).isEqualByComparingTo("1190.00");
        assertThat(database.sql()
                        .sql("select total from reminder")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("1190.00");
        assertThat(ledger.count("journal where event = 'reminder-planned' and details like '%interest:9.93%'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_run_that_crashes_leaves_no_charge_and_the_next_charges_once(Database database) {
        PlanningLedger ledger = ledger(database);
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "R1", "2026-02-14", "1190.00");
        for (int moments = 1; moments < 14; moments++) {
            ledger.crashAfter(moments);
            try {
                ledger.runOn("2026-03-16");
            } catch (PlanningLedger.Crash died) {
                ledger.restart();
            }
            assertThat(ledger.count("charge")).isEqualTo(2 * ledger.count("reminder"));
        }
        ledger.restart();
        ledger.runOn("2026-03-16");
        ledger.runOn("2026-03-16");

        assertThat(charges(database)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_charge_is_unique_for_its_item_step_and_kind(Database database) {
        reminded(database);

        assertThatThrownBy(() -> database.sql()
                        .sql("insert into charge (creditor, source, debtor, reminder_id, item_id, step, kind, currency,"
                                + " amount, basis, created_at) select creditor, source, debtor, reminder_id, item_id, step,"
                                + " kind, currency, amount, basis, created_at from charge")
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_repeated_step_charges_the_days_since(Database database) {
        PlanningLedger ledger = reminded(database);
        ledger.sendAll("2026-03-16");
        ledger.runOn("2026-03-30");

        // 44 days: 1190 x 10.15 x 44 / 36500 = 14.560
        assertThat(charges(database))
                .containsExactly(
                        "interest 9.93 2026-02-15 2026-03-16 10.15",
                        "compensation 40.00 null null null",
                        "interest 4.63 2026-03-17 2026-03-30 10.15");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void charges_of_a_reminder_that_reached_nobody_are_void_and_made_anew(Database database) {
        PlanningLedger ledger = reminded(database);
        ledger.fail(1);
        assertThat(charges(database)).as("the letter goes on for the e-mail").hasSize(2);
        ledger.fail(2);

        assertThat(charges(database)).isEmpty();

        ledger.runOn("2026-03-23");
        // 37 days: 1190 x 10.15 x 37 / 36500 = 12.244
        assertThat(charges(database))
                .containsExactly("interest 12.24 2026-02-15 2026-03-23 10.15", "compensation 40.00 null null null");
        assertThat(ledger.count("charge")).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_a_person_waives_is_not_asked_for_and_not_charged_again(Database database) {
        PlanningLedger ledger = reminded(database);
        Charges charges = waiving(database, ledger);
        ledger.sendAll("2026-03-16");

        Charges.Standing waived = charges.waive(charges.ofItem(1).get(0).id(), "anna", "goodwill");

        assertThat(waived).hasToString("interest of 9.93 EUR on R1");
        assertThat(charges.ofReminder(1)).hasSize(1);
        assertThatThrownBy(() -> charges.waive(waived.id(), "anna", "goodwill"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("There is no charge " + waived.id() + " that stands");
        assertThat(ledger.count("journal where event = 'charge-waived' and actor = 'anna' and subject = 'item:1'"
                        + " and details like '%goodwill%'"))
                .isEqualTo(1);
        assertThat(asked(database, 1)).containsExactly("R1 COMPENSATION 40.00");

        ledger.runOn("2026-03-30");
        assertThat(asked(database, 2)).containsExactly("R1 COMPENSATION 40.00", "R1 INTEREST 4.63");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_was_waived_does_not_come_back_when_its_reminder_reaches_nobody(Database database) {
        PlanningLedger ledger = reminded(database);
        Charges charges = waiving(database, ledger);
        charges.ofItem(1).forEach(charge -> charges.waive(charge.id(), "anna", "goodwill"));
        ledger.fail(1);
        ledger.fail(2);

        ledger.runOn("2026-03-23");

        // seven more days of interest are all that was not waived
        assertThat(asked(database, 3)).containsExactly("R1 INTEREST 2.31");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_later_message_asks_for_what_is_left_of_earlier_charges(Database database) {
        PlanningLedger ledger = reminded(database);
        assertThat(asked(database, 1)).containsExactly("R1 INTEREST 9.93", "R1 COMPENSATION 40.00");
        ledger.sendAll("2026-03-16");
        allocate(database, "interest", "5.00");
        allocate(database, "costs", "40.00");
        ledger.runOn("2026-03-30");

        assertThat(asked(database, 2)).containsExactly("R1 INTEREST 4.93", "R1 INTEREST 4.63");
        assertThat(open(database)).as("what is paid of charges lowers no item").isEqualByComparingTo("1190.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void interest_is_less_for_the_days_after_a_payment(Database database) {
        PlanningLedger ledger = ledger(database);
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "R1", "2026-02-14", "1190.00");
        database.sql()
                .sql("insert into allocation (item_id, amount, purpose, state, since, made_at, made_by, state_at)"
                        + " values (?, 600, 'principal', 'pending', ?, ?, 'run', ?)")
                .params(item, at("2026-03-01"), at("2026-03-01"), at("2026-03-01"))
                .update();
        ledger.runOn("2026-03-16");

        // (1190 + 590) x 10.15 x 15 / 36500 = 7.425
        assertThat(charges(database)).first().isEqualTo("interest 7.42 2026-02-15 2026-03-16 10.15");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_the_erp_took_off_counts_from_its_exports_day(Database database) {
        PlanningLedger ledger = ledger(database);
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "R1", "2026-02-14", "1190.00");
        database.sql().sql("update open_item set erp_open = 590").update();
        database.sql()
                .sql(
                        "insert into item_change (item_id, at, what, old_open, new_open) values (?, ?, 'changed', 1190, 590)")
                .params(item, at("2026-03-01"))
                .update();
        ledger.runOn("2026-03-16");

        assertThat(charges(database)).first().isEqualTo("interest 7.42 2026-02-15 2026-03-16 10.15");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_missing_rate_is_told_by_the_items_decision(Database database) {
        PlanningLedger ledger = ledger(database);
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "R1", "2026-06-14", "1190.00");
        ledger.runOn("2026-07-20");

        assertThat(ledger.outcome(item)).isEqualTo("held formal");
        assertThat(database.sql()
                        .sql("select reason from latest_decision")
                        .query(String.class)
                        .single())
                .contains("ecb of the half-year from 2026-07-01 is not known");
        assertThat(ledger.count("reminder")).isZero();
    }

    private static Charges waiving(Database database, PlanningLedger ledger) {
        return new Charges(
                database, ledger.journal, Clock.fixed(Instant.parse("2026-03-17T08:00:00Z"), ZoneOffset.UTC));
    }

    private static void allocate(Database database, String purpose, String amount) {
        database.sql()
                .sql("insert into allocation (item_id, amount, purpose, state, since, made_at, made_by, state_at)"
                        + " values (1, ?, ?, 'pending', ?, ?, 'anna', ?)")
                .params(new BigDecimal(amount), purpose, at("2026-03-20"), at("2026-03-20"), at("2026-03-20"))
                .update();
    }

    private static OffsetDateTime at(String day) {
        return Database.at(LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    /** The charges that stand. */
    private static List<String> charges(Database database) {
        return database.sql()
                .sql("select * from standing_charge order by id")
                .query((rs, n) -> rs.getString("kind") + " "
                        + rs.getBigDecimal("amount").setScale(2) + " " + rs.getObject("from_on", LocalDate.class) + " "
                        + rs.getObject("until_on", LocalDate.class) + " " + rs.getString("rate"))
                .list();
    }

    private static BigDecimal open(Database database) {
        return database.sql()
                .sql("select open_amount from item_effective where id = 1")
                .query(BigDecimal.class)
                .single();
    }

    private static List<String> asked(Database database, long dispatch) {
        Claim claim = new Claim(dispatch, dispatch, "ACME-IT", "4711", "email", "a@rossi.example", 1, 1);
        ListedCharges charges = new DispatchContents(database)
                .load(List.of(claim), LocalDate.parse("2026-03-30"))
                .get(dispatch)
                .charges();
        assertThat(charges.statement()).isEqualTo(charges.asked());
        return charges.asked().stream().map(ChargesLedgerTest::text).toList();
    }

    private static String text(ChargeLine line) {
        return line.number() + " " + line.kind() + " " + line.amount().setScale(2);
    }
}
