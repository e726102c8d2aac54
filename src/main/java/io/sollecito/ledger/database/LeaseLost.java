package io.sollecito.ledger.database;

/** A node that was paused past its lease must not write any more: another may have done the work since. */
public final class LeaseLost extends RuntimeException {

    LeaseLost(Lease lease) {
        super("the lease " + lease.name() + " (token " + lease.token()
                + ") was lost to another node; nothing was written");
    }
}
