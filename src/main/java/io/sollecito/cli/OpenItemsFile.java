package io.sollecito.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.Withheld;
import io.sollecito.reconciliation.Book;
import io.sollecito.reconciliation.DebtorKey;
import io.sollecito.reconciliation.KnownDebtor;
import io.sollecito.reconciliation.Payable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The canonical JSON lines that {@code hub map} prints, as open items to match against; other kinds are ignored. */
final class OpenItemsFile {

    private final List<Problem> problems = new ArrayList<>();
    private final CanonicalLines lines;

    OpenItemsFile(String name) {
        this.lines = new CanonicalLines(Path.of(name), problems);
    }

    /** Streams debtors, then items, into the book. */
    void into(Book book) throws IOException {
        lines.read(
                text -> text.charAt(0) != '{' || mayBe("debtor", "openItem", text),
                (json, number) -> ifKind("debtor", json, () -> book.add(known(CanonicalJson.debtor(json)))));
        lines.read(
                text -> mayBe("openItem", "debtor", text),
                (json, number) ->
                        ifKind("openItem", json, () -> book.add(payable(CanonicalJson.openItem(json), number))));
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems.stream().distinct().toList());
        }
    }

    /** Told from the text: parsing every line twice would cost more than matching. */
    private static boolean mayBe(String kind, String other, String text) {
        return text.contains('"' + kind + '"') && !text.contains("\"kind\":\"" + other + '"');
    }

    private static void ifKind(String kind, JsonNode json, Runnable take) {
        if (kind.equals(json.path("kind").asText())) {
            take.run();
        }
    }

    private static KnownDebtor known(Debtor debtor) {
        return new KnownDebtor(
                new DebtorKey(debtor.creditor(), debtor.source(), debtor.debtor()),
                debtor.name(),
                debtor.bankAccounts(),
                debtor.payer());
    }

    private static Payable payable(OpenItem item, long number) {
        return new Payable(
                number,
                new DebtorKey(item.creditor(), item.source(), item.debtor()),
                item.documentNo(),
                item.printedNo(),
                item.instalment(),
                item.dueDate(),
                item.currency(),
                item.openAmount(),
                item.discount(),
                item.withheld().stream()
                        .filter(part -> part.until() == null)
                        .map(Withheld::amount)
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add),
                item.paymentReference(),
                false);
    }
}
