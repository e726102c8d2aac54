package io.sollecito.model;

import java.util.List;

/** A postal address (EN 16931 BG-8); {@code country} is ISO 3166-1 alpha-2. */
public record Address(List<String> lines, String postCode, String city, String country) {
    public Address {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
