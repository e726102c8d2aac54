package io.sollecito.mapping;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named parameters of an SQL query. */
final class QueryParameters {

    private static final Pattern TOKEN = Pattern.compile("'[^']*'|--[^\\n]*|::|:([A-Za-z_]\\w*)");

    private QueryParameters() {}

    /** The query with its parameters as camel-sql takes them: {@code :?watermark}. */
    static String forCamel(String query) {
        return TOKEN.matcher(query)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) == null ? found.group() : ":?" + found.group(1)));
    }

    /** The names after a colon; type casts ({@code ::}), quoted texts and comments have none. */
    static Set<String> of(String query) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = TOKEN.matcher(query);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
