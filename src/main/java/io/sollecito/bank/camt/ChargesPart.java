package io.sollecito.bank.camt;

import java.math.BigDecimal;
import javax.xml.stream.XMLStreamException;

/** Reads Chrgs: one amount (to version 2), or a total and its records. What the bank gives back is no charge. */
final class ChargesPart {

    private final XmlCursor xml;
    private final CamtValues values;
    private CamtValues.Amount total;
    private CamtValues.Amount sum;

    ChargesPart(XmlCursor xml, CamtValues values) {
        this.xml = xml;
        this.values = values;
    }

    /** Reads a Chrgs, on which the cursor stands; there may be several. */
    void read() throws XMLStreamException {
        Charge direct = new Charge();
        xml.children(name -> {
            if (name.equals("TtlChrgsAndTaxAmt")) {
                total = values.amount();
            } else if (name.equals("Rcrd")) {
                Charge record = new Charge();
                xml.children(record::part);
                add(record);
            } else {
                direct.part(name);
            }
        });
        add(direct);
    }

    /** All charges; null when there are none, or of several currencies. */
    CamtValues.Amount all() {
        CamtValues.Amount all = total != null ? total : sum;
        return all == null || all.value().signum() == 0 ? null : all;
    }

    private void add(Charge charge) {
        if (charge.amount == null || charge.back) {
            return;
        }
        if (sum == null) {
            sum = charge.amount;
        } else if (sum.currency().equals(charge.amount.currency())) {
            sum = new CamtValues.Amount(sum.value().add(charge.amount.value()), sum.currency());
        } else {
            sum = new CamtValues.Amount(BigDecimal.ZERO, sum.currency());
        }
    }

    private final class Charge {
        private CamtValues.Amount amount;
        private boolean back;

        private void part(String name) throws XMLStreamException {
            if (name.equals("Amt")) {
                amount = values.amount();
            } else if (name.equals("CdtDbtInd")) {
                back = values.credit();
            }
        }
    }
}
