package io.sollecito.ledger.items;

/** Whom the row i of open_item is paid to, as {@code OpenItem.payTo} says. */
public final class PaidTo {

    /** Somebody else than its creditor, such as a factor. */
    static final String ANOTHER = "coalesce(i.details, '') like '%\"payTo\":{%'";

    /** Not to the account any more that the row r of reminder asks to pay to. */
    public static final String NOT_AS_ASKED = "case when r.pay_to is null then " + ANOTHER
            + " else coalesce(i.details, '') not like '%\"payTo\":{%\"iban\":\"' || r.pay_to || '\"%' end";

    private PaidTo() {}
}
