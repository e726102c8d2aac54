package io.sollecito.reminders.message;

import io.sollecito.model.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How an address is written on a letter and in a sentence. */
final class PostalAddress {

    private static final Set<String> POST_CODE_LAST = Set.of("GB", "IE", "US", "CA", "AU");

    private PostalAddress() {}

    /**
     * Name, street, place and, abroad, the country.
     *
     * @param from the sender's country
     * @throws MessageHeld when a letter could not arrive
     */
    static List<String> lines(String name, Address address, String from) {
        if (Values.oneLine(name).isEmpty()
                || address == null
                || address.lines().isEmpty()
                || place(address).isEmpty()) {
            throw new MessageHeld("the postal address is incomplete: name, street and place are needed");
        }
        List<String> lines = new ArrayList<>(List.of(Values.oneLine(name)));
        lines.addAll(withoutName(address));
        String country = Values.oneLine(address.country());
        if (!country.isEmpty() && !country.equals(from)) {
            lines.add(countryName(country));
        }
        return lines;
    }

    /** Street and place, without name and country. */
    static List<String> withoutName(Address address) {
        List<String> lines = new ArrayList<>(address.lines());
        lines.add(place(address));
        return lines.stream()
                .map(Values::oneLine)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String oneLine(Address address) {
        return address == null ? "" : withoutName(address).stream().collect(Collectors.joining(", "));
    }

    private static String place(Address address) {
        String code = Values.oneLine(address.postCode());
        String city = Values.oneLine(address.city());
        boolean codeLast = address.country() != null && POST_CODE_LAST.contains(address.country());
        return city.isEmpty() ? "" : (codeLast ? city + " " + code : code + " " + city).strip();
    }

    /** In English capitals, as the Universal Postal Union understands them everywhere. */
    private static String countryName(String country) {
        String name = country.matches("[A-Z]{2}")
                ? new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH)
                : country;
        return name.toUpperCase(Locale.ROOT);
    }
}
