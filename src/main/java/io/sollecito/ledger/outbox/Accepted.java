package io.sollecito.ledger.outbox;

/** A dispatch that the other side took; {@code messageId} is what it is known by there. */
public record Accepted(Claim claim, String messageId) {}
