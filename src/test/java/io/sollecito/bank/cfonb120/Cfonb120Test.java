package io.sollecito.bank.cfonb120;

import static io.sollecito.bank.Reading.messages;
import static io.sollecito.bank.Reading.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.Reading;
import io.sollecito.bank.StatementFile;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Cfonb120Test {

    @Test
    void an_operation_reads_with_what_its_complements_say() {
        StatementFile file = read(Cfonb120Fixture.statement()
                .operation(119_000, "VIR SEPA RECU")
                .complement("NPY", "ROSSI FRANCE SARL")
                .complement("RCN", "E2E-1                              SUPP")
                .complement("LCC", "FACTURE 2026/1042")
                .complement("REF", "BANQUE-1"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("cfonb120");
        Statement statement = statement(file);
        assertThat(statement.account()).isEqualTo("FR1420041010050500013M02606");
        assertThat(statement.currency()).isEqualTo("EUR");
        assertThat(statement.openingDate()).isEqualTo("2026-02-17");
        assertThat(statement.openingBalance()).isEqualByComparingTo("1000");
        assertThat(statement.closingDate()).isEqualTo("2026-02-19");
        assertThat(statement.closingBalance()).isEqualByComparingTo("2190");
        assertThat(statement.balanced()).isTrue();
        assertThat(statement.entries())
                .containsExactly(new Statement.Entry(
                        LocalDate.of(2026, 2, 19),
                        LocalDate.of(2026, 2, 18),
                        new BigDecimal("1190.00"),
                        "EUR",
                        false,
                        "BANQUE-1",
                        List.of(new Payment(
                                new BigDecimal("1190.00"),
                                "EUR",
                                "E2E-1",
                                null,
                                "FACTURE 2026/1042 VIR SEPA RECU SUPP",
                                new Counterparty("ROSSI FRANCE SARL", null),
                                null,
                                new Particulars("A1", null, null, null)))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "1, 0.01",
        "12, 0.12",
        "23, 0.23",
        "34, 0.34",
        "45, 0.45",
        "56, 0.56",
        "67, 0.67",
        "78, 0.78",
        "89, 0.89",
        "-10, -0.10",
        "-1, -0.01",
        "-12, -0.12",
        "-23, -0.23",
        "-34, -0.34",
        "-45, -0.45",
        "-56, -0.56",
        "-67, -0.67",
        "-78, -0.78",
        "-89, -0.89"
    })
    void the_last_digit_carries_the_sign(long amount, String read) {
        Statement statement =
                statement(read(Cfonb120Fixture.statement().opening(-amount).operation(amount, "X")));

        assertThat(statement.entries().get(0).amount()).isEqualTo(new BigDecimal(read));
        assertThat(statement.openingBalance()).isEqualTo(new BigDecimal(read).negate());
        assertThat(statement.balanced()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"JPY0, JPY, 1234", "TND3, TND, 1.234", "EUR2, EUR, 12.34", "'EUR ', EUR, 12.34", "'    ', EUR, 12.34"})
    void the_number_of_decimals_is_the_records_own(String currency, String code, String amount) {
        Statement statement =
                statement(read(Cfonb120Fixture.statement().currency(currency).operation(1234, "X")));

        assertThat(statement.currency()).isEqualTo(code);
        assertThat(statement.entries().get(0).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void line_ends_do_not_matter() {
        StatementFile file = Reading.read(new Cfonb120Format(), Cfonb120Fixture.sample());

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).extracting(Statement::balanced).containsExactly(true, true);
        for (String end : List.of("", "\r\n", "\n\n")) {
            assertThat(Reading.read(
                            new Cfonb120Format(), Cfonb120Fixture.sample().replace("\n", end)))
                    .isEqualTo(file);
        }
        assertThat(Reading.read(
                        new Cfonb120Format(),
                        Cfonb120Fixture.sample()
                                .lines()
                                .map(String::stripTrailing)
                                .reduce("", (a, b) -> a + b + "\n")))
                .isEqualTo(file);
    }

    @Test
    void a_text_that_fills_its_record_goes_on_in_the_next() {
        String text = "FACTURES 2026/1042 2026/1043 2026/1044 DU MOIS DE JANVIER ET AVOIR 2026/0077 A DEDUIRE";
        Statement statement = statement(read(Cfonb120Fixture.statement()
                .operation(100, "VIR")
                .complement("LCC", text.substring(0, 70))
                .complement("LC2", text.substring(70))));

        assertThat(only(statement).remittance()).isEqualTo(text + " VIR");
    }

    @Test
    void a_structured_reference_whose_check_digits_hold_is_the_creditors() {
        assertThat(only(statement(read(
                                Cfonb120Fixture.statement().operation(1, "V").complement("LCS", "RF18539007547034"))))
                        .creditorReference())
                .isEqualTo("RF18539007547034");
        Payment other = only(
                statement(read(Cfonb120Fixture.statement().operation(1, "V").complement("LCS", "CLIENT 4711"))));
        assertThat(other.creditorReference()).isNull();
        assertThat(other.remittance()).isEqualTo("CLIENT 4711 V");
    }

    @Test
    void a_rejected_direct_debit_is_a_reversal_with_its_reason() {
        Statement statement = statement(read(Cfonb120Fixture.statement()
                .operation(-5000, "PRLV SEPA IMPAYE", "04", "REJ-1")
                .complement("RET", "MD06AUTRE")
                .complement("NPY", "ROSSI")
                .operation(-100, "REJET", "20", "")));

        assertThat(statement.entries()).extracting(Statement.Entry::reversal).containsExactly(true, true);
        assertThat(statement.entries().get(0).bankReference()).isEqualTo("REJ-1");
        assertThat(statement.entries().get(0).payments().get(0).returnReason()).isEqualTo("MD06");
        assertThat(statement.entries().get(0).payments().get(0).counterparty().name())
                .isEqualTo("ROSSI");
        assertThat(statement.entries().get(1).payments().get(0).returnReason()).isEqualTo("20");
    }

    @Test
    void fees_original_amounts_and_accounts_are_taken_apart() {
        Payment payment = only(statement(read(Cfonb120Fixture.statement()
                .operation(9_000, "VIR INTL")
                .complement("MMO", "USD200000000010000")
                .complement("FEE", "EUR200000000000150")
                .complement("CPY", "DE89370400440532013000"))));

        assertThat(payment.particulars().originalAmount()).isEqualByComparingTo("100");
        assertThat(payment.particulars().originalCurrency()).isEqualTo("USD");
        assertThat(payment.particulars().charges()).isEqualByComparingTo("1.50");
        assertThat(payment.counterparty()).isEqualTo(new Counterparty(null, "DE89370400440532013000"));
    }

    @Test
    void what_is_not_known_is_kept_as_text() {
        assertThat(only(statement(read(Cfonb120Fixture.statement()
                                .operation(1, "VIR")
                                .complement("NPY", "FIRST")
                                .complement("NPY", "SECOND")
                                .complement("ZZZ", "STRANGE")
                                .add("06 MORE"))))
                        .remittance())
                .isEqualTo("VIR SECOND STRANGE 06 MORE");
    }

    @Test
    void the_number_of_the_entry_stands_for_a_missing_reference() {
        assertThat(statement(read(Cfonb120Fixture.statement().operation(1, "VIR")))
                        .entries()
                        .get(0)
                        .bankReference())
                .isEqualTo("0000042");
    }

    @Test
    void a_lost_operation_shows_in_the_balances() {
        String text = Cfonb120Fixture.statement()
                .operation(119_000, "A")
                .operation(-790, "B")
                .text();
        StatementFile file = Reading.read(new Cfonb120Format(), text.replaceFirst("(?m)^04.*\n", ""));

        assertThat(statement(file).balanced()).isFalse();
        assertThat(messages(file))
                .containsExactly("the statement of FR1420041010050500013M02606 does not add up: opening 1000.00 and"
                        + " entries of -7.90 make 992.10, but closing says 2182.10");
    }

    @Test
    void amounts_dates_currencies_and_accounts_that_cannot_be_read_are_named_with_their_place() {
        String text = Cfonb120Fixture.statement().operation(119_000, "A").text();

        StatementFile amount =
                Reading.read(new Cfonb120Format(), text.replaceFirst("0000000011900\\{", "000000001190?{"));
        assertThat(statement(amount).entries()).isEmpty();
        assertThat(amount.problems().get(0).line()).isEqualTo(2);
        assertThat(amount.problems().get(0).column()).isEqualTo(91);

        StatementFile date = Reading.read(new Cfonb120Format(), text.replaceFirst("A1190226", "A1300226"));
        assertThat(messages(date)).containsExactly("'300226' is no date of the form DDMMYY");
        assertThat(statement(date).entries().get(0).bookingDate()).isNull();

        assertThat(messages(read(Cfonb120Fixture.statement().currency("QQQ2").operation(1, "A"))))
                .contains("'QQQ' is no ISO 4217 currency");
        assertThat(statement(Reading.read(
                                new Cfonb120Format(), text.replaceFirst("(?m)^(04.{19}).{11}", "$112345678901")))
                        .balanced())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?m)^07.*\n", "(?m)^01.*\n"})
    void a_statement_without_one_of_its_balances_is_damage(String missing) {
        StatementFile file =
                Reading.read(new Cfonb120Format(), Cfonb120Fixture.sample().replaceFirst(missing, ""));

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems()).hasSize(1);
    }

    private static Payment only(Statement statement) {
        assertThat(statement.entries()).hasSize(1);
        return statement.entries().get(0).payments().get(0);
    }

    private static StatementFile read(Cfonb120Fixture statement) {
        return Reading.read(new Cfonb120Format(), statement.text());
    }
}
