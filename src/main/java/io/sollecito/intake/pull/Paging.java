package io.sollecito.intake.pull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How an API leads from one page to the next. */
public enum Paging {
    /** There is one page. */
    NONE(null, 0),
    /** A link in the page. */
    BODY(null, 0),
    /** The header {@code Link} with {@code rel=next}. */
    HEADER(null, 0),
    /** {@code [[page]]} in the address counts up. */
    PAGE("page", 1),
    /** {@code [[offset]]} in the address says how many records were read. */
    OFFSET("offset", 0);

    private final String variable;
    private final long start;

    Paging(String variable, long start) {
        this.variable = variable;
        this.start = start;
    }

    /** The names that a route may give. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Paging::toString).toList();
    }

    /** @throws IllegalArgumentException when there is none of that name */
    static Paging of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("paging '" + name + "' is none of " + String.join(", ", names())));
    }

    /** What of the address changes from page to page, or null. */
    String variable() {
        return variable;
    }

    /** Where it begins unless the route says otherwise. */
    long start() {
        return start;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
