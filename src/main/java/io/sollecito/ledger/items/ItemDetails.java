package io.sollecito.ledger.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Dunned;
import io.sollecito.model.Payee;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the details column of an open item holds beside the amounts. */
public final class ItemDetails {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WITHHELD = "withheld";

    private static final String PAY_TO = "payTo";
    private static final String DUNNED = "dunningLevel";

    private ItemDetails() {}

    /** Whom the item is paid to instead of the creditor, or null. */
    public static Payee payTo(String details) {
        return details == null || !details.contains(PAY_TO)
                ? null
                : CanonicalJson.payee(json(details).path(PAY_TO));
    }

    /** How often the ERP reminded about the item itself, or null. */
    public static Dunned dunned(String details) {
        if (details == null || !details.contains(DUNNED)) {
            return null;
        }
        JsonNode json = json(details);
        String on = json.path("dunnedOn").asText(null);
        return Dunned.of(json.path(DUNNED).asInt(), on == null ? null : LocalDate.parse(on));
    }

    /** What the customer keeps for good, such as split-payment VAT; what is only retained until a day is still owed. */
    public static BigDecimal withheld(String details) {
        BigDecimal sum = BigDecimal.ZERO;
        if (details == null || !details.contains(WITHHELD)) {
            return sum;
        }
        for (JsonNode part : json(details).path(WITHHELD)) {
            if (part.path("until").asText("").isEmpty() || part.path("until").isNull()) {
                sum = sum.add(new BigDecimal(part.path("amount").asText("0")));
            }
        }
        return sum;
    }

    private static JsonNode json(String details) {
        try {
            return JSON.readTree(details);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the details of an item are not JSON", broken);
        }
    }
}
