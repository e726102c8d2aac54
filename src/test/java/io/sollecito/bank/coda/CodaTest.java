package io.sollecito.bank.coda;

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

class CodaTest {

    @Test
    void a_transfer_reads_with_its_reference_and_the_other_side() {
        StatementFile file = read(CodaFixture.part().transfer(1_190_000, "101" + "090933755493"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("coda");
        Statement statement = statement(file);
        assertThat(statement.account()).isEqualTo(CodaFixture.ACCOUNT);
        assertThat(statement.statementId()).isEqualTo("042");
        assertThat(statement.currency()).isEqualTo("EUR");
        assertThat(statement.openingDate()).isEqualTo("2026-02-17");
        assertThat(statement.openingBalance()).isEqualByComparingTo("100.00");
        assertThat(statement.closingDate()).isEqualTo("2026-02-19");
        assertThat(statement.closingBalance()).isEqualByComparingTo("1290.00");
        assertThat(statement.balanced()).isTrue();
        assertThat(statement.entries())
                .containsExactly(new Statement.Entry(
                        LocalDate.of(2026, 2, 19),
                        LocalDate.of(2026, 2, 18),
                        new BigDecimal("1190.000"),
                        "EUR",
                        false,
                        "BANKREF1",
                        List.of(new Payment(
                                new BigDecimal("1190.000"),
                                "EUR",
                                "E2E-1",
                                "090933755493",
                                null,
                                new Counterparty("ROSSI BELGIUM", CodaFixture.PAYER),
                                null,
                                new Particulars("01/50", null, null, null)))));
    }

    @Test
    void a_total_with_details_counts_once_and_its_details_are_the_payments() {
        Statement statement = statement(read(CodaFixture.part()
                .total(1_000_000, "10550000")
                .detail(250_000, "50550000", "ONE")
                .detail(700_000, "50550000", "TWO")));

        assertThat(statement.balanced()).isTrue();
        Statement.Entry entry = statement.entries().get(0);
        assertThat(entry.amount()).isEqualByComparingTo("1000");
        assertThat(entry.payments()).extracting(Payment::remittance).containsExactly("ONE", "TWO", null);
        assertThat(entry.payments().get(2).amount()).isEqualByComparingTo("50");
    }

    @Test
    void net_and_costs_explain_a_payment_and_do_not_divide_it() {
        Statement statement = statement(read(CodaFixture.part()
                .movement(990_000, "34150000", false, "INVOICE 1042")
                .detail(1_000_000, "84150100", "GROSS")
                .detail(-10_000, "84150013", "COMMISSION")));

        Payment payment = only(statement);
        assertThat(payment.amount()).isEqualByComparingTo("990");
        assertThat(payment.particulars().charges()).isEqualByComparingTo("10");
        assertThat(payment.remittance()).isEqualTo("INVOICE 1042 GROSS COMMISSION");
    }

    @Test
    void costs_of_one_payment_of_a_total_are_its_own() {
        List<Payment> payments = statement(read(CodaFixture.part()
                        .total(300_000, "20550000")
                        .detail(95_000, "70550000", "ONE")
                        .detail(-5_000, "90550013", "")
                        .detail(205_000, "60550000", "TWO")))
                .entries()
                .get(0)
                .payments();

        assertThat(payments).extracting(Payment::remittance).containsExactly("ONE", "TWO");
        assertThat(payments.get(0).particulars().charges()).isEqualByComparingTo("5");
        assertThat(payments.get(1).particulars().charges()).isNull();
    }

    @Test
    void a_free_communication_goes_on_through_three_records() {
        String text = "Factuur 2026/1042 van 15 januari 2026 en de creditnota 2026/77 van 3 februari 2026, "
                + "met aftrek van de korting zoals afgesproken, dank u";
        Statement statement = statement(read(CodaFixture.part()
                .movement(10_000, "00150000", false, text)
                .continued(text.substring(53, 106), "", "")
                .counterparty(" ", "ROSSI", text.substring(106))));

        assertThat(only(statement).remittance()).isEqualTo(text);
        assertThat(only(statement).counterparty()).isEqualTo(new Counterparty("ROSSI", null));
    }

    @ParameterizedTest
    @CsvSource({"100RF18539007547034, RF18539007547034", "102090933755493, 090933755493"})
    void references_of_other_structures_are_the_creditors_too(String communication, String reference) {
        Payment payment = only(statement(read(CodaFixture.part().transfer(10_000, communication))));

        assertThat(payment.creditorReference()).isEqualTo(reference);
        assertThat(payment.remittance()).isNull();
    }

    @Test
    void a_structure_that_holds_no_reference_is_text() {
        assertThat(only(statement(read(CodaFixture.part().transfer(10_000, "103000123456789"))))
                        .remittance())
                .isEqualTo("000123456789");
    }

    @Test
    void the_amount_before_exchange_is_kept() {
        Payment payment = only(statement(read(CodaFixture.part()
                .movement(
                        92_000,
                        "04150000",
                        true,
                        "105" + "000000000092000" + "000000000100000" + "000109000000USD090933")
                .continued("755493US", "", ""))));

        assertThat(payment.particulars().originalAmount()).isEqualByComparingTo("100");
        assertThat(payment.particulars().originalCurrency()).isEqualTo("USD");
    }

    @Test
    void an_unpaid_direct_debit_is_a_reversal_with_its_reason() {
        String said = "127" + "180226" + "110" + pad("BE02ZZZ0123456789", 35) + pad("MANDATE-7", 35)
                + pad("INVOICE 1042", 62) + "2MD06";
        Statement statement = statement(read(CodaFixture.part()
                .movement(-50_000, "00503000", true, said)
                .continued(said.substring(53, 106), "E2E-7", "2MD06")
                .counterparty(CodaFixture.PAYER, "ROSSI", said.substring(106, 139))));

        Statement.Entry entry = statement.entries().get(0);
        assertThat(entry.reversal()).isTrue();
        assertThat(entry.payments().get(0).returnReason()).isEqualTo("MD06");
        assertThat(entry.payments().get(0).endToEndId()).isEqualTo("E2E-7");
        assertThat(entry.payments().get(0).remittance()).isEqualTo("INVOICE 1042");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '539007547034 EUR0BE', BE68539007547034, EUR",
        "0, '539007547099 USD0BE', 539007547099, USD",
        "0, '539007547034', BE68539007547034, EUR",
        "1, 'NL-0417164300                     GBP', NL-0417164300, GBP",
        "3, 'NL20INGB0001234567                CHF', NL20INGB0001234567, CHF"
    })
    void accounts_of_every_structure_read(char structure, String zone, String account, String currency) {
        Statement statement = statement(
                read(CodaFixture.part().account(structure, pad(zone, 37)).transfer(10_000, "101090933755493")));

        assertThat(statement.account()).isEqualTo(account);
        assertThat(statement.currency()).isEqualTo(currency);
        assertThat(statement.balanced()).isTrue();
    }

    @Test
    void each_part_is_a_statement_and_line_ends_do_not_matter() {
        StatementFile file = Reading.read(new CodaFormat(), CodaFixture.sample());

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).extracting(Statement::balanced).containsExactly(true, true);
        assertThat(file.statements().get(0).entries()).hasSize(3);
        for (String end : List.of("", "\r\n", "   \n\n")) {
            assertThat(Reading.read(new CodaFormat(), CodaFixture.sample().replace("\n", end)))
                    .isEqualTo(file);
        }
    }

