package io.sollecito.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.AdviceLine;
import io.sollecito.model.Amounts;
import io.sollecito.model.Canonical;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Debtor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.MappedCreditor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.OpenItemKey;
import io.sollecito.model.StatementLine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what a mapping made: canonical records as they come, then what was quarantined, then the counts. */
abstract class MapReport {

    final PrintWriter out;
    final Map<String, Long> filtered = new TreeMap<>();
    final List<Outcome.Quarantined> quarantined = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    long applied;
    /** How many of each kind; debtors and open items are counted apart, because they are told even if there are none. */
    final Map<Class<?>, Long> others = new HashMap<>();

    long debtors;
    long openItems;
    private long negativeDebts;

    private MapReport(PrintWriter out) {
        this.out = out;
    }

    static MapReport json(PrintWriter out) {
        return new Json(out);
    }

    static MapReport text(PrintWriter out) {
        return new Text(out);
    }

    final void take(Outcome outcome) {
        if (outcome instanceof Outcome.Mapped mapped) {
            applied += mapped.first() ? 1 : 0;
            debtors += mapped.canonical() instanceof Debtor ? 1 : 0;
            openItems += mapped.canonical() instanceof OpenItem ? 1 : 0;
            others.merge(mapped.canonical().getClass(), 1L, Long::sum);
            negativeDebts += mapped.canonical() instanceof OpenItem item && isNegativeDebt(item) ? 1 : 0;
            print(mapped.canonical(), mapped.line());
        } else if (outcome instanceof Outcome.Merged) {
            applied++;
        } else if (outcome instanceof Outcome.Filtered left) {
            filtered.merge(left.filter(), 1L, Long::sum);
        } else if (outcome instanceof Outcome.Quarantined record) {
            quarantined.add(record);
            if (!files.contains(record.problem().file())) {
                files.add(record.problem().file());
            }
        }
    }

    /** Whether nothing was quarantined. */
    final boolean finish() {
        endOfRecords();
        quarantined.sort(Comparator.comparing((Outcome.Quarantined record) ->
                        files.indexOf(record.problem().file()))
                .thenComparing(Outcome.Quarantined::line));
        quarantined.forEach(this::print);
        printSummary();
        return quarantined.isEmpty();
    }

    /** What looks right and may be meant otherwise, for whoever tries the mapping; null when there is nothing. */
    final String doubt() {
        if (negativeDebts == 0) {
            return null;
        }
        return negativeDebts + " of " + openItems + " open items are invoices, debit notes or advances with a negative"
                + " amount: they count as credits, and nobody is reminded of them. If they are owed to you, look at"
                + " 'sign' and 'negate' of openAmount.";
    }

    private static boolean isNegativeDebt(OpenItem item) {
        return item.isCredit() && !item.type().isNeverOwed() && item.type() != DocumentType.OTHER;
    }

    final long filteredTotal() {
        return filtered.values().stream().mapToLong(Long::longValue).sum();
    }

    final long read() {
        return applied + filteredTotal() + quarantined.size();
    }

    abstract void print(Canonical record, long line);

    void endOfRecords() {}

    abstract void print(Outcome.Quarantined record);

    abstract void printSummary();

    private static final class Json extends MapReport {

        private static final ObjectMapper MAPPER = new ObjectMapper();
        private static final Map<Class<?>, String> KINDS = Map.of(
                MappedCreditor.class, "creditor",
                OpenItemKey.class, "openItemKey",
                StatementLine.class, "statement",
                AdviceLine.class, "remittanceAdvice");

        Json(PrintWriter out) {
            super(out);
        }

        @Override
        void print(Canonical record, long line) {
            print(CanonicalJson.write(record));
        }

        @Override
        void print(Outcome.Quarantined record) {
            print(MAPPER.createObjectNode()
                    .put("kind", "quarantined")
                    .put("file", record.problem().file())
                    .put("line", record.line())
                    .put("column", record.problem().column())
                    .put("field", record.field())
                    .put("value", record.value())
                    .put("message", record.problem().message())
                    .put("itemKey", record.itemKey()));
        }

