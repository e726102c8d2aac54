package io.sollecito.yaml;

import io.sollecito.model.Problem;
import java.util.List;

/** Reads values of a file and collects what is wrong with them. */
public abstract class CheckedFields {

    private final List<Problem> problems;

    /** @param problems to which what is wrong is added */
    protected CheckedFields(List<Problem> problems) {
        this.problems = problems;
    }

    public final void wrong(YamlNode node, String message, String remedy) {
        problems.add(node.problem(message, remedy));
    }

    public final void addAll(List<Problem> found) {
        problems.addAll(found);
    }

    /** One of the words that are possible there, or {@code otherwise}. */
    public final String oneOf(YamlNode map, String key, List<String> allowed, String otherwise) {
        YamlNode value = map.get(key);
        if (value == null) {
            return otherwise;
        }
        return isOneOf(value, allowed) ? value.text() : otherwise;
    }

    protected final boolean isOneOf(YamlNode value, List<String> allowed) {
        if (!allowed.contains(value.text())) {
            wrong(
                    value,
                    "'" + value.text() + "' is not possible here",
                    "Possible: " + String.join(", ", allowed) + ".");
            return false;
        }
        return true;
    }
}
