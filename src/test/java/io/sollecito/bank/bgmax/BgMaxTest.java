package io.sollecito.bank.bgmax;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.Reading;
import io.sollecito.bank.StatementFile;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BgMaxTest {

    @Test
    void a_deposit_is_an_entry_with_its_payments_and_deductions() {
        StatementFile file = read(BgMaxSample.whole());

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).hasSize(2);
        Statement statement = file.statements().get(0);
        assertThat(statement.account()).isEqualTo("50501055");
        assertThat(statement.statementId()).isEqualTo("36");
        assertThat(statement.currency()).isEqualTo("SEK");
        assertThat(statement.closingDate()).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(statement.balanced()).isNull();
        Statement.Entry entry = statement.entries().get(0);
        assertThat(entry.amount()).isEqualTo(new BigDecimal("2569.00"));
        assertThat(entry.bookingDate()).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(entry.bankReference()).isEqualTo("36");
        assertThat(entry.payments())
                .extracting(Statement.Payment::amount)
                .containsExactly(new BigDecimal("119.00"), new BigDecimal("2500.00"), new BigDecimal("-50.00"));
    }

    @Test
    void a_checked_reference_is_structured_and_every_other_is_text() {
        Statement.Entry entry =
                read(BgMaxSample.whole()).statements().get(0).entries().get(0);

        Statement.Payment ocr = entry.payments().get(0);
        assertThat(ocr.creditorReference()).isEqualTo("26012345672");
        assertThat(ocr.counterparty().name()).isEqualTo("Björk Plåt AB");
        assertThat(ocr.counterparty().iban()).isEqualTo("3783511");
        Statement.Payment many = entry.payments().get(1);
        assertThat(many.creditorReference()).isNull();
        assertThat(many.remittance()).isEqualTo("F2026104 F2026105 K2026009 Betalar alla februari");
        assertThat(entry.payments().get(2).remittance()).isEqualTo("K2026011");
    }

    @Test
    void it_is_read_in_the_banks_charset_and_without_trailing_blanks() {
        String trimmed = BgMaxSample.whole().replaceAll(" +\r\n", "\n");

        StatementFile file = Reading.read(new BgMaxFormat(), trimmed.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()
                        .get(0)
                        .entries()
                        .get(0)
                        .payments()
                        .get(0)
                        .counterparty()
                        .name())
                .isEqualTo("Björk Plåt AB");
    }

    @Test
    void a_deposit_that_is_not_the_sum_of_its_payments_is_told() {
        String text = BgMaxSample.whole().replace("000000000000011900", "000000000000011901");

        assertThat(read(text).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(12);
            assertThat(problem.column()).isEqualTo(51);
            assertThat(problem.message()).isEqualTo("the deposit of 2569.00 is not the sum of its payments, 2569.01");
        });
    }

    @Test
    void whether_a_deposit_counts_its_deductions_is_left_to_the_bank() {
        String text = BgMaxSample.whole().replace("SEK00000003", "SEK00000002");

        assertThat(read(text).problems()).isEmpty();
    }

    @Test
    void a_file_without_its_end_is_damaged() {
        String text = BgMaxSample.whole();

        StatementFile file = read(text.substring(0, text.lastIndexOf("\r\n70")));

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems()).extracting(Problem::message).containsExactly("the end record (70) is missing");
    }

    @Test
    void what_the_end_record_counts_must_be_there() {
        String text = BgMaxSample.whole().replaceFirst("(?m)^22[^\n]*\n", "");

        assertThat(read(text).problems())
                .extracting(Problem::message)
                .containsExactly("extra references (22, 23): the file says 3, but it holds 2");
    }

    @Test
    void payments_without_their_deposit_and_a_file_for_testing_are_told() {
        String lost = BgMaxSample.file()
                .section("5050-1055", "SEK")
                .payment(100, "1", '2')
                .text();
        assertThat(read(lost).problems())
                .extracting(Problem::message)
                .containsExactly("payments stand before this record without their deposit (15)");
        assertThat(read(lost).statements().get(0).entries()).isEmpty();

        assertThat(read(BgMaxSample.whole().replace("010331P", "010331T")).problems())
                .extracting(Problem::message)
                .containsExactly("this file is for testing only: no money came");
    }

    @Test
    void files_that_follow_each_other_are_read_as_one() {
        StatementFile file = read(BgMaxSample.whole() + BgMaxSample.whole());

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).hasSize(4);
    }

    @Test
    void only_this_format_takes_it() {
        assertThat(Reading.recognisers(BgMaxSample.whole())).containsExactly("bgmax");
    }

    private static StatementFile read(String text) {
        return Reading.read(new BgMaxFormat(), text);
    }
}
