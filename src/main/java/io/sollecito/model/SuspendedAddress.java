package io.sollecito.model;

import java.time.LocalDate;

/**
 * An address that messages bounce from and that is therefore not used.
 *
 * @param address as {@link Recipients#key} writes it
 * @param reason without texts of others, such as bounced with 5.1.1
 */
public record SuspendedAddress(String channel, String address, String reason, LocalDate since) {}
