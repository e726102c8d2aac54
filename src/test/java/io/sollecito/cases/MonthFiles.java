package io.sollecito.cases;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** What the simulated month's ERP and bank deliver, as text: FBL5N lists and camt.053. */
final class MonthFiles {

    static final String ACCOUNT = "IT98O0503401600000100200300";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String ITEMS = "Konto;Belegart;Referenz;Buchungsdatum;Belegdatum;Nettofälligkeit;"
            + "Soll/Haben-Kennz.;Belegnummer;Ausgleichsdatum;Mahnsperre;Betrag in Hauswährung;Hauswährung\r\n";
    private static final String DEBTORS =
            "Konto;Name 1;Straße;Postleitzahl;Ort;Land;Sprache;E-Mail;Telefon;USt-IdNr.;IBAN;Kundengruppe\r\n";

    /** One movement on the account, booked that day; {@code payer} is null for the bank's own fees. */
    record Booking(LocalDate day, BigDecimal amount, String reference, String text, Integer payer) {}

    /** A statement over some days between two balances. */
    record Statement(int number, LocalDate from, LocalDate to, BigDecimal opening, List<Booking> bookings) {
        BigDecimal closing() {
            return bookings.stream().map(Booking::amount).reduce(opening, BigDecimal::add);
        }
    }

    private MonthFiles() {}

    /** @param spoilt the item whose amount is written with a letter, or null */
    static byte[] items(List<MonthItem> items, MonthItem spoilt) {
        return items.stream()
                .map(item -> row(item, item == spoilt))
                .collect(Collectors.joining("", ITEMS, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(MonthItem item, boolean spoilt) {
        String amount = item.open.abs().toPlainString().replace('.', ',');
        return String.join(
                        ";",
                        account(item.debtor),
                        item.isInvoice() ? "RV" : "DG",
                        item.printedNo,
                        DATE.format(item.issued),
                        DATE.format(item.issued),
                        DATE.format(item.due),
                        item.isInvoice() ? "S" : "H",
                        item.documentNo,
                        "",
                        item.blocked ? "A" : "",
                        spoilt ? amount.replace(',', 'O') : amount,
                        "EUR")
                + "\r\n";
    }

    static byte[] debtors(int count) {
        StringBuilder text = new StringBuilder(DEBTORS);
        for (int debtor = 0; debtor < count; debtor++) {
            text.append(String.join(
                            ";",
                            account(debtor),
                            name(debtor),
                            "Via Roma " + (debtor + 1),
                            "20121",
                            "Milano",
                            "IT",
                            "I",
                            "conti@d" + debtor + ".example",
                            "",
                            "",
                            iban(debtor),
                            "BUSINESS"))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] statement(Statement statement) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><GrpHdr><MsgId>M"
                + statement.number() + "</MsgId><CreDtTm>" + statement.to() + "T22:30:00</CreDtTm></GrpHdr><Stmt><Id>S"
                + statement.number() + "</Id><ElctrncSeqNb>" + statement.number() + "</ElctrncSeqNb><CreDtTm>"
                + statement.to() + "T22:30:00</CreDtTm><Acct><Id><IBAN>" + ACCOUNT
                + "</IBAN></Id><Ccy>EUR</Ccy></Acct>\n");
        balance(xml, "OPBD", statement.opening(), statement.from());
        balance(xml, "CLBD", statement.closing(), statement.to());
        statement.bookings().forEach(booking -> entry(xml, booking));
        return xml.append("</Stmt></BkToCstmrStmt></Document>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void balance(StringBuilder xml, String type, BigDecimal amount, LocalDate day) {
        xml.append("<Bal><Tp><CdOrPrtry><Cd>").append(type).append("</Cd></CdOrPrtry></Tp>");
        amount(xml, amount);
        xml.append("<Dt><Dt>").append(day).append("</Dt></Dt></Bal>\n");
    }

    private static void entry(StringBuilder xml, Booking booking) {
        xml.append("<Ntry>");
        amount(xml, booking.amount());
        xml.append("<Sts>BOOK</Sts><BookgDt><Dt>").append(booking.day()).append("</Dt></BookgDt><ValDt><Dt>");
        xml.append(booking.day()).append("</Dt></ValDt><AcctSvcrRef>").append(booking.reference());
        xml.append("</AcctSvcrRef><BkTxCd><Domn><Cd>")
                .append(booking.payer() == null ? "ACMT" : "PMNT")
                .append("</Cd><Fmly><Cd>")
                .append(booking.payer() == null ? "MDOP" : "RCDT")
                .append("</Cd><SubFmlyCd>")
                .append(booking.payer() == null ? "CHRG" : "ESCT")
                .append("</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><AcctSvcrRef>")
                .append(booking.reference())
                .append("</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>");
        if (booking.payer() != null) {
            xml.append("<RltdPties><Dbtr><Nm>")
                    .append(name(booking.payer()))
                    .append("</Nm></Dbtr><DbtrAcct><Id><IBAN>");
            xml.append(iban(booking.payer())).append("</IBAN></Id></DbtrAcct></RltdPties>");
        }
        xml.append("<RmtInf><Ustrd>").append(booking.text()).append("</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
    }

    private static void amount(StringBuilder xml, BigDecimal amount) {
        xml.append("<Amt Ccy=\"EUR\">").append(amount.abs().toPlainString()).append("</Amt><CdtDbtInd>");
        xml.append(amount.signum() < 0 ? "DBIT" : "CRDT").append("</CdtDbtInd>");
    }

    private static String account(int debtor) {
        return Integer.toString(200_000 + debtor);
    }

    private static String name(int debtor) {
        return "Ditta " + debtor + " S.r.l.";
    }

    /** With valid check digits. */
    private static String iban(int debtor) {
        String account = "37040044%010d".formatted(debtor);
        BigInteger digits = new BigInteger(account + "131400");
        int check = 98 - digits.mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(check, account);
    }
}
