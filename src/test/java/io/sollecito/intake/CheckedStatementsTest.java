package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.bank.StatementFile;
import io.sollecito.model.Creditor;
import io.sollecito.model.ReferenceKind;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckedStatementsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 18);
    private static final String GERMAN = "DE89370400440532013000";
    private static final String FRENCH = "FR7630066100410002030040050";
    private static final Creditor ACME = CreditorsForTests.with(
            CreditorsForTests.ACME.letterhead(),
            new Creditor.HowToPay(List.of(GERMAN, FRENCH), null, null, ReferenceKind.RF, Map.of("010123456", FRENCH)),
            CreditorsForTests.ACME.people());

    @Test
    void an_account_is_recognised_by_its_national_number_and_recorded_by_its_iban() {
        assertThat(checked("mt940", "37040044/532013000", StatementSource.UNKNOWN)
                        .whole(0)
                        .account())
                .isEqualTo(GERMAN);
        assertThat(checked("cfonb120", "300661004100020300401", StatementSource.UNKNOWN)
                        .objection(0))
                .isPresent();
        assertThat(checked("cfonb120", "30066 10041 00020300400", StatementSource.UNKNOWN)
                        .whole(0)
                        .account())
                .isEqualTo(FRENCH);
    }

    @Test
    void an_account_is_recognised_by_what_the_configuration_calls_it() {
        CheckedStatements checked = checked("v11", "010123456", StatementSource.UNKNOWN);

        assertThat(checked.objection(0)).isEmpty();
        assertThat(checked.whole(0).account()).isEqualTo(FRENCH);
    }

    @Test
    void a_file_without_an_account_is_of_the_one_that_its_connection_names() {
        assertThat(checked("qif", null, StatementSource.UNKNOWN).objection(0))
                .contains("it names no account; the connection's parameter 'account' can");
        CheckedStatements checked = checked("qif", null, new StatementSource(null, GERMAN));
        assertThat(checked.objection(0)).isEmpty();
        assertThat(checked.whole(0).account()).isEqualTo(GERMAN);
    }

    @Test
    void a_report_during_the_day_is_never_held_for_its_account() {
        assertThat(checked("camt.052.001.08", "unknown", StatementSource.UNKNOWN)
                        .objection(0))
                .isEmpty();
    }

    @Test
    void a_notification_tells_no_closing_day() {
        assertThat(checked("bgmax", GERMAN, StatementSource.UNKNOWN).whole(0).closingDate())
                .isNull();
        assertThat(checked("ofx", GERMAN, StatementSource.UNKNOWN).whole(0).closingDate())
                .isEqualTo(DAY);
    }

    private static CheckedStatements checked(String format, String account, StatementSource source) {
        Statement statement = new Statement(
                account,
                "1",
                "EUR",
                null,
                null,
                null,
                null,
                null,
                List.of(new Statement.Entry(
                        DAY,
                        null,
                        BigDecimal.ONE,
                        "EUR",
                        false,
                        null,
                        List.of(new Statement.Payment(BigDecimal.ONE, "EUR", null, null, null, null, null)))));
        return new CheckedStatements(
                new StatementFile("file", format, List.of(statement), List.of()), source, ACME, DAY);
    }
}
