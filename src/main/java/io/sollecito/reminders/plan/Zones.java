package io.sollecito.reminders.plan;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The time zone of countries that have one only, or nearly so. */
final class Zones {

    private static final Map<String, ZoneId> BY_COUNTRY = Map.ofEntries(
                    Map.entry("AT", "Vienna"),
                    Map.entry("BE", "Brussels"),
                    Map.entry("BG", "Sofia"),
                    Map.entry("CH", "Zurich"),
                    Map.entry("CZ", "Prague"),
                    Map.entry("DE", "Berlin"),
                    Map.entry("DK", "Copenhagen"),
                    Map.entry("EE", "Tallinn"),
                    Map.entry("FI", "Helsinki"),
                    Map.entry("FR", "Paris"),
                    Map.entry("GB", "London"),
                    Map.entry("GR", "Athens"),
                    Map.entry("HR", "Zagreb"),
                    Map.entry("HU", "Budapest"),
                    Map.entry("IE", "Dublin"),
                    Map.entry("IT", "Rome"),
                    Map.entry("LI", "Vaduz"),
                    Map.entry("LT", "Vilnius"),
                    Map.entry("LU", "Luxembourg"),
                    Map.entry("LV", "Riga"),
                    Map.entry("MC", "Monaco"),
                    Map.entry("MT", "Malta"),
                    Map.entry("NL", "Amsterdam"),
                    Map.entry("NO", "Oslo"),
                    Map.entry("PL", "Warsaw"),
                    Map.entry("RO", "Bucharest"),
                    Map.entry("SE", "Stockholm"),
                    Map.entry("SI", "Ljubljana"),
                    Map.entry("SK", "Bratislava"),
                    Map.entry("SM", "San_Marino"))
            .entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> ZoneId.of("Europe/" + entry.getValue())));

    private Zones() {}

    /** @param country ISO 3166-1 alpha-2, or null */
    static Optional<ZoneId> of(String country) {
        return country == null ? Optional.empty() : Optional.ofNullable(BY_COUNTRY.get(country));
    }
}
