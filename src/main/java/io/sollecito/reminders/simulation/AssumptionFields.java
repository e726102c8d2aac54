package io.sollecito.reminders.simulation;

import io.sollecito.model.Problem;
import io.sollecito.yaml.CheckedFields;
import io.sollecito.yaml.YamlNode;
import java.util.List;

/** Reads single values of the files of assumptions, and collects what is wrong with them. */
final class AssumptionFields extends CheckedFields {

    static final String PERCENT = "100(\\.0{1,2})?|[0-9]{1,2}(\\.[0-9]{1,2})?";
    static final String DAYS = "[1-9][0-9]{0,2}d";
    static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

    AssumptionFields(List<Problem> problems) {
        super(problems);
    }

    boolean isMap(YamlNode node, List<String> keys, String such) {
        if (!node.isMap()) {
            wrong(node, "this is a map", "Such as " + such + ".");
            return false;
        }
        addAll(node.unknownKeys(keys));
        return true;
    }

    String name(YamlNode map, String key, String such) {
        YamlNode value = required(map, key, such);
        if (value != null && !value.text().matches(NAME)) {
            wrong(value, "'" + value.text() + "' is no name", "Use small letters, digits and hyphens, at most 40.");
        }
        return value == null ? "" : value.text();
    }

    YamlNode required(YamlNode map, String key, String such) {
        YamlNode value = map.get(key);
        if (value == null) {
            wrong(map, "'" + key + "' is missing", "Such as " + key + ": " + such + ".");
        }
        return value;
    }

    double percent(YamlNode map, String key, double otherwise) {
        YamlNode value = map.get(key);
        return value == null ? otherwise : percent(value);
    }

    double percent(YamlNode value) {
        if (!value.text().matches(PERCENT)) {
            wrong(value, "'" + value.text() + "' is no share", "Write per cent from 0 to 100, such as 25.");
            return 0;
        }
        return Double.parseDouble(value.text());
    }

    int days(YamlNode map, String key) {
        YamlNode value = required(map, key, "10d");
        return value == null ? 1 : numberOfDays(value, value.text());
    }

    int numberOfDays(YamlNode place, String text) {
        if (!text.matches(DAYS)) {
            wrong(place, "'" + text + "' is no number of days", "Write it as in 10d.");
            return 1;
        }
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }
}
