package io.sollecito.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the configuration and the environment set, for the placeholders of routes to name.
 *
 * @param names those that are known, to tell which one was probably meant
 * @param lookup the value of a name, or null
 */
public record KnownProperties(Collection<String> names, UnaryOperator<String> lookup) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z][A-Za-z0-9._-]*)(?::([^{}]*))?}}");

    public KnownProperties {
        names = List.copyOf(names);
    }

    boolean isSet(String name) {
        return lookup.apply(name) != null;
    }

    /** The text with its placeholders replaced; empty when one of them is not set. */
    Optional<String> resolved(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String value = lookup.apply(matcher.group(1));
            if (value == null && matcher.group(2) == null) {
                return Optional.empty();
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value == null ? matcher.group(2) : value));
        }
        return Optional.of(matcher.appendTail(resolved).toString());
    }

    /** The environment variable that gives a property: my.erp.password is MY_ERP_PASSWORD. */
    static String variable(String name) {
        return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
