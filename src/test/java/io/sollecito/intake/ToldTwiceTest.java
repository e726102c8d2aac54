package io.sollecito.intake;

import static io.sollecito.bank.CamtFixture.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.ledger.payments.Payments;
import io.sollecito.ledger.payments.Splitting;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Money of which a notification and a statement tell, and what comes of it later. */
class ToldTwiceTest extends StatementLedger {

    private static final String OTHER = "FR7630006000011234567890189";

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_reopens_what_was_notified_and_then_booked(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        notify(one("E1"));
        take(one("E1"));
        assertThat(open(item)).isEqualByComparingTo("0");

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("100.00")
                .entry("-100.00", "B2", details(null, "E1", "Rossi", IBAN, null, "AC04")));

        assertThat(open(item)).isEqualByComparingTo("100.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void two_notifications_of_one_number_in_one_file_both_count(Database database) {
        open(database);
        long first = item("2026/1042", "7", "100.00");
        long second = item("2026/1043", "8", "60.00");

        notify(one("E1")
                .then(CamtFixture.statement()
                        .withoutBalances()
                        .entry("60.00", "B2", details(null, "E2", "Verdi", OTHER, "2026/1043", null))));

        assertThat(open(first)).isEqualByComparingTo("0");
        assertThat(open(second)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void two_damaged_statements_of_one_number_both_wait(Database database) {
        open(database);

        take(CamtFixture.statement()
                .closing("7.00")
                .payment("5.00", "B1", "Rossi", IBAN, "a")
                .then(CamtFixture.statement().closing("7.00").payment("6.00", "B2", "Rossi", IBAN, "a")));

        assertThat(number("select count(*) from bank_statement where state = 'quarantined' and 1 = ?", 1))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_equal_amount_of_another_payer_in_another_format_is_not_the_notified_money(Database database) {
        open(database);
        long first = item("2026/1042", "7", "100.00");
        long second = item("2026/1043", "8", "100.00");
        notify(one("E1"));

        take(mt940("E2", "2026/1043"), "x.sta");

        assertThat(open(first)).isEqualByComparingTo("0");
        assertThat(number("select count(*) from bank_entry where booked_by is not null and 1 = ?", 1)
                        + " open "
                        + open(second))
                .isNotEqualTo("1 open 100.00000");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_a_notification_sums_up_and_the_statement_divides_is_matched(Database database) {
        open(database);
        long first = item("2026/1042", "7", "100.00");
        notify(CamtFixture.statement().entry("160.00", "B1", CamtFixture.batch(2)));

        take(CamtFixture.statement()
                .entry(
                        "160.00",
                        "B1",
                        details("100.00", "E1", "Rossi", IBAN, "2026/1042", null),
                        details("60.00", "E2", "Verdi", OTHER, "x", null)));

        assertThat(open(first)).isEqualByComparingTo("0");
        assertThat(number("select cast(sum(amount) as bigint) from payment where decision <> 'notOurs' and 1 = ?", 1))
                .isEqualTo(160);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_credit_note_of_any_amount_is_not_written_off_by_one_person(Database database) {
        open(database);
        long credit = item("2026/9", "7", "-5000.00");
        take(CamtFixture.statement().payment("1.00", "B1", "Nobody", OTHER, "?"));
        long payment = number("select id from payment where 1 = ?", 1);

        assertThatThrownBy(() -> new Payments(ledger, CLOCK, Map.of("ACME-IT", ACME))
                        .allocate(
                                payment,
                                List.of(new Part(credit, new BigDecimal("-5000.00"), "write-off", false)),
                                "anna",
                                "?"))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void of_two_notified_payments_of_one_amount_the_booked_one_is_told_by_its_id(Database database) {
        open(database);
        notify(one("E1").entry("100.00", "B2", details(null, "E2", "Verdi", OTHER, "2026/1043", null)));

        take(mt940("E2", "2026/1043"), "x.sta");

        assertThat(text(
                        "select p.end_to_end_id from bank_entry e join payment p on p.entry_id = e.id"
                                + " where e.booked_by is not null and 1 = ?",
                        1))
                .isEqualTo("E2");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_gives_back_all_parts_of_a_payment_that_a_person_split(Database database) {
        open(database);
        long first = item("2026/1042", "7", "60.00");
        long second = item("2026/1043", "8", "40.00");
        take(CamtFixture.statement().entry("100.00", "B1", details(null, "E1", "Rossi", IBAN, "?", null)));
        long payment = number("select id from payment where 1 = ?", 1);
        List<Long> parts = new Splitting(ledger, CLOCK).split(payment, List.of(new BigDecimal("60.00")), "anna", "?");
        Payments payments = new Payments(ledger, CLOCK, Map.of("ACME-IT", ACME));
        payments.allocate(
                parts.get(0), List.of(new Part(first, new BigDecimal("60.00"), "principal", false)), "anna", "?");
        payments.allocate(
                parts.get(1), List.of(new Part(second, new BigDecimal("40.00"), "principal", false)), "anna", "?");

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("100.00")
                .entry("-100.00", "B2", details(null, "E1", "Rossi", IBAN, null, "AC04")));

        assertThat(open(first)).isEqualByComparingTo("60.00");
        assertThat(open(second)).isEqualByComparingTo("40.00");
        assertThat(number("select count(*) from payment where return_fee is not null and 1 = ?", 1))
                .isZero();
    }

    private static CamtFixture one(String id) {
        return CamtFixture.statement().entry("100.00", "B1", details(null, id, "Rossi", IBAN, "2026/1042", null));
    }

    private static String mt940(String id, String text) {
        return ":20:X\n:25:" + CamtFixture.ACCOUNT + "\n:28C:1/1\n:60F:C260217EUR0,00\n"
                + ":61:2602180218C100,00NTRFNONREF//M1\n:86:/EREF/" + id + "/IBAN/" + OTHER + "/NAME/Verdi/REMI/" + text
                + "\n:62F:C260218EUR100,00\n-\n";
    }
}
