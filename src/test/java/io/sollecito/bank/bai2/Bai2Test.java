package io.sollecito.bank.bai2;

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

class Bai2Test {

    @Test
    void a_transaction_reads_with_its_references_text_and_value_date() {
        StatementFile file = Reading.read(new Bai2Format(), Bai2Fixture.sample());

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("bai2");
        assertThat(file.statements()).extracting(Statement::balanced).containsExactly(true, true);
        assertThat(file.statements().get(1).currency()).isEqualTo("CAD");
        Statement statement = file.statements().get(0);
        assertThat(statement.account()).isEqualTo("4711");
        assertThat(statement.currency()).isEqualTo("USD");
        assertThat(statement.closingDate()).isEqualTo("2026-02-19");
        assertThat(statement.openingBalance()).isEqualByComparingTo("1000");
        assertThat(statement.closingBalance()).isEqualByComparingTo("2182.10");
        assertThat(statement.entries())
                .containsExactly(
                        entry(
                                LocalDate.of(2026, 2, 20),
                                "1190.00",
                                "BANK-1",
                                "142",
                                "E2E-1",
                                "CUST-1 ROSSI USA INC INVOICE 2026/1042, THANKS EREF: E2E-1"),
                        entry(null, "-7.90", null, "475", null, "2031"));
    }

