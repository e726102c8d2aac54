package io.sollecito.ledger.debtors;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.DebtorMerges;
import io.sollecito.model.Creditor;
import io.sollecito.model.PaidItem;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.PlanMove;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayingHabitsTest {

    private static final Creditor ACME = CreditorsForTests.ACME;
    private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
    private static final DebtorAccount ROSSI = new DebtorAccount("sap", "4711");
    private static final DebtorAccount BIANCHI = new DebtorAccount("sap", "4712");

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_ledger_computes_what_the_items_say(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", at("2026-01-10"));
        List<PaidItem> expected = new ArrayList<>();
        for (int late : new int[] {-3, 5, 9, 12, 30}) {
            settled(rows, export, "4711", "n" + late, DUE.plusDays(late), "payment");
            expected.add(new PaidItem("1000/n" + late, DUE, DUE.plusDays(late), null));
        }
        for (String cause : List.of("write-off", "collected", "assigned", "replaced", "credit", "unknown")) {
            settled(rows, export, "4711", cause, DUE.plusDays(200), cause);
        }
        long debited = settled(rows, export, "4711", "debited", DUE.plusDays(200), "payment");
        database.sql()
                .sql("update open_item set in_collection = true where id = ?")
                .param(debited)
                .update();
        long letter = settled(rows, export, "4711", "by letter", DUE.plusDays(40), "payment");
        remind(database, rows, letter, DUE.plusDays(20), "email", "failed");
        remind(database, rows, letter, DUE.plusDays(30), "letter", "sent");
        remind(database, rows, letter, DUE.plusDays(40), "sms", "sent");
        expected.add(new PaidItem("1000/by letter", DUE, DUE.plusDays(40), "letter"));
        long courtesy = settled(rows, export, "4711", "courtesy", DUE.plusDays(1), "payment");
        remind(database, rows, courtesy, DUE.minusDays(5), "email", "sent");
        expected.add(new PaidItem("1000/courtesy", DUE, DUE.plusDays(1), null));
        long banked = settled(rows, export, "4711", "banked", LocalDate.of(2026, 3, 12), "payment");
        long statement = rows.statement("s.xml", at("2026-03-10"), false);
        rows.allocation(
                rows.payment(statement, "10.00", "allocated", "0.00", "Rossi", "x"), banked, "10.00", at("2026-03-10"));
        expected.add(new PaidItem("1000/banked", DUE, LocalDate.of(2026, 3, 9), null));
        rows.hold("4711", banked, "dispute", "wrong price", "anna", DUE);

        refresh(database, "2026-06-01");

        assertThat(habit(database, ROSSI)).isEqualTo(PayingHabit.of(expected).with(0, 0, 1, 0));
        assertThat(habit(database, BIANCHI)).isNull();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void only_whom_something_has_happened_to_is_computed_anew(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", at("2026-01-10"));
        settled(rows, export, "4711", "1", DUE.plusDays(3), "payment");
        settled(rows, export, "4712", "2", DUE.plusDays(3), "payment");
        assertThat(refresh(database, "2026-03-01")).isEqualTo(2);
        assertThat(refresh(database, "2026-03-02")).isZero();

        long late = settled(rows, export, "4711", "3", LocalDate.of(2026, 3, 2), "payment");

        assertThat(refresh(database, "2026-03-03")).isEqualTo(1);
        assertThat(habit(database, ROSSI).items()).isEqualTo(2);
        rows.change(late, export, at("2026-03-05"), "reopened", "10.00", null);
        assertThat(refresh(database, "2026-03-06")).isEqualTo(1);
        assertThat(habit(database, ROSSI).items()).isEqualTo(1);
        assertThat(habit(database, BIANCHI).items()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void promises_are_counted_by_what_became_of_them(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", at("2026-01-10"));
        long one = rows.item(export, "1", "4711", "INVOICE", "10.00", "EUR");
        long other = rows.item(export, "2", "4711", "INVOICE", "10.00", "EUR");
        promise(database, rows, "kept", one, other);
        promise(database, rows, "broken", one);
        promise(database, rows, "partly-kept", other);
        promise(database, rows, "running", other);

        refresh(database, "2026-06-01");

        assertThat(habit(database, ROSSI)).isEqualTo(PayingHabit.NONE.with(1, 2, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_habits_of_merged_accounts_join_until_the_merge_is_undone(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", at("2026-01-10"));
        long disputed = settled(rows, export, "4711", "1", DUE.plusDays(30), "payment");
        settled(rows, export, "4712", "2", DUE.plusDays(4), "payment");
        rows.hold("4711", disputed, "dispute", "wrong price", "anna", DUE);
        rows.hold("4711", null, "dispute", "all of it", "anna", DUE);
        refresh(database, "2026-03-01");
        PaidItem given = new PaidItem("1000/1", DUE, DUE.plusDays(30), null);
        PaidItem own = new PaidItem("1000/2", DUE, DUE.plusDays(4), null);

        long merge = merges(database, "2026-03-04").merge(account("4711"), account("4712"), "anna", "one company");
        refresh(database, "2026-03-05");
        assertThat(habit(database, BIANCHI))
                .isEqualTo(PayingHabit.of(List.of(given, own)).with(0, 0, 2, 0));

        settled(rows, export, "4711", "3", LocalDate.of(2026, 3, 8), "payment");
        refresh(database, "2026-03-09");
        assertThat(habit(database, BIANCHI).items())
                .as("what the other pays later")
                .isEqualTo(3);

        merges(database, "2026-03-09").unmerge(merge, "anna", "two companies");
        refresh(database, "2026-03-10");
        assertThat(habit(database, BIANCHI))
                .isEqualTo(PayingHabit.of(List.of(own)).with(0, 0, 0, 0));
        assertThat(habit(database, ROSSI).items()).isEqualTo(2);
    }

    private static DebtorMerges merges(Database database, String day) {
        return new DebtorMerges(database, new Journal(database, clock(day)), clock(day));
    }

    private static DebtorMerges.AccountOf account(String debtor) {
        return new DebtorMerges.AccountOf("ACME-IT", "sap", debtor);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_move_counts_until_its_day_and_a_new_one_ends_it(Database database) {
        Clock clock = clock("2026-03-02");
        Journal journal = new Journal(database, clock);
        PlanMoves moves = new PlanMoves(database, journal, clock);
        PlanMove soft = move("soft", "2026-03-10");
        PlanMove hard = move("hard", "2026-03-20");

        moves.place("ACME-IT", ROSSI, soft);
        moves.place("ACME-IT", ROSSI, hard);

        assertThat(moves.of("ACME-IT")).extracting(PlanMoves.Placed::move).containsExactly(hard);
        MovesInForce inForce = new MovesInForce(database);
        assertThat(inForce.on(LocalDate.of(2026, 3, 20), "ACME-IT", List.of(ROSSI, BIANCHI)))
                .isEqualTo(Map.of(ROSSI, hard));
        assertThat(inForce.on(LocalDate.of(2026, 3, 21), "ACME-IT", List.of(ROSSI)))
                .isEmpty();
        assertThat(moves.endPassed("ACME-IT", LocalDate.of(2026, 3, 20))).isZero();
        assertThat(moves.endPassed("ACME-IT", LocalDate.of(2026, 3, 21))).isEqualTo(1);
        assertThat(moves.of("ACME-IT")).isEmpty();
        assertThat(journal.of("debtor:ACME-IT/sap/4711"))
                .extracting(Journal.Row::event)
                .containsExactly("debtor-moved", "move-ended", "debtor-moved", "move-ended");
    }

    private static PlanMove move(String plan, String until) {
        return new PlanMove(plan, LocalDate.of(2026, 3, 2), LocalDate.parse(until), "anna", "agreed on the phone");
    }

    private static int refresh(Database database, String day) {
        return new PayingHabits(database).refresh(ACME, clock(day));
    }

    private static PayingHabit habit(Database database, DebtorAccount account) {
        return new PayingHabits(database).of("ACME-IT", List.of(ROSSI, BIANCHI)).get(account);
    }

    private static long settled(
            LedgerRows rows, long export, String debtor, String number, LocalDate on, String cause) {
        long item = rows.item(export, number, debtor, "INVOICE", "10.00", "EUR", DUE);
        rows.change(item, export, at(on.toString()), "settled", "0.00", cause);
        return item;
    }

    private static void remind(
            Database database, LedgerRows rows, long item, LocalDate day, String channel, String state) {
        long run = rows.run(day, at(day.toString()));
        long reminder = rows.reminder(run, item, "4711", "step-" + day, "sent", "10.00", at(day.toString()));
        rows.dispatch(reminder, "4711", channel, state, null, at(day.toString()));
        database.sql()
                .sql("update reminder set effective_on = ? where id = ?")
                .params(day, reminder)
                .update();
    }

    private static void promise(Database database, LedgerRows rows, String state, long... items) {
        database.sql()
                .sql("insert into agreement (creditor, kind, currency, made_on, made_at, state, state_at)"
                        + " values ('ACME-IT', 'promise', 'EUR', ?, ?, ?, ?)")
                .params(DUE, Database.at(at("2026-03-01")), state, Database.at(at("2026-03-01")))
                .update();
        for (long item : items) {
            rows.hold("4711", item, "promise", "pays on Friday", "anna", DUE);
        }
        database.sql()
                .sql("update hold set agreement_id = (select max(id) from agreement) where agreement_id is null")
                .update();
    }

    private static Clock clock(String day) {
        return Clock.fixed(at(day), ZoneOffset.UTC);
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }
}