    @Test
    void letters_of_another_charset_read() {
        byte[] windows = CodaFixture.part()
                .movement(10_000, "00150000", false, "Société Générale")
                .text()
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(only(statement(Reading.read(new CodaFormat(), windows))).remittance())
                .isEqualTo("Société Générale");
    }

    @Test
    void a_lost_movement_shows_even_when_the_balances_agree() {
        String whole = CodaFixture.part()
                .transfer(10_000, "101090933755493")
                .movement(0, "00150000", false, "NOTHING")
                .text();
        String without = whole.replaceFirst("(?m)^2100020000.*\n", "");

        StatementFile file = Reading.read(new CodaFormat(), without);

        assertThat(statement(file).balanced()).isFalse();
        assertThat(messages(file)).containsExactly("the trailer counts 000008 records, but there are 7");
        assertThat(file.problems().get(0).line()).isEqualTo(10);
        assertThat(file.problems().get(0).column()).isEqualTo(17);
    }

    @Test
    void a_statement_that_does_not_add_up_says_so() {
        StatementFile file = Reading.read(
                new CodaFormat(),
                CodaFixture.part()
                        .transfer(10_000, "101090933755493")
                        .text()
                        .replace("0000000000110000", "0000000000120000"));

        assertThat(statement(file).balanced()).isFalse();
        assertThat(messages(file)).singleElement().asString().contains("110.00", "120.00");
    }

