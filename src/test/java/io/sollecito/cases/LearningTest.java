package io.sollecito.cases;

import static io.sollecito.cases.BankDays.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.digest.Why;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.payments.Payments;
import io.sollecito.ledger.reminders.DebtorMerges;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What payments and people's decisions teach about accounts, and how it is unlearned. */
class LearningTest {

    private static final Instant NOW = Instant.parse("2026-03-09T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ROSSI = "DE89370400440532013000";

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    private Database ledger;
    private LedgerRows rows;
    private BankDays bank;
    private long export;

    private void begin(Database database) {
        ledger = database;
        rows = new LedgerRows(database);
        bank = new BankDays(database, CLOCK, CreditorsForTests.ACME);
        export = rows.export("a.csv", "applied", NOW.minusSeconds(7200));
        rows.debtor("11", "Rossi S.r.l.", export);
        rows.debtor("12", "Bianchi S.p.A.", export);
        for (String number : List.of("1042", "1043", "1044")) {
            rows.item(export, number, "11", "INVOICE", "10.00", "EUR");
        }
        rows.item(export, "2042", "12", "INVOICE", "20.00", "EUR");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void accounts_are_learned_with_counts_and_first_and_last_day(Database database) {
        begin(database);
        bank.show("2026-03-05", pays("10.00", "2026/1042"));
        bank.show("2026-03-09", pays("10.00", "2026/1044"), pays("10.00", "2026/1043"));

        assertThat(learned()).containsExactly("11 3 2026-03-05 2026-03-09");
        assertThat(why("debtor:ACME-IT/sap/11"))
                .contains("Account " + ROSSI
                        + " pays for this debtor, as 3 payments taught, first on 2026-03-05, last on" + " 2026-03-09.");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_account_that_pays_for_debtors_without_a_common_payer_tells_nothing_and_that_is_said(Database database) {
        begin(database);
        bank.show("2026-03-05", pays("10.00", "2026/1042"), pays("20.00", "2026/2042"));

        assertThat(learned()).containsExactly("11 1 2026-03-05 2026-03-05 shared", "12 1 2026-03-05 2026-03-05 shared");
        rows.item(export, "3042", "11", "INVOICE", "55.00", "EUR");
        bank.show("2026-03-09", pays("55.00", "saluti"));
        assertThat(decision("2026-03-09")).isEqualTo("candidates");
        assertThat(why("debtor:ACME-IT/sap/12"))
                .contains("since 2026-03-09 it tells nothing any more, because others pay from it too");
        assertThat(why("payment:2")).contains("account shared");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_head_office_may_pay_for_several(Database database) {
        begin(database);
        database.sql().sql("update debtor set payer = '11' where debtor = '12'").update();

        bank.show("2026-03-05", pays("10.00", "2026/1042"), pays("20.00", "2026/2042"));

        assertThat(learned()).containsExactly("11 1 2026-03-05 2026-03-05", "12 1 2026-03-05 2026-03-05");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_a_person_takes_back_makes_an_account_one_debtors_again(Database database) {
        begin(database);
        bank.show("2026-03-05", pays("10.00", "2026/1042"), pays("20.00", "2026/2042"));

        payments().reverse(number("select max(id) from allocation"), "anna", "wrong debtor");

        assertThat(learned()).containsExactly("11 1 2026-03-05 2026-03-05");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void debtors_that_the_erp_merges_share_nothing(Database database) {
        begin(database);
        bank.show("2026-03-05", pays("10.00", "2026/1042"), pays("20.00", "2026/2042"));
        database.sql()
                .sql("update open_item set debtor = '11' where debtor = '12'")
                .update();

        bank.show("2026-03-09", pays("10.00", "2026/1043"));

        assertThat(learned()).containsExactly("11 3 2026-03-05 2026-03-09");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void learned_accounts_do_not_survive_a_merge_and_count_again_when_it_is_undone(Database database) {
        begin(database);
        bank.show("2026-03-02", pays("10.00", "2026/1042"));
        rows.item(export, "3042", "11", "INVOICE", "55.00", "EUR");
        rows.item(export, "3043", "11", "INVOICE", "66.00", "EUR");
        DebtorMerges merges = new DebtorMerges(ledger, new Journal(ledger, CLOCK), CLOCK);

        long merge = merges.merge(account("11"), account("12"), "anna", "one company");
        bank.show("2026-03-03", pays("55.00", "saluti"));
        assertThat(decision("2026-03-03")).isEqualTo("candidates");
        bank.show("2026-03-04", pays("20.00", "saluti"));
        assertThat(decision("2026-03-04")).as("nor does it tell of the other").isEqualTo("candidates");

        merges.unmerge(merge, "anna", "two companies");
        bank.show("2026-03-05", pays("66.00", "saluti"));
        assertThat(decision("2026-03-05")).isEqualTo("allocated");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_account_that_pays_for_two_accounts_of_one_debtor_is_his(Database database) {
        begin(database);
        bank.show("2026-03-02", pays("10.00", "2026/1042"));
        DebtorMerges merges = new DebtorMerges(ledger, new Journal(ledger, CLOCK), CLOCK);
        long merge = merges.merge(account("11"), account("12"), "anna", "one company");

        bank.show("2026-03-03", pays("20.00", "2026/2042"));
        assertThat(learned()).containsExactly("11 1 2026-03-02 2026-03-02", "12 1 2026-03-03 2026-03-03");
        rows.item(export, "4042", "12", "INVOICE", "77.00", "EUR");
        bank.show("2026-03-04", pays("77.00", "saluti"));
        assertThat(decision("2026-03-04")).isEqualTo("allocated");

        merges.unmerge(merge, "anna", "two companies");
        rows.item(export, "4043", "12", "INVOICE", "88.00", "EUR");
        bank.show("2026-03-05", pays("88.00", "saluti"));
        assertThat(decision("2026-03-05")).as("two debtors pay from it again").isEqualTo("candidates");
    }

    private static DebtorMerges.AccountOf account(String debtor) {
        return new DebtorMerges.AccountOf("ACME-IT", "sap", debtor);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_account_that_people_put_aside_three_times_is_recognised_until_it_pays_an_item(Database database) {
        begin(database);
        for (String day : List.of("2026-03-03", "2026-03-04", "2026-03-05")) {
            bank.show(day, pays("7.77", "rent"));
            assertThat(decision(day)).isNotEqualTo("notOurs");
            payments().notOurs(number("select max(id) from payment"), "anna", "rent of the flat");
        }

        bank.show("2026-03-06", pays("7.77", "rent"));
        assertThat(decision("2026-03-06")).isEqualTo("notOurs");
        assertThat(why("payment:4"))
                .contains("people said 3 times that this account's money is no debtor's, last on 2026-03-05");

        bank.show("2026-03-07", pays("10.00", "2026/1042"));
        assertThat(decision("2026-03-07")).isEqualTo("allocated");
        bank.show("2026-03-09", pays("7.77", "rent"));
        assertThat(decision("2026-03-09")).isNotEqualTo("notOurs");
    }

    private static io.sollecito.model.Statement.Payment pays(String amount, String text) {
        return from("Whoever", ROSSI, amount, null, text);
    }

    private Payments payments() {
        return new Payments(ledger, CLOCK, Map.of("ACME-IT", CreditorsForTests.ACME));
    }

    private List<String> learned() {
        return ledger.sql()
                .sql("select debtor || ' ' || times || ' ' || first_seen || ' ' || last_seen"
                        + " || case when shared_since is null then '' else ' shared' end from debtor_iban order by 1")
                .query(String.class)
                .list();
    }

    private String decision(String day) {
        return ledger.sql()
                .sql("select decision from payment where booking_date = cast(? as date)")
                .param(day)
                .query(String.class)
                .single();
    }

    private long number(String sql) {
        return ledger.sql().sql(sql).query(Long.class).single();
    }

    private String why(String reference) {
        Why why = new Why(ledger, new Journal(ledger, CLOCK), ZoneOffset.UTC);
        return why.text(why.tell(reference));
    }
}
