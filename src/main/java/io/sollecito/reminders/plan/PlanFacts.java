package io.sollecito.reminders.plan;

import dev.cel.common.types.CelType;
import io.sollecito.expression.Condition;
import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Recipients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plan's {@code for} may ask about; what is not known is the empty text. */
final class PlanFacts {

    static final Map<String, CelType> VARIABLES =
            Map.of("debtor", Condition.FACTS, "creditor", Condition.FACTS, "item", Condition.FACTS);

    /** What each variable has, in the order in which problems list it. */
    static final Map<String, List<String>> KEYS = Map.of(
            "debtor",
            List.of("number", "source", "name", "class", "vatId", "language", "country", "payer", "tags"),
            "creditor",
            List.of("code", "name", "country", "zone", "baseCurrency"),
            "item",
            List.of("source", "documentNo", "type", "currency", "paymentMeans"));

    private PlanFacts() {}

    static Map<String, Object> of(Debtor debtor) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("number", debtor.debtor());
        facts.put("source", debtor.source());
        facts.put("name", text(debtor.name()));
        facts.put("class", text(debtor.debtorClass()));
        facts.put("vatId", text(debtor.vatId()));
        facts.put("language", text(debtor.language()));
        facts.put("country", text(Recipients.countryOf(debtor)));
        facts.put("payer", text(debtor.payer()));
        facts.put("tags", debtor.tags());
        return facts;
    }

    static Map<String, Object> of(OpenItem item) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("source", item.source());
        facts.put("documentNo", item.documentNo());
        facts.put("type", item.type().name());
        facts.put("currency", item.currency());
        facts.put("paymentMeans", text(item.paymentMeans()));
        return facts;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
