package io.sollecito.ledger.exports;

/**
 * What an export makes of an item that the bank collects: SQL over the item {@code i} as it stood and its new record
 * {@code x}. The ERP says that an item is presented; that it is no longer so while it is open, or open again once it is
 * due, says that it came back. A bank that gives it back before is believed until the item is presented anew.
 */
final class PresentedItems {

    private static final String ANEW =
            "x.in_collection and (i.presented_on is null or x.what = 'reopened' and x.due_date > :today)";

    private static final String CAME_BACK = "x.erp_open > 0 and not (" + ANEW + ") and (i.in_collection"
            + " and not x.in_collection or x.what = 'reopened' and (i.in_collection or i.settled_cause = 'collected'))";

    static final String IN_COLLECTION =
            "case when x.erp_open = 0 then i.in_collection or x.in_collection and i.returned_on is null when " + ANEW
                    + " then true when " + CAME_BACK + " then false else i.in_collection and x.in_collection end";

    static final String PRESENTED_ON =
            "case when " + ANEW + " then :today when x.in_collection or x.erp_open = 0 then i.presented_on end";

    static final String RETURNED_ON = "case when " + CAME_BACK + " then :today else i.returned_on end";

    private PresentedItems() {}
}
