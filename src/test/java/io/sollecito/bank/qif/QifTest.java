package io.sollecito.bank.qif;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.Reading;
import io.sollecito.bank.Samples;
import io.sollecito.bank.StatementFile;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QifTest {

    private static final String WHOLE = Samples.text("qif/balances-and-split.qif");

    @Test
    void an_account_with_its_balances_reads_and_adds_up() {
        StatementFile file = read(WHOLE);

        assertThat(file.problems()).isEmpty();
        Statement statement = file.statements().get(0);
        assertThat(file.statements()).hasSize(1);
        assertThat(statement.account()).isEqualTo("Giro");
        assertThat(statement.openingBalance()).isEqualByComparingTo("500");
        assertThat(statement.openingDate()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(statement.closingBalance()).isEqualByComparingTo("1739.50");
        assertThat(statement.closingDate()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(statement.balanced()).isTrue();
        assertThat(statement.entries().get(0))
                .isEqualTo(new Statement.Entry(
                        LocalDate.of(2026, 2, 18),
                        null,
                        new BigDecimal("1190.50"),
                        "XXX",
                        false,
                        "1042",
                        List.of(new Statement.Payment(
                                new BigDecimal("1190.50"),
                                "XXX",
                                null,
                                null,
                                "Fattura 2026/1042",
                                new Statement.Counterparty("Rossi S.r.l.", null),
                                null,
                                new Statement.Particulars("1042", null, null, null)))));
    }

    @Test
    void splits_are_payments_if_they_add_up() {
        assertThat(read(WHOLE).statements().get(0).entries().get(1).payments())
                .extracting(Statement.Payment::remittance)
                .containsExactly("FT 7", "FT 8");

        StatementFile wrong = read(WHOLE.replace("$19.00", "$18.00"));
        assertThat(wrong.problems())
                .extracting(Problem::message)
                .containsExactly("the splits make 48.00, but the transaction says 49.00");
        assertThat(wrong.statements().get(0).entries().get(1).payments()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "D03/02/2026,D28/02/2026,2026-02-03",
        "D02/03/2026,D02/28/2026,2026-02-03",
        "D3/2/26,D28/2/26,2026-02-03",
        "D2/ 3' 6,D2/28' 6,2006-02-03",
        "D03.02.2026,D04.02.2026,2026-02-03",
        "D2026-02-03,D2026-02-04,2026-02-03",
        "D20260203,D20260204,2026-02-03",
        "D3/2/98,D28/2/98,1998-02-03"
    })
    void which_number_is_the_day_is_decided_for_the_whole_file(String first, String second, LocalDate expected) {
        StatementFile file = read("!Type:Bank\n" + first + "\nT1.00\n^\n" + second + "\nT2.00\n^\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements().get(0).entries().get(0).bookingDate()).isEqualTo(expected);
    }

    @Test
    void days_that_could_be_two_are_told_unless_somebody_says_what_they_are() {
        String text = "!Type:CCard\nD03/02/2026\nT-1.00\n^\nD04/04/2026\nT-2.00\n^\n";

        StatementFile file = read(text);
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).contains("could be two days");
            assertThat(problem.remedy()).contains("qif-dmy");
        });
        assertThat(file.statements().get(0).entries().get(1).bookingDate()).isEqualTo(LocalDate.of(2026, 4, 4));

        assertThat(day(Reading.read(new QifDayFirstFormat(), text))).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(day(Reading.read(new QifMonthFirstFormat(), text))).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void days_that_contradict_each_other_are_told() {
        assertThat(read("!Type:Bank\nD13/02/2026\nT1\n^\nD02/13/2026\nT1\n^\n").problems())
                .extracting(Problem::message)
                .containsExactly("there is no day '02/13/2026' where days come first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"T-1.234,56;T1,00;-1234.56", "T1,234;T1.50;1234", "T1,234;T1,50;1.234", "T1'234.50;T1.00;1234.50"})
    void the_decimal_sign_is_decided_for_the_whole_file(String first, String second, BigDecimal expected) {
        StatementFile file = read("!Type:Bank\nD2026-02-03\n" + first + "\n^\nD2026-02-03\n" + second + "\n^\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements().get(0).entries().get(0).amount()).isEqualByComparingTo(expected);
    }

    @Test
    void an_amount_that_could_be_two_a_missing_day_and_two_amounts_are_told() {
        assertThat(read("!Type:Bank\nD2026-02-03\nT1,234\n^\n").problems())
                .extracting(Problem::message)
                .containsExactly("'1,234' is no amount, or could be two");
        assertThat(read("!Type:Bank\nT1\n^\nD2026-02-03\n^\nD2026-02-03\nT1\nU2\n^\n")
                        .problems())
                .extracting(Problem::message)
                .containsExactly(
                        "the transaction has no day (D)",
                        "the transaction has no amount (T)",
                        "the amounts T and U of the transaction are not the same");
    }

    @Test
    void securities_are_told_to_be_left_out_and_lists_are_none() {
        assertThat(read("!Type:Bank\nD2026-02-03\nT1\n^\n!Type:Invst\nD2026-02-03\nNBuy\n^\n")
                        .problems())
                .extracting(Problem::message)
                .containsExactly("section 'Type:Invst' holds no payments that the hub reads");
        assertThat(read("!Option:AutoSwitch\n!Type:Cat\nNSales\n^\n").problems())
                .extracting(Problem::message)
                .containsExactly("there are no transactions in this file");
    }

    @Test
    void a_line_that_is_not_known_stays_as_text_and_a_last_record_needs_no_end() {
        StatementFile file = read("!Type:Oth A\r\nD2026-02-03\r\nT5\r\nZInvoice 77\r\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements().get(0).entries().get(0).payments().get(0).remittance())
                .isEqualTo("ZInvoice 77");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!Type:Bank\nD1", "!type:bank \nD1", "\n!Account\nNX", "\uFEFF!Type:CCard\n", "!Option:MDY\n"})
    void only_this_format_takes_it(String text) {
        assertThat(Reading.recognisers(text)).containsExactly("qif");
        assertThat(Reading.recognisers("!Type:Cat\nNX")).isEmpty();
    }

    private static LocalDate day(StatementFile file) {
        return file.statements().get(0).entries().get(0).bookingDate();
    }

    private static StatementFile read(String text) {
        return Reading.read(new QifFormat(), text);
    }
}
