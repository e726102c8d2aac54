package io.sollecito.delivery.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.bank.StatementReader;
import io.sollecito.ledger.writeback.WritebackBatch;
import io.sollecito.ledger.writeback.WritebackEntry;
import io.sollecito.ledger.writeback.WritebackFile;
import io.sollecito.model.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A batch in the forms that ERPs import. */
class WritebackFormsTest {

    private static final String IBAN = "IT60X0542811101000000123456";

    /** The children of what is written here, in the order of the message definition of camt.054.001.08. */
    private static final Map<String, String> ORDER = Map.ofEntries(
            Map.entry("Document", "BkToCstmrDbtCdtNtfctn"),
            Map.entry("BkToCstmrDbtCdtNtfctn", "GrpHdr Ntfctn SplmtryData"),
            Map.entry("GrpHdr", "MsgId CreDtTm MsgRcpt MsgPgntn OrgnlBizQry AddtlInf"),
            Map.entry(
                    "Ntfctn",
                    "Id NtfctnPgntn ElctrncSeqNb RptgSeq LglSeqNb CreDtTm FrToDt CpyDplctInd RptgSrc Acct RltdAcct"
                            + " Intrst TxsSummry Ntry AddtlNtfctnInf"),
            Map.entry("Acct", "Id Tp Ccy Nm Prxy Ownr Svcr"),
            Map.entry("TxsSummry", "TtlNtries TtlCdtNtries TtlDbtNtries TtlNtriesPerBkTxCd"),
            Map.entry("TtlNtries", "NbOfNtries Sum TtlNetNtry"),
            Map.entry("TtlNetNtry", "Amt CdtDbtInd"),
            Map.entry("TtlCdtNtries", "NbOfNtries Sum"),
            Map.entry("TtlDbtNtries", "NbOfNtries Sum"),
            Map.entry(
                    "Ntry",
                    "NtryRef Amt CdtDbtInd RvslInd Sts BookgDt ValDt AcctSvcrRef Avlbty BkTxCd ComssnWvrInd AddtlInfInd"
                            + " AmtDtls Chrgs TechInptChanl Intrst CardTx NtryDtls AddtlNtryInf"),
            Map.entry("Sts", "Cd"),
            Map.entry("BookgDt", "Dt"),
            Map.entry("ValDt", "Dt"),
            Map.entry("BkTxCd", "Domn Prtry"),
            Map.entry("NtryDtls", "Btch TxDtls"),
            Map.entry(
                    "TxDtls",
                    "Refs Amt CdtDbtInd AmtDtls Avlbty BkTxCd Chrgs Intrst RltdPties RltdAgts LclInstrm Purp RltdRmtInf"
                            + " RmtInf RltdDts RltdPric RltdQties FinInstrmId Tax RtrInf CorpActn SfkpgAcct CshDpst"
                            + " CardTx AddtlTxInf SplmtryData"),
            Map.entry(
                    "Refs",
                    "MsgId AcctSvcrRef PmtInfId InstrId EndToEndId UETR TxId MndtId ChqNb ClrSysRef AcctOwnrTxId"
                            + " AcctSvcrTxId MktInfrstrctrTxId PrcgId Prtry"),
            Map.entry("RltdPties", "InitgPty Dbtr DbtrAcct UltmtDbtr Cdtr CdtrAcct UltmtCdtr TradgPty Prtry"),
            Map.entry("Pty", "Nm PstlAdr Id CtryOfRes CtctDtls"),
            Map.entry("OrgId", "AnyBIC LEI Othr"),
            Map.entry("RmtInf", "Ustrd Strd"),
            Map.entry("Strd", "RfrdDocInf RfrdDocAmt CdtrRefInf Invcr Invcee TaxRmt GrnshmtRmt AddtlRmtInf"),
            Map.entry("RfrdDocInf", "Tp Nb RltdDt LineDtls"),
            Map.entry("CdtrRefInf", "Tp Ref"),
            Map.entry("AdjstmntAmtAndRsn", "Amt CdtDbtInd Rsn AddtlInf"),
            Map.entry("RfrdDocAmt", "DuePyblAmt DscntApldAmt CdtNoteAmt TaxAmt AdjstmntAmtAndRsn RmtdAmt"));

