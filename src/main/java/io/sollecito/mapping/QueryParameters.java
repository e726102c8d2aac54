package io.sollecito.mapping;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named parameters of an SQL query. */
final class QueryParameters {

    private static final Pattern FORBIDDEN = Pattern.compile("[.\"\\\\/'%\\[\\]]");
    private static final String COMPANY = "${company}";
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|--[^\\n]*|::|:([A-Za-z_]\\w*)");

    private QueryParameters() {}

    /**
     * The query of one company: {@code ${company}} in the names of tables becomes the company's name as Business Central
     * writes it there, with {@code _} for signs that no name may have.
     *
     * @throws IllegalArgumentException when the query needs a company and none is given, or none that can be a name
     */
    static String ofCompany(String query, String company) {
        if (!query.contains(COMPANY)) {
            return query;
        }
        String name = company == null ? "" : FORBIDDEN.matcher(company).replaceAll("_");
        if (!name.matches("[\\p{L}\\p{N}_ &+,()-]{1,60}")) {
            throw new IllegalArgumentException("the query needs the name of a company, and '" + company + "' is none");
        }
        return query.replace(COMPANY, name);
    }

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
