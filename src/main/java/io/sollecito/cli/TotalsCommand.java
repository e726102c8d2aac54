package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.digest.ControlTotalSentences;
import io.sollecito.ledger.totals.SourceTotal;
import io.sollecito.ledger.totals.SourceTotal.Told;
import io.sollecito.model.Amounts;
import io.sollecito.model.Counted;
import io.sollecito.model.Creditor;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub totals}: whether the ledger holds what the ERPs say, to the cent. */
@Command(
        name = "totals",
        description = "Compares the open amounts of every source with its ERP's control totals.",
        mixinStandardHelpOptions = true)
final class TotalsCommand extends ListingDecisionCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--creditor", paramLabel = "CREDITOR", description = "Only this one's.")
    private String creditor;

    @Option(names = "--json", description = "One JSON object a source and currency on standard output.")
    private boolean json;

    @Option(
            names = "--erp",
            paramLabel = "CREDITOR/SOURCE",
            description = "Records what this ERP shows as the sum of its open items now.")
    private String erp;

    @Parameters(
            paramLabel = "CURRENCY=AMOUNT",
            arity = "0..*",
            description = "With --erp: the sum that it shows, such as EUR=123456.78.")
    private Map<String, BigDecimal> amounts = new LinkedHashMap<>();

    TotalsCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if ((erp == null) != amounts.isEmpty()) {
            throw wrongUsage("Say which ERP shows which sum: --erp CREDITOR/SOURCE EUR=123456.78");
        }
        if (erp != null) {
            return tell(ledger);
        }
        ledger.creditors(creditor).forEach(each -> ledger.totals(each.code()).forEach(total -> print(each, total)));
        return 0;
    }

    private int tell(LedgerTools ledger) {
        int slash = erp.indexOf('/');
        if (slash < 0) {
            throw wrongUsage("Name creditor and source, such as --erp ACME-IT/sap");
        }
        amounts.keySet().forEach(this::checkCurrency);
        Creditor of = ledger.creditors(erp.substring(0, slash)).get(0);
        String source = erp.substring(slash + 1);
        ledger.together(() -> amounts.forEach((currency, amount) ->
                ledger.controlTotals().tell(of.code(), source, currency, amount, user(), reason())));
        ledger.totals(of.code()).stream()
                .filter(total -> total.source().equals(source) && amounts.containsKey(total.currency()))
                .forEach(total -> print(of, total));
        return 0;
    }

    private void checkCurrency(String code) {
        if (!Amounts.isCurrency(code)) {
            throw wrongUsage("'" + code + "' is no currency: write EUR=123456.78");
        }
    }

    private void print(Creditor of, SourceTotal total) {
        if (json) {
            out().println(json(of, total));
        } else {
            say(of.code() + "/" + total.source() + "  " + Amounts.text(total.hub(), total.currency()) + " "
                    + total.currency() + " of " + Counted.of(total.items(), "open item") + "; "
                    + ControlTotalSentences.of(total, of.zone()));
        }
    }

    private static String json(Creditor of, SourceTotal total) {
        ObjectNode line = JSON.createObjectNode()
                .put("kind", "total")
                .put("creditor", of.code())
                .put("source", total.source())
                .put("currency", total.currency())
                .put("hub", Amounts.text(total.hub(), total.currency()))
                .put("items", total.items())
                .put("daysWithoutDifference", total.agreedDays(of.zone()));
        Told last = total.last();
        if (last == null) {
            line.putNull("told");
        } else {
            line.putObject("told")
                    .put("erp", Amounts.text(last.erp(), total.currency()))
                    .put("hub", Amounts.text(last.hub(), total.currency()))
                    .put("difference", Amounts.text(last.difference(), total.currency()))
                    .put("asOf", last.asOf().toString())
                    .put("by", last.toldBy())
                    .put("reason", last.reason());
        }
        return line.toString();
    }
}