    @Test
    void an_amount_that_cannot_be_read_is_left_out_and_named() {
        StatementFile file = Reading.read(
                new CodaFormat(),
                CodaFixture.part()
                        .transfer(10_000, "101090933755493")
                        .transfer(20_000, "101000000009797")
                        .text()
                        .replace("0000000000010000", "000000000001O000"));

        assertThat(statement(file).entries()).hasSize(1);
        assertThat(statement(file).balanced()).isFalse();
        assertThat(file.problems().get(0).line()).isEqualTo(3);
        assertThat(file.problems().get(0).column()).isEqualTo(32);
    }

    @Test
    void an_impossible_date_is_a_problem_and_an_unknown_one_is_not() {
        StatementFile impossible = read(CodaFixture.part()
                .movement(1, "00150000", false, "")
                .amount(0, "00150000", false, "", "300226", "190226"));
        String unknown = CodaFixture.part()
                .movement(1, "00150000", false, "")
                .text()
                .replace("18022600150000", "00000000150000");

        assertThat(messages(impossible)).contains("there is no such date");
        assertThat(Reading.read(new CodaFormat(), unknown).problems()).isEmpty();
        assertThat(statement(Reading.read(new CodaFormat(), unknown))
                        .entries()
                        .get(0)
                        .valueDate())
                .isNull();
    }

    @Test
    void a_detail_without_its_movement_is_a_problem() {
        StatementFile file = read(CodaFixture.part()
                .add(new io.sollecito.bank.FixedLine(128)
                        .at(1, "2100070001X")
                        .at(32, "0000000000001000" + "180226" + "50550000" + "0")
                        .at(116, "190226")
                        .toString()));

        assertThat(messages(file)).anyMatch(message -> message.contains("number 0000 of sequence 0007 is missing"));
        assertThat(statement(file).balanced()).isFalse();
    }

    @Test
    void a_record_that_is_not_known_is_kept_as_text() {
        assertThat(only(statement(read(CodaFixture.part()
                                .movement(1_000, "00150000", false, "KNOWN")
                                .add("5100010000 MORE OF IT"))))
                        .remittance())
                .isEqualTo("KNOWN 5100010000 MORE OF IT");
    }

    @Test
    void a_separate_application_is_not_booked() {
        assertThat(messages(read(CodaFixture.part()
                        .header(CodaFixture.header('2', "00042"))
                        .transfer(1, "101090933755493"))))
                .singleElement()
                .asString()
                .contains("separate application 00042");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 9, 10, 11})
    void a_file_that_ends_early_is_no_statement(int lines) {
        String[] all =
                CodaFixture.part().transfer(10_000, "101090933755493").text().split("\n");

        StatementFile file = Reading.read(
                new CodaFormat(), String.join("\n", java.util.Arrays.copyOf(all, Math.min(lines, all.length - 1))));

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems()).isNotEmpty();
    }

    @Test
    void version_1_is_refused_with_its_reason() {
        StatementFile file =
                read(CodaFixture.part().header(CodaFixture.header('1', "00000")).transfer(1, "101090933755493"));

        assertThat(file.statements()).isEmpty();
        assertThat(messages(file)).singleElement().asString().contains("version 1");
    }

    @Test
    void a_currency_that_does_not_exist_is_a_problem() {
        StatementFile file = read(CodaFixture.part()
                .account('2', pad("BE68539007547034", 34) + "QQQ")
                .transfer(1, "101090933755493"));

        assertThat(messages(file)).containsExactly("'QQQ' is no ISO 4217 currency");
        assertThat(statement(file).currency()).isEqualTo("XXX");
    }

    private static Payment only(Statement statement) {
        assertThat(statement.entries()).hasSize(1);
        assertThat(statement.entries().get(0).payments()).hasSize(1);
        return statement.entries().get(0).payments().get(0);
    }

    private static StatementFile read(CodaFixture part) {
        return Reading.read(new CodaFormat(), part.text());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
