package io.sollecito.ledger.items;

/** When a row h of hold is about the row i of open_item and has not been ended; its days are for the caller to ask. */
public final class HoldInForce {

    /** As {@code Hold.isAbout} says: an insolvency is about what is older than its opening only, an assignment not about
     * what says whom to pay. */
    public static final String ON_ITEM = "h.creditor = i.creditor and h.source = i.source and h.debtor = i.debtor"
            + " and (h.item_id is null or h.item_id = i.id) and h.ended_at is null"
            + " and (h.opened_on is null or coalesce(i.issue_date, i.due_date, h.opened_on) <= h.opened_on)"
            + " and not (h.kind = 'assigned' and " + PaidTo.ANOTHER + ")";

    /** Whether the ERP holds the row i of open_item, as {@code OpenItem.holdsInForce} says. */
    public static final String SAID_BY_SOURCE = "(i.details like '%\"holds\":[\"%'"
            + " and not (i.details like '%\"holds\":[\"assigned\"]%' and " + PaidTo.ANOTHER + "))";

    /** When it holds on the day :today: what was agreed on does beyond its last day, until it was judged. */
    public static final String TODAY =
            "h.starts_on <= :today" + " and (h.ends_on is null or h.ends_on >= :today or h.agreement_id is not null)";

    /** Of a part that is disputed only what was planned before it knows too much; of the rest a reminder may speak. */
    public static final String WHOLLY_OR_LATER = "(h.part is null or h.placed_at >= coalesce(r.read_at, r.created_at))";

    private HoldInForce() {}
}
