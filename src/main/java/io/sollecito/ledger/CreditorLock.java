package io.sollecito.ledger;

/**
 * One writer of a creditor's facts at a time: an export that accounts for payments and a statement that allocates them
 * must see each other's work. Held until the transaction under way ends.
 */
public final class CreditorLock {

    private CreditorLock() {}

    public static void take(Database database, String creditor) {
        database.sql()
                .sql("select name from connection where creditor = ? order by name for update")
                .param(creditor)
                .query(String.class)
                .list();
    }
}
