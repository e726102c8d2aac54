package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.digest.Why;
import io.sollecito.ledger.figures.DigestFigures;
import io.sollecito.ledger.figures.ProblemFigures.Limits;
import io.sollecito.ledger.figures.ProblemFigures.Problems;
import io.sollecito.ledger.outbox.ClaimCheck;
import io.sollecito.ledger.reminders.DebtorMerges;
import io.sollecito.ledger.reminders.DebtorMerges.AccountOf;
import io.sollecito.model.Hold;
import io.sollecito.model.Hold.Terms;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an insolvency and a dispute about a part stop, and what they do not. */
class HoldTermsTest {

    /** How often a run looks at the clock until it has read its cases. */
    private static final int CLOCKS_UNTIL_READ = 5;

    private static final LocalDate TODAY = LocalDate.parse("2026-03-03");

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, PlanningCase.plans(PlanningCase.PLAN)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_insolvency_stops_what_is_older_than_its_opening_and_its_filing_deadline_is_told(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long older = ledger.item("4711", "I1", "2026-03-01", "100.00");
        long newer = ledger.item("4711", "I2", "2026-03-01", "50.00");
        ledger.database
                .sql()
                .sql("update open_item set issue_date = date '2026-02-20' where id = ?")
                .param(newer)
                .update();
        Terms terms = Terms.insolvent(LocalDate.parse("2026-02-10"), LocalDate.parse("2026-04-15"));
        ledger.runOn("2026-03-04");
        assertThat(ledger.reminded()).containsExactly("I1 first waiting", "I2 first waiting");
        place(ledger, null, new Hold(null, "insolvency", "court of Milan", "anna", null, null, terms));

        assertThat(objection(ledger)).contains("item " + older + " is on hold");
        ledger.database.sql().sql("update reminder set state = 'cancelled'").update();
        ledger.database.sql().sql("update dispatch set state = 'cancelled'").update();
        ledger.database.sql().sql("update reminder_item set guard = null").update();
        ledger.runOn("2026-03-05");

        assertThat(ledger.outcome(older)).isEqualTo("held first");
        assertThat(ledger.outcome(newer)).isEqualTo("remind first");
        Why why = new Why(ledger.database, ledger.journal, PlanningLedger.ACME.zone());
        assertThat(why.text(why.tell("I1")))
                .contains("court of Milan; opened 2026-02-10, what is newer goes on; claims are filed by 2026-04-15.");
        assertThat(problems(ledger, "2026-03-05"))
                .filteredOn(problem -> problem.kind().equals("insolvency"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.first().get(0).message())
                        .startsWith("claims are filed by 2026-04-15; opened 2026-02-10"));
        assertThat(problems(ledger, "2026-04-23")).extracting(Problems::kind).doesNotContain("insolvency");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void of_a_dispute_about_a_part_the_rest_is_demanded(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        Hold part = new Hold(
                null,
                "dispute",
                "wrong price",
                "anna",
                null,
                LocalDate.parse("2026-03-20"),
                Terms.disputed("price", new BigDecimal("30.00")));
        place(ledger, item, part);

        assertThat(objection(ledger)).as("planned over too much").contains("item " + item + " is on hold");
        ledger.database.sql().sql("update reminder set state = 'cancelled'").update();
        ledger.database.sql().sql("update dispatch set state = 'cancelled'").update();
        ledger.database.sql().sql("update reminder_item set guard = null").update();
        ledger.runOn("2026-03-05");

        assertThat(ledger.outcome(item)).isEqualTo("remind first");
        assertThat(ledger.count("reminder where state = 'waiting' and total = 70"))
                .isEqualTo(1);
        assertThat(objection(ledger)).isEmpty();
        assertThatThrownBy(() -> place(
                        ledger,
                        item,
                        new Hold(null, "dispute", "x", "anna", null, null, Terms.disputed("price", BigDecimal.ZERO))))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_merge_takes_over_history_and_holds_and_is_undone(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.debtor("4712", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        long item = ledger.item("4712", "I2", "2026-03-02", "50.00");
        DebtorMerges merges = new DebtorMerges(ledger.database, ledger.journal, Clock.systemUTC());
        AccountOf given = new AccountOf("ACME-IT", "sap", "4711");
        AccountOf into = new AccountOf("ACME-IT", "sap", "4712");

        long merge = merges.merge(given, into, "anna", "one company since January");
        ledger.runOn("2026-03-05");
        assertThat(ledger.outcome(item)).as("7 days after the other account's").isEqualTo("not-yet first");
        assertThatThrownBy(() -> merges.merge(into, given, "anna", "back")).isInstanceOf(Refused.class);
        assertThat(merges.unmerge(merge, "anna", "two companies")).isTrue();
        assertThat(merges.unmerge(merge, "anna", "again")).isFalse();
        ledger.runOn("2026-03-06");
        assertThat(ledger.outcome(item)).isEqualTo("remind first");

        place(ledger, null, new Hold(null, "deceased", "a letter came back", "print house", null, null));
        long again = merges.merge(given, into, "anna", "one company after all");
        assertThat(ledger.holds.of("ACME-IT"))
                .extracting(placed -> placed.debtor() + " " + placed.hold().kind())
                .containsExactly("4711 deceased", "4712 deceased");
        merges.unmerge(again, "anna", "no");
        assertThat(ledger.holds.of("ACME-IT"))
                .extracting(placed -> placed.debtor() + " " + placed.hold().kind())
                .containsExactly("4711 deceased");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_hold_that_is_placed_later_on_the_account_given_up_stops_the_other_at_once(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.debtor("4712", "a@rossi.example");
        ledger.debtor("4713", "a@rossi.example");
        long item = ledger.item("4712", "I2", "2026-03-01", "50.00");
        long last = ledger.item("4713", "I3", "2026-03-01", "50.00");
        DebtorMerges merges = new DebtorMerges(ledger.database, ledger.journal, Clock.systemUTC());
        AccountOf first = new AccountOf("ACME-IT", "sap", "4711");
        AccountOf second = new AccountOf("ACME-IT", "sap", "4712");
        AccountOf third = new AccountOf("ACME-IT", "sap", "4713");
        merges.merge(first, second, "anna", "one company");
        long merge = merges.merge(second, third, "anna", "and a third one");
        ledger.runOn("2026-03-04");
        assertThat(ledger.outcome(item)).isEqualTo("remind first");

        long hold =
                place(ledger, null, new Hold(null, Hold.INSOLVENCY, "court of Milan", "anna", null, null, Terms.NONE));

        ledger.momentIs("2026-03-04T10:00:00Z");
        assertThat(ledger.claim()).as("planned before, and not sent after").isEmpty();
        ledger.runOn("2026-03-05");
        assertThat(ledger.outcome(item)).isEqualTo("held first");
        assertThat(ledger.outcome(last)).isEqualTo("held first");
        assertThat(held(ledger)).containsExactly("4711 insolvency", "4712 insolvency", "4713 insolvency");

        merges.unmerge(merge, "anna", "not the third");
        assertThat(held(ledger)).containsExactly("4711 insolvency", "4712 insolvency");
        assertThat(ledger.holds.end("ACME-IT", hold, "anna", "the court dismissed it"))
                .isTrue();
        assertThat(held(ledger)).isEmpty();
        ledger.runOn("2026-03-12");
        assertThat(ledger.outcome(item)).isEqualTo("remind first");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_hold_on_one_item_of_the_account_given_up_stops_that_item_only(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.debtor("4712", "a@rossi.example");
        long given = ledger.item("4711", "I1", "2026-03-01", "50.00");
        long item = ledger.item("4712", "I2", "2026-03-01", "50.00");
        new DebtorMerges(ledger.database, ledger.journal, Clock.systemUTC())
                .merge(
                        new AccountOf("ACME-IT", "sap", "4711"),
                        new AccountOf("ACME-IT", "sap", "4712"),
                        "anna",
                        "one company");
        place(ledger, given, new Hold(null, Hold.DISPUTE, "too much", "anna", null, null));

        ledger.runOn("2026-03-04");

        assertThat(ledger.outcome(given)).isEqualTo("held first");
        assertThat(ledger.outcome(item)).isEqualTo("remind first");
        assertThat(held(ledger)).containsExactly("4711 dispute");
    }

    private static List<String> held(PlanningLedger ledger) {
        return ledger.holds.of("ACME-IT").stream()
                .map(placed -> placed.debtor() + " " + placed.hold().kind())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void two_people_who_merge_two_accounts_into_each_other_at_once_make_one_merge(PlanningLedger ledger) {
        AccountOf first = new AccountOf("ACME-IT", "sap", "4711");
        AccountOf second = new AccountOf("ACME-IT", "sap", "4712");
        DebtorMerges merges = new DebtorMerges(ledger.database, ledger.journal, Clock.systemUTC());
        ExecutorService people = Executors.newSingleThreadExecutor();
        try {
            Future<Long> other = ledger.database.inTransaction(() -> {
                merges.merge(first, second, "anna", "one company");
                Future<Long> meanwhile = people.submit(() -> merges.merge(second, first, "bruno", "one company"));
                assertThatThrownBy(() -> meanwhile.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return meanwhile;
            });

            assertThatThrownBy(other::get).hasCauseInstanceOf(Refused.class);
            assertThat(merges.of("ACME-IT")).hasSize(1);
        } finally {
            people.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void undoing_a_merge_undoes_what_later_merges_made_of_it(PlanningLedger ledger) {
        DebtorMerges merges = new DebtorMerges(ledger.database, ledger.journal, Clock.systemUTC());
        AccountOf first = new AccountOf("ACME-IT", "sap", "4711");
        AccountOf second = new AccountOf("ACME-IT", "sap", "4712");
        AccountOf third = new AccountOf("ACME-IT", "sap", "4713");
        place(ledger, null, new Hold(null, "deceased", "a letter came back", "print house", null, null));
        long merge = merges.merge(first, second, "anna", "one company");
        merges.merge(second, third, "anna", "and a third one");

        merges.unmerge(merge, "anna", "the first is another company");

        assertThat(ledger.holds.of("ACME-IT"))
                .extracting(placed -> placed.debtor() + " " + placed.hold().kind())
                .containsExactly("4711 deceased");
        assertThat(ledger.count("debtor_alias where ended_at is null")).isEqualTo(1);
        assertThat(merges.merge(first, third, "anna", "after all")).isPositive();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_part_that_is_disputed_while_the_run_plans_stops_the_message(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.dayIs("2026-03-04");
        ledger.after(CLOCKS_UNTIL_READ, () -> {
            ledger.restart();
            place(ledger, item, new Hold(null, "dispute", "r", "anna", null, null, part("40.00")));
            ledger.momentIs("2026-03-04T06:00:05Z");
        });

        ledger.runOn("2026-03-04");

        assertThat(ledger.count("reminder_item where amount = 100"))
                .as("it was read before")
                .isEqualTo(1);
        ledger.momentIs("2026-03-04T10:00:00Z");
        assertThat(ledger.claim()).isEmpty();
    }

    private static Terms part(String amount) {
        return Terms.disputed("wrong-price", new BigDecimal(amount));
    }

    private static long place(PlanningLedger ledger, Long item, Hold hold) {
        return ledger.holds.place("ACME-IT", "sap", "4711", item, TODAY, hold, "anna");
    }

    private static Optional<String> objection(PlanningLedger ledger) {
        long dispatch = ledger.database
                .sql()
                .sql("select max(id) from dispatch")
                .query(Long.class)
                .single();
        return new ClaimCheck(ledger.database).objection(dispatch, LocalDate.parse("2026-03-05"));
    }

    private static List<Problems> problems(PlanningLedger ledger, String day) {
        Instant to = Instant.parse(day + "T20:00:00Z");
        return new DigestFigures(ledger.database)
                .read("ACME-IT", LocalDate.parse(day), to, new Limits(to, LocalDate.parse(day)))
                .problems();
    }
}
