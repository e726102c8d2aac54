package io.sollecito.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
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
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The canonical JSON lines that {@code hub map} prints, as open items to match against; other kinds are ignored. */
final class OpenItemsFile {

    /** Takes one line of a kind. */
    private interface Line {
        void take(JsonNode json, long number);
    }

    private static final ObjectReader JSON = new ObjectMapper().reader();
    private static final int MOST_PROBLEMS = 100;

    private final Path path;
    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    OpenItemsFile(String name) {
        this.path = Path.of(name);
        this.name = name;
    }

    /** Streams debtors, then items, into the book. */
    void into(Book book) throws IOException {
        read("debtor", "openItem", (json, number) -> book.add(known(CanonicalJson.debtor(json))));
        read("openItem", "debtor", (json, number) -> book.add(payable(CanonicalJson.openItem(json), number)));
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    private void read(String kind, String other, Line line) throws IOException {
        String word = '"' + kind + '"';
        String otherKind = "\"kind\":\"" + other + '"';
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            long number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.contains(otherKind) && text.contains(word)) {
                    take(text, number, kind, line);
                } else if (kind.equals("debtor") && !text.isBlank() && text.charAt(0) != '{') {
                    problem(number, "this is no JSON object", text);
                }
            }
        }
    }

    private void take(String text, long number, String kind, Line line) {
        try {
            JsonNode json = JSON.readTree(text);
            if (kind.equals(json.path("kind").asText())) {
                line.take(json, number);
            }
        } catch (JsonProcessingException malformed) {
            problem(number, "this is no JSON: " + malformed.getOriginalMessage(), text);
        } catch (RuntimeException invalid) {
            problem(number, "this is no " + kind + ": " + invalid.getMessage(), text);
        }
    }

    private void problem(long line, String message, String text) {
        boolean known = problems.stream().anyMatch(problem -> problem.line() == line);
        if (!known && problems.size() < MOST_PROBLEMS) {
            String excerpt = text.length() > 120 ? text.substring(0, 120) : text;
            problems.add(new Problem(name, line, 1, message, excerpt, "use the output of hub map --json"));
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
