package io.sollecito.bank.mt;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.StatementFile;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Entry;
import org.junit.jupiter.api.Test;

class Mt942Test {

    private static final String REPORT = """
            :20:REPORT1
            :25:DE89370400440532013000
            :28C:00012/1
            :34F:EURD1000,00
            :34F:EURC500,00
            :13D:2602181530+0100
            :61:2602180218C600,00NTRFNONREF//B-1
            :86:166?00GUTSCHRIFT?20SVWZ+Rechnung 1042
            :61:2602180218RC600,00NTRFNONREF//B-2
            :86:166?00STORNO?20SVWZ+Rechnung 1042
            :61:260219EC700,00NTRFNONREF//B-3
            :86:166?00VORMERKUNG?20SVWZ+Rechnung 1043
            :90D:1EUR600,00
            :90C:2EUR1300,00
            -
            """;

    @Test
    void a_report_during_the_day_has_no_balances_and_closes_no_day() {
        StatementFile file = MtMessage.read(REPORT);
        Statement report = file.statements().get(0);

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("mt942");
        assertThat(report.balanced()).isNull();
        assertThat(report.openingBalance()).isNull();
        assertThat(report.closingDate()).isNull();
        assertThat(report.currency()).isEqualTo("EUR");
        assertThat(report.entries())
                .extracting(entry -> entry.amount().toPlainString())
                .containsExactly("600.00", "-600.00", "700.00");
    }

    @Test
    void what_is_only_expected_has_no_booking_date() {
        assertThat(MtMessage.read(REPORT).statements().get(0).entries())
                .extracting(Entry::bookingDate)
                .containsExactly(java.time.LocalDate.of(2026, 2, 18), java.time.LocalDate.of(2026, 2, 18), null);
    }

    @Test
    void counts_and_sums_that_disagree_are_problems() {
        for (String wrong : new String[] {":90C:1EUR1300,00", ":90C:2EUR1300,01", ":90C:zwei"}) {
            StatementFile file = MtMessage.read(REPORT.replace(":90C:2EUR1300,00", wrong));

            assertThat(file.problems()).as(wrong).hasSize(1);
            assertThat(file.statements()).hasSize(1);
        }
    }

    @Test
    void a_report_with_nothing_in_it_and_one_in_an_envelope_are_reports() {
        String empty = ":20:R\n:25:1234\n:28C:1/1\n:34F:EUR0,\n:13D:2602181530+0100\n:90D:0EUR0,\n:90C:0EUR0,\n-\n";
        StatementFile enveloped = MtMessage.read("{1:F01BANKDEFFXXXX0000000000}{2:I942BANKDEFFXXXXN}{4:\n"
                + ":20:R\n:25:1234EUR\n:28C:1/1\n:61:260218C1,00NTRFNONREF\n-}");

        assertThat(MtMessage.read(empty).format()).isEqualTo("mt942");
        assertThat(MtMessage.read(empty).problems()).isEmpty();
        assertThat(enveloped.format()).isEqualTo("mt942");
        assertThat(enveloped.statements().get(0).entries().get(0).currency()).isEqualTo("EUR");
        assertThat(enveloped.problems()).isEmpty();
    }
}
