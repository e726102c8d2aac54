package io.sollecito.delivery.events;

/**
 * One event of the journal as it leaves the hub.
 *
 * @param key of one key, events arrive in the journal's order: the debtor's, or the subject's where there is no debtor
 * @param json as {@code schema/event.schema.json} describes it
 */
public record Event(String key, String json) {}
