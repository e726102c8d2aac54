package io.sollecito.check;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Camel's property placeholders: {@code {{name}}}, {@code {{name:default}}}, {@code {{?name}}}, {@code {{env:NAME}}}. */
final class Placeholders {

    private static final Pattern WELL_FORMED = Pattern.compile("\\{\\{([?!]?)([A-Za-z][A-Za-z0-9._-]*)(:[^{}]*)?}}");

    private Placeholders() {}

    /**
     * One placeholder.
     *
     * @param rest what follows the colon: its default, or what it names in a source such as env; null without one
     * @param optional whether it may be left unset, as {@code {{?name}}}
     */
    record Use(String name, String rest, boolean optional, YamlNode at) {
        /** Whether it can only be a parameter of the template: properties have a dot, a default or a source. */
        boolean isParameter() {
            return rest == null && name.indexOf('.') < 0;
        }
    }

    /** All placeholders of a text. */
    static List<Use> uses(YamlNode text) {
        List<Use> uses = new ArrayList<>();
        Matcher matcher = WELL_FORMED.matcher(text.text());
        while (matcher.find()) {
            String rest = matcher.group(3);
            uses.add(new Use(
                    matcher.group(2),
                    rest == null ? null : rest.substring(1),
                    !matcher.group(1).isEmpty(),
                    text));
        }
        return uses;
    }

    static boolean any(String text) {
        return text.contains("{{");
    }

    /** A problem for a text whose braces are no placeholder. */
    static List<Problem> problems(YamlNode text) {
        String rest = WELL_FORMED.matcher(text.text()).replaceAll("");
        if (!rest.contains("{{") && !(Placeholders.any(text.text()) && rest.contains("}}"))) {
            return List.of();
        }
        return List.of(text.problem(
                "a placeholder in '" + text.text() + "' is not complete",
                "Write {{name}}, {{name:default}} or {{env:NAME}}: two braces on each side, no spaces in the name."));
    }
}
