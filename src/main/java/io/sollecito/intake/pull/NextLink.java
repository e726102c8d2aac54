package io.sollecito.intake.pull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The next page in headers {@code Link} (RFC 8288). */
final class NextLink {

    private static final String PARAMETER = "\\s*+;\\s*+[^;,=\"\\s]++(?:\\s*+=\\s*+(?:\"[^\"]*+\"|[^\",;\\s]*+))?+";
    private static final Pattern LINK = Pattern.compile("<([^>]*+)>((?:" + PARAMETER + ")*+)");
    private static final Pattern RELATION = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\",;\\s]*))");

    private NextLink() {}

    static Optional<String> in(List<String> headers) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (isNext(link.group(2))) {
                    return Optional.of(link.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNext(String parameters) {
        Matcher relation = RELATION.matcher(parameters);
        if (!relation.find()) {
            return false;
        }
        String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        return Arrays.stream(names.split("\\s+")).anyMatch("next"::equalsIgnoreCase);
    }
}
