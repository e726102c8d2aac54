package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.figures.AgedReceivables;
import io.sollecito.ledger.figures.Ageing;
import io.sollecito.ledger.figures.Ageing.Aged;
import io.sollecito.ledger.figures.CountBack.Days;
import io.sollecito.ledger.figures.DebtorAge;
import io.sollecito.ledger.figures.Dso;
import io.sollecito.model.AgeBucket;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import java.time.LocalDate;
import java.util.List;

/** The ageing of a creditor as JSON, one object a currency, as {@code ageing.schema.json} says. */
final class AgeingAsJson {

    /** In the place of a bucket's name: what is owed to debtors. */
    static final String CREDITS = "credits";

    private static final ObjectMapper JSON = new ObjectMapper();

    private AgeingAsJson() {}

    static List<String> lines(Creditor of, LocalDate day, AgedReceivables.Figures aged) {
        return aged.ageing().stream().map(ageing -> line(of, day, ageing, aged)).toList();
    }

    private static String line(Creditor of, LocalDate day, Ageing ageing, AgedReceivables.Figures aged) {
        String currency = ageing.currency();
        ObjectNode line = JSON.createObjectNode()
                .put("kind", "ageing")
                .put("creditor", of.code())
                .put("day", day.toString())
                .put("currency", currency)
                .put("total", Amounts.text(ageing.total(), currency))
                .put("overdue", Amounts.text(ageing.overdue(), currency))
                .put("items", ageing.items());
        ArrayNode buckets = line.putArray("buckets");
        for (AgeBucket bucket : AgeBucket.values()) {
            put(buckets, bucket.code(), ageing.of(bucket), currency, largest(aged, currency, bucket));
        }
        put(buckets, CREDITS, ageing.credits(), currency, largest(aged, currency, null));
        Dso.in(currency, aged.dso()).ifPresentOrElse(dso -> put(line.putObject("dso"), dso), () -> line.putNull("dso"));
        return line.toString();
    }

    private static List<DebtorAge> largest(AgedReceivables.Figures aged, String currency, AgeBucket bucket) {
        return aged.largest().stream()
                .filter(one -> one.currency().equals(currency) && one.bucket() == bucket)
                .toList();
    }

    private static void put(ArrayNode buckets, String name, Aged aged, String currency, List<DebtorAge> debtors) {
        ArrayNode largest = buckets.addObject()
                .put("bucket", name)
                .put("amount", Amounts.text(aged.amount(), currency))
                .put("items", aged.items())
                .put("debtors", aged.debtors())
                .put("disputed", Amounts.text(aged.disputed(), currency))
                .putArray("largest");
        debtors.forEach(one -> largest.addObject()
                .put("source", one.source())
                .put("debtor", one.debtor())
                .put("name", one.name())
                .put("amount", Amounts.text(one.amount(), currency))
                .put("items", one.items()));
    }

    private static void put(ObjectNode line, Dso dso) {
        line.put("receivables", Amounts.text(dso.receivables(), dso.currency()))
                .put("undated", Amounts.text(dso.undated(), dso.currency()))
                .put("salesKnownFrom", dso.salesKnownFrom().toString());
        put(line, "days", dso.days());
        put(line, "bestPossible", dso.bestPossible());
        put(line, "delinquent", dso.delinquent());
    }

    private static void put(ObjectNode line, String name, Days days) {
        if (days == null) {
            line.putNull(name);
        } else {
            line.putObject(name).put("days", days.days().toPlainString()).put("atLeast", days.atLeast());
        }
    }
}
