package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What becomes of dispatches whose sender stopped, and of uncertain ones once a person has decided (laws 7 and 13). */
public final class OutboxRecovery {

    private record Expired(Claim claim, boolean sending) {}

    private final Database database;
    private final DispatchStates states;

    public OutboxRecovery(Database database, Clock clock, Journal journal, Map<String, Creditor> creditors) {
        this.database = database;
        this.states = new DispatchStates(database, clock, journal, Map.copyOf(creditors));
    }

    /** Leases that ended: a claimed dispatch waits again, one that was being sent is uncertain. Returns how many. */
    public int expireLeases() {
        return database.inTransaction(() -> {
            List<Expired> expired = database.sql()
                    .sql("select * from dispatch where state in ('claimed', 'sending') and lease_until < ?"
                            + " order by id limit 1000 for update skip locked")
                    .param(states.now())
                    .query((rs, n) -> new Expired(
                            DispatchStates.claim(rs, rs.getLong("claim_token")),
                            rs.getString("state").equals("sending")))
                    .list();
            expired.forEach(this::expire);
            return expired.size();
        });
    }

    /** A person wants an uncertain dispatch sent again, under the same message id. False when it is not uncertain. */
    public boolean release(long dispatchId, String user, String why) {
        return decide(dispatchId, user, why, "waiting", "dispatch-released", "released by " + user);
    }

    /** A person knows that an uncertain dispatch arrived. False when it is not uncertain. */
    public boolean confirmSent(long dispatchId, String user, String why) {
        return decide(dispatchId, user, why, "sent", "dispatch-confirmed", null);
    }

    /**
     * A person knows that an uncertain dispatch did not arrive and is not to be sent as it is: its reminder counts as
     * undelivered, and planning may compose anew. False when it is not uncertain.
     */
    public boolean giveUp(long dispatchId, String user, String why) {
        return decide(dispatchId, user, why, "failed", "dispatch-given-up", "given up by " + user);
    }

    private void expire(Expired expired) {
        Claim claim = expired.claim();
        String reason = expired.sending() ? "the sender stopped in the middle" : "the sender stopped before sending";
        database.sql()
                .sql("update dispatch set state = ?, reason = ?, lease_until = null, state_at = ?,"
                        + " claim_token = claim_token + 1 where id = ?")
                .params(expired.sending() ? "uncertain" : "waiting", reason, states.now(), claim.dispatchId())
                .update();
        parts(claim.dispatchId(), "sending", expired.sending() ? "uncertain" : "waiting");
        states.derive(claim);
        states.note(claim, expired.sending() ? "dispatch-uncertain" : "dispatch-returned", "run", "lease ended");
    }

    private boolean decide(long dispatchId, String user, String why, String state, String event, String reason) {
        return database.inTransaction(() -> {
            List<Claim> found = database.sql()
                    .sql("select * from dispatch where id = ? and state = 'uncertain' for update")
                    .param(dispatchId)
                    .query((rs, n) -> DispatchStates.claim(rs, rs.getLong("claim_token")))
                    .list();
            if (found.isEmpty()) {
                return false;
            }
            database.sql()
                    .sql("update dispatch set state = ?, reason = ?, state_at = ?, claim_token = claim_token + 1"
                            + " where id = ?")
                    .params(state, reason, states.now(), dispatchId)
                    .update();
            parts(dispatchId, "uncertain", state);
            states.derive(found.get(0));
            states.note(found.get(0), event, user, why);
            return true;
        });
    }

    private void parts(long dispatchId, String from, String to) {
        database.sql()
                .sql("update sms_part set state = ?, state_at = ? where dispatch_id = ? and state = ?")
                .params(to, states.now(), dispatchId, from)
                .update();
    }
}
