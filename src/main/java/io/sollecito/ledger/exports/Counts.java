package io.sollecito.ledger.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of an export's records (law 2): applied, unchanged, filtered and quarantined add up to read. */
public record Counts(long read, long applied, long unchanged, Map<String, Long> filteredBy, long quarantined) {

    public static final Counts NONE = new Counts(0, 0, 0, Map.of(), 0);

    /** Every record waits with its export, as a held one's do. */
    static Counts waiting(long read) {
        return new Counts(read, 0, 0, Map.of(), read);
    }

    /** Whether there were records and none but quarantined and filtered ones: facts that nobody could read. */
    boolean onlyQuarantined() {
        return quarantined > 0 && applied + unchanged == 0;
    }

    public long filtered() {
        return filteredBy.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The filters' names and counts as JSON, or null when nothing was filtered. */
    String filteredJson() {
        if (filteredBy.isEmpty()) {
            return null;
        }
        ObjectNode json = new ObjectMapper().createObjectNode();
        filteredBy.forEach(json::put);
        return json.toString();
    }

    /** Such as {@code 10 records read: 7 applied, 0 unchanged, 2 filtered (internal 1, total 1), 1 quarantined}. */
    @Override
    public String toString() {
        String filters = new TreeMap<>(filteredBy)
                .entrySet().stream()
                        .map(filter -> filter.getKey() + " " + filter.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
        return read + " records read: " + applied + " applied, " + unchanged + " unchanged, " + filtered() + " filtered"
                + (filteredBy.isEmpty() ? "" : filters) + ", " + quarantined + " quarantined";
    }
}
