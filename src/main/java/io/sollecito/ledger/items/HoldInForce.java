package io.sollecito.ledger.items;

/** When a row h of hold is about the row i of open_item and has not been ended; its days are for the caller to ask. */
public final class HoldInForce {

    /** An insolvency is about what is older than its opening only, as {@code Hold.isAbout} says. */
    public static final String ON_ITEM = "h.creditor = i.creditor and h.source = i.source and h.debtor = i.debtor"
            + " and (h.item_id is null or h.item_id = i.id) and h.ended_at is null"
            + " and (h.opened_on is null or coalesce(i.issue_date, i.due_date, h.opened_on) <= h.opened_on)";

    /** Of a part that is disputed only what was planned before it knows too much; of the rest a reminder may speak. */
    public static final String WHOLLY_OR_LATER = "(h.part is null or h.placed_at >= coalesce(r.read_at, r.created_at))";

    private HoldInForce() {}
}
