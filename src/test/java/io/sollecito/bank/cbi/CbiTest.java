package io.sollecito.bank.cbi;

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

class CbiTest {

    private static final String PAYER = "IT23A0336844430152923804660";

    @Test
    void a_transfer_reads_with_what_its_structured_information_says() {
        StatementFile file = read(CbiFixture.flow()
                .account(100_000)
                .movement(119_000, "48", "BONIFICO A VOSTRO FAVORE")
                .information("YYY", pad("15012026RSSMRA80A01F205X", 24) + pad("ROSSI MARIO S.R.L.", 40) + "MILANO")
                .information("YY2", pad("VIA ROMA 1", 50) + PAYER)
                .information("ID1", pad("MSG-1", 35) + "E2E-1")
                .information("RI1", "SALDO FATTURA 2026/1042")
                .close());

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("cbi.rh");
        Statement statement = statement(file);
        assertThat(statement.account()).isEqualTo("IT60X0542811101000000123456");
        assertThat(statement.currency()).isEqualTo("EUR");
        assertThat(statement.openingDate()).isEqualTo("2026-02-18");
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
                        "BANKREF1",
                        List.of(new Payment(
                                new BigDecimal("1190.00"),
                                "EUR",
                                "E2E-1",
                                null,
                                "SALDO FATTURA 2026/1042 BONIFICO A VOSTRO FAVORE RSSMRA80A01F205X",
                                new Counterparty("ROSSI MARIO S.R.L.", PAYER),
                                null,
                                new Particulars("48", null, null, null)))));
    }

    @Test
    void reconciliation_information_goes_on_in_its_second_record() {
        String text =
                "FATTURE 2026/1042 2026/1043 2026/1044 2026/1045 2026/1046 2026/1047 2026/1048 2026/1049 2026/1050 2026/1051"
                        + " MENO NC 2026/77 COME DA VS ACCORDI";
        Statement statement = statement(read(CbiFixture.flow()
                .account(0)
                .movement(100, "48", "")
                .information("RI1", text.substring(0, 104))
                .information("RI2", text.substring(104))
                .close()));

        assertThat(only(statement).remittance()).isEqualTo(text);
    }

    @Test
    void free_information_goes_on_from_record_to_record() {
        String text =
                "DA: BIANCHI S.P.A. PER: ACCONTO ORDINE 4711 DEL 15/01/2026 E SALDO FATTURE 2026/1042 E 2026/1043 SCADUTE IL 31/01/2026 COME DA ACCORDI";
        Statement statement = statement(read(CbiFixture.flow()
                .account(0)
                .movement(100, "48", "BONIFICO")
                .information("", text.substring(0, 107))
                .information("", text.substring(107))
                .close()));

        assertThat(only(statement).remittance()).isEqualTo("BONIFICO " + text);
    }

    @Test
    void a_foreign_transfer_keeps_its_original_amount_and_its_costs() {
        Payment payment = only(statement(read(CbiFixture.flow()
                .account(0)
                .movement(9_000, "ZI", "BONIFICO DALL'ESTERO")
                .information(
                        "ZZ1",
                        "000000000000100,00USD000000000000100,00USD000000000000100,00USD000001,09000"
                                + "0000000001,500000000002,00400")
                .information("ZZ2", "ROSSI USA INC")
                .information("ZZ3", pad("ACME ITALIA S.P.A.", 50) + "INVOICE 2026/1042")
                .close())));

        assertThat(payment.particulars().originalAmount()).isEqualByComparingTo("100");
        assertThat(payment.particulars().originalCurrency()).isEqualTo("USD");
        assertThat(payment.particulars().charges()).isEqualByComparingTo("3.50");
        assertThat(payment.counterparty().name()).isEqualTo("ROSSI USA INC");
        assertThat(payment.remittance()).contains("INVOICE 2026/1042");
    }

    @Test
    void of_money_that_goes_abroad_the_other_side_is_the_payee() {
        assertThat(only(statement(read(CbiFixture.flow()
                                .account(0)
                                .movement(-9_000, "ZL", "")
                                .information("ZZ2", "ACME ITALIA S.P.A.")
                                .information("ZZ3", "SUPPLIER GMBH")
                                .close())))
                        .counterparty()
                        .name())
                .isEqualTo("SUPPLIER GMBH");
    }

    @Test
    void cash_pooling_and_records_that_are_not_known_are_kept_as_text() {
        assertThat(only(statement(read(CbiFixture.flow()
                                .account(0)
                                .movement(100, "34", "GIROCONTO")
                                .information("KKK", "X0542811101000000654321")
                                .add(" 660000001 STRANO")
                                .close())))
                        .remittance())
                .isEqualTo("GIROCONTO X0542811101000000654321 660000001 STRANO");
    }

    @ParameterizedTest
    @CsvSource({"42, true", "08, true", "48, false"})
    void unpaid_bills_and_direct_debits_are_reversals(String cause, boolean reversal) {
        assertThat(statement(read(CbiFixture.flow()
                                .account(0)
                                .movement(-100, cause, "")
                                .close()))
                        .entries()
                        .get(0)
                        .reversal())
                .isEqualTo(reversal);
    }

    @ParameterizedTest
    @CsvSource({
        "X0542811101000000123456EUR, IT60, IT60X0542811101000000123456",
        "X0542811101000000123456EUR, '    ', IT60X0542811101000000123456",
        "' 0542811101000000123456EUR', '    ', 0542811101000000123456",
        "U0322509800000000270100EUR, SM86, SM86U0322509800000000270100"
    })
    void the_account_is_an_iban_where_its_coordinates_make_one(String coordinates, String iban, String account) {
        assertThat(statement(read(
                                CbiFixture.flow().account(0, coordinates, iban).close()))
                        .account())
                .isEqualTo(account);
    }

    @Test
    void every_account_is_a_statement_and_line_ends_and_first_blanks_do_not_matter() {
        StatementFile file = Reading.read(new CbiFormat(), CbiFixture.sample());

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).hasSize(2).extracting(Statement::balanced).containsOnly(true);
        for (String end : List.of("", "\r\n", "\n\n")) {
            assertThat(Reading.read(new CbiFormat(), CbiFixture.sample().replace("\n", end)))
                    .isEqualTo(file);
        }
        assertThat(Reading.read(
                        new CbiFormat(),
                        CbiFixture.sample().lines().map(String::strip).reduce("", (a, b) -> a + b + "\n")))
                .isEqualTo(file);
    }

    @Test
    void a_closing_balance_for_every_day_is_one_statement() {
        Statement statement = statement(read(CbiFixture.flow("EC")
                .account(0)
                .movement(100, "48", "")
                .close()
                .movement(200, "48", "")
                .close()
                .add(" 650000001190226C000000000003,00")));

        assertThat(statement.entries()).hasSize(2);
        assertThat(statement.closingBalance()).isEqualByComparingTo("3");
        assertThat(statement.balanced()).isTrue();
    }

    @Test
    void a_lost_record_shows_in_the_trailers_count() {
        StatementFile file = Reading.read(new CbiFormat(), CbiFixture.sample().replaceFirst("(?m)^ 63.*RI1.*\n", ""));

        assertThat(messages(file)).containsExactly("the trailer counts '0000012' records, but there are 11");
        assertThat(file.problems().get(0).line()).isEqualTo(11);
        assertThat(file.problems().get(0).column()).isEqualTo(83);
    }

    @Test
    void a_lost_account_shows_in_the_trailers_count() {
        assertThat(messages(
                        Reading.read(new CbiFormat(), CbiFixture.sample().replaceAll("(?m)^ 6[14]0000002.*\n", ""))))
                .contains("the trailer counts '0000002' account reports, but there are 1");
    }

    @Test
    void what_cannot_be_read_is_named_with_its_place() {
        String text =
                CbiFixture.flow().account(0).movement(119_000, "48", "").close().text();

        StatementFile amount = Reading.read(new CbiFormat(), text.replaceFirst("000000001190,00", "000000001190.00"));
        assertThat(statement(amount).entries()).isEmpty();
        assertThat(statement(amount).balanced()).isFalse();
        assertThat(amount.problems().get(0).line()).isEqualTo(3);
        assertThat(amount.problems().get(0).column()).isEqualTo(26);

        StatementFile date = read(CbiFixture.flow()
                .account(0)
                .movement(1, "180226", "300226", "48", "")
                .close());
        assertThat(messages(date)).containsExactly("there is no such date");
        assertThat(date.problems().get(0).column()).isEqualTo(20);

        assertThat(messages(read(CbiFixture.flow()
                        .account(0, "X0542811101000000123456QQQ", "IT60")
                        .close())))
                .containsExactly("'QQQ' is no ISO 4217 currency");
    }

    @Test
    void a_record_of_another_account_report_is_a_problem() {
        StatementFile file = Reading.read(
                new CbiFormat(),
                CbiFixture.flow()
                        .account(0)
                        .movement(1, "48", "")
                        .close()
                        .text()
                        .replace(" 620000001", " 620000007"));

        assertThat(statement(file).balanced()).isFalse();
        assertThat(file.problems().get(0).column()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?m)^ 640000001.*\n", "(?m)^ 610000001.*\n"})
    void an_account_without_one_of_its_balances_is_damage(String missing) {
        StatementFile file = Reading.read(new CbiFormat(), CbiFixture.sample().replaceFirst(missing, ""));

        assertThat(file.statements()).isEmpty();
        assertThat(file.problems()).hasSize(1);
    }

    @Test
    void a_flow_without_trailer_may_lack_accounts_and_one_without_accounts_is_no_statement() {
        assertThat(messages(Reading.read(new CbiFormat(), CbiFixture.sample().replaceFirst("(?m)^ EF.*\n", ""))))
                .containsExactly("the file has no trailer (EF), so accounts may be missing");
        assertThat(messages(read(CbiFixture.flow()))).containsExactly("there is no statement in this file");
    }

    private static Payment only(Statement statement) {
        assertThat(statement.entries()).hasSize(1);
        return statement.entries().get(0).payments().get(0);
    }

    private static StatementFile read(CbiFixture flow) {
        return Reading.read(new CbiFormat(), flow.text());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