    @TempDir
    private Path folder;

    private static final WritebackBatch BATCH = new WritebackBatch(
            "ACME-IT",
            "sap",
            12,
            ZonedDateTime.parse("2026-03-02T09:15:00+01:00[Europe/Rome]"),
            List.of(
                    entry(1, "allocation", "1166.20", "EUR", "principal", IBAN, "RF18539007547034", "Rossi <b>\u0001"),
                    entry(2, "allocation", "23.80", "EUR", "discount", IBAN, null, "Rossi"),
                    entry(3, "reversal", "-100.00", "EUR", "principal", IBAN, null, "=cmd|' /C calc'!A0"),
                    entry(4, "allocation", "5.00", "CHF", "write-off", null, null, null)));

    private static WritebackEntry entry(
            int no,
            String kind,
            String amount,
            String currency,
            String purpose,
            String account,
            String reference,
            String payer) {
        boolean paid = account != null;
        LocalDate day = paid ? LocalDate.of(2026, 2, 27) : null;
        return new WritebackEntry(
                no,
                40 + no,
                40 + no,
                kind,
                new BigDecimal(amount),
                currency,
                purpose,
                "0000104711",
                "Rossi & figli S.r.l.",
                "1000/2026/1800000123/001",
                "-1800000123",
                "2026/1042",
                1,
                "INVOICE",
                LocalDate.of(2026, 1, 15),
                day,
                day,
                account,
                paid ? "00102" : null,
                paid ? "8829-" + no : null,
                null,
                reference,
                payer == null ? null : "saldo ft 1042\nграте",
                payer,
                null,
                "run");
    }

    private static WritebackFile file(String layout) {
        return WritebackLayouts.load(Path.of("config/writeback")).writer(layout).apply(BATCH);
    }

    @Test
    void a_table_gives_the_erp_its_own_numbers_back_and_disarms_the_texts_of_others() {
        assertThat(file("generic").content().lines())
                .containsExactly(
                        "record;batch;no;allocation;debtor;document;instalment;item;currency;amount;purpose;booked;"
                                + "account;bank reference;end-to-end id;payer;remittance",
                        "allocation;ACME-IT-sap-000012;1;41;0000104711;-1800000123;1;1000/2026/1800000123/001;EUR;"
                                + "1166.20;principal;2026-02-27;IT60X0542811101000000123456;8829-1;;Rossi <b> ;"
                                + "saldo ft 1042 грате",
                        "allocation;ACME-IT-sap-000012;2;42;0000104711;-1800000123;1;1000/2026/1800000123/001;EUR;"
                                + "23.80;discount;2026-02-27;IT60X0542811101000000123456;8829-2;;Rossi;"
                                + "saldo ft 1042 грате",
                        "reversal;ACME-IT-sap-000012;3;43;0000104711;-1800000123;1;1000/2026/1800000123/001;EUR;"
                                + "-100.00;principal;2026-02-27;IT60X0542811101000000123456;8829-3;;"
                                + "'=cmd|' /C calc'!A0;saldo ft 1042 грате",
                        "allocation;ACME-IT-sap-000012;4;44;0000104711;-1800000123;1;1000/2026/1800000123/001;CHF;"
                                + "5.00;write-off;;;;;;",
                        "total;ACME-IT-sap-000012;1;;;;;;CHF;5.00;;2026-03-02;;;;;",
                        "total;ACME-IT-sap-000012;3;;;;;;EUR;1090.00;;2026-03-02;;;;;");
    }

