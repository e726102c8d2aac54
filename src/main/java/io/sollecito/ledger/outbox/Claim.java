package io.sollecito.ledger.outbox;

/**
 * A dispatch taken by one worker until its lease ends.
 *
 * @param recipient the address as of planning
 * @param attempts how often it was tried before
 * @param token the fencing token: a later claim of the same dispatch has a higher one
 */
public record Claim(
        long dispatchId,
        long reminderId,
        String creditor,
        String debtor,
        String channel,
        String recipient,
        int attempts,
        long token) {}
