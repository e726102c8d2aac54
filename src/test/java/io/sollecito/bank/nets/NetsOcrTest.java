package io.sollecito.bank.nets;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.FormatForTests;
import io.sollecito.bank.StatementFile;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NetsOcrTest {

    @Test
    void every_settlement_is_an_entry_with_its_payments() {
        StatementFile file = read(NetsOcrSample.whole());

        assertThat(file.problems()).isEmpty();
        Statement statement = file.statements().get(0);
        assertThat(file.statements()).hasSize(1);
        assertThat(statement.account()).isEqualTo("12345678903");
        assertThat(statement.statementId()).isEqualTo("0001234");
        assertThat(statement.currency()).isEqualTo("NOK");
        assertThat(statement.closingDate()).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(statement.entries())
                .extracting(Statement.Entry::amount)
                .containsExactly(new BigDecimal("990.00"), new BigDecimal("50.50"));
        assertThat(statement.entries())
                .extracting(Statement.Entry::bankReference)
                .containsExactly("0001234/1", "0001234/2");
    }

    @Test
    void the_kid_is_the_reference_and_free_text_the_remittance() {
        Statement.Entry entry =
                read(NetsOcrSample.whole()).statements().get(0).entries().get(0);

        Statement.Payment paid = entry.payments().get(0);
        assertThat(paid.creditorReference()).isEqualTo("0000260042315");
        assertThat(paid.counterparty().iban()).isEqualTo("97101021113");
        assertThat(paid.particulars().transactionCode()).isEqualTo("13");
        Statement.Payment reversed = entry.payments().get(1);
        assertThat(reversed.amount()).isEqualByComparingTo("-200");
        assertThat(reversed.creditorReference()).isNull();
        assertThat(reversed.remittance()).isEqualTo("Tilbake for faktura 2026-77");
        assertThat(reversed.counterparty()).isNull();
    }

    @Test
    void sums_and_counts_of_assignment_and_transmission_must_hold() {
        String text = NetsOcrSample.whole().replace("00000000000119000", "00000000000119001");

        assertThat(read(text).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "the file says a sum of 1040.50, but holds 1040.51",
                        "the file says a sum of 1040.50, but holds 1040.51");
        assertThat(read(NetsOcrSample.whole().replaceFirst("NY092032[^\n]*\n", ""))
                        .problems())
                .extracting(Problem::message)
                .containsExactly(
                        "records of the assignment: the file says 9, but it holds 8",
                        "records of the transmission: the file says 14, but it holds 13");
    }

    @Test
    void a_file_without_its_end_is_damaged() {
        String text = NetsOcrSample.whole();

        StatementFile file = read(text.substring(0, text.indexOf("NY000089")));

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems())
                .extracting(Problem::message)
                .containsExactly("the end record of the transmission (NY000089) is missing");
    }

    @Test
    void agreements_alone_are_no_statement() {
        StatementFile file = read(NetsOcrSample.file().agreements().text());

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems())
                .extracting(Problem::message)
                .containsExactly("there are no payments of OCR giro in this file");
    }

    @Test
    void an_unknown_record_a_foreign_line_and_an_impossible_day_are_told() {
        String unknown = NetsOcrSample.whole().replaceFirst("NY092032", "NY092077");
        assertThat(read(unknown).problems())
                .extracting(Problem::message)
                .contains("'77' is no record of an OCR giro assignment");
        assertThat(read(NetsOcrSample.whole().replaceFirst("NY092032", "XX092032"))
                        .problems())
                .extracting(Problem::message)
                .contains("this is no record of this format: it does not begin with NY");
        assertThat(read(NetsOcrSample.whole().replaceFirst("180226", "300226")).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).isEqualTo("'300226' is no date of the form DDMMYY");
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.column()).isEqualTo(16);
                });
    }

    @Test
    void only_this_format_takes_it() {
        assertThat(FormatForTests.recognising(NetsOcrSample.whole())).containsExactly("ocr");
    }

    private static StatementFile read(String text) {
        return FormatForTests.read(new NetsOcrFormat(), text);
    }
}
