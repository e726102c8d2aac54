package io.sollecito.delivery.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events in waves, each to be acknowledged before the next leaves: no wave holds two of one key, so that a later event
 * cannot arrive where an earlier one failed.
 */
final class Waves {

    private Waves() {}

    /** The first event goes alone: whether anybody answers is found out by one, not by each. */
    static List<List<Event>> of(List<Event> events) {
        List<List<Event>> waves = new ArrayList<>();
        Map<String, Integer> lastOfKey = new HashMap<>();
        for (Event event : events) {
            int wave = waves.isEmpty() ? 0 : lastOfKey.getOrDefault(event.key(), 0) + 1;
            lastOfKey.put(event.key(), wave);
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(event);
        }
        return waves;
    }
}
