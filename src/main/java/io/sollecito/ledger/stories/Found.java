package io.sollecito.ledger.stories;

/**
 * Something that a reference names.
 *
 * @param kind item, debtor, payment, export, reminder, dispatch or batch
 * @param id its number in the ledger; the batch's own id; the debtor as creditor/source/debtor
 * @param label what tells it from other matches
 */
public record Found(String kind, String id, String label) {

    /** As the journal and the command line write it: item:17. */
    public String subject() {
        return kind + ":" + id;
    }
}
