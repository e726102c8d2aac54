package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import io.sollecito.reminders.simulation.Tally;
import io.sollecito.reminders.simulation.Terms;
import java.io.PrintWriter;
import java.util.List;

/** A simulation as JSON lines: per plan its messages, charges, cash and what is left, then a total per currency. */
final class SimulationAsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;
    private final boolean weekly;

    SimulationAsJson(PrintWriter out, boolean weekly) {
        this.out = out;
        this.weekly = weekly;
    }

    void print(Terms terms, List<Simulated> all) {
        all.forEach(simulated -> print(terms, simulated));
        out.println(JSON.createObjectNode().put("kind", "summary").put("simulations", all.size()));
    }

    private void print(Terms terms, Simulated simulated) {
        Tally tally = simulated.tally();
        out.println(line("simulation", simulated)
                .put("from", terms.from().toString())
                .put("to", terms.to().toString())
                .put("behaviour", terms.behaviour().name())
                .put("seed", terms.seed())
                .put("approveAfter", terms.approveAfterDays() < 0 ? null : terms.approveAfterDays())
                .put("debtors", tally.debtors())
                .put("messages", simulated.messageCount()));
        simulated
                .messages()
                .forEach(sent -> out.println(line("messages", simulated)
                        .put("plan", sent.getKey().plan())
                        .put("step", sent.getKey().step())
                        .put("channel", sent.getKey().channel())
                        .put("messages", sent.getValue().messages())
                        .put("items", sent.getValue().items())
                        .put("currency", sent.getKey().currency())
                        .put(
                                "cost",
                                Amounts.text(
                                        sent.getValue().cost(), sent.getKey().currency()))));
        tally.charged()
                .forEach((charged, amount) -> out.println(line("charged", simulated)
                        .put("currency", charged.currency())
                        .put("charge", charged.kind().text())
                        .put("amount", Amounts.text(amount, charged.currency()))));
        for (String currency : tally.currencies()) {
            simulated
                    .cash(currency, weekly)
                    .forEach((period, amount) -> out.println(line("cash", simulated)
                            .put("currency", currency)
                            .put("period", period)
                            .put("amount", Amounts.text(amount, currency))));
        }
        tally.left()
                .forEach((left, rest) -> out.println(line("left", simulated)
                        .put("currency", left.currency())
                        .put("outcome", left.outcome().text())
                        .put("items", rest.sum().items())
                        .put("amount", Amounts.text(rest.sum().amount(), left.currency()))
                        .put("such", rest.such())));
        tally.currencies().forEach(currency -> out.println(total(simulated, currency)));
    }

    private static ObjectNode total(Simulated simulated, String currency) {
        return line("total", simulated)
                .put("currency", currency)
                .put(
                        "items",
                        simulated.tally().share(currency, Tally.Part.START).items())
                .put("owed", amount(simulated, currency, Tally.Part.START))
                .put("paid", amount(simulated, currency, Tally.Part.PAID))
                .put("credited", amount(simulated, currency, Tally.Part.CREDITED))
                .put("handedOver", amount(simulated, currency, Tally.Part.HANDED_OVER))
                .put("open", amount(simulated, currency, Tally.Part.OPEN))
                .put(
                        "daysLate",
                        simulated.daysLate(currency).map(Object::toString).orElse(null));
    }

    private static String amount(Simulated simulated, String currency, Tally.Part part) {
        return Amounts.text(simulated.tally().share(currency, part).amount(), currency);
    }

    private static ObjectNode line(String kind, Simulated simulated) {
        return JSON.createObjectNode().put("kind", kind).put("simulation", simulated.name());
    }
}
