package io.sollecito.ledger.journal;

import io.sollecito.ledger.database.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which debtor the journal's subjects belong to, as far as it never changes: a payment, which may be found to be another
 * debtor's, belongs to none.
 */
final class DebtorsOfSubjects {

    /** @param number as its ERP knows it */
    record Debtor(String source, String number) {}

    private record Subject(String kind, String name) {
        static Subject of(String text) {
            int colon = text.indexOf(':');
            return new Subject(text.substring(0, Math.max(0, colon)), text.substring(colon + 1));
        }

        boolean isNumbered() {
            return name.matches("[0-9]{1,18}");
        }
    }

    private static final Map<String, String> BY_ID = Map.of(
            "item", "select id, source, debtor from open_item where id in (:ids)",
            "reminder", "select id, source, debtor from reminder where id in (:ids)",
            "dispatch", "select id, source, debtor from dispatch where id in (:ids)",
            "hold", "select id, source, debtor from hold where id in (:ids)",
            "mail",
                    "select m.id, d.source, d.debtor from incoming_mail m join dispatch d on d.id = m.dispatch_id"
                            + " where m.id in (:ids)",
            "address",
                    "select a.id, d.source, d.debtor from suspended_address a join dispatch d on d.id = a.dispatch_id"
                            + " where a.id in (:ids)");

    private final Database database;

    DebtorsOfSubjects(Database database) {
        this.database = database;
    }

    /** By subject; one query for each kind of subject. */
    Map<String, Debtor> of(Collection<String> subjects) {
        Map<String, Debtor> debtors = new HashMap<>();
        Map<String, List<Subject>> byKind = subjects.stream()
                .distinct()
                .map(Subject::of)
                .collect(Collectors.groupingBy(Subject::kind, TreeMap::new, Collectors.toList()));
        byKind.forEach((kind, some) -> {
            if (kind.equals("debtor")) {
                some.forEach(subject -> named(subject.name(), debtors));
            } else if (BY_ID.containsKey(kind)) {
                byId(kind, some, debtors);
            }
        });
        return debtors;
    }

    private void byId(String kind, List<Subject> subjects, Map<String, Debtor> debtors) {
        List<Long> ids = subjects.stream()
                .filter(Subject::isNumbered)
                .map(subject -> Long.valueOf(subject.name()))
                .toList();
        if (!ids.isEmpty()) {
            database.sql().sql(BY_ID.get(kind)).param("ids", ids).query(rs -> {
                debtors.put(kind + ":" + rs.getLong("id"), new Debtor(rs.getString("source"), rs.getString("debtor")));
            });
        }
    }

    /** Such as debtor:ACME-IT/sap/4711. */
    private static void named(String name, Map<String, Debtor> debtors) {
        String[] parts = name.split("/", 3);
        if (parts.length == 3) {
            debtors.put("debtor:" + name, new Debtor(parts[1], parts[2]));
        }
    }
}
