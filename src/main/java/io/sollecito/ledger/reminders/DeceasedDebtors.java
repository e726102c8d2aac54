package io.sollecito.ledger.reminders;

import io.sollecito.ledger.outbox.LetterSettlement;
import io.sollecito.model.Hold;
import java.time.LocalDate;

/** Nobody reminds a debtor who died: the print house's report puts him on hold until a person ends it. */
public final class DeceasedDebtors implements LetterSettlement.Died {

    private static final String KIND = "deceased";

    private final Holds holds;

    public DeceasedDebtors(Holds holds) {
        this.holds = holds;
    }

    @Override
    public void died(String creditor, String source, String debtor, LocalDate today) {
        boolean held = holds.of(creditor).stream()
                .anyMatch(placed -> placed.debtor().equals(debtor)
                        && placed.source().equals(source)
                        && placed.hold().kind().equals(KIND));
        if (!held) {
            holds.place(
                    creditor,
                    source,
                    debtor,
                    null,
                    today,
                    new Hold(null, KIND, "a letter came back", "print house", null, null),
                    "run");
        }
    }
}
