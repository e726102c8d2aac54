package io.sollecito.delivery.webhook;

import java.time.Instant;

/**
 * One request to a webhook.
 *
 * @param id the dispatch's public id: the same at every attempt
 * @param body as {@code webhook.schema.json} describes it
 * @param at the moment that is signed along
 */
public record WebhookCall(String id, byte[] body, Instant at) {}
