package io.sollecito.bank.camt;

import io.sollecito.bank.text.Remedy;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Reads one NtryDtls: its transactions, and whether they are what the bank counted (Btch). */
final class BatchPart {

    private final XmlCursor xml;
    private final CamtValues values;
    private final List<Details> details = new ArrayList<>();
    private int transactions;
    private CamtValues.Amount total;

    BatchPart(XmlCursor xml, CamtValues values) {
        this.xml = xml;
        this.values = values;
    }

    /** How many there are, as far as the bank says: NbOfTxs, or 0. */
    int transactions() {
        return transactions;
    }

    List<Details> read() throws XMLStreamException {
        Location place = xml.location();
        xml.children(this::part);
        check(place);
        return details;
    }

    /** What the bank lists, in the order of the file. */
    List<Details> details() {
        return details;
    }

    /** Reads one child; in version 1 they stand in the entry itself. */
    void part(String name) throws XMLStreamException {
        if (name.equals("Btch")) {
            xml.children(this::batch);
        } else if (name.equals("TxDtls")) {
            details.add(new DetailsPart(xml, values).read());
        }
    }

    private void batch(String name) throws XMLStreamException {
        if (name.equals("NbOfTxs")) {
            String text = xml.text();
            transactions = text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        } else if (name.equals("TtlAmt")) {
            total = values.amount();
        }
    }

    private void check(Location place) {
        if (transactions > 0 && details.size() > transactions) {
            values.problem(
                    place, "a batch of " + transactions + " transactions holds " + details.size(), Remedy.ASK_AGAIN);
        }
        BigDecimal sum = details.size() == transactions ? sum() : null;
        if (total != null && sum != null && !Amounts.same(sum, total.value())) {
            values.problem(
                    place,
                    "a batch of " + total.value().toPlainString() + " " + total.currency() + " holds transactions of "
                            + sum.toPlainString(),
                    Remedy.ASK_AGAIN);
        }
    }

    /** Null when an amount is missing, of another currency or of the other direction. */
    private BigDecimal sum() {
        BigDecimal sum = BigDecimal.ZERO;
        Boolean direction = details.isEmpty() ? null : details.get(0).credit();
        for (Details part : details) {
            CamtValues.Amount amount = part.amount() != null ? part.amount() : part.booked();
            boolean same = direction == null ? part.credit() == null : direction.equals(part.credit());
            if (amount == null || total == null || !amount.currency().equals(total.currency()) || !same) {
                return null;
            }
            sum = sum.add(amount.value());
        }
        return sum;
    }
}
