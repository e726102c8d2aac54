package io.sollecito.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.sollecito.digest.AgeingText;
import io.sollecito.ledger.figures.AgedReceivables.Figures;
import io.sollecito.ledger.figures.DebtorAge;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.SpreadsheetCell;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub ageing}: how old what is owed is, by whom, and how many days of sales it is; today, as the ledger stands. */
@Command(
        name = "ageing",
        description = "Lists what is open by days after due, who owes most of it, and days sales outstanding.",
        mixinStandardHelpOptions = true)
final class AgeingCommand extends LedgerCommand {

    private static final int NAMED = 5;

    @Option(names = "--creditor", paramLabel = "CREDITOR", description = "Only this one's.")
    private String creditor;

    @Option(
            names = "--largest",
            paramLabel = "N",
            description = "How many debtors are named in each span of days, most money first (5; in a table all).")
    private Integer largest;

    @Option(names = "--json", description = "One JSON object a creditor and currency on standard output.")
    private boolean json;

    @Option(names = "--csv", description = "A table with a row for each debtor, currency and span of days.")
    private boolean csv;

    AgeingCommand(Supplier<LedgerTools> tools) {
        super(tools);
    }

    @Override
    int run(LedgerTools ledger) {
        if (json && csv) {
            throw wrongUsage("Give one of --json and --csv");
        }
        if (largest != null && largest < 0) {
            throw wrongUsage("--largest is a number of debtors: 0 or more");
        }
        if (csv) {
            table(ledger);
        } else {
            ledger.creditors(creditor).forEach(each -> print(ledger, each));
        }
        return 0;
    }

    private void print(LedgerTools ledger, Creditor of) {
        Figures aged = ledger.agedReceivables()
                .read(of.code(), ledger.today(of.code()), of.zone(), largest == null ? NAMED : largest);
        if (json) {
            AgeingAsJson.lines(of, ledger.today(of.code()), aged).forEach(out()::println);
        } else {
            out().println(AgeingText.write(of, ledger.today(of.code()), aged));
        }
    }

    private void table(LedgerTools ledger) {
        CsvWriter table = CsvWriter.builder().bufferSize(0).build(out());
        table.writeRecord("creditor", "currency", "bucket", "source", "debtor", "name", "items", "amount", "disputed");
        int most = largest == null ? Integer.MAX_VALUE : largest;
        for (Creditor of : ledger.creditors(creditor)) {
            ledger.agedReceivables().each(of.code(), ledger.today(of.code()), most, one -> row(of.code(), one, table));
        }
    }

    private static void row(String of, DebtorAge one, CsvWriter table) {
        table.writeRecord(
                of,
                one.currency(),
                one.bucket() == null ? AgeingAsJson.CREDITS : one.bucket().code(),
                SpreadsheetCell.safe(one.source()),
                SpreadsheetCell.safe(one.debtor()),
                SpreadsheetCell.safe(one.name()),
                String.valueOf(one.items()),
                Amounts.text(one.amount(), one.currency()),
                Amounts.text(one.disputed(), one.currency()));
    }
}
