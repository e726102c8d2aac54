package io.sollecito.bank.ofx;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters that OFX 1.x escapes; any other ampersand is one. */
final class Entities {

    private static final Pattern ENTITY = Pattern.compile("&(?:(lt|gt|amp|nbsp|quot|apos)|#([0-9]{1,7}));");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "nbsp", " ", "quot", "\"", "apos", "'");

    private Entities() {}

    static String resolved(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null ? NAMED.get(found.group(1)) : character(found.group(2), found.group())));
    }

    private static String character(String code, String asWritten) {
        int point = Integer.parseInt(code);
        return Character.isValidCodePoint(point) ? Character.toString(point) : asWritten;
    }
}
