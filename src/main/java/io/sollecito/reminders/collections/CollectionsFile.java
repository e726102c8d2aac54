package io.sollecito.reminders.collections;

import io.sollecito.model.Instrument;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code collections.yaml}, collecting everything that is wrong in it. */
final class CollectionsFile {

    static final List<String> KEYS = List.of("collections");
    static final List<String> INSTRUMENTS =
            Arrays.stream(Instrument.values()).map(Instrument::code).toList();
    static final List<String> TIME_KEYS = List.of("returns", "unauthorised");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Instrument, ReturnTime> times = new EnumMap<>(Instrument.class);

    CollectionsFile(YamlNode root) {
        problems.addAll(root.unknownKeys(KEYS));
        YamlNode collections = root.get("collections");
        if (collections == null || !collections.isMap()) {
            problems.add(
                    root.problem("'collections' is no map", "Such as collections: {riba: {returns: 5 bank days}}."));
            return;
        }
        problems.addAll(collections.unknownKeys(INSTRUMENTS));
        for (Instrument instrument : Instrument.values()) {
            YamlNode time = collections.get(instrument.code());
            if (time != null) {
                times.put(instrument, time(time));
            }
        }
    }

    Map<Instrument, ReturnTime> times() {
        return times;
    }

    List<Problem> problems() {
        return problems.stream().distinct().sorted(Problem.BY_PLACE).toList();
    }

    private ReturnTime time(YamlNode node) {
        if (!node.isMap()) {
            problems.add(
                    node.problem("an instrument is a map", "Such as {returns: 8 weeks, unauthorised: 13 months}."));
            return null;
        }
        problems.addAll(node.unknownKeys(TIME_KEYS));
        if (node.get("returns") == null) {
            problems.add(node.problem("'returns' is missing", "Such as returns: 5 bank days."));
        }
        return new ReturnTime(period(node.get("returns")), period(node.get("unauthorised")));
    }

    private Period period(YamlNode node) {
        if (node == null) {
            return null;
        }
        return Period.parse(node.text()).orElseGet(() -> {
            problems.add(node.problem(
                    "'" + node.text() + "' is no time", "Write it as 5 bank days, 56 days, 8 weeks or 13 months."));
            return null;
        });
    }
}
