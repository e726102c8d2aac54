package io.sollecito.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The contract of {@code hub match --json}: one object per payment, then a summary. */
public final class MatchJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DECISIONS =
            List.of("allocated", "candidates", "unmatched", "notOurs", "returned");

    private MatchJson() {}

    public static ObjectNode payment(String statementId, Incoming payment, Decision decision) {
        String currency = payment.currency();
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "payment")
                .put("statementId", statementId)
                .put("bankReference", payment.bankReference())
                .put("endToEndId", payment.endToEndId())
                .put("amount", Amounts.text(payment.amount(), currency))
                .put("currency", currency)
                .put("decision", decision.word());
        allocations(json.putArray("allocations"), Outcomes.allocations(decision));
        json.put("unallocated", Amounts.text(Outcomes.unallocated(payment.amount(), decision), currency));
        decision.evidence().forEach(json.putArray("evidence")::add);
        ArrayNode candidates = json.putArray("candidates");
        for (Candidate candidate : Outcomes.candidates(decision)) {
            ObjectNode node = candidates.addObject().put("score", candidate.score());
            allocations(node.putArray("allocations"), candidate.allocations());
            candidate.evidence().forEach(node.putArray("evidence")::add);
        }
        return json;
    }

    /** @param counts how many payments had which decision, by the decision's word */
    public static ObjectNode summary(Map<String, Integer> counts) {
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "summary")
                .put(
                        "payments",
                        counts.values().stream().mapToInt(Integer::intValue).sum());
        DECISIONS.forEach(word -> json.put(word, counts.getOrDefault(word, 0)));
        return json;
    }

    private static void allocations(ArrayNode array, List<Allocation> allocations) {
        for (Allocation allocation : allocations) {
            Payable item = allocation.item();
            BigDecimal amount = allocation.amount();
            array.addObject()
                    .put("creditor", item.debtor().creditor())
                    .put("source", item.debtor().source())
                    .put("debtor", item.debtor().debtor())
                    .put("documentNo", item.documentNo())
                    .put("instalment", item.instalment())
                    .put("amount", Amounts.text(amount, item.currency()))
                    .put("for", allocation.purpose().word());
        }
    }
}
