package io.sollecito.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.CaseItem;
import io.sollecito.model.ChargeHistory;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PaidItem;
import io.sollecito.model.Payee;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.SentStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Debtor cases from files of canonical JSON lines: open items and debtors, and what was sent before. */
final class PlanCases {

    private record DebtorKey(String creditor, String source, String debtor) {}

    private record ItemKey(DebtorKey debtor, String documentNo, int instalment) {}

    private static final List<String> CREDITOR_FACTS = List.of("name", "country", "zone", "baseCurrency");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, JsonNode> creditors = new HashMap<>();
    private final Map<String, List<Payee>> factors = new HashMap<>();
    private final Map<DebtorKey, Debtor> debtors = new HashMap<>();
    private final Map<DebtorKey, List<OpenItem>> items = new LinkedHashMap<>();
    private final Map<DebtorKey, Map<ItemKey, List<SentStep>>> history = new HashMap<>();
    private final Map<DebtorKey, Map<ItemKey, PaidItem>> paid = new HashMap<>();

    /** @throws ProblemsFound with every line that is not what it should be */
    static PlanCases read(Path openItems, Path history) {
        PlanCases cases = new PlanCases();
        cases.read(openItems, cases::openItemLine);
        if (history != null) {
            cases.read(history, cases::historyLine);
        }
        if (!cases.problems.isEmpty()) {
            throw new ProblemsFound(cases.problems);
        }
        return cases;
    }

    private void read(Path file, Consumer<JsonNode> taker) {
        try {
            new CanonicalLines(file, problems).read(text -> true, (json, number) -> taker.accept(json));
        } catch (IOException failure) {
            problems.add(Problem.unreadable(file, failure));
        }
    }

    /** One case per debtor, in the order in which their items stand in the file. */
    List<DebtorCase> cases() {
        return items.keySet().stream().map(this::caseOf).toList();
    }

    /** Whether the file has a line about that creditor. */
    boolean tellsOf(String creditor) {
        return creditors.containsKey(creditor);
    }

    /** What plans may ask about a creditor; what the file does not say is the empty text. */
    Map<String, String> facts(String creditor) {
        Map<String, String> facts = new HashMap<>();
        facts.put("code", creditor);
        JsonNode known = creditors.get(creditor);
        for (String name : CREDITOR_FACTS) {
            facts.put(name, known == null ? "" : known.path(name).asText(""));
        }
        return facts;
    }

    /** Whom the file says that items of a creditor are paid to instead, each IBAN once. */
    List<Payee> paidTo(String creditor) {
        Map<String, Payee> found = new LinkedHashMap<>();
        items.forEach((debtor, owed) -> {
            if (debtor.creditor().equals(creditor)) {
                owed.stream()
                        .map(OpenItem::payTo)
                        .filter(Objects::nonNull)
                        .forEach(payee -> found.putIfAbsent(payee.iban(), payee));
            }
        });
        return List.copyOf(found.values());
    }

    /** The factors that the creditor's line names; null when it does not say. */
    List<Payee> factors(String creditor) {
        return factors.get(creditor);
    }

    private DebtorCase caseOf(DebtorKey key) {
        Debtor debtor = debtors.getOrDefault(key, Debtor.knownByNumber(key.creditor(), key.source(), key.debtor()));
        Map<ItemKey, List<SentStep>> sent = new HashMap<>(history.getOrDefault(key, Map.of()));
        List<CaseItem> caseItems = new ArrayList<>();
        for (OpenItem item : items.get(key)) {
            List<SentStep> steps = sent.remove(new ItemKey(key, item.documentNo(), item.instalment()));
            CaseItem caseItem = CaseItem.of(item);
            caseItems.add(steps == null ? caseItem : caseItem.withHistory(steps));
        }
        return new DebtorCase(
                debtor,
                caseItems,
                sent.values().stream().flatMap(List::stream).toList(),
                List.of(),
                ChargeHistory.NONE,
                habit(key),
                null);
    }

    /** By what is said to be paid; without a word on the reminder that led to it, what was sent tells. */
    private PayingHabit habit(DebtorKey key) {
        Map<ItemKey, List<SentStep>> sent = history.getOrDefault(key, Map.of());
        List<PaidItem> items = new ArrayList<>();
        paid.getOrDefault(key, Map.of())
                .forEach((item, known) -> items.add(
                        known.reminded() != null ? known : known.answering(sent.getOrDefault(item, List.of()))));
        return PayingHabit.of(items);
    }

    private void openItemLine(JsonNode json) {
        switch (json.path("kind").asText()) {
            case "creditor" -> {
                List<Payee> named = CanonicalJson.factors(json);
                creditors.put(json.path("creditor").asText(), json);
                factors.put(json.path("creditor").asText(), named);
            }
            case "debtor" -> {
                Debtor debtor = CanonicalJson.debtor(json);
                debtors.put(key(json), debtor);
            }
            case "openItem" -> {
                required(json, "creditor", "source", "debtor", "documentNo", "type", "currency", "openAmount");
                items.computeIfAbsent(key(json), unknown -> new ArrayList<>()).add(CanonicalJson.openItem(json));
            }
            default -> {}
        }
    }

    private void historyLine(JsonNode json) {
        switch (json.path("kind").asText()) {
            case "sent" -> sentLine(json);
            case "paid" -> paidLine(json);
            default -> {}
        }
    }

    private void paidLine(JsonNode json) {
        required(json, "creditor", "source", "debtor", "documentNo", "dueDate", "paid");
        ItemKey item = itemKey(json);
        paid.computeIfAbsent(item.debtor(), unknown -> new HashMap<>())
                .put(
                        item,
                        new PaidItem(
                                item.documentNo() + "/" + item.instalment(),
                                LocalDate.parse(json.path("dueDate").asText()),
                                LocalDate.parse(json.path("paid").asText()),
                                json.path("remindedBy").asText(null)));
    }

    private void sentLine(JsonNode json) {
        required(json, "creditor", "source", "debtor", "documentNo", "plan", "step", "effective");
        ItemKey item = itemKey(json);
        List<SentStep> steps = history.computeIfAbsent(item.debtor(), unknown -> new HashMap<>())
                .computeIfAbsent(item, unknown -> new ArrayList<>());
        steps.add(new SentStep(
                json.path("plan").asText(),
                json.path("step").asText(),
                json.path("repeat").asInt(0),
                json.path("channel").asText(null),
                LocalDate.parse(json.path("effective").asText()),
                SentStep.State.valueOf(json.path("state").asText("sent").toUpperCase(Locale.ROOT)),
                json.hasNonNull("deadline")
                        ? LocalDate.parse(json.path("deadline").asText())
                        : null,
                null));
        steps.sort(Comparator.comparing(SentStep::effective));
    }

    private static ItemKey itemKey(JsonNode json) {
        return new ItemKey(
                key(json),
                json.path("documentNo").asText(),
                json.path("instalment").asInt(1));
    }

    private static DebtorKey key(JsonNode json) {
        return new DebtorKey(
                json.path("creditor").asText(),
                json.path("source").asText(),
                json.path("debtor").asText());
    }

    private static void required(JsonNode json, String... fields) {
        for (String field : fields) {
            if (!json.hasNonNull(field)) {
                throw new IllegalArgumentException("'" + field + "' is missing");
            }
        }
    }
}
