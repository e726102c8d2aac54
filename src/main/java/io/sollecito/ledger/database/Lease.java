package io.sollecito.ledger.database;

/**
 * The right of one node to do one thing for a while.
 *
 * @param token grows with every new holder: who carries an older one has lost the lease, whatever its clock says
 */
public record Lease(String name, String holder, long token) {}
