package io.sollecito.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A camt.053 statement of payments for the items of a {@link LargeLedger}: most name an item's number, every tenth tells
 * nothing but who pays, every fiftieth is of somebody unknown.
 */
record ManyPayments(int payments, int items) {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>\
            <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-03T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>\
            <Acct><Id><IBAN>IT60X0542811101000000123456</IBAN></Id><Ccy>EUR</Ccy></Acct>
            """;
    private static final String BALANCE = """
            <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
            <Dt><Dt>2026-03-03</Dt></Dt></Bal>
            """;
    private static final String ENTRY = """
            <Ntry><NtryRef>%d</NtryRef><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
            <BookgDt><Dt>2026-03-03</Dt></BookgDt><ValDt><Dt>2026-03-03</Dt></ValDt><AcctSvcrRef>B%d</AcctSvcrRef>\
            <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\
            <NtryDtls><TxDtls><Refs><EndToEndId>E%d</EndToEndId></Refs><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
            <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr>%s</RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls>\
            </Ntry>
            """;

    void write(Path file) throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < payments; i++) {
            sum = sum.add(amount(i));
        }
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(HEAD);
            writer.write(BALANCE.formatted("OPBD", "0.00"));
            writer.write(BALANCE.formatted("CLBD", sum));
            for (int i = 0; i < payments; i++) {
                writer.write(entry(i));
            }
            writer.write("</Stmt></BkToCstmrStmt></Document>");
        }
    }

    private String entry(int i) {
        int item = item(i);
        boolean unknown = i % 50 == 7;
        int debtor = LargeLedger.debtorOf(item);
        String name = unknown ? "Altra Ditta " + i : "DITTA ROSSI " + debtor + " SRL";
        String iban = unknown ? null : LargeLedger.accountOf(debtor);
        String account = iban == null ? "" : "<DbtrAcct><Id><IBAN>" + iban + "</IBAN></Id></DbtrAcct>";
        String text = unknown || i % 10 == 3 ? "bonifico" : "saldo fattura 2026/" + item;
        return ENTRY.formatted(i, amount(i), i, i, amount(i), name, account, text);
    }

    private int item(int i) {
        return 1 + (int) ((long) i * items / payments);
    }

    private BigDecimal amount(int i) {
        return new BigDecimal(LargeLedger.amount(item(i)));
    }
}
