package io.sollecito.cli;

import io.sollecito.ledger.reminders.Charges;
import io.sollecito.ledger.stories.Found;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hub waive}: charges that are not asked for any more. */
@Command(
        name = "waive",
        description = "Waives a charge, or all charges of an item or reminder; what is waived is not charged again.",
        mixinStandardHelpOptions = true)
final class WaiveCommand extends ReasonedCommand {

    @Parameters(
            paramLabel = "CHARGE",
            description = "The charge's number (charge:17), or an item or reminder: all that stands of it.")
    private String reference;

    WaiveCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        List<Long> charges = charges(ledger);
        ledger.together(() -> charges.forEach(charge -> {
            Charges.Standing waived = ledger.charges().waive(charge, user(), reason());
            say("charge " + charge + " waived: " + waived);
        }));
        return 0;
    }

    private List<Long> charges(LedgerTools ledger) {
        if (reference.startsWith("charge:")) {
            return List.of(Long.parseLong(reference.substring("charge:".length())));
        }
        if (reference.matches("\\d{1,18}")
                && ledger.charges().find(Long.parseLong(reference)).isPresent()) {
            if (ledger.references().find(reference).isEmpty()) {
                return List.of(Long.parseLong(reference));
            }
            throw CannotDo.unclear("'" + reference + "' means several things: write charge:" + reference
                    + " for the charge, or item:ID for an item's charges.");
        }
        Found found = one(ledger, reference, "item", "reminder");
        List<Charges.Standing> standing = found.kind().equals("item")
                ? ledger.charges().ofItem(id(found))
                : ledger.charges().ofReminder(id(found));
        if (standing.isEmpty()) {
            throw CannotDo.refused(found.subject() + " has no charge that stands.");
        }
        return standing.stream().map(Charges.Standing::id).toList();
    }
}
