package io.sollecito.demo.companies;

import java.time.LocalDate;
import java.util.Set;

/**
 * A reminder as a debtor read it.
 *
 * @param channel email, sms or letter
 * @param reference the ISO 11649 reference that it asks to quote, or null
 * @param documents the printed numbers of his documents that it mentions
 */
public record Reminded(LocalDate day, String channel, String reference, Set<String> documents) {}
