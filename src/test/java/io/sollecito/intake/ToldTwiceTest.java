package io.sollecito.intake;

import static io.sollecito.bank.CamtFixture.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.database.Database;
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

    private static CamtFixture one(String id) {
        return CamtFixture.statement().entry("100.00", "B1", details(null, id, "Rossi", IBAN, "2026/1042", null));
    }
}
