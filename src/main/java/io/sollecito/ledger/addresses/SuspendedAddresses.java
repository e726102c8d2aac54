package io.sollecito.ledger.addresses;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Debtor;
import io.sollecito.model.Recipients;
import io.sollecito.model.SuspendedAddress;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mailboxes that e-mails bounce from, postal addresses that letters come back from, and telephone numbers that are
 * another's. Whatever goes to a suspended one
 * takes the step's next channel; a corrected address is another one and is used at once. The journal knows them by number
 * only: they are personal data.
 */
public final class SuspendedAddresses {

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    public SuspendedAddresses(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Suspends an address, in the transaction under way; false when it is suspended already.
     *
     * @param recipient as the dispatch has it
     * @param reason without texts of others
     * @param dispatch the message that came back
     */
    public boolean suspend(String creditor, String channel, String recipient, String reason, long dispatch) {
        return suspend(creditor, channel, recipient, reason, dispatch, "run");
    }

    /** The same; {@code actor} is the person who found out. */
    public boolean suspend(
            String creditor, String channel, String recipient, String reason, long dispatch, String actor) {
        String kind = Recipients.addressChannel(channel);
        String key = Recipients.key(kind, recipient);
        int added = database.sql()
                .sql("insert into suspended_address (creditor, channel, address, reason, dispatch_id, since)"
                        + " select cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),"
                        + " cast(? as bigint), cast(? as timestamp with time zone) from dispatch d where d.id = ?"
                        + " and not exists (select 1 from suspended_address s where s.creditor = ? and s.channel = ?"
                        + " and s.address = ? and s.lifted_at is null)")
                .params(
                        creditor,
                        kind,
                        key,
                        reason,
                        dispatch,
                        Database.at(clock.instant()),
                        dispatch,
                        creditor,
                        kind,
                        key)
                .update();
        if (added == 1) {
            long id = database.sql()
                    .sql("select max(id) from suspended_address where creditor = ? and address = ?")
                    .params(creditor, key)
                    .query(Long.class)
                    .single();
            journal.append(
                    creditor,
                    "address-suspended",
                    "address:" + id,
                    actor,
                    Map.of("channel", kind, "dispatch", dispatch, "reason", reason));
        }
        return added == 1;
    }

    /** A person wants the address used again; false when it is not suspended. */
    public boolean lift(long id, String user, String why) {
        return database.inTransaction(() -> {
            List<String> creditors = database.sql()
                    .sql("select creditor from suspended_address where id = ? and lifted_at is null for update")
                    .param(id)
                    .query(String.class)
                    .list();
            if (creditors.isEmpty()) {
                return false;
            }
            database.sql()
                    .sql("update suspended_address set lifted_at = ? where id = ?")
                    .params(Database.at(clock.instant()), id)
                    .update();
            journal.append(creditors.get(0), "address-lifted", "address:" + id, user, Map.of("reason", why));
            return true;
        });
    }

    /** Usually there are none, and to hash the postal addresses of all debtors takes long. */
    private static boolean any(Database database, String creditor) {
        return database.sql()
                .sql("select exists (select 1 from suspended_address where creditor = ? and lifted_at is null)")
                .param(creditor)
                .query(Boolean.class)
                .single();
    }

    /** The suspended addresses among those of the debtors, by key. */
    public static Map<String, SuspendedAddress> among(Database database, String creditor, Collection<Debtor> debtors) {
        if (!any(database, creditor)) {
            return Map.of();
        }
        List<String> keys = debtors.stream()
                .flatMap(debtor -> Recipients.keys(debtor).stream())
                .toList();
        Map<String, SuspendedAddress> found = new HashMap<>();
        if (!keys.isEmpty()) {
            database.sql()
                    .sql("select channel, address, reason, since from suspended_address"
                            + " where creditor = ? and address = any(?) and lifted_at is null")
                    .params(creditor, AnyOf.texts(keys.stream()))
                    .query(rs -> {
                        String address = rs.getString("address");
                        OffsetDateTime since = rs.getObject("since", OffsetDateTime.class);
                        found.put(
                                address,
                                new SuspendedAddress(
                                        rs.getString("channel"), address, rs.getString("reason"), since.toLocalDate()));
                    });
        }
        return found;
    }

    /** The debtor without his suspended addresses. */
    public static Debtor usable(Debtor debtor, Map<String, SuspendedAddress> suspended) {
        return Recipients.without(debtor, suspended.keySet());
    }

    /** Those of the suspended addresses that are the debtor's. */
    public static List<SuspendedAddress> of(Debtor debtor, Map<String, SuspendedAddress> suspended) {
        return suspended.isEmpty()
                ? List.of()
                : Recipients.keys(debtor).stream()
                        .filter(suspended::containsKey)
                        .map(suspended::get)
                        .toList();
    }
}
