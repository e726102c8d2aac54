package io.sollecito.ledger.bills;

/** SQL conditions on what the print house reported about the letter {@code d}; states are quoted, with commas. */
final class Reported {

    /** The post has it, or had it. */
    static final String POSTED = "'HANDED_OVER', 'IN_TRANSIT', 'AT_COUNTER', 'LOST', 'DELIVERED', 'RETURNED'";

    private static final String OF_LETTER = "exists (select 1 from receipt r where r.dispatch_id = d.id and ";

    private Reported() {}

    /** In whatever batch it went. */
    static String as(String states) {
        return OF_LETTER + "r.batch_id is not null and r.state in (" + states + "))";
    }

    /** In the batch that it went in last. */
    static String lastAs(String states) {
        return OF_LETTER + "r.batch_id = d.batch_id and r.state in (" + states + "))";
    }
}
