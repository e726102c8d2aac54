package io.sollecito.bank.camt;

import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Reads one Ntry with its transaction details. */
final class EntryPart {

    private static final Set<String> STATUSES = Set.of("BOOK", "PDNG", "INFO", "FUTR");

    private final XmlCursor xml;
    private final CamtValues values;
    private final String ownAccount;
    private final List<Details> details = new ArrayList<>();
    private final ChargesPart charges;
    private final BatchPart direct;
    private CamtValues.Amount amount;
    private Boolean credit;
    private boolean reversal;
    private String status = "BOOK";
    private LocalDate bookingDate;
    private LocalDate valueDate;
    private String bankReference;
    private String information;
    private int transactions;
    private String transactionCode;

    EntryPart(XmlCursor xml, CamtValues values, String ownAccount) {
        this.xml = xml;
        this.values = values;
        this.ownAccount = ownAccount;
        this.charges = new ChargesPart(xml, values);
        this.direct = new BatchPart(xml, values);
    }

    /**
     * The booked entry; null when it is not booked, or cannot be read (which is a problem).
     *
     * @param pendingToo also what a report during the day expects to be booked; it has no booking date then
     */
    Statement.Entry read(boolean pendingToo) throws XMLStreamException {
        Location place = xml.location();
        xml.children(this::part);
        details.addAll(direct.details());
        transactions += direct.transactions();
        if (!STATUSES.contains(status)) {
            values.problem(
                    place,
                    "'" + status + "' is no status of an entry, so nobody knows whether it is booked",
                    "one of BOOK, PDNG, INFO, FUTR");
            return null;
        }
        if (!isBooked() && !(pendingToo && status.equals("PDNG"))) {
            return null;
        }
        if (amount == null || credit == null) {
            values.problem(place, "an entry without amount or without CdtDbtInd", "the bank must say what it booked");
            return null;
        }
        BigDecimal signed = signed();
        return new Statement.Entry(
                isBooked() ? bookingDate : null,
                valueDate,
                signed,
                amount.currency(),
                reversal,
                bankReference == null ? sharedReference() : bankReference,
                new EntryPayments(
                                signed,
                                amount.currency(),
                                reversal,
                                transactions,
                                ownAccount,
                                information,
                                transactionCode,
                                charges.all())
                        .of(details));
    }

    boolean isBooked() {
        return status.equals("BOOK");
    }

    /** The amount from the owner's side; null when it could not be read. */
    BigDecimal signed() {
        if (amount == null || credit == null) {
            return null;
        }
        return credit ? amount.value() : amount.value().negate();
    }

    private void part(String name) throws XMLStreamException {
        switch (name) {
            case "Amt" -> amount = values.amount();
            case "CdtDbtInd" -> credit = values.credit();
            case "RvslInd" -> {
                String text = xml.text();
                reversal = "true".equals(text) || "1".equals(text);
            }
            case "Sts" -> status = values.code();
            case "BookgDt" -> bookingDate = values.wrappedDate();
            case "ValDt" -> valueDate = values.wrappedDate();
            case "AcctSvcrRef" -> bankReference = xml.text();
            case "AddtlNtryInf" -> information = xml.text();
            case "BkTxCd" -> transactionCode = TransactionCode.read(xml);
            case "Chrgs" -> charges.read();
            case "Btch", "TxDtls" -> direct.part(name);
            case "NtryDtls" -> {
                BatchPart batch = new BatchPart(xml, values);
                details.addAll(batch.read());
                transactions += batch.transactions();
            }
            default -> {
                // dates, agents and other information that the hub does not use
            }
        }
    }

    private String sharedReference() {
        List<String> references =
                details.stream().map(Details::bankReference).distinct().toList();
        return references.size() == 1 ? references.get(0) : null;
    }
}
