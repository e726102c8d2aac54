package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.sollecito.digest.ContactReview;
import io.sollecito.digest.ContactReview.Finding;
import io.sollecito.ledger.figures.OwingDebtors.Owing;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.SpreadsheetCell;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub contacts}: whose contact data is missing or wrong, for the people who keep it in the ERP. */
@Command(
        name = "contacts",
        description = "Lists debtors who owe something and whose contact data is missing or wrong, most money first.",
        mixinStandardHelpOptions = true)
final class ContactsCommand extends LedgerCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--creditor", paramLabel = "CREDITOR", description = "Only this one's.")
    private String creditor;

    @Option(names = "--json", description = "One JSON object a debtor on standard output, then a summary.")
    private boolean json;

    @Option(names = "--csv", description = "A table with a row for each finding, for a spreadsheet.")
    private boolean csv;

    ContactsCommand(Supplier<LedgerTools> tools) {
        super(tools);
    }

    @Override
    int run(LedgerTools ledger) {
        if (json && csv) {
            throw wrongUsage("Give one of --json and --csv");
        }
        List<Creditor> creditors = ledger.creditors(creditor);
        Map<String, Long> counts = new TreeMap<>();
        CsvWriter table = CsvWriter.builder().bufferSize(0).build(out());
        if (csv) {
            table.writeRecord("creditor", "source", "debtor", "name", "open", "finding", "message");
        }
        for (Creditor each : creditors) {
            ledger.owingDebtors().each(each.code(), each.baseCurrency(), owing -> {
                List<Finding> findings = ContactReview.of(owing);
                findings.forEach(finding -> counts.merge(finding.kind(), 1L, Long::sum));
                if (!findings.isEmpty()) {
                    print(owing, findings, table);
                }
            });
        }
        if (json) {
            ObjectNode summary = JSON.createObjectNode().put("kind", "summary");
            ObjectNode findings = summary.putObject("findings");
            counts.forEach(findings::put);
            out().println(summary);
        } else if (!csv) {
            say(
                    counts.isEmpty()
                            ? "The contact data of all debtors who owe something is complete."
                            : counts.entrySet().stream()
                                    .map(count -> count.getValue() + " " + count.getKey())
                                    .collect(Collectors.joining(", ")));
        }
        return 0;
    }

    private void print(Owing owing, List<Finding> findings, CsvWriter table) {
        Debtor debtor = owing.debtor();
        if (json) {
            out().println(json(owing, findings));
        } else if (csv) {
            findings.forEach(finding -> table.writeRecord(
                    debtor.creditor(),
                    SpreadsheetCell.safe(debtor.source()),
                    SpreadsheetCell.safe(debtor.debtor()),
                    debtor.name() == null ? "" : SpreadsheetCell.safe(debtor.name()),
                    open(owing),
                    finding.kind(),
                    SpreadsheetCell.safe(finding.message())));
        } else {
            say("debtor:" + debtor.creditor() + "/" + debtor.source() + "/" + debtor.debtor() + "  "
                    + (debtor.name() == null ? "" : debtor.name()) + "  owes " + open(owing));
            findings.forEach(finding -> say("    " + finding.kind() + ": " + finding.message()));
        }
    }

    private static String open(Owing owing) {
        return owing.open().entrySet().stream()
                .map(open -> Amounts.text(open.getValue(), open.getKey()) + " " + open.getKey())
                .collect(Collectors.joining(" and "));
    }

    private static String json(Owing owing, List<Finding> findings) {
        Debtor debtor = owing.debtor();
        ObjectNode line = JSON.createObjectNode()
                .put("kind", "contacts")
                .put("creditor", debtor.creditor())
                .put("source", debtor.source())
                .put("debtor", debtor.debtor())
                .put("name", debtor.name());
        ObjectNode open = line.putObject("open");
        owing.open().forEach((currency, amount) -> open.put(currency, Amounts.text(amount, currency)));
        ArrayNode list = line.putArray("findings");
        findings.forEach(
                finding -> list.addObject().put("finding", finding.kind()).put("message", finding.message()));
        return line.toString();
    }
}
