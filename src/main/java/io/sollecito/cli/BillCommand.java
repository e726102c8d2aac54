package io.sollecito.cli;

import io.sollecito.delivery.print.bill.BillIntake;
import io.sollecito.delivery.print.bill.BillIntake.Answer;
import io.sollecito.delivery.print.bill.BillSentences;
import io.sollecito.ledger.bills.ComparedBill;
import io.sollecito.model.Creditor;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub bill}: whether a print house bills the letters that it posted, and no others. */
@Command(
        name = "bill",
        description = "Takes a print house's bill and compares it letter by letter; without FILE, lists bills.",
        mixinStandardHelpOptions = true)
final class BillCommand extends ListingDecisionCommand {

    @Parameters(paramLabel = "FILE|-", arity = "0..1", description = "The bill's rows as CSV (docs/channels.md).")
    private String file;

    @Option(names = "--creditor", paramLabel = "CREDITOR", description = "Whose letters (needed if there are several).")
    private String creditor;

    @Option(names = "--show", paramLabel = "NUMBER", description = "Compares a bill that was taken, as things are now.")
    private String show;

    @Option(names = "--replace", description = "This bill counts instead of the one of its number.")
    private boolean replace;

    @Option(names = "--json", description = "One JSON object a batch, a difference and the bill on standard output.")
    private boolean json;

    BillCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    public Optional<String> handsOver() {
        return Optional.ofNullable(file);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (file != null && show != null || replace && file == null) {
            throw wrongUsage("Give a FILE to take (with --replace to correct), or --show NUMBER");
        }
        if (file != null) {
            return take(ledger);
        }
        return show == null ? list(ledger) : report(ledger.bills().show(one(ledger), show));
    }

    private int list(LedgerTools ledger) {
        BillIntake bills = ledger.bills();
        for (Creditor each : ledger.creditors(creditor)) {
            bills.list(each.code()).forEach(bill -> {
                if (json) {
                    out().println(BillReport.json(bill));
                } else {
                    say(each.code() + "  " + BillSentences.billed(bill));
                }
            });
        }
        return 0;
    }

    private int take(LedgerTools ledger) {
        Creditor of = one(ledger);
        BillIntake bills = ledger.bills();
        try {
            Path copy = Files.createTempFile("hub-bill-", ".csv");
            try {
                Files.writeString(copy, caller().input().text(file));
                Answer answer =
                        replace ? bills.replace(of, copy, file, user(), reason()) : bills.take(of, copy, file, user());
                if (answer.again() && !json) {
                    say("bill " + answer.compared().bill().number() + " was taken before; nothing changed");
                }
                return report(answer.compared());
            } finally {
                Files.delete(copy);
            }
        } catch (CharacterCodingException notUtf8) {
            throw CannotDo.unclear(file + " is not written in UTF-8: save it so, or leave it where the print house's"
                    + " answers are polled.");
        } catch (IOException unreadable) {
            throw CannotDo.unclear(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private Creditor one(LedgerTools ledger) {
        List<Creditor> all = ledger.creditors(creditor);
        if (all.size() != 1) {
            throw wrongUsage("Say whose letters are billed: --creditor CREDITOR");
        }
        return all.get(0);
    }

    private int report(ComparedBill compared) {
        BillReport report = new BillReport(compared);
        if (json) {
            report.json().forEach(out()::println);
        } else {
            report.lines().forEach(this::say);
        }
        return compared.differences().isEmpty() ? 0 : 1;
    }
}
