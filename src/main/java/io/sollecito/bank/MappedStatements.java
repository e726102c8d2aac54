package io.sollecito.bank;

import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.InputFiles;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.RecordSet;
import io.sollecito.mapping.Scope;
import io.sollecito.mapping.Unreadable;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import io.sollecito.model.StatementLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a bank's CSV or Excel list through a mapping of kind {@code statement}: its entries as statements, one for each
 * account, number and currency. A line that the mapping cannot understand is a problem, as the statement lacks it.
 */
public final class MappedStatements {

    private static final String KIND = "statement";
    private static final int MOST_LINES = 200_000;
    private static final int MOST_BREAKS = 20;

    private record Key(String account, String statementId, String currency) {}

    private final String file;
    private final StatementSink sink;
    private final Map<Key, List<StatementLine>> lines = new LinkedHashMap<>();
    private int count;

    private MappedStatements(String file, StatementSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /**
     * Reads a file, which may be packed.
     *
     * @param name stands for it in problems, and chooses the record set where the mapping has several of the kind
     */
    public static StatementFile read(Mapping mapping, Path path, String name) {
        CollectedStatements collected = new CollectedStatements();
        read(mapping, path, name, collected);
        return collected.file(name, format(mapping));
    }

    /** What stands for the format of such files. */
    public static String format(Mapping mapping) {
        return "mapping:" + mapping.name();
    }

    /** The same, handed on when the file is read; its entries are held in memory until then. */
    public static void read(Mapping mapping, Path path, String name, StatementSink sink) {
        List<RecordSet> sets = mapping.recordSets().stream()
                .filter(set -> set.kind().equals(KIND))
                .toList();
        if (sets.isEmpty() || mapping.isSql()) {
            sink.unreadable(Problem.of(
                    name,
                    "mapping '" + mapping.name() + "' makes no statements of files",
                    "Name one with records of kind statement."));
            return;
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            sink.unreadable(Problem.of(name, "cannot be read", "check the path and permissions"));
            return;
        }
        MappedStatements statements = new MappedStatements(name, sink);
        try (InputFiles inputs = InputFiles.of(List.of(new InputFile(path, name)), mapping.readsWorkbooks())) {
            for (InputFile each : inputs.files()) {
                List<RecordSet> takers = sets.size() == 1
                        ? sets
                        : mapping.recordSetsFor(each.name()).stream()
                                .filter(sets::contains)
                                .toList();
                mapping.readAs(takers, each, inputs.files(), new Scope("", mapping.name()), statements::take);
            }
            statements.end();
        } catch (Unreadable unreadable) {
            unreadable.problems().forEach(sink::unreadable);
        }
    }

    private void take(Outcome outcome) {
        if (outcome instanceof Outcome.Quarantined damaged) {
            sink.problem(damaged.problem());
        } else if (outcome instanceof Outcome.Mapped mapped
                && mapped.canonical() instanceof StatementLine line
                && ++count <= MOST_LINES) {
            lines.computeIfAbsent(
                            new Key(
                                    line.account(),
                                    line.statementId(),
                                    line.entry().currency()),
                            key -> new ArrayList<>())
                    .add(line);
        }
    }

    private void end() {
        if (count > MOST_LINES) {
            sink.unreadable(Problem.of(
                    file, "has more than " + MOST_LINES + " entries", "Ask the bank for lists of fewer days."));
        } else if (count == 0) {
            sink.problem(Problem.of(
                    file, "there is no entry in this file", "hub map shows what the mapping makes of its lines."));
        }
        lines.forEach((key, listed) -> end(key, ListedEntries.of(listed)));
    }

    private void end(Key key, ListedEntries entries) {
        StatementUnderWay statement = new StatementUnderWay(file, sink);
        entries.lines().forEach(line -> statement.entry(line.entry()));
        entries.breaks().stream().limit(MOST_BREAKS).forEach(line -> sink.problem(broken(line)));
        long first =
                entries.lines().stream().mapToLong(StatementLine::line).min().orElse(0);
        statement.end(
                new StatementHead(
                        key.account(),
                        key.statementId(),
                        key.currency(),
                        entries.firstDay(),
                        entries.opening(),
                        entries.lastDay(),
                        entries.closing()),
                first,
                0);
    }

    private Problem broken(StatementLine line) {
        String currency = line.entry().currency();
        return new Problem(
                file,
                line.line(),
                0,
                "the balance of " + Amounts.text(line.balance(), currency) + " does not follow from the one before and "
                        + Amounts.text(line.entry().amount(), currency) + ": an entry is missing, or twice there",
                null,
                "ask the bank for the list again");
    }
}
