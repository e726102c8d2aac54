package io.sollecito.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes camt.053 statements for tests. */
public final class CamtFixture {

    public static final String ACCOUNT = "IT60X0542811101000000123456";

    private final List<String> entries = new ArrayList<>();
    private final String account;
    private String id = "S1";
    private String day = "2026-02-18";
    private String openingDay;
    private String opening = "0.00";
    private String closing;
    private BigDecimal sum = BigDecimal.ZERO;
    private String next = "";
    private boolean balances = true;

    private CamtFixture(String account) {
        this.account = account;
    }

    public static CamtFixture statement() {
        return new CamtFixture(ACCOUNT);
    }

    public CamtFixture id(String id) {
        this.id = id;
        return this;
    }

    public CamtFixture on(String day) {
        this.day = day;
        return this;
    }

    /** The day of the opening balance, when it is not that of the closing balance. */
    public CamtFixture from(String day) {
        this.openingDay = day;
        return this;
    }

    public CamtFixture withoutBalances() {
        this.balances = false;
        return this;
    }

    /** A further statement in the same file. */
    public CamtFixture then(CamtFixture statement) {
        this.next += statement.body();
        return this;
    }

    public CamtFixture opening(String opening) {
        this.opening = opening;
        return this;
    }

    public CamtFixture closing(String closing) {
        this.closing = closing;
        return this;
    }

    /** Money in (or out, when negative) with one detail. */
    public CamtFixture payment(String amount, String reference, String name, String iban, String text) {
        return entry(amount, reference, details(null, "NOTPROVIDED", name, iban, text, null));
    }

    /** An entry with details as {@link #details} makes them; a negative amount with a return reason is a reversal. */
    public CamtFixture entry(String amount, String reference, String... details) {
        BigDecimal value = new BigDecimal(amount);
        sum = sum.add(value);
        String all = String.join("", details);
        entries.add("<Ntry><Amt Ccy=\"EUR\">" + value.abs().toPlainString() + "</Amt><CdtDbtInd>"
                + (value.signum() < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd>"
                + (all.contains("<RtrInf>") ? "<RvslInd>true</RvslInd>" : "") + "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>"
                + day + "</Dt></BookgDt><ValDt><Dt>" + day + "</Dt></ValDt>"
                + (reference == null ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>") + "<NtryDtls>" + all
                + "</NtryDtls></Ntry>\n");
        return this;
    }

    public static String batch(int transactions) {
        return "<Btch><NbOfTxs>" + transactions + "</NbOfTxs></Btch>";
    }

    /** One TxDtls; whatever is null is left out. */
    public static String details(
            String amount, String endToEnd, String name, String iban, String text, String returnReason) {
        return "<TxDtls><Refs>" + (endToEnd == null ? "" : "<EndToEndId>" + endToEnd + "</EndToEndId>") + "</Refs>"
                + (amount == null ? "" : "<Amt Ccy=\"EUR\">" + amount + "</Amt>") + "<RltdPties>"
                + (name == null ? "" : "<Dbtr><Pty><Nm>" + name + "</Nm></Pty></Dbtr>")
                + (iban == null ? "" : "<DbtrAcct><Id><IBAN>" + iban + "</IBAN></Id></DbtrAcct>") + "</RltdPties>"
                + (text == null ? "" : "<RmtInf>" + remittance(text) + "</RmtInf>")
                + (returnReason == null ? "" : "<RtrInf><Rsn><Cd>" + returnReason + "</Cd></Rsn></RtrInf>")
                + "</TxDtls>";
    }

    private static String remittance(String text) {
        return text.startsWith("RF") && !text.contains(" ")
                ? "<Strd><CdtrRefInf><Ref>" + text + "</Ref></CdtrRefInf></Strd>"
                : "<Ustrd>" + text + "</Ustrd>";
    }

    public String closingBalance() {
        return closing != null ? closing : new BigDecimal(opening).add(sum).toPlainString();
    }

    public String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>\n"
                + "<GrpHdr><MsgId>M1</MsgId></GrpHdr>" + body() + next + "</BkToCstmrStmt></Document>\n";
    }

    private String body() {
        return "<Stmt><Id>" + id + "</Id><Acct><Id><IBAN>" + account + "</IBAN></Id><Ccy>EUR</Ccy></Acct>\n"
                + (balances ? balance("OPBD", opening, openingDay == null ? day : openingDay) : "")
                + (balances ? balance("CLBD", closingBalance(), day) : "") + String.join("", entries) + "</Stmt>";
    }

    private static String balance(String type, String amount, String day) {
        BigDecimal value = new BigDecimal(amount);
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">"
                + value.abs().toPlainString() + "</Amt><CdtDbtInd>" + (value.signum() < 0 ? "DBIT" : "CRDT")
                + "</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>\n";
    }

    public Path file(Path folder) {
        try {
            return Files.writeString(Files.createTempFile(folder, "statement", ".xml"), xml());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