    private static Statement.Entry entry(
            LocalDate value, String amount, String reference, String code, String endToEnd, String remittance) {
        return new Statement.Entry(
                LocalDate.of(2026, 2, 19),
                value,
                new BigDecimal(amount),
                "USD",
                false,
                reference,
                List.of(new Payment(
                        new BigDecimal(amount),
                        "USD",
                        endToEnd,
                        null,
                        remittance,
                        null,
                        null,
                        new Particulars(code, null, null, null))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16,142,500,Z,B-1,C-1,TEXT",
                "16,142,500,0,B-1,C-1,TEXT/",
                "16,142,500,,B-1,C-1,TEXT /",
                "16,142,500,S,100,200,200,B-1,C-1,TEXT",
                "16,142,500,V,260221,0930,B-1,C-1,TEXT",
                "16,142,500,V,260221,,B-1,C-1,TEXT/",
                "16,142,500,D,3,0,100,1,200,3,200,B-1,C-1,TEXT",
                "16,142,500,D,0,B-1,C-1,TEXT"
            })
    void references_come_after_whatever_the_funds_type_takes(String record) {
        Statement statement = statement(read(
                Bai2Fixture.group().account("1", "", 0, 500).add(record, 500).end()));

        assertThat(statement.balanced()).isTrue();
        assertThat(statement.entries().get(0).bankReference()).isEqualTo("B-1");
        assertThat(payment(statement).remittance()).isEqualTo("C-1 TEXT");
    }

    @Test
    void a_record_goes_on_anywhere_in_its_fields_and_in_its_text() {
        StatementFile file = read(Bai2Fixture.group()
                .account("1", "", 0, 500)
                .add("88,100,500,1,V,260219,/", 500)
                .add("88,072,0/", 0)
                .add("16,195,500/", 500)
                .add("88,D,2,0,100,1,400/", 0)
                .add("88,B-1,C-1/", 0)
                .add("88,PROCEEDS OF INVOICE 2026/1042, AND", 0)
                .add("88,2026/1043/", 0)
                .end());

        assertThat(file.problems()).isEmpty();
        assertThat(statement(file).entries().get(0).bankReference()).isEqualTo("B-1");
        assertThat(payment(statement(file)).remittance()).isEqualTo("C-1 PROCEEDS OF INVOICE 2026/1042, AND 2026/1043");
    }

    @Test
    void several_records_on_a_line_and_a_text_that_goes_on_without_a_code_read_alike() {
        String text = "01,1,2,260220,0600,1,,,2/   02,A,B,1,260219,,USD,2/\n"
                + "03,1,,010,0,,,015,600,,/ 16,142,500,Z,,,PAID 12/ 26 AND MORE/  16,142,100,Z,,,FIRST\n"
                + "SECOND/\n49,1200,4/ 98,1200,1,6/  99,1200,1,8/\n";

        StatementFile file = Reading.read(new Bai2Format(), text);

        assertThat(file.problems()).isEmpty();
        assertThat(statement(file).balanced()).isTrue();
        assertThat(statement(file).entries())
                .extracting(entry -> entry.payments().get(0).remittance())
                .containsExactly("PAID 12/ 26 AND MORE", "FIRST SECOND");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 500", "KWD, 0.5", "USD, 5"})
    void decimals_are_the_currencys(String currency, String amount) {
        Statement statement = statement(read(Bai2Fixture.group("1,260219,,USD,")
                .account("1", currency, 0, 500)
                .add("16,142,500,Z,,,/", 500)
                .end()));

        assertThat(statement.entries().get(0).amount()).isEqualByComparingTo(amount);
        assertThat(statement.balanced()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "399, 1", "400, -1", "699, -1", "721, 1", "761, -1", "921, 1", "961, -1", "255, 1", "555, -1"
    })
    void the_type_code_says_credit_or_debit(String code, int sign) {
        assertThat(statement(read(Bai2Fixture.group()
                                .account("1", "", 0, 500L * sign)
                                .add("16," + code + ",500,Z,,,/", 500)
                                .end()))
                        .balanced())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"555, true", "557, true", "252, true", "142, false", "475, false"})
    void returned_items_are_reversals(String code, boolean reversal) {
        assertThat(statement(read(Bai2Fixture.group()
                                .account("1", "", 0, 0)
                                .add("16," + code + ",500,Z,,,/", 500)
                                .end()))
                        .entries()
                        .get(0)
                        .reversal())
                .isEqualTo(reversal);
    }

    @Test
    void information_that_is_no_money_is_an_entry_of_nothing() {
        Statement statement = statement(read(Bai2Fixture.group()
                .account("1", "", 0, 0)
                .add("16,890,,Z,,,LOCKBOX CLOSED", 0)
                .end()));

        assertThat(statement.balanced()).isTrue();
        assertThat(payment(statement).remittance()).isEqualTo("LOCKBOX CLOSED");
    }

    @Test
    void lines_that_name_parties_are_taken_apart() {
        Payment payment = payment(statement(read(Bai2Fixture.group()
                .account("1", "", 0, 500)
                .add("16,195,500,Z,B,E2E-1,Incoming", 500)
                .add("88,EREF: E2E-1", 0)
                .add("88,DBNM:ROSSI USA INC", 0)
                .add("88,DACT: 12345", 0)
                .add("88,CRNM: ACME", 0)
                .end())));

        assertThat(payment.endToEndId()).isEqualTo("E2E-1");
        assertThat(payment.counterparty()).isEqualTo(new Counterparty("ROSSI USA INC", "12345"));
        assertThat(payment.remittance()).startsWith("Incoming EREF");
    }

    @Test
    void what_is_still_to_change_today_need_not_add_up() {
        StatementFile file = read(Bai2Fixture.group("1,260219,1200,USD,3")
                .account("1", "", 0, 9)
                .add("16,142,500,Z,,,/", 500)
                .end());

        assertThat(file.problems()).isEmpty();
        assertThat(statement(file).balanced()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void a_deletion_correction_or_test_is_a_problem(String status) {
        assertThat(messages(read(Bai2Fixture.group(status + ",260219,,USD,2")
                        .account("1", "", 0, 0)
                        .end())))
                .singleElement()
                .asString()
                .contains("status " + status);
    }

    @Test
    void a_lost_transaction_shows_in_every_trailer() {
        StatementFile file = Reading.read(new Bai2Format(), Bai2Fixture.sample().replaceFirst("(?m)^16,475.*\n", ""));

        assertThat(file.statements()).extracting(Statement::balanced).containsExactly(false, true);
        assertThat(messages(file))
                .containsExactly(
                        "the trailer of the account says 438000, but the amounts add up to 437210",
                        "the trailer of the account counts '5' records, but there are 4",
                        "the statement of 4711 does not add up: opening 1000.00 and entries of 1190.00 make 2190.00, but closing says 2182.10",
                        "the trailer of the group counts '9' records, but there are 8",
                        "the trailer of the file counts '11' records, but there are 10");
        assertThat(file.problems().get(0).line()).isEqualTo(6);
    }

    @Test
    void a_lost_transaction_of_nothing_shows_in_the_counts() {
        String text = Bai2Fixture.group()
                .account("1", "", 0, 0)
                .add("16,142,0,Z,,,/", 0)
                .end()
                .text();

        assertThat(statement(Reading.read(new Bai2Format(), text.replaceFirst("(?m)^16.*\n", "")))
                        .balanced())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'16,142,5.00,Z,,,/', '''5.00'' is no amount without a decimal point'",
        "'16,142,,Z,,,/', ''''' is no amount without a decimal point'",
        "'16,015,500,Z,,,/', '''015'' is no type code of a credit or debit'",
        "'16,ABC,500,Z,,,/', '''ABC'' is no type code of a credit or debit'",
        "'16,142,500,V,260230,,/', '''260230'' is no value date of the form YYMMDD'"
    })
    void what_cannot_be_read_is_named_with_its_place(String record, String message) {
        StatementFile file =
                read(Bai2Fixture.group().account("1", "", 0, 0).add(record, 500).end());

        assertThat(messages(file)).contains(message);
        assertThat(file.problems().get(0).line()).isEqualTo(4);
        assertThat(statement(file).balanced()).isFalse();
    }

    @Test
    void dates_and_currencies_that_do_not_exist_are_problems() {
        assertThat(messages(read(Bai2Fixture.group("1,260230,,USD,2")
                        .account("1", "QQQ", 0, 0)
                        .end())))
                .containsExactly("'260230' is no as-of date of the form YYMMDD", "'QQQ' is no ISO 4217 currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?m)^49.*\n", "(?m)^98.*\n", "(?m)^02.*\n", "(?m)^03,4711.*\n"})
    void a_file_without_one_of_its_frames_is_damage(String missing) {
        StatementFile file = Reading.read(new Bai2Format(), Bai2Fixture.sample().replaceFirst(missing, ""));

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems()).isNotEmpty();
    }

    @Test
    void a_file_without_trailer_may_lack_accounts() {
        assertThat(messages(Reading.read(new Bai2Format(), Bai2Fixture.sample().replaceFirst("(?m)^99.*\n", ""))))
                .containsExactly("the file has no trailer (99), so accounts may be missing");
    }

    @Test
    void version_1_is_refused_with_its_reason() {
        StatementFile file = Reading.read(new Bai2Format(), Bai2Fixture.sample().replaceFirst(",2/", ",1/"));

        assertThat(file.statements()).isEmpty();
        assertThat(messages(file)).singleElement().asString().contains("version 1");
    }

    private static Payment payment(Statement statement) {
        assertThat(statement.entries()).hasSize(1);
        return statement.entries().get(0).payments().get(0);
    }

    private static StatementFile read(Bai2Fixture file) {
        return Reading.read(new Bai2Format(), file.text());
    }
}
