package io.sollecito.mapping;

import io.sollecito.model.Statement;
import io.sollecito.model.StatementLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a bank's list as statements, one for each account, number and currency. Lists are written oldest or newest
 * first; the balances, if there are any, tell which, and whether an entry is missing.
 */
public final class Statements {

    private record Key(String account, String statementId, String currency) {}

    private Statements() {}

    public static List<Statement> of(List<StatementLine> lines) {
        Map<Key, List<StatementLine>> byStatement = new LinkedHashMap<>();
        for (StatementLine line : lines) {
            Key key = new Key(line.account(), line.statementId(), line.entry().currency());
            byStatement.computeIfAbsent(key, first -> new ArrayList<>()).add(line);
        }
        List<Statement> statements = new ArrayList<>();
        byStatement.forEach((key, entries) -> statements.add(statement(key, entries)));
        return statements;
    }

    private static Statement statement(Key key, List<StatementLine> lines) {
        List<StatementLine> ordered = inOrder(lines);
        StatementLine first = ordered.get(0);
        StatementLine last = ordered.get(ordered.size() - 1);
        boolean balances = ordered.stream().allMatch(line -> line.balance() != null);
        LocalDate opened = first.entry().bookingDate();
        return new Statement(
                key.account(),
                key.statementId(),
                key.currency(),
                opened,
                balances ? first.balance().subtract(first.entry().amount()) : null,
                last.entry().bookingDate(),
                balances ? last.balance() : null,
                balances ? (Boolean) chains(ordered) : null,
                ordered.stream().map(StatementLine::entry).toList());
    }

    private static List<StatementLine> inOrder(List<StatementLine> lines) {
        List<StatementLine> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        LocalDate first = lines.get(0).entry().bookingDate();
        LocalDate last = lines.get(lines.size() - 1).entry().bookingDate();
        boolean newestFirst = first.isAfter(last) || first.equals(last) && !chains(lines) && chains(reversed);
        return newestFirst ? reversed : lines;
    }

    private static boolean chains(List<StatementLine> lines) {
        BigDecimal before = null;
        for (StatementLine line : lines) {
            if (line.balance() == null) {
                return false;
            }
            BigDecimal expected =
                    before == null ? null : before.add(line.entry().amount());
            if (expected != null && expected.compareTo(line.balance()) != 0) {
                return false;
            }
            before = line.balance();
        }
        return true;
    }
}
