package io.sollecito.ledger.database;

/** A node that was paused past its lease must not write any more: another may have done the work since. */
public final class LeaseLost extends RuntimeException {

    LeaseLost(Lease lease) {
        super("the lease " + lease.name() + " (token " + lease.token()
                + ") is not held any more, given up or lost to another node; nothing was written");
    }
}
