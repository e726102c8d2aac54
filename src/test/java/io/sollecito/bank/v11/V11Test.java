package io.sollecito.bank.v11;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.FormatForTests;
import io.sollecito.bank.StatementFile;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import io.sollecito.model.SwissReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class V11Test {

    @Test
    void records_of_type_3_are_an_entry_a_day_of_credit() {
        StatementFile file = read(V11Sample.ofType3());

        assertThat(file.problems()).isEmpty();
        Statement statement = file.statements().get(0);
        assertThat(file.statements()).hasSize(1);
        assertThat(statement.account()).isEqualTo(V11Sample.PARTICIPANT);
        assertThat(statement.currency()).isEqualTo("CHF");
        assertThat(statement.closingDate()).isEqualTo(LocalDate.of(2026, 2, 19));
        assertThat(statement.entries())
                .extracting(Statement.Entry::amount)
                .containsExactly(new BigDecimal("1190.50"), new BigDecimal("20.00"), new BigDecimal("-0.50"));
        assertThat(statement.entries()).extracting(Statement.Entry::reversal).containsExactly(false, false, true);
        assertThat(statement.entries().get(0).payments())
                .extracting(Statement.Payment::creditorReference)
                .containsExactly(V11Sample.REFERENCE);
        assertThat(statement.entries().get(1).payments().get(0).particulars().transactionCode())
                .isEqualTo("102");
    }

    @Test
    void records_of_type_4_name_their_currency_which_is_a_statement_each() {
        StatementFile file = read(V11Sample.ofType4());

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).extracting(Statement::currency).containsExactly("CHF", "EUR");
        assertThat(file.statements().get(1).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo("100");
            assertThat(entry.bookingDate()).isEqualTo(LocalDate.of(2026, 2, 26));
        });
    }

    @Test
    void records_without_line_ends_are_read_at_their_length() {
        for (String text : new String[] {V11Sample.ofType3(), V11Sample.ofType4()}) {
            StatementFile joined = read(text.replace("\r\n", ""));

            assertThat(joined.problems()).isEmpty();
            assertThat(joined.statements()).isEqualTo(read(text).statements());
        }
    }

    @Test
    void a_reference_whose_check_digit_fails_stays_as_text() {
        String wrong = V11Sample.REFERENCE.substring(0, 26) + (V11Sample.REFERENCE.endsWith("0") ? "1" : "0");
        String text = V11Sample.paid3("002", wrong, 100, "260218") + V11Sample.total3("999", 100, 1);

        Statement.Payment payment =
                read(text).statements().get(0).entries().get(0).payments().get(0);

        assertThat(payment.creditorReference()).isNull();
        assertThat(payment.remittance()).isEqualTo(wrong);
    }

    @Test
    void totals_must_agree_with_what_they_sum_up() {
        String text =
                V11Sample.paid3("002", V11Sample.REFERENCE, 119050, "260218") + V11Sample.total3("999", 119051, 2);

        assertThat(read(text).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "the total says 1190.51, but the records before it make 1190.50",
                        "payments of the total: the file says 2, but it holds 1");
    }

    @Test
    void a_file_without_its_total_is_damaged() {
        StatementFile file = read(V11Sample.paid3("002", V11Sample.REFERENCE, 119050, "260218"));

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems())
                .extracting(Problem::message)
                .containsExactly("the total of participant 010890797 is missing");
    }

    @Test
    void payments_of_two_participants_are_two_statements_and_a_test_is_told() {
        String other = V11Sample.ofType4().replace(V11Sample.PARTICIPANT, "019999991");
        assertThat(read(V11Sample.ofType4() + other).statements()).hasSize(4);

        assertThat(read(V11Sample.ofType4().replaceFirst("011031", "011033")).problems())
                .extracting(Problem::message)
                .containsExactly("this payment is for testing only: no money came");
    }

    @Test
    void a_line_that_is_no_record_and_a_wrong_day_are_told() {
        assertThat(read(V11Sample.ofType3() + "hello\r\n").problems())
                .extracting(Problem::message)
                .containsExactly("this is no credit and no total of V11, type 3 or 4");
        String text = V11Sample.paid3("002", SwissReference.of("1"), 100, "261345") + V11Sample.total3("999", 100, 1);
        assertThat(read(text).problems())
                .extracting(Problem::message)
                .containsExactly("'261345' is no date of the form YYMMDD");
    }

    @Test
    void only_this_format_takes_it() {
        assertThat(FormatForTests.recognising(V11Sample.ofType3())).containsExactly("v11");
        assertThat(FormatForTests.recognising(V11Sample.ofType4())).containsExactly("v11");
    }

    private static StatementFile read(String text) {
        return FormatForTests.read(new V11Format(), text);
    }
}
