package io.sollecito.ledger.outbox;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What follows when an e-mail comes back after the server had accepted it: the dispatch has failed after all. All methods
 * work in the transaction under way.
 */
public final class Bounces {

    /** How a reminder goes on whose dispatch has failed: by the step's next channel, or once more by the same. */
    public interface GoingOn extends Outbox.Fallback {
        /** A further dispatch to the same address, after the pause; false when the reminder is not to be sent any more. */
        boolean again(long dispatchId, Duration pause);
    }

    private record Known(Claim claim, String state, String reference) {}

    private static final String BY_ID = """
            select d.*, (select r.reference from reminder r where r.id = d.reminder_id) as reference from dispatch d
            where d.id = ? and d.creditor = ? and d.channel = 'email' and d.attempts > 0 for update""";

    private final Database database;
    private final DispatchStates states;
    private final BadAddresses badAddresses;
    private final SendPolicy policy;
    private final GoingOn goingOn;

    public Bounces(
            Database database,
            Clock clock,
            Journal journal,
            Map<String, Creditor> creditors,
            SuspendedAddresses addresses,
            SendPolicy policy,
            GoingOn goingOn) {
        this.database = database;
        this.states = new DispatchStates(database, clock, journal, Map.copyOf(creditors));
        this.badAddresses = new BadAddresses(database, states, addresses, goingOn);
        this.policy = policy;
        this.goingOn = goingOn;
    }

    /**
     * The e-mail of that number and reference that the creditor sent, locked; empty when it sent none.
     *
     * @throws IllegalStateException while it is still being sent: its answer is to be taken later
     */
    public Optional<Claim> sent(String creditor, long dispatchId, String reference) {
        return known(creditor, dispatchId)
                .filter(found -> reference.equals(found.reference()))
                .map(Bounces::settled);
    }

    /** The same by its number alone, for what is proved to be about it. */
    public Optional<Claim> sent(String creditor, long dispatchId) {
        return known(creditor, dispatchId).map(Bounces::settled);
    }

    private Optional<Known> known(String creditor, long dispatchId) {
        return database.sql()
                .sql(BY_ID)
                .params(dispatchId, creditor)
                .query((rs, n) -> new Known(
                        DispatchStates.claim(rs, rs.getLong("claim_token")),
                        rs.getString("state"),
                        rs.getString("reference")))
                .optional();
    }

    private static Claim settled(Known known) {
        if (known.state().equals("sending")) {
            throw new IllegalStateException(
                    "dispatch " + known.claim().dispatchId() + " is still leaving: its answer is taken later");
        }
        return known.claim();
    }

    /** The e-mail of the creditor's reminder with that reference that was sent last. */
    public Optional<Claim> lastOf(String creditor, String reference) {
        return database.sql()
                .sql("select d.* from dispatch d join reminder r on r.id = d.reminder_id"
                        + " where r.creditor = ? and r.reference = ? and d.channel = 'email' and d.attempts > 0"
                        + " order by d.id desc limit 1")
                .params(creditor, reference)
                .query((rs, n) -> DispatchStates.claim(rs, rs.getLong("claim_token")))
                .optional();
    }

    /** The address takes no mail: it is suspended, and whatever was sent or waits to be sent to it falls back. */
    public void hard(Claim bounced, String status) {
        String reason = "bounced with " + status;
        badAddresses.suspend(bounced, reason);
        if (badAddresses.failed(bounced, status, reason)) {
            badAddresses.fallBack(bounced);
        }
        badAddresses.divert(bounced, status, reason);
    }

    /** Its recipient called it unwanted: it arrived, but no other is sent there, and what waits falls back. */
    public void complained(Claim about) {
        String reason = "was called unwanted by its recipient";
        badAddresses.suspend(about, reason);
        badAddresses.divert(about, "complaint", reason);
    }

    /** The address takes no mail now: tried again while the policy has pauses left, then as hard. */
    public void soft(Claim bounced, String status) {
        Duration pause = policy.pauseAfter(tries(bounced));
        if (pause == null) {
            hard(bounced, status);
        } else if (badAddresses.failed(bounced, status, "bounced for now with " + status)) {
            if (!goingOn.again(bounced.dispatchId(), pause)) {
                goingOn.fallBack(bounced.dispatchId());
            }
            states.derive(bounced);
        }
    }

    /** How often the reminder was sent to that address. */
    private int tries(Claim bounced) {
        return database.sql()
                .sql("select count(*) from dispatch where reminder_id = ? and channel = ? and recipient = ?")
                .params(bounced.reminderId(), bounced.channel(), bounced.recipient())
                .query(Integer.class)
                .single();
    }
}
