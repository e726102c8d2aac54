package io.sollecito.bank.norma43;

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Norma43Test {

    private static final String NONE = "000000000000";

    @Test
    void a_movement_reads_with_its_references_and_texts() {
        StatementFile file = read(account()
                .movement(119_000, "02", "016", "0000004711", "000000012342", "REF-2")
                .text("01", "ROSSI ESPANA SL")
                .text("02", "FACTURA 2026/1042"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("norma43");
        Statement statement = statement(file);
        assertThat(statement.account()).isEqualTo("ES9121000418450200051332");
        assertThat(statement.currency()).isEqualTo("EUR");
        assertThat(statement.openingDate()).isEqualTo("2026-02-01");
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
                        "0000004711",
                        List.of(new Payment(
                                new BigDecimal("1190.00"),
                                "EUR",
                                null,
                                null,
                                "ROSSI ESPANA SL FACTURA 2026/1042 000000012342 REF-2",
                                null,
                                null,
                                new Particulars("02/016", null, null, null)))));
    }

    @Test
    void a_sepa_transfer_in_the_third_mode_is_taken_apart() {
        Norma43Fixture fixture = account()
                .movement(119_000, "04", "016", "0000000000", NONE, "")
                .text("01", pad("ROSSI ESPANA SL", 66) + "B12345678")
                .text("02", pad("E2E-1", 35) + "ROSSI GROUP")
                .text("03", "SUPP    FACTURAS NUM 2026/1042 2026/1043 2026/1044 2026/1045 2026/1046 2026/")
                .text("04", "1047");

        Payment payment = only(statement(read(fixture)));
        assertThat(payment.endToEndId()).isEqualTo("E2E-1");
        assertThat(payment.counterparty()).isEqualTo(new Counterparty("ROSSI ESPANA SL", null));
        assertThat(payment.remittance())
                .startsWith("FACTURAS NUM 2026/1042")
                .contains("2026/1047")
                .endsWith("ROSSI GROUP");
        assertThat(only(statement(read(fixture.mode('2')))).counterparty()).isNull();
    }

    @Test
    void a_sepa_direct_debit_in_the_third_mode_is_taken_apart() {
        Payment payment = only(statement(read(account()
                .movement(-5_000, "03", "034", "0000000000", NONE, "")
                .text("01", "CORE" + "ENERGIA SA")
                .text("02", pad("ES02ZZZA12345678", 35) + "MANDATO-1")
                .text("03", "        RECIBO ENERO")
                .text("05", pad("E2E-2", 35) + "ACME IBERIA SL"))));

        assertThat(payment.counterparty().name()).isEqualTo("ENERGIA SA");
        assertThat(payment.endToEndId()).isEqualTo("E2E-2");
        assertThat(payment.remittance()).isEqualTo("RECIBO ENERO MANDATO-1 ACME IBERIA SL");
    }

    @Test
    void free_texts_in_the_third_mode_stay_text() {
        Payment payment = only(statement(read(account()
                .movement(1, "04", "016", "0000000000", NONE, "")
                .text("01", "TRANSFERENCIA DE ROSSI ESPANA SL")
                .text("02", "FACTURA 2026/1042")
                .text("03", "DE FECHA 15/01/2026"))));

        assertThat(payment.counterparty()).isNull();
        assertThat(payment.remittance())
                .isEqualTo("TRANSFERENCIA DE ROSSI ESPANA SL FACTURA 2026/1042 DE FECHA 15/01/2026");
    }

    @ParameterizedTest
    @CsvSource({"978, EUR", "840, USD", "826, GBP", "756, CHF", "985, PLN"})
    void currencies_are_numeric(String digits, String code) {
        assertThat(statement(read(account().currency(digits))).currency()).isEqualTo(code);
    }

    @Test
    void a_currency_that_does_not_exist_is_a_problem() {
        assertThat(messages(read(account().currency("000")))).containsExactly("'000' is no numeric ISO 4217 currency");
    }

    @Test
    void the_amount_before_exchange_is_kept() {
        Payment payment = only(statement(read(
                account().movement(9_000, "13", "001", "0000000000", NONE, "").add("240184000000000010000"))));

        assertThat(payment.particulars().originalAmount()).isEqualByComparingTo("100");
        assertThat(payment.particulars().originalCurrency()).isEqualTo("USD");
    }

    @ParameterizedTest
    @CsvSource({"14, true", "98, true", "04, false"})
    void returned_and_cancelled_items_are_reversals(String concept, boolean reversal) {
        assertThat(statement(read(account().movement(-100, concept, "001", "0000000000", NONE, "")))
                        .entries()
                        .get(0)
                        .reversal())
                .isEqualTo(reversal);
    }

    @Test
    void debit_balances_are_negative() {
        Statement statement =
                statement(read(account().opening(-5_000).movement(1_000, "02", "001", "0000000000", NONE, "")));

        assertThat(statement.openingBalance()).isEqualByComparingTo("-50");
        assertThat(statement.closingBalance()).isEqualByComparingTo("-40");
        assertThat(statement.balanced()).isTrue();
    }

    @Test
    void every_account_is_a_statement_and_line_ends_do_not_matter() {
        StatementFile file = Reading.read(new Norma43Format(), Norma43Fixture.sample());

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).hasSize(2).extracting(Statement::balanced).containsOnly(true);
        for (String end : List.of("", "\r\n", "\r")) {
            assertThat(Reading.read(new Norma43Format(), Norma43Fixture.sample().replace("\n", end)))
                    .isEqualTo(file);
        }
    }

    @Test
    void letters_of_the_banks_charset_read() {
        byte[] file = account()
                .movement(1, "02", "001", "0000000000", NONE, "")
                .text("01", "COMISIÓN ESPAÑA")
                .text()
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(only(statement(Reading.read(new Norma43Format(), file))).remittance())
                .isEqualTo("COMISIÓN ESPAÑA");
    }

    @Test
    void a_lost_movement_of_nothing_shows_in_the_counts() {
        String text = account()
                .movement(100, "02", "001", "0000000000", NONE, "")
                .movement(0, "02", "001", "0000000000", NONE, "")
                .text();
        String without = text.replaceFirst("(?m)^22.{26}0{14}.*\n", "");

        StatementFile file = Reading.read(new Norma43Format(), without);

        assertThat(statement(file).balanced()).isFalse();
        assertThat(messages(file))
                .containsExactly(
                        "the end of the account says 00002 credit movements of 1.00, but there are 1 of 1.00",
                        "the file counts 000004 records, but there are 3");
        assertThat(file.problems()).extracting(io.sollecito.model.Problem::line).containsExactly(3L, 4L);
    }

    @Test
    void a_lost_text_shows_in_the_count_of_records() {
        assertThat(messages(Reading.read(
                        new Norma43Format(), Norma43Fixture.sample().replaceFirst("(?m)^2302.*\n", ""))))
                .containsExactly("the file counts 000009 records, but there are 8");
    }

    @Test
    void amounts_and_dates_that_cannot_be_read_are_named_with_their_place() {
        String text =
                account().movement(119_000, "02", "001", "0000000000", NONE, "").text();

        StatementFile amount = Reading.read(new Norma43Format(), text.replaceFirst("00000000119000", "0000000011900O"));
        assertThat(statement(amount).entries()).isEmpty();
        assertThat(statement(amount).balanced()).isFalse();
        assertThat(amount.problems().get(0).line()).isEqualTo(2);
        assertThat(amount.problems().get(0).column()).isEqualTo(28);

        StatementFile date = Reading.read(new Norma43Format(), text.replaceFirst("260219260218", "260230260218"));
        assertThat(messages(date)).containsExactly("there is no such date");
        assertThat(date.problems().get(0).column()).isEqualTo(11);

        assertThat(Reading.read(new Norma43Format(), text.replaceFirst("260219260218", "260219000000"))
                        .problems())
                .isEmpty();
    }

    @Test
    void a_record_that_is_not_known_is_kept_as_text() {
        assertThat(only(statement(read(account()
                                .movement(1, "02", "001", "0000000000", NONE, "")
                                .text("01", "KNOWN")
                                .add("25 MORE"))))
                        .remittance())
                .isEqualTo("KNOWN 25 MORE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?m)^33.*\n", "(?m)^11.*\n"})
    void an_account_without_beginning_or_end_is_damage(String missing) {
        StatementFile file =
                Reading.read(new Norma43Format(), Norma43Fixture.sample().replaceFirst(missing, ""));

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems()).hasSize(1);
    }

    @Test
    void a_file_without_end_may_lack_accounts() {
        assertThat(messages(Reading.read(
                        new Norma43Format(), Norma43Fixture.sample().replaceFirst("(?m)^88.*\n", ""))))
                .containsExactly("the file has no end (record 88), so accounts may be missing");
    }

    private static Norma43Fixture account() {
        return Norma43Fixture.account();
    }

    private static Payment only(Statement statement) {
        assertThat(statement.entries()).hasSize(1);
        return statement.entries().get(0).payments().get(0);
    }

    private static StatementFile read(Norma43Fixture account) {
        return Reading.read(new Norma43Format(), account.text());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