    @Test
    void a_table_is_written_with_the_erps_words_signs_and_charset() {
        WritebackFile sap = file("sap");

        assertThat(sap.charset().name()).isEqualTo("windows-1252");
        assertThat(sap.content().lines().skip(1))
                .first()
                .asString()
                .startsWith("D;1000;DZ;27.02.2026;27.02.2026;0000104711;-1800000123;H;EUR;1166,20;ZAHLUNG;41;");
        assertThat(sap.content()).contains(";S;EUR;100,00;ZAHLUNG;43;");
    }

    @Test
    void a_number_that_the_charset_cannot_hold_is_written_by_no_other() {
        WritebackEntry cyrillic = new WritebackEntry(
                1,
                1,
                1,
                "allocation",
                BigDecimal.ONE,
                "EUR",
                "principal",
                "1",
                null,
                "k",
                "СЧЁТ-1",
                null,
                1,
                "INVOICE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "run");
        WritebackBatch batch = new WritebackBatch("ACME-IT", "sap", 1, BATCH.madeAt(), List.of(cyrillic));

        assertThatThrownBy(() -> WritebackLayouts.load(Path.of("config/writeback"))
                        .writer("sap")
                        .apply(batch))
                .hasMessageContaining("'СЧЁТ-1' cannot be written in windows-1252");
    }

    @Test
    void the_name_stands_for_the_bytes() {
        WritebackBatch other = new WritebackBatch(
                "ACME-IT", "sap", 12, BATCH.madeAt(), BATCH.entries().subList(0, 1));

        assertThat(file("generic")).isEqualTo(file("generic"));
        assertThat(WritebackLayouts.load(Path.of("config/writeback"))
                        .writer("generic")
                        .apply(other)
                        .name())
                .startsWith("ACME-IT-sap-000012-")
                .isNotEqualTo(file("generic").name());
    }

    @Test
    void xml_is_a_notification_that_our_own_reader_takes_apart_again() throws IOException {
        WritebackFile xml = file(WritebackLayouts.XML);
        Path written = Files.write(folder.resolve(xml.name()), xml.bytes());

        List<Statement> statements = StatementReader.read(written, xml.name()).statements();

        assertThat(statements).extracting(Statement::account).containsExactly(IBAN, "NOTPROVIDED");
        assertThat(statements.get(0).entries())
                .extracting(entry -> entry.amount() + " " + entry.reversal())
                .contains("1166.20 false", "-100.00 true");
        assertThat(statements.get(0).entries().get(0).payments())
                .singleElement()
                .satisfies(payment -> assertThat(payment.creditorReference()).isEqualTo("RF18539007547034"));
    }

    @Test
    void xml_keeps_the_order_of_the_message_definition_and_tells_what_is_not_booked_at_the_bank() throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file(WritebackLayouts.XML).bytes()))
                .getDocumentElement();

        assertInOrder(root);
        assertThat(texts(root, "Sts")).containsExactly("BOOK", "INFO", "BOOK", "INFO");
        assertThat(texts(root, "TtlNetNtry")).containsExactly("1090.00CRDT", "5.00CRDT");
        assertThat(texts(root, "AddtlInf")).containsExactly("1 entries, sum 5.00 CHF; 3 entries, sum 1090.00 EUR");
    }

    private static void assertInOrder(Element element) {
        List<Element> children = children(element);
        if (children.isEmpty()) {
            return;
        }
        String known = ORDER.get(element.getTagName());
        if (known != null) {
            List<String> order = List.of(known.split(" "));
            List<Integer> places = children.stream()
                    .map(child -> order.indexOf(child.getTagName()))
                    .toList();
            assertThat(places).as(element.getTagName()).isSorted().doesNotContain(-1);
        }
        children.forEach(WritebackFormsTest::assertInOrder);
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                children.add(each);
            }
        }
        return children;
    }

    private static List<String> texts(Element root, String name) {
        List<String> texts = new ArrayList<>();
        var found = root.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
