package io.sollecito.bank.camt;

import io.sollecito.bank.text.Remedy;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/**
 * Compares what a statement says it holds (TxsSummry) with what it does hold. Some banks count what is not booked yet as well,
 * and sum up what came less what went instead of both, so each of these is right.
 */
final class SummaryPart {

    /** What the bank says of all entries, of credits or of debits. */
    private record Told(String which, String number, String sum) {}

    private static final class Counted {
        private long number;
        private BigDecimal sum = BigDecimal.ZERO;

        private void add(BigDecimal amount) {
            number++;
            sum = sum.add(amount.abs());
        }
    }

    private static final Map<String, String> TOTALS =
            Map.of("TtlNtries", "entries", "TtlCdtNtries", "credits", "TtlDbtNtries", "debits");

    private final XmlCursor xml;
    private final CamtValues values;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Counted> booked = counts();
    private final Map<String, Counted> all = counts();

    SummaryPart(XmlCursor xml, CamtValues values) {
        this.xml = xml;
        this.values = values;
    }

    private static Map<String, Counted> counts() {
        return Map.of("entries", new Counted(), "credits", new Counted(), "debits", new Counted());
    }

    void read() throws XMLStreamException {
        xml.children(name -> {
            if (TOTALS.containsKey(name)) {
                total(TOTALS.get(name));
            }
        });
    }

    private void total(String which) throws XMLStreamException {
        String[] found = {null, null};
        xml.children(name -> {
            if (name.equals("NbOfNtries")) {
                found[0] = xml.text();
            } else if (name.equals("Sum")) {
                found[1] = xml.text();
            }
        });
        told.add(new Told(which, found[0], found[1]));
    }

    void count(BigDecimal amount, boolean isBooked) {
        String side = amount.signum() < 0 ? "debits" : "credits";
        for (String which : List.of("entries", side)) {
            all.get(which).add(amount);
            if (isBooked) {
                booked.get(which).add(amount);
            }
        }
    }

    /** Whether they agree; in what they do not is a problem. */
    boolean agrees(Location place, String id) {
        boolean agrees = true;
        for (Told bank : told) {
            Counted one = booked.get(bank.which());
            Counted other = all.get(bank.which());
            if (bank.number() != null && !isNumber(bank.number(), one, other)) {
                agrees = false;
                values.problem(
                        place,
                        "statement " + id + " says it has " + bank.number() + " " + bank.which() + ", but there are "
                                + one.number,
                        Remedy.ASK_AGAIN);
            } else if (bank.sum() != null && !isSum(bank, one, other)) {
                agrees = false;
                values.problem(
                        place,
                        "statement " + id + " says its " + bank.which() + " make " + bank.sum() + ", but they make "
                                + one.sum.toPlainString(),
                        Remedy.ASK_AGAIN);
            }
        }
        return agrees;
    }

    private static boolean isNumber(String told, Counted one, Counted other) {
        return told.matches("0*" + one.number) || told.matches("0*" + other.number);
    }

    private boolean isSum(Told bank, Counted one, Counted other) {
        BigDecimal sum = decimal(bank.sum());
        if (sum == null || Amounts.same(sum, one.sum) || Amounts.same(sum, other.sum)) {
            return sum != null;
        }
        return bank.which().equals("entries") && (Amounts.same(sum, net(booked)) || Amounts.same(sum, net(all)));
    }

    private static BigDecimal net(Map<String, Counted> counts) {
        return counts.get("credits").sum.subtract(counts.get("debits").sum).abs();
    }

    private static BigDecimal decimal(String text) {
        return text.matches("-?[0-9]{1,18}(\\.[0-9]{0,18})?")
                ? new BigDecimal(text.replaceFirst("\\.$", "")).abs()
                : null;
    }
}