        @Override
        void printSummary() {
            ObjectNode summary = MAPPER.createObjectNode()
                    .put("kind", "summary")
                    .put("read", read())
                    .put("applied", applied);
            ObjectNode byFilter = summary.putObject("filtered");
            filtered.forEach(byFilter::put);
            summary.put("quarantined", quarantined.size());
            ObjectNode produced =
                    summary.putObject("produced").put("debtor", debtors).put("openItem", openItems);
            KINDS.forEach((type, kind) -> {
                if (others.containsKey(type)) {
                    produced.put(kind, others.get(type));
                }
            });
            print(summary);
        }

        private void print(ObjectNode json) {
            try {
                out.println(MAPPER.writeValueAsString(json));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static final class Text extends MapReport {

        private static final String ITEM = "%8s  %-12s  %-16s  %-18s  %-10s  %-10s  %16s %-3s  %s";
        private static final String DEBTOR = "%8s  %-12s  %-36s  %-8s  %-2s  %-2s  %s";
        private static final int MOST_KEPT = 10_000;

        /** Lines of the kinds after the first, which would stand between those of the first. */
        private final Map<Class<?>, List<String>> kept = new LinkedHashMap<>();

        private Class<?> first;

        Text(PrintWriter out) {
            super(out);
        }

        @Override
        void print(Canonical record, long line) {
            if (first == null) {
                first = record.getClass();
                heading(first);
            }
            if (record.getClass() == first) {
                out.println(text(record, line));
                return;
            }
            List<String> lines = kept.computeIfAbsent(record.getClass(), kind -> new ArrayList<>());
            lines.add(text(record, line));
            if (lines.size() == MOST_KEPT) {
                endOfRecords();
                heading(first);
            }
        }

        @Override
        void endOfRecords() {
            kept.forEach((kind, lines) -> {
                out.println();
                heading(kind);
                lines.forEach(out::println);
            });
            kept.clear();
        }

        private static String text(Canonical record, long line) {
            if (record instanceof OpenItem item) {
                return line(
                        ITEM,
                        line,
                        item.debtor(),
                        item.numberForDebtor() + (item.instalment() > 1 ? " /" + item.instalment() : ""),
                        item.type(),
                        dash(item.issueDate()),
                        dash(item.dueDate()),
                        Amounts.text(item.openAmount(), item.currency()),
                        item.currency(),
                        holds(item));
            } else if (record instanceof Debtor debtor) {
                String contacts = debtor.contacts().stream()
                        .map(contact -> contact.email() == null ? contact.phone() : contact.email())
                        .collect(Collectors.joining(", "));
                return line(
                        DEBTOR,
                        line,
                        debtor.debtor(),
                        debtor.name(),
                        dash(debtor.debtorClass()),
                        dash(debtor.country()),
                        dash(debtor.language()),
                        contacts);
            }
            return CanonicalJson.write(record).toString();
        }

        @Override
        void print(Outcome.Quarantined record) {
            out.println(record == quarantined.get(0) ? "\nQuarantined:\n" + record.problem() : record.problem());
        }

        @Override
        void printSummary() {
            out.printf("%n%d records read: %d applied, %d filtered", read(), applied, filteredTotal());
            if (!filtered.isEmpty()) {
                out.print(filtered.entrySet().stream()
                        .map(filter -> filter.getKey() + " " + filter.getValue())
                        .collect(Collectors.joining(", ", " (", ")")));
            }
            out.printf(", %d quarantined.%n", quarantined.size());
            long bankLines = others.getOrDefault(StatementLine.class, 0L);
            if (bankLines > 0) {
                out.printf(
                        "They made %d entries of bank statements; hub statement --mapping shows these.%n", bankLines);
            } else {
                out.printf("They made %d open items and %d debtors.%n", openItems, debtors);
            }
        }

        private void heading(Class<?> kind) {
            if (kind == OpenItem.class) {
                out.println(line(ITEM, "line", "debtor", "document", "type", "issued", "due", "open", "", "held"));
            } else if (kind == Debtor.class) {
                out.println(line(DEBTOR, "line", "debtor", "name", "class", "in", "", "contacts"));
            }
        }

        private static String line(String format, Object... cells) {
            return String.format(format, cells).stripTrailing();
        }

        private static String holds(OpenItem item) {
            return Stream.concat(item.holds().stream(), item.inCollection() ? Stream.of("in collection") : Stream.of())
                    .collect(Collectors.joining(", "));
        }

        private static Object dash(Object value) {
            return value == null ? "-" : value;
        }
    }
}
