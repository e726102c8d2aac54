package io.sollecito.model;

import java.time.LocalDate;

/**
 * An address that messages come back from and that is therefore not used.
 *
 * @param channel email, letter or phone
 * @param address as {@link Recipients#key(String, String)} writes it
 * @param reason without texts of others, such as bounced with 5.1.1
 */
public record SuspendedAddress(String channel, String address, String reason, LocalDate since) {}
