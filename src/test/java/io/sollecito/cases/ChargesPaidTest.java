package io.sollecito.cases;

import static io.sollecito.cases.BankDays.back;
import static io.sollecito.cases.BankDays.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What debtors pay beside the principal, when a reminder has asked for interest and costs. */
class ChargesPaidTest {

    private static final Instant NOW = Instant.parse("2026-03-09T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ROSSI = "DE89370400440532013000";

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    private Database ledger;
    private LedgerRows rows;
    private BankDays bank;
    private long item;
    private String reference;

    /** An invoice of 1,190.00, reminded with 9.93 of interest and 40.00 of compensation. */
    private void begin(Database database, String country) {
        ledger = database;
        rows = new LedgerRows(database);
        bank = new BankDays(database, CLOCK, creditor(country));
        long export = rows.export("a.csv", "applied", NOW.minusSeconds(7200));
        rows.debtor("11", "Rossi S.r.l.", export);
        database.sql()
                .sql("insert into debtor_iban (creditor, iban, source, debtor, origin)"
                        + " values ('ACME-IT', ?, 'sap', '11', 'master')")
                .param(ROSSI)
                .update();
        item = rows.item(export, "1042", "11", "INVOICE", "1190.00", "EUR");
        reminded("sent");
    }

    private void reminded(String state) {
        long reminder =
                rows.reminder(rows.run(LocalDate.of(2026, 3, 9), NOW), item, "11", "formal", state, "1190.00", NOW);
        rows.charge(reminder, "interest", "9.93", NOW);
        rows.charge(reminder, "compensation", "40.00", NOW);
        reference = ledger.sql()
                .sql("select reference from reminder where id = ?")
                .param(reminder)
                .query(String.class)
                .single();
    }

    private static Creditor creditor(String country) {
        Creditor acme = CreditorsForTests.ACME;
        return new Creditor(
                acme.code(),
                acme.name(),
                country,
                acme.zone(),
                acme.baseCurrency(),
                acme.language(),
                acme.letterhead(),
                acme.howToPay(),
                acme.people(),
                acme.senders());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void principal_and_all_charges_are_all_allocated(Database database) {
        begin(database, "IT");

        bank.show("2026-03-09", from("Rossi", ROSSI, "1239.93", null, "fattura 2026/1042 e spese"));

        assertThat(paid()).containsExactly("principal 1190.00", "interest 9.93", "costs 40.00");
        assertThat(unallocated()).isZero();
        assertThat(charged()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_known_account_that_pays_both_to_the_cent_needs_no_number(Database database) {
        begin(database, "IT");

        bank.show("2026-03-09", from("Rossi", ROSSI, "1239.93", null, "saldo"));

        assertThat(paid()).containsExactly("principal 1190.00", "interest 9.93", "costs 40.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_invoice_that_is_named_at_its_exact_principal_is_paid_and_its_charges_stay(Database database) {
        begin(database, "DE");

        bank.show("2026-03-09", from("Rossi", ROSSI, "1190.00", null, "Rechnung 2026/1042"));

        assertThat(paid()).containsExactly("principal 1190.00");
        assertThat(charged()).isEqualByComparingTo("49.93");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_does_not_cover_all_charges_pays_them_in_the_countrys_order_and_never_leaves_principal_open(
            Database database) {
        begin(database, "DE");

        bank.show("2026-03-09", from("Rossi", ROSSI, "1200.00", null, "Rechnung 2026/1042"));

        assertThat(paid()).containsExactly("principal 1190.00", "costs 10.00");
        assertThat(charged()).isEqualByComparingTo("39.93");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void in_italy_and_france_interest_goes_before_costs(Database database) {
        begin(database, "FR");

        bank.show("2026-03-09", from("Rossi", ROSSI, "1200.00", null, "facture 2026/1042"));

        assertThat(paid()).containsExactly("principal 1190.00", "interest 9.93", "costs 0.07");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_part_of_the_principal_stays_principal(Database database) {
        begin(database, "DE");

        bank.show("2026-03-09", from("Rossi", ROSSI, "100.00", null, "Rechnung 2026/1042"));

        assertThat(paid()).containsExactly("principal 100.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void more_than_principal_and_charges_is_left_over(Database database) {
        begin(database, "IT");

        bank.show("2026-03-09", from("Rossi", ROSSI, "1300.00", null, "2026/1042"));

        assertThat(paid()).containsExactly("principal 1190.00", "interest 9.93", "costs 40.00");
        assertThat(unallocated()).isEqualByComparingTo("60.07");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void charges_that_were_never_sent_are_not_paid(Database database) {
        begin(database, "IT");
        database.sql().sql("update reminder set state = 'waiting'").update();

        bank.show("2026-03-09", from("Rossi", ROSSI, "1239.93", null, "2026/1042"));

        assertThat(paid()).containsExactly("principal 1190.00");
        assertThat(unallocated()).isEqualByComparingTo("49.93");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void charges_are_paid_once_and_later_by_the_reminders_reference(Database database) {
        begin(database, "IT");
        bank.show("2026-03-09", from("Rossi", ROSSI, "1190.00", null, "2026/1042"));

        bank.show("2026-03-10", byReference("49.93"));
        bank.show("2026-03-11", byReference("49.93"));

        assertThat(paid()).containsExactly("principal 1190.00", "interest 9.93", "costs 40.00");
        assertThat(unallocated()).isEqualByComparingTo("49.93");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_brings_principal_and_charges_back(Database database) {
        begin(database, "IT");
        Payment paid = from("Rossi", ROSSI, "1239.93", "E2E-1", "fattura 2026/1042");
        bank.show("2026-03-09", paid);

        bank.show("2026-03-10", back(paid, "AC06", Particulars.NONE, "-1239.93"));

        assertThat(charged()).isEqualByComparingTo("49.93");
        assertThat(number("select open_amount from item_effective where id = " + item))
                .isEqualByComparingTo("1190.00");
    }

    private Payment byReference(String amount) {
        return new Payment(new BigDecimal(amount), "EUR", null, reference, null, null, null);
    }

    private List<String> paid() {
        return ledger.sql()
                .sql("select purpose || ' ' || cast(amount as numeric(9, 2)) from allocation"
                        + " where state = 'pending' order by id")
                .query(String.class)
                .list();
    }

    private BigDecimal unallocated() {
        return number("select sum(unallocated) from payment");
    }

    private BigDecimal charged() {
        return number("select sum(open_amount) from open_charge");
    }

    private BigDecimal number(String sql) {
        return ledger.sql().sql(sql).query(BigDecimal.class).single();
    }
}
