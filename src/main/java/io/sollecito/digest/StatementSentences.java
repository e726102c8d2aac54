package io.sollecito.digest;

import io.sollecito.ledger.stories.PaymentFacts.Stated;
import io.sollecito.model.Amounts;
import io.sollecito.model.OneLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The story of a bank statement in plain sentences. */
final class StatementSentences {

    private StatementSentences() {}

    static List<StoryLine> of(Stated f) {
        List<String> told = new ArrayList<>();
        told.add(f.file() + (f.format() == null ? "" : " (" + f.format() + ")") + " came from " + f.connection()
                + balances(f));
        told.add(state(f));
        if (f.gap()) {
            told.add("A statement before it seems to be missing: no known one ends at its opening balance");
        }
        return told.stream()
                .map(text -> new StoryLine(f.at(), OneLine.of(text) + "."))
                .toList();
    }

    private static String balances(Stated f) {
        return ", of " + (f.account().isEmpty() ? "an unnamed account" : f.account())
                + (f.opening() == null ? "" : ", opening " + money(f.opening(), f) + on(f.openingDate()))
                + (f.closing() == null ? "" : ", closing " + money(f.closing(), f) + on(f.closingDate()));
    }

    private static String on(Object day) {
        return day == null ? "" : " of " + day;
    }

    private static String state(Stated f) {
        return switch (f.state()) {
            case "applied" ->
                Words.plural(f.entries(), "entry of it was", "entries of it were") + " new, with "
                        + Words.plural(f.payments(), "payment", "payments");
            case "interim" -> "Recorded and not booked: its entries come again in the day's statement";
            case "rejected" -> "Nothing of it is applied: a person rejected it" + because(f.reason());
            default ->
                "It waits for a person" + because(f.reason())
                        + (f.keptAs() == null ? "" : "; its file is kept as " + f.keptAs());
        };
    }

    private static String because(String reason) {
        return reason == null ? "" : " (" + reason + ")";
    }

    private static String money(BigDecimal amount, Stated f) {
        return f.currency() == null
                ? amount.stripTrailingZeros().toPlainString()
                : Amounts.text(amount, f.currency()) + " " + f.currency();
    }
}
