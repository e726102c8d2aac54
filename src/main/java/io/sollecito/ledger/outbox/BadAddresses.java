package io.sollecito.ledger.outbox;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.DispatchStates.Ending;
import io.sollecito.model.Recipients;
import java.util.List;

/** What follows for an address that is found not to take messages: it is suspended, and nothing waits for it any more. */
final class BadAddresses {

    private final Database database;
    private final DispatchStates states;
    private final SuspendedAddresses addresses;
    private final Outbox.Fallback fallback;

    BadAddresses(Database database, DispatchStates states, SuspendedAddresses addresses, Outbox.Fallback fallback) {
        this.database = database;
        this.states = states;
        this.addresses = addresses;
        this.fallback = fallback;
    }

    /** The claimed dispatch was refused for its address; false when it is no longer the caller's. */
    boolean refused(Claim claim, Ending ending, String why) {
        return database.inTransaction(() -> {
            boolean own = states.end(claim, ending, dispatch -> {
                suspend(claim, why);
                return fallback.fallBack(dispatch);
            });
            if (own) {
                divert(claim, ending.code(), why);
            }
            return own;
        });
    }

    /** In the transaction under way, as all that follows. */
    void suspend(Claim about, String why) {
        addresses.suspend(about.creditor(), about.channel(), about.recipient(), why, about.dispatchId());
    }

    /** Whatever waits to be sent to the address of that dispatch falls back. */
    void divert(Claim about, String status, String why) {
        for (Claim waiting : waitingFor(about)) {
            if (failed(waiting, status, "its address is suspended: an earlier e-mail " + why)) {
                fallBack(waiting);
            }
        }
    }

    boolean failed(Claim claim, String status, String reason) {
        boolean moved = 1
                == database.sql()
                        .sql("update dispatch set state = 'failed', reason = ?, state_at = ?, lease_until = null,"
                                + " claim_token = claim_token + 1"
                                + " where id = ? and state in ('sent', 'uncertain', 'waiting')")
                        .params(reason, states.now(), claim.dispatchId())
                        .update();
        if (moved) {
            states.note(claim, "dispatch-bounced", "run", status);
        }
        return moved;
    }

    void fallBack(Claim failed) {
        fallback.fallBack(failed.dispatchId());
        states.derive(failed);
    }

    private List<Claim> waitingFor(Claim bounced) {
        return database.sql()
                .sql("select * from dispatch where creditor = ? and channel = ? and state = 'waiting'"
                        + " and reminder_id is not null and lower(trim(recipient)) = ? order by id for update")
                .params(bounced.creditor(), bounced.channel(), Recipients.key(bounced.recipient()))
                .query((rs, n) -> DispatchStates.claim(rs, rs.getLong("claim_token")))
                .list();
    }
}
