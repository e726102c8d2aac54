package io.sollecito.bank.ofx;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.Reading;
import io.sollecito.bank.Samples;
import io.sollecito.bank.StatementFile;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfxTest {

    /** Unclosed elements, decimal commas, a zone in brackets, one FITID twice. */
    private static final String BANK = Samples.text("ofx/unclosed-elements.ofx");

    /** Version 2: a credit card with amounts of another currency, and a bank account. */
    private static final String CARD_AND_BANK = Samples.text("ofx/card-and-bank.xml");

    /** An account for securities: a purchase is none of its cash transactions. */
    private static final String SECURITIES = Samples.text("ofx/securities.xml");

    private static final String HEADER = """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            SECURITY:NONE
            ENCODING:USASCII
            CHARSET:1252
            COMPRESSION:NONE
            OLDFILEUID:NONE
            NEWFILEUID:NONE

            """;

    @Test
    void a_bank_account_in_sgml_reads_with_unclosed_elements_and_commas() {
        StatementFile file = read(BANK);

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("ofx.102");
        Statement statement = file.statements().get(0);
        assertThat(statement.account()).isEqualTo("0341/1234/123456789-0");
        assertThat(statement.currency()).isEqualTo("EUR");
        assertThat(statement.openingDate()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(statement.openingBalance()).isNull();
        assertThat(statement.closingBalance()).isEqualTo(new BigDecimal("-310.25"));
        assertThat(statement.closingDate()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(statement.balanced()).isNull();
        assertThat(statement.entries())
                .extracting(Statement.Entry::amount)
                .containsExactly(new BigDecimal("1190.50"), new BigDecimal("-12.50"));
        Statement.Payment paid = statement.entries().get(0).payments().get(0);
        assertThat(paid.counterparty().name()).isEqualTo("Padaria S\u00e3o Jo\u00e3o & Cia");
        assertThat(paid.remittance()).isEqualTo("Fatura 2026/1042");
        assertThat(paid.particulars().transactionCode()).isEqualTo("CREDIT");
    }

    @Test
    void a_day_is_the_one_that_the_bank_wrote_whatever_its_zone() {
        Statement statement = read(BANK).statements().get(0);

        assertThat(statement.entries())
                .extracting(Statement.Entry::bookingDate)
                .containsExactly(LocalDate.of(2026, 2, 18), LocalDate.of(2026, 2, 19));
        assertThat(statement.entries().get(1).valueDate()).isEqualTo(LocalDate.of(2026, 2, 20));
    }

    @Test
    void two_transactions_with_one_id_are_two() {
        assertThat(read(BANK).statements().get(0).entries())
                .extracting(Statement.Entry::bankReference)
                .containsExactly("20260218A", "20260218A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void texts_are_read_in_utf_8_or_else_in_the_charset_of_the_header(String charset) {
        StatementFile file = Reading.read(new OfxFormat(), BANK.getBytes(Charset.forName(charset)));

        assertThat(name(file)).isEqualTo("Padaria S\u00e3o Jo\u00e3o & Cia");
    }

    @Test
    void another_charset_of_the_header_counts_too() {
        String text = BANK.replace("CHARSET:1252", "CHARSET:1251")
                .replace("Padaria", "\u0424\u0438\u0440\u043c\u0430")
                .replace("\u00e3", "a");

        assertThat(name(Reading.read(new OfxFormat(), text.getBytes(Charset.forName("windows-1251")))))
                .startsWith("\u0424\u0438\u0440\u043c\u0430");
    }

    @Test
    void a_header_and_a_document_on_one_line_read_as_well() {
        String text = BANK.replace("\n", "");

        StatementFile file = read(text);

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("ofx.102");
        assertThat(file.statements()).isEqualTo(read(BANK).statements());
    }

    @Test
    void a_card_and_an_account_in_xml_are_two_statements() {
        StatementFile file = read(CARD_AND_BANK);

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("ofx.211");
        assertThat(file.statements())
                .extracting(Statement::account)
                .containsExactly("4111", "IT60X0542811101000000123456");
        Statement.Payment card =
                file.statements().get(0).entries().get(0).payments().get(0);
        assertThat(card.amount()).isEqualByComparingTo("-41.20");
        assertThat(card.counterparty().name()).isEqualTo("Caf\u00e9 <Noir>");
        assertThat(card.particulars().originalCurrency()).isEqualTo("EUR");
        Statement.Payment paid =
                file.statements().get(1).entries().get(0).payments().get(0);
        assertThat(paid.creditorReference()).isEqualTo("RF18539007547034");
        assertThat(paid.counterparty()).isEqualTo(new Statement.Counterparty("Rossi S.r.l.", "DE89370400440532013000"));
        assertThat(paid.remittance()).isEqualTo("ft 1042");
    }

    @Test
    void of_an_account_for_securities_the_cash_transactions_count() {
        Statement statement = read(SECURITIES).statements().get(0);

        assertThat(statement.account()).isEqualTo("777");
        assertThat(statement.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo("1000");
            assertThat(entry.bankReference()).isEqualTo("10");
        });
        assertThat(statement.closingBalance()).isNull();
    }

    @Test
    void an_amount_in_another_currency_is_of_that_currency() {
        String text = BANK.replace("<MEMO>Tarifa", "<MEMO>Tarifa<CURRENCY><CURRATE>1.1<CURSYM>USD</CURRENCY>");

        assertThat(read(text).statements().get(0).entries())
                .extracting(Statement.Entry::currency)
                .containsExactly("EUR", "USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.190", "1,190", "12a", "1.2.3,4,5", "--1"})
    void an_amount_that_is_none_or_could_be_two_is_told_and_no_entry(String amount) {
        StatementFile file = read(BANK.replace("1190,50", amount));

        assertThat(file.statements().get(0).entries()).hasSize(1);
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("'" + amount + "' is no amount");
            assertThat(problem.line()).isEqualTo(23);
            assertThat(problem.column()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1190.50", "+1,190.50", "1.190,50", "1190,500"})
    void an_amount_reads_with_either_decimal_sign(String amount) {
        assertThat(read(BANK.replace("1190,50", amount))
                        .statements()
                        .get(0)
                        .entries()
                        .get(0)
                        .amount())
                .isEqualByComparingTo("1190.50");
    }

    @Test
    void an_impossible_day_and_a_correction_are_told() {
        String text = BANK.replace("<DTPOSTED>20260219", "<DTPOSTED>20260230")
                .replace("<MEMO>Tarifa", "<CORRECTFITID>77<CORRECTACTION>DELETE<MEMO>Tarifa");

        assertThat(read(text).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "'20260230' is no day",
                        "this corrects transaction 77, which the bank told before",
                        "a transaction has no day (DTPOSTED)");
    }

    @Test
    void the_banks_own_error_is_told() {
        String text = HEADER
                + "<OFX><BANKMSGSRSV1><STMTTRNRS><STATUS><CODE>2003<SEVERITY>ERROR<MESSAGE>Account not found</STATUS>"
                + "</STMTTRNRS></BANKMSGSRSV1></OFX>";

        assertThat(read(text).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "the bank answered with error 2003: Account not found", "there is no statement in this file");
    }

    @Test
    void a_truncated_document_is_damaged() {
        for (String text : List.of(BANK, CARD_AND_BANK, SECURITIES)) {
            StatementFile file = read(text.substring(0, text.lastIndexOf("</OFX>")));

            assertThat(file.statements()).isEmpty();
            assertThat(file.problems()).hasSize(1);
        }
    }

    @Test
    void entities_of_its_own_are_refused() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE OFX [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<OFX><BANKMSGSRSV1>&b;</BANKMSGSRSV1></OFX>";

        assertThat(read(bomb).statements()).isEmpty();
        assertThat(read(bomb).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("the XML cannot be read"));
    }

    @Test
    void a_transaction_that_does_not_end_is_told_and_not_lost() {
        StatementFile file = read(BANK.replaceFirst("</STMTTRN>", ""));

        assertThat(file.statements().get(0).entries()).hasSize(2);
        assertThat(file.problems()).extracting(Problem::message).containsExactly("a transaction begins within another");
        assertThat(read(BANK.replace("<STMTRS>", "<X>")).problems())
                .extracting(Problem::message)
                .contains("a transaction stands outside a statement");
    }

    @Test
    void a_statement_that_the_end_of_the_document_does_not_end_is_told_and_not_lost() {
        StatementFile file = read(BANK.replace("<OFX>", "")
                .replace("<CURDEF>EUR", "<CURDEF>EUR\n<OFX>")
                .replaceFirst("(?s)</STMTRS>.*", "</OFX>"));

        assertThat(file.statements().get(0).entries()).hasSize(2);
        assertThat(file.problems())
                .extracting(Problem::message)
                .containsExactly("the statement does not end before </OFX>");
    }

    @Test
    void what_follows_the_end_of_the_document_is_told_and_not_passed_over() {
        assertThat(read(BANK.replaceFirst("<STMTTRN>", "</OFX><STMTTRN>")).problems())
                .extracting(Problem::message)
                .containsExactly("<STMTTRN> follows after </OFX>, and only a further document may");
    }

    @Test
    void what_looks_like_a_tag_in_a_text_is_text() {
        String text = BANK.replace("Fatura 2026/1042", "<![CDATA[A < B & 3 <> 4]]>");

        assertThat(read(text)
                        .statements()
                        .get(0)
                        .entries()
                        .get(0)
                        .payments()
                        .get(0)
                        .remittance())
                .isEqualTo("A < B & 3 <> 4");
    }

    @Test
    void documents_that_follow_each_other_all_count() {
        assertThat(read(BANK + BANK).statements()).hasSize(2);
    }

    @Test
    void only_this_format_takes_it() {
        for (String text :
                List.of(BANK, CARD_AND_BANK, SECURITIES, BANK.replace("\n", ""), "\r\n" + BANK, "<OFX><X></X></OFX>")) {
            assertThat(Reading.recognisers(text)).containsExactly("ofx");
        }
    }

    private static String name(StatementFile file) {
        return file.statements()
                .get(0)
                .entries()
                .get(0)
                .payments()
                .get(0)
                .counterparty()
                .name();
    }

    private static StatementFile read(String text) {
        return Reading.read(new OfxFormat(), text);
    }
}
