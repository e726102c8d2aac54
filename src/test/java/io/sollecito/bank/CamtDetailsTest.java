package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a camt entry and its transactions tell beyond amount, parties and text. */
class CamtDetailsTest {

    private static final String DOMAIN =
            "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>";
    private static final String OWN = "<BkTxCd><Prtry><Cd>NTRF+166+931</Cd><Issr>DK</Issr></Prtry></BkTxCd>";

    @TempDir
    Path folder;

    @Test
    void transaction_codes_are_the_transactions_or_the_entrys() {
        assertThat(payment("100.00", DOMAIN + details("")).particulars().transactionCode())
                .isEqualTo("PMNT/RCDT/ESCT");
        assertThat(payment("100.00", DOMAIN + details(OWN)).particulars().transactionCode())
                .isEqualTo("NTRF+166+931");
        assertThat(payment("100.00", OWN).particulars().transactionCode()).isEqualTo("NTRF+166+931");
        assertThat(payment("100.00", DOMAIN.replaceAll("<Fmly>.*</Fmly>", ""))
                        .particulars()
                        .transactionCode())
                .isEqualTo("PMNT");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "<Chrgs><Amt Ccy='EUR'>3.50</Amt></Chrgs>,3.50",
                "<Chrgs><TtlChrgsAndTaxAmt Ccy='EUR'>4.00</TtlChrgsAndTaxAmt><Rcrd><Amt Ccy='EUR'>3.50</Amt></Rcrd></Chrgs>,4.00",
                "<Chrgs><Rcrd><Amt Ccy='EUR'>3.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd><Rcrd><Amt Ccy='EUR'>1.00</Amt></Rcrd></Chrgs>,4.50",
                "<Chrgs><Rcrd><Amt Ccy='EUR'>3.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></Rcrd></Chrgs>,-",
                "<Chrgs><Rcrd><Amt Ccy='USD'>3.50</Amt></Rcrd></Chrgs>,-",
                "<Chrgs><Rcrd><Amt Ccy='EUR'>0.00</Amt></Rcrd></Chrgs>,-"
            })
    void charges_are_summed_up_in_the_payments_currency(String charges, BigDecimal sum) {
        assertThat(payment("100.00", details(charges)).particulars().charges()).isEqualTo(sum);
        assertThat(payment("100.00", charges + details("")).particulars().charges())
                .isEqualTo(sum);
    }

    @Test
    void the_amount_as_instructed_is_kept_where_it_is_another() {
        String exchanged =
                "<AmtDtls><InstdAmt><Amt Ccy='USD'>110.00</Amt></InstdAmt><TxAmt><Amt Ccy='EUR'>100.00</Amt><CcyXchg>"
                        + "<SrcCcy>USD</SrcCcy><XchgRate>1.1</XchgRate></CcyXchg></TxAmt></AmtDtls>";

        assertThat(payment("100.00", details(exchanged)).particulars())
                .isEqualTo(new Particulars(null, null, new BigDecimal("110.00"), "USD"));
        assertThat(payment("100.00", details(exchanged.replace("USD'>110.00", "EUR'>103.50")))
                        .particulars())
                .isEqualTo(new Particulars(null, null, new BigDecimal("103.50"), "EUR"));
        assertThat(payment("100.00", details(exchanged.replace("USD'>110.00", "EUR'>100.00")))
                        .particulars())
                .isEqualTo(Particulars.NONE);
        assertThat(payment("100.00", details("<AmtDtls><CntrValAmt><Amt Ccy='CHF'>95.00</Amt></CntrValAmt></AmtDtls>"))
                        .particulars()
                        .originalCurrency())
                .isEqualTo("CHF");
    }

    @Test
    void who_really_paid_stands_in_where_a_bank_or_nobody_is_named() {
        String ultimate = "<UltmtDbtr><Nm>Kunde AG</Nm></UltmtDbtr>";

        assertThat(party("<Dbtr><Agt><FinInstnId><Nm>Bank</Nm></FinInstnId></Agt></Dbtr>" + ultimate))
                .isEqualTo("Kunde AG");
        assertThat(party("<Dbtr><Pty><Nm>Zahlstelle</Nm></Pty></Dbtr>" + ultimate))
                .isEqualTo("Zahlstelle");
        assertThat(party("<Dbtr/>" + ultimate.replace("<Nm>Kunde AG</Nm>", "<Pty><Nm>Kunde AG</Nm></Pty>")))
                .isEqualTo("Kunde AG");
        assertThat(party("<Dbtr><Agt><FinInstnId><Nm>Bank</Nm></FinInstnId></Agt></Dbtr>"))
                .isEqualTo("Bank");
    }

    @Test
    void accounts_without_iban_are_kept_unless_they_say_nothing() {
        String account = "<DbtrAcct><Id><Othr><Id>0532013000</Id></Othr></Id></DbtrAcct>";

        assertThat(payment("100.00", details("<RltdPties>" + account + "</RltdPties>"))
                        .counterparty())
                .isEqualTo(new Counterparty(null, "0532013000"));
        assertThat(payment(
                                "100.00",
                                details("<RltdPties>" + account.replace("0532013000", "NOTPROVIDED") + "</RltdPties>"))
                        .counterparty())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "<RtrInf><Rsn><Cd>AC06</Cd></Rsn></RtrInf>,AC06",
        "<RtrInf><RtrRsn><Cd>AC06</Cd></RtrRsn></RtrInf>,AC06",
        "<RtrInf><Rsn><Prtry>914</Prtry></Rsn></RtrInf>,914",
        "<RtrInf><OrgnlBkTxCd><Prtry><Cd>x</Cd></Prtry></OrgnlBkTxCd><AddtlInf>Konto aufgeloest</AddtlInf></RtrInf>,NARR",
        "<RtrInf/>,MS03"
    })
    void a_return_always_has_a_reason(String returned, String reason) {
        assertThat(payment("100.00", details(returned)).returnReason()).isEqualTo(reason);
    }

    @Test
    void the_reason_of_a_return_in_words_is_kept() {
        assertThat(payment("100.00", details("<RtrInf><AddtlInf>Konto aufgeloest</AddtlInf></RtrInf>"))
                        .remittance())
                .isEqualTo("Konto aufgeloest");
    }

    @Test
    void documents_are_kept_with_their_amounts() {
        String documents = document("2026/1042", "119.00") + document("2026/1043", "81.00")
                + "<Strd><RfrdDocInf><Nb>2026/1044</Nb></RfrdDocInf><RfrdDocAmt><CdtNoteAmt Ccy='EUR'>10.00</CdtNoteAmt></RfrdDocAmt></Strd>";

        assertThat(payment("190.00", details("<RmtInf><Ustrd>Zahlung</Ustrd>" + documents + "</RmtInf>"))
                        .remittance())
                .isEqualTo("Zahlung 2026/1042: 119.00 EUR 2026/1043: 81.00 EUR 2026/1044: -10.00 EUR");
    }

    @Test
    void several_creditor_references_are_kept_with_their_amounts() {
        String references = reference("RF18539007547034", "60.00") + reference("RF712348231", "40.00");
        Payment payment = payment("100.00", details("<RmtInf>" + references + "</RmtInf>"));

        assertThat(payment.creditorReference()).isEqualTo("RF18539007547034");
        assertThat(payment.remittance()).isEqualTo("RF18539007547034: 60.00 EUR RF712348231: 40.00 EUR");
    }

    @Test
    void a_reference_of_the_banks_own_stands_in_for_its_reference() {
        String refs = "<Refs><Prtry><Tp>00</Tp><Ref>P-1</Ref></Prtry></Refs>";

        assertThat(read(CamtFixture.statement()
                                .entry("100.00", null, "<TxDtls>" + refs + "</TxDtls>")
                                .xml())
                        .statements()
                        .get(0)
                        .entries()
                        .get(0)
                        .bankReference())
                .isEqualTo("P-1");
    }

    @Test
    void batches_that_hold_something_else_than_they_say_are_problems() {
        String two = CamtFixture.details("60.00", "E", "A", null, "x", null)
                + CamtFixture.details("40.00", "E", "A", null, "x", null);
        String batch = "<Btch><NbOfTxs>2</NbOfTxs><TtlAmt Ccy='EUR'>100.00</TtlAmt></Btch>";

        assertThat(problems(CamtFixture.statement().entry("100.00", "B", batch, two)))
                .isEmpty();
        assertThat(problems(CamtFixture.statement().entry("100.00", "B", batch.replace("100.00", "90.00"), two)))
                .containsExactly("a batch of 90.00 EUR holds transactions of 100.00");
        assertThat(problems(CamtFixture.statement().entry("100.00", "B", CamtFixture.batch(1), two)))
                .containsExactly("a batch of 1 transactions holds 2");
    }

    @Test
    void what_a_single_detail_leaves_of_its_entry_is_not_its_payment() {
        String xml = entryOf("100.00", CamtFixture.details("15.00", "E1", "A", null, "INV 1", null));

        assertThat(read(xml).statements().get(0).entries().get(0).payments())
                .extracting(Payment::amount)
                .containsExactly(new BigDecimal("15.00"), new BigDecimal("85.00"));
    }

    @Test
    void details_of_a_reversal_that_are_signed_as_what_it_takes_back_give_nothing() {
        String credit = "<TxDtls><Amt Ccy='EUR'>50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>";
        String xml = entryOf("-100.00", credit + credit)
                .replace("<CdtDbtInd>DBIT</CdtDbtInd>", "<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>");

        Statement.Entry entry = read(xml).statements().get(0).entries().get(0);
        assertThat(entry.reversal()).isTrue();
        assertThat(entry.payments())
                .extracting(Payment::amount)
                .containsExactly(new BigDecimal("-50.00"), new BigDecimal("-50.00"));
    }

    @Test
    void an_entry_that_says_neither_that_money_came_nor_that_it_went_does_not_count() {
        String xml = CamtFixture.statement()
                .withoutBalances()
                .entry("100.00", "B1")
                .xml()
                .replace("CRDT", "CREDIT");

        assertThat(read(xml).problems()).isNotEmpty();
        assertThat(read(xml).statements().get(0).entries()).isEmpty();
    }

    private String entryOf(String amount, String details) {
        return CamtFixture.statement().entry(amount, "B1", details).xml();
    }

    @ParameterizedTest
    @CsvSource({
        "<TtlNtries><NbOfNtries>2</NbOfNtries><Sum>140.00</Sum></TtlNtries>,0",
        "<TtlNtries><NbOfNtries>2</NbOfNtries><Sum>60</Sum></TtlNtries>,0",
        "<TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries>,1",
        "<TtlNtries><NbOfNtries>2</NbOfNtries><Sum>141.00</Sum></TtlNtries>,1",
        "<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>100.00</Sum></TtlCdtNtries>,0",
        "<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>140.00</Sum></TtlCdtNtries>,1",
        "<TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>40.0</Sum></TtlDbtNtries>,0",
        "<TtlDbtNtries><NbOfNtries>-1</NbOfNtries></TtlDbtNtries>,1",
        "<TtlDbtNtries><Sum>much</Sum></TtlDbtNtries>,1"
    })
    void summaries_are_compared_with_the_entries(String summary, int problems) {
        String xml = CamtFixture.statement()
                .entry("100.00", "B1")
                .entry("-40.00", "B2")
                .xml()
                .replaceFirst("<Ntry>", "<TxsSummry>" + summary + "</TxsSummry><Ntry>");

        assertThat(read(xml).problems()).hasSize(problems);
        assertThat(read(xml).statements().get(0).balanced()).isEqualTo(problems == 0);
    }

    @Test
    void pages_of_a_statement_add_up_from_interim_balance_to_interim_balance() {
        String first = page(
                "1",
                "false",
                CamtFixture.statement().entry("100.00", "B1").xml().replace("CLBD", "ITBD"));
        String second = page(
                "2",
                "false",
                CamtFixture.statement()
                        .opening("100.00")
                        .entry("50.00", "B2")
                        .xml()
                        .replace("OPBD", "ITBD")
                        .replace("CLBD", "ITBD"));
        String last = page(
                "3",
                "true",
                CamtFixture.statement()
                        .opening("150.00")
                        .entry("-20.00", "B3")
                        .xml()
                        .replace("OPBD", "ITBD"));
        String wrong = second.replace("150.00", "151.00");

        for (String page : new String[] {first, second, last}) {
            assertThat(read(page).problems()).isEmpty();
            assertThat(read(page).statements().get(0).balanced()).isTrue();
        }
        assertThat(read(wrong).statements().get(0).balanced()).isFalse();
        assertThat(read(second).statements().get(0).openingBalance()).isEqualByComparingTo("100");
        assertThat(read(second).statements().get(0).closingBalance()).isEqualByComparingTo("150");
    }

    @Test
    void a_copy_reads_as_its_original_and_amounts_may_be_zero() {
        String xml =
                CamtFixture.statement().entry("0.00", "B1").entry("5.00", "B2").xml();

        assertThat(read(xml.replace("<Acct>", "<CpyDplctInd>DUPL</CpyDplctInd><Acct>"))
                        .statements())
                .isEqualTo(read(xml).statements());
        assertThat(read(xml).statements().get(0).entries()).hasSize(2);
        assertThat(read(xml).statements().get(0).balanced()).isTrue();
    }

    private String party(String parties) {
        return payment("100.00", details("<RltdPties>" + parties + "</RltdPties>"))
                .counterparty()
                .name();
    }

    private static String details(String inside) {
        return "<NtryDtls><TxDtls>" + inside + "</TxDtls></NtryDtls>";
    }

    private static String document(String number, String amount) {
        return "<Strd><RfrdDocInf><Nb>" + number + "</Nb></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy='EUR'>" + amount
                + "</RmtdAmt></RfrdDocAmt></Strd>";
    }

    private static String reference(String reference, String amount) {
        return "<Strd><RfrdDocAmt><RmtdAmt Ccy='EUR'>" + amount + "</RmtdAmt></RfrdDocAmt><CdtrRefInf><Ref>" + reference
                + "</Ref></CdtrRefInf></Strd>";
    }

    private static String page(String number, String last, String xml) {
        return xml.replace(
                "<Acct>",
                "<StmtPgntn><PgNb>" + number + "</PgNb><LastPgInd>" + last + "</LastPgInd></StmtPgntn><Acct>");
    }

    private java.util.List<String> problems(CamtFixture statement) {
        return read(statement.xml()).problems().stream().map(Problem::message).toList();
    }

    /** Of an entry in EUR with these further elements. */
    private Payment payment(String amount, String elements) {
        StatementFile file =
                read(CamtFixture.statement().entry(amount, "B").xml().replace("<NtryDtls></NtryDtls>", elements));
        assertThat(file.problems()).isEmpty();
        Statement.Entry entry = file.statements().get(0).entries().get(0);
        return entry.payments().get(0);
    }

    private StatementFile read(String content) {
        try {
            return StatementReader.read(Files.writeString(folder.resolve("s.xml"), content), "s.xml");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
