package io.sollecito.delivery.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a consumer of a topic saw that keeps each event once.
 *
 * @param texts each event as it came first, by its id
 * @param times how often it came
 * @param outOfOrder events that came after a later one of their key
 * @param differing ids under which two texts or two keys came
 */
public record Arrived(Map<Long, String> texts, Map<Long, Integer> times, List<Long> outOfOrder, Set<Long> differing) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Arrived of(List<ConsumerRecord<String, String>> records) {
        Arrived arrived = new Arrived(new LinkedHashMap<>(), new HashMap<>(), new ArrayList<>(), new HashSet<>());
        Map<String, Long> last = new HashMap<>();
        records.forEach(event -> arrived.take(event, last));
        return arrived;
    }

    public Set<Long> ids() {
        return texts.keySet();
    }

    private void take(ConsumerRecord<String, String> event, Map<String, Long> last) {
        JsonNode json = json(event.value());
        long id = json.path("id").asLong();
        String text = event.key() + " " + event.value();
        String before = texts.putIfAbsent(id, text);
        times.merge(id, 1, Integer::sum);
        if (before == null) {
            long sealNo = json.path("sealNo").asLong();
            if (last.getOrDefault(event.key(), 0L) > sealNo) {
                outOfOrder.add(id);
            }
            last.put(event.key(), sealNo);
        } else if (!before.equals(text)) {
            differing.add(id);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
