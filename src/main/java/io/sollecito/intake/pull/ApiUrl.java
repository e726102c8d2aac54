package io.sollecito.intake.pull;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address with {@code [[since]]}, {@code [[page]]} and {@code [[offset]]} in it. */
public final class ApiUrl {

    private static final List<String> VARIABLES = List.of("since", "page", "offset");
    private static final Pattern VARIABLE = Pattern.compile("\\[\\[([^\\[\\]]*)]]");
    private static final String ALLOWED = "-._~:/?#@!$&'()*+,;=%";

    private final String pattern;

    /** @throws IllegalArgumentException when it is no address of HTTP, or names something else */
    public ApiUrl(String pattern) {
        this.pattern = pattern.strip();
        Map<String, String> sample = new HashMap<>();
        VARIABLES.forEach(name -> sample.put(name, "1"));
        URI filled = of(sample);
        boolean http = "https".equals(filled.getScheme()) || "http".equals(filled.getScheme());
        if (!http || filled.getHost() == null) {
            throw new IllegalArgumentException(
                    "'" + shown(filled) + "' is no address such as https://api.erp.example/items");
        }
        if (filled.getRawUserInfo() != null || filled.getRawFragment() != null) {
            throw new IllegalArgumentException("the address holds a log-in or a fragment (#)");
        }
    }

    /** Whether a variable stands in it. */
    boolean asks(String variable) {
        return pattern.contains("[[" + variable + "]]");
    }

    URI of(Map<String, String> values) {
        return parsed(filled(pattern, values));
    }

    /** @throws IllegalArgumentException when the text names something else */
    static String filled(String text, Map<String, String> values) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            if (!VARIABLES.contains(name)) {
                throw new IllegalArgumentException(
                        "[[" + name + "]] is unknown; there are [[" + String.join("]], [[", VARIABLES) + "]]");
            }
            return Matcher.quoteReplacement(values.getOrDefault(name, ""));
        });
    }

    /**
     * What others write as an address, with blanks and the like encoded; what is encoded already stays.
     *
     * @throws IllegalArgumentException when it is none; its text is not repeated, because it may hold a key
     */
    static URI parsed(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        try {
            return new URI(encoded.toString());
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("the address is not well-formed: " + wrong.getReason());
        }
    }

    /** Whether both are on one server: what leads elsewhere is not followed, and never gets to see the log-in. */
    static boolean isSameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && other.getHost() != null
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other)
                && other.getRawUserInfo() == null;
    }

    /** Without its query, which may hold a key. */
    static String shown(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
