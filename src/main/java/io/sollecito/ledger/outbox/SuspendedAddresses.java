package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Debtor;
import io.sollecito.model.Recipients;
import io.sollecito.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Postal addresses that mail came back from. A suspended address is passed over, so that the step's next channel is used;
 * a corrected one is another address and is used at once. Only its hash is kept.
 */
public final class SuspendedAddresses {

    private static final String POSTAL = "letter";

    private final Database database;
    private final Clock clock;
    private final Journal journal;

    public SuspendedAddresses(Database database, Clock clock, Journal journal) {
        this.database = database;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Suspends the address as a dispatch wrote it.
     *
     * @param reason a code such as UNKNOWN
     * @return whether it was in use until now
     */
    public boolean suspend(String creditor, long dispatchId, String recipient, String reason) {
        return database.inTransaction(() -> {
            String hash = hash(recipient);
            int added = database.sql()
                    .sql("insert into suspended_address (creditor, recipient_hash, reason, dispatch_id, since)"
                            + " select ?, ?, ?, ?, ? where not exists (select 1 from suspended_address"
                            + " where creditor = ? and recipient_hash = ? and ended_at is null)")
                    .params(creditor, hash, reason, dispatchId, Database.at(clock.instant()), creditor, hash)
                    .update();
            if (added == 1) {
                journal.append(
                        creditor,
                        "address-suspended",
                        "dispatch:" + dispatchId,
                        "print house",
                        Map.of("reason", reason));
            }
            return added == 1;
        });
    }

    /** A person knows that mail arrives there after all; false when the letter's address is not suspended. */
    public boolean end(String creditor, long dispatchId, String user, String why) {
        return database.inTransaction(() -> {
            int ended = database.sql()
                    .sql("update suspended_address set ended_at = ? where creditor = ? and dispatch_id = ?"
                            + " and ended_at is null")
                    .params(Database.at(clock.instant()), creditor, dispatchId)
                    .update();
            if (ended == 1) {
                journal.append(creditor, "address-restored", "dispatch:" + dispatchId, user, Map.of("reason", why));
            }
            return ended == 1;
        });
    }

    /** The suspended addresses of a creditor, read once for many debtors. */
    public static Known known(Database database, String creditor) {
        return new Known(new TreeSet<>(database.sql()
                .sql("select recipient_hash from suspended_address where creditor = ? and ended_at is null")
                .param(creditor)
                .query(String.class)
                .list()));
    }

    private static String hash(String recipient) {
        return Sha256.hex(recipient.getBytes(StandardCharsets.UTF_8));
    }

    /** Hashes of addresses that are passed over. */
    public record Known(Set<String> hashes) {

        /** The debtor as he can be reached: without a postal address that is suspended. */
        public Debtor reachable(Debtor debtor) {
            return hashes.isEmpty()
                            || Recipients.of(debtor, POSTAL)
                                    .filter(recipient -> hashes.contains(hash(recipient)))
                                    .isEmpty()
                    ? debtor
                    : debtor.withoutAddress(Recipients.countryOf(debtor));
        }
    }
}
