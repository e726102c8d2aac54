package io.sollecito.ledger.connections;

import io.sollecito.ledger.database.Database;
import java.util.List;

/**
 * One writer of a creditor's facts at a time: an export that accounts for payments and a statement that allocates them
 * must see each other's work, and what is planned on facts must be written before they change. Held until the
 * transaction under way ends.
 */
public final class CreditorLock {

    private CreditorLock() {}

    /** Returns the number of the export applied last: the same number means the same items. */
    public static long take(Database database, String creditor) {
        List<Long> numbers = database.sql()
                .sql("select facts_no from connection where creditor = ? order by name for update")
                .param(creditor)
                .query(Long.class)
                .list();
        return numbers.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The number as it is now, for who reads without the lock: to be compared with what {@link #take} returns. */
    public static long factsNumber(Database database, String creditor) {
        return database.sql()
                .sql("select coalesce(max(facts_no), 0) from connection where creditor = ?")
                .param(creditor)
                .query(Long.class)
                .single();
    }

    /** An export is applied: from now on the facts are others. For the holder of the lock. */
    public static void factsChanged(Database database, String creditor, String connection, long exportId) {
        long number = factsNumber(database, creditor) + 1;
        database.sql()
                .sql("update connection set facts_no = ? where name = ?")
                .params(number, connection)
                .update();
        database.sql()
                .sql("update export set facts_no = ? where id = ?")
                .params(number, exportId)
                .update();
    }
}
