package io.sollecito.ledger.database;

/**
 * The right of one node to do one thing for a while.
 *
 * @param token grows when a lease is taken and when it is given up: who carries an older one has it no more, whatever its
 *     clock says
 */
public record Lease(String name, String holder, long token) {}
