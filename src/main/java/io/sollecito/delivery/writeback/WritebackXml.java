package io.sollecito.delivery.writeback;

import io.sollecito.ledger.writeback.WritebackBatch;
import io.sollecito.ledger.writeback.WritebackBatch.Total;
import io.sollecito.ledger.writeback.WritebackEntry;
import io.sollecito.ledger.writeback.WritebackFile;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * A batch as a bank's notification (camt.054.001.08), which ERPs know how to import: one notification for each account and
 * currency, one entry for each allocation. What is settled beside the payment is an entry for information (INFO), not
 * booked at the bank.
 */
final class WritebackXml {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final int ID = 35;
    private static final int MOST_INFORMATION = 500;

    private static final String UNKNOWN_ACCOUNT = "NOTPROVIDED";

    private record Account(String number, String currency) {}

    private final WritebackBatch batch;
    private final XmlTree xml;

    private WritebackXml(WritebackBatch batch, XmlTree xml) {
        this.batch = batch;
        this.xml = xml;
    }

    static WritebackFile file(WritebackBatch batch) {
        String content = XmlTree.document("Document", NAMESPACE, tree -> new WritebackXml(batch, tree).notifications());
        return WritebackFile.of(batch.id(), "xml", content, StandardCharsets.UTF_8);
    }

    private void notifications() throws XMLStreamException {
        TreeMap<Account, List<WritebackEntry>> byAccount = batch.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> new Account(
                                entry.account() == null ? UNKNOWN_ACCOUNT : entry.account(), entry.currency()),
                        () -> new TreeMap<>(
                                Comparator.comparing(Account::number).thenComparing(Account::currency)),
                        Collectors.toList()));
        xml.element("BkToCstmrDbtCdtNtfctn", () -> {
            xml.element("GrpHdr", this::header);
            int no = 0;
            for (var account : byAccount.entrySet()) {
                String id = ended("-" + ++no);
                xml.element("Ntfctn", () -> notification(id, account.getKey(), account.getValue()));
            }
        });
    }

    private void header() throws XMLStreamException {
        xml.text("MsgId", ended(""));
        xml.text("CreDtTm", MOMENT.format(batch.madeAt()));
        xml.text(
                "AddtlInf",
                batch.totals().stream()
                        .map(total -> total.count() + " entries, sum " + text(total.sum(), total.currency()) + " "
                                + total.currency())
                        .collect(Collectors.joining("; ")),
                MOST_INFORMATION);
    }

    private void notification(String id, Account account, List<WritebackEntry> entries) throws XMLStreamException {
        xml.text("Id", id);
        xml.text("CreDtTm", MOMENT.format(batch.madeAt()));
        xml.element("Acct", () -> {
            xml.element("Id", () -> accountId(account.number()));
            xml.text("Ccy", account.currency());
        });
        xml.element("TxsSummry", () -> summary(entries));
        for (WritebackEntry entry : entries) {
            xml.element("Ntry", () -> entry(entry));
        }
    }

    private void accountId(String number) throws XMLStreamException {
        if (number.matches("[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}")) {
            xml.text("IBAN", number);
        } else {
            xml.element("Othr", () -> xml.text("Id", whole(number, 34)));
        }
    }

    private void summary(List<WritebackEntry> entries) throws XMLStreamException {
        Total net = WritebackBatch.totals(entries).get(0);
        xml.element("TtlNtries", () -> {
            counted(entries, entry -> true);
            xml.element("TtlNetNtry", () -> {
                xml.text("Amt", text(net.sum().abs(), net.currency()));
                xml.text("CdtDbtInd", direction(net.sum()));
            });
        });
        xml.element(
                "TtlCdtNtries", () -> counted(entries, entry -> entry.amount().signum() >= 0));
        xml.element(
                "TtlDbtNtries", () -> counted(entries, entry -> entry.amount().signum() < 0));
    }

    private void counted(List<WritebackEntry> all, Predicate<WritebackEntry> which) throws XMLStreamException {
        List<WritebackEntry> entries = all.stream().filter(which).toList();
        BigDecimal sum = entries.stream().map(entry -> entry.amount().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        xml.text("NbOfNtries", Integer.toString(entries.size()));
        xml.text("Sum", text(sum, all.get(0).currency()));
    }

    private void entry(WritebackEntry entry) throws XMLStreamException {
        xml.text("NtryRef", ended("-" + entry.no()));
        amount(entry);
        if (entry.isReversal()) {
            xml.text("RvslInd", "true");
        }
        xml.element("Sts", () -> xml.text("Cd", WritebackXmlDetails.isPaid(entry) ? "BOOK" : "INFO"));
        day("BookgDt", entry.bookingDate());
        day("ValDt", entry.valueDate());
        xml.text("AcctSvcrRef", entry.bankReference(), ID);
        xml.element(
                "BkTxCd",
                () -> xml.element("Prtry", () -> {
                    xml.text("Cd", entry.purpose());
                    xml.text("Issr", "Sollecito");
                }));
        xml.element(
                "NtryDtls",
                () -> xml.element("TxDtls", () -> {
                    new WritebackXmlDetails(xml, entry).references();
                    amount(entry);
                    new WritebackXmlDetails(xml, entry).rest();
                }));
    }

    private void amount(WritebackEntry entry) throws XMLStreamException {
        xml.amount("Amt", text(entry.amount().abs(), entry.currency()), entry.currency());
        xml.text("CdtDbtInd", direction(entry.amount()));
    }

    private void day(String name, java.time.LocalDate day) throws XMLStreamException {
        if (day != null) {
            xml.element(name, () -> xml.text("Dt", day.toString()));
        }
    }

    /** An id's end is what tells it from others. */
    private String ended(String suffix) {
        String id = batch.id() + suffix;
        return id.substring(Math.max(0, id.length() - ID));
    }

    static String text(BigDecimal amount, String currency) {
        return Amounts.text(amount, currency);
    }

    private static String direction(BigDecimal amount) {
        return amount.signum() < 0 ? "DBIT" : "CRDT";
    }

    /** A key that had to be cut would name something else. */
    static String whole(String key, int most) {
        if (key.length() > most) {
            throw new IllegalStateException(
                    "'" + key + "' is longer than the " + most + " characters that camt.054 takes: write CSV instead");
        }
        return key;
    }
}
