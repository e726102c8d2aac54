package io.sollecito.mapping;

import java.util.List;
import java.util.Objects;

/**
 * Whether a connection's exports are snapshots or deltas, as its mapping and its route file say together.
 *
 * @param delivers snapshot or delta; null when they do not agree
 * @param wrong why they do not agree, or null
 * @param remedy what to write, or null
 */
public record Agreed(String delivers, String wrong, String remedy) {

    /**
     * @param mapping the mapping's name
     * @param all its record sets
     * @param sets those of them that read the export; its open items decide if it brings other records too
     * @param route what the route file says; blank when nothing
     */
    static Agreed of(String mapping, List<RecordSet> all, List<RecordSet> sets, String route) {
        boolean items = sets.stream().anyMatch(set -> set.kind().equals("openItem"));
        List<Delivers> said = sets.stream()
                .filter(set -> !items || set.kind().equals("openItem"))
                .map(RecordSet::delivers)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean asked = all.stream().anyMatch(set -> set.delivers() == Delivers.EITHER);
        boolean keys = sets.stream().allMatch(set -> set.kind().equals(RecordSet.KEYS));
        return of(mapping, said, keys || asked && !said.contains(Delivers.EITHER) ? "" : route);
    }

    private static Agreed of(String mapping, List<Delivers> said, String route) {
        if (said.isEmpty()) {
            return wrong(
                    "mapping '" + mapping + "' does not say whether its exports are snapshots or deltas",
                    "Write delivers: snapshot (all that is open) or delta (what changed, closed items too) into it.");
        }
        if (said.size() > 1) {
            return wrong(
                    "mapping '" + mapping + "' reads one file as snapshot and as delta",
                    "Let all its record sets that make open items of such a file say the same.");
        }
        String word = said.get(0).word();
        boolean silent = route == null || route.isBlank();
        if (said.get(0) == Delivers.EITHER) {
            return Delivers.WORDS_OF_ROUTES.contains(route)
                    ? new Agreed(route, null, null)
                    : wrong(
                            "the exports of mapping '" + mapping
                                    + "' may be snapshots or deltas, and the route does not" + " say which",
                            "Add - {name: delivers, value: snapshot} (all that is open) or delta (what changed, closed"
                                    + " items too).");
        }
        return silent || route.equals(word)
                ? new Agreed(word, null, null)
                : wrong(
                        "mapping '" + mapping + "' reads a " + word + ", the route says '" + route + "'",
                        "Leave delivers out of the route; the mapping knows what the source delivers.");
    }

    private static Agreed wrong(String message, String remedy) {
        return new Agreed(null, message, remedy);
    }
}
