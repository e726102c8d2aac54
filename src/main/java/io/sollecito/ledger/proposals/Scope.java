package io.sollecito.ledger.proposals;

import java.util.HashMap;
import java.util.Map;

/**
 * Which messages of a proposal are meant: those for which all hold that is given; null means any.
 *
 * @param source with {@code debtor}
 * @param item one that the message counts for
 * @param step of the message, its highest one
 */
public record Scope(String source, String debtor, Long item, String plan, String step) {

    /** The whole proposal. */
    public static final Scope ALL = new Scope(null, null, null, null, null);

    /** A condition on a reminder {@code r}, with the parameters of {@link #parameters}. */
    static final String SQL = """
            exists (select 1 from dispatch d where d.reminder_id = r.id and d.state = 'proposed')
              and (cast(:debtor as varchar) is null or r.source = :source and r.debtor = :debtor)
              and (cast(:plan as varchar) is null or r.plan = :plan)
              and (cast(:step as varchar) is null or r.step = :step)
              and (cast(:item as bigint) is null or exists (select 1 from reminder_item i
                where i.reminder_id = r.id and i.item_id = :item and i.advances))""";

    public static Scope ofDebtor(String source, String debtor) {
        return new Scope(source, debtor, null, null, null);
    }

    public static Scope ofItem(long item) {
        return new Scope(null, null, item, null, null);
    }

    Map<String, Object> parameters(long run) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", run);
        parameters.put("source", source);
        parameters.put("debtor", debtor);
        parameters.put("item", item);
        parameters.put("plan", plan);
        parameters.put("step", step);
        return parameters;
    }
}
