package io.sollecito.bank.camt;

import io.sollecito.bank.StatementSink;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** The values of camt elements; what cannot be read is noted with its place and reads as null. */
final class CamtValues {

    /** An amount without sign and its currency. */
    record Amount(BigDecimal value, String currency) {}

    private static final Pattern DECIMAL = Pattern.compile("\\+?\\d{1,18}(\\.\\d{0,5}0*)?");

    private final XmlCursor xml;
    private final String file;
    private final StatementSink sink;
    private final Map<String, LocalDate> dates = new HashMap<>();

    CamtValues(XmlCursor xml, String file, StatementSink sink) {
        this.xml = xml;
        this.file = file;
        this.sink = sink;
    }

    void problem(Location place, String message, String remedy) {
        sink.problem(new Problem(
                file, Math.max(0, place.getLineNumber()), Math.max(0, place.getColumnNumber()), message, null, remedy));
    }

    /** The amount of the element that the cursor stands on; null, with a problem, when it is none. */
    Amount amount() throws XMLStreamException {
        Location place = xml.location();
        String currency = xml.attribute("Ccy");
        String text = xml.text();
        if (text == null || !DECIMAL.matcher(text).matches()) {
            problem(place, "'" + text + "' is no amount", "digits with a decimal point, no sign");
            return null;
        }
        if (!Amounts.isCurrency(currency)) {
            problem(place, "'" + currency + "' is no currency", "an ISO 4217 code such as EUR");
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        return new Amount(Amounts.scaled(value, currency), currency);
    }

    /** The first amount in an element that wraps one, such as TxAmt. */
    Amount wrappedAmount() throws XMLStreamException {
        Amount[] found = {null};
        xml.children(name -> {
            if (name.equals("Amt") && found[0] == null) {
                found[0] = amount();
            }
        });
        return found[0];
    }

    /** The day of an element that wraps Dt or DtTm. */
    LocalDate wrappedDate() throws XMLStreamException {
        LocalDate[] found = {null};
        xml.children(name -> {
            if (name.equals("Dt") || name.equals("DtTm")) {
                found[0] = date();
            }
        });
        return found[0];
    }

    /** The day that the bank wrote, whatever its time zone. */
    private LocalDate date() throws XMLStreamException {
        Location place = xml.location();
        String text = xml.text();
        LocalDate known = dates.get(text);
        if (known != null) {
            return known;
        }
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text.substring(0, Math.min(10, text.length())));
            if (dates.size() < 1000) {
                dates.put(text, date);
            }
            return date;
        } catch (DateTimeException none) {
            problem(place, "'" + text + "' is no date", "a day such as 2026-02-18");
            return null;
        }
    }

    /** Whether the indicator that the cursor stands on says credit (money in); null, with a problem, when it says neither. */
    Boolean credit() throws XMLStreamException {
        Location place = xml.location();
        String text = xml.text();
        if (!"CRDT".equals(text) && !"DBIT".equals(text)) {
            problem(place, "'" + text + "' is neither CRDT nor DBIT", "the bank must say whether money came or went");
            return null;
        }
        return "CRDT".equals(text);
    }

    /** A code as text or inside Cd or Prtry: Sts, a return reason. */
    String code() throws XMLStreamException {
        String[] found = {null};
        StringBuilder direct = new StringBuilder();
        xml.mixed(direct, name -> {
            String inner = xml.text();
            if (found[0] == null && (name.equals("Cd") || name.equals("Prtry"))) {
                found[0] = inner;
            }
        });
        return found[0] != null ? found[0] : direct.toString().strip();
    }
}
