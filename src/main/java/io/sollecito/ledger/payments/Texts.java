package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names and texts of known entries, letters and digits only. They never make two entries one; they tell which of several
 * equal ones a file without references and balances lists again.
 */
final class Texts {

    private final Map<String, Map<String, Integer>> left = new HashMap<>();

    Texts(Database database, Statement statement, boolean advised) {
        List<LocalDate> days = statement.entries().stream()
                .map(Statement.Entry::bookingDate)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return;
        }
        Map<Long, String> fingerprints = new TreeMap<>();
        Map<Long, String> texts = new TreeMap<>();
        database.sql()
                .sql("select e.id, e.fingerprint, p.counterparty_name, p.remittance from bank_entry e"
                        + " join payment p on p.entry_id = e.id where e.account = ? and e.advised = ?"
                        + " and e.booking_date between ? and ? order by e.id, p.seq")
                .params(statement.account(), advised, days.get(0), days.get(days.size() - 1))
                .query(rs -> {
                    fingerprints.put(rs.getLong("id"), rs.getString("fingerprint"));
                    texts.merge(
                            rs.getLong("id"),
                            plain(rs.getString("counterparty_name"), rs.getString("remittance")),
                            String::concat);
                });
        texts.forEach((id, text) -> left.computeIfAbsent(fingerprints.get(id), key -> new HashMap<>())
                .merge(text, 1, Integer::sum));
    }

    /** Whether a known entry of that fingerprint has the same text; it is taken then. */
    boolean claim(String fingerprint, Statement.Entry entry) {
        StringBuilder text = new StringBuilder();
        for (Statement.Payment payment : entry.payments()) {
            Statement.Counterparty other = payment.counterparty();
            text.append(plain(other == null ? null : other.name(), payment.remittance()));
        }
        Map<String, Integer> texts = left.getOrDefault(fingerprint, Map.of());
        boolean found = texts.getOrDefault(text.toString(), 0) > 0;
        if (found) {
            texts.merge(text.toString(), -1, Integer::sum);
        }
        return found;
    }

    private static String plain(String name, String text) {
        return ((name == null ? "" : name) + (text == null ? "" : text))
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
