package io.sollecito.mapping;

import io.sollecito.mapping.RowMapper.LeftOut;
import io.sollecito.mapping.RowMapper.Refused;
import io.sollecito.mapping.RowMapper.Result;
import io.sollecito.mapping.source.Cells;
import io.sollecito.yaml.YamlNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells for one record of a file how every field came about: its value, the cells that it is made of, the mapping's
 * line.
 */
final class Explanation {

    private final long line;
    private final Consumer<String> out;

    Explanation(long line, Consumer<String> out) {
        this.line = line;
        this.out = out;
    }

    boolean isOf(long other) {
        return line == other;
    }

    void tell(RecordSet set, Row row, Scope scope) {
        Result result = RowMapper.map(set, row, scope, line);
        if (result instanceof LeftOut left) {
            out.accept(set.kind() + " of line " + line + ": filtered by '" + left.filter() + "'");
        } else if (result instanceof Refused refused) {
            out.accept(set.kind() + " of line " + line + ": quarantined: " + Shown.message(refused.problem(), null));
        } else {
            out.accept(set.kind() + " of line " + line + ": applied");
        }
        fields(set.rule(), "", set, row);
    }

    private void fields(Object rule, String prefix, RecordSet set, Row row) {
        for (RecordComponent component : rule.getClass().getRecordComponents()) {
            Object part = valueOf(component, rule);
            String field = prefix + component.getName();
            if (part instanceof Rule<?> one) {
                field(field, one, set, row);
            } else if (part instanceof List<?> several) {
                for (int i = 0; i < several.size(); i++) {
                    part(field + "[" + (i + 1) + "]", several.get(i), set, row);
                }
            } else if (part instanceof Record && !(part instanceof CellProblem.Place)) {
                part(field, part, set, row);
            }
        }
    }

    private void part(String field, Object part, RecordSet set, Row row) {
        if (part instanceof Rule<?> one) {
            field(field, one, set, row);
        } else {
            fields(part, field + ".", set, row);
        }
    }

    private void field(String field, Rule<?> rule, RecordSet set, Row row) {
        YamlNode said = set.where().get(nameOf(field));
        if (said == null) {
            return;
        }
        Traced traced = new Traced(row);
        String value;
        try {
            Object made = rule.of(traced);
            value = made == null ? "null" : Shown.value(made.toString());
        } catch (CellProblem problem) {
            value = "quarantined: " + problem.getMessage();
        }
        StringBuilder text = new StringBuilder(String.format("  %-18s %s", field, value));
        for (int slot : traced.slots()) {
            Object cell = row.cell(slot);
            text.append("  <- ")
                    .append(set.columns().get(slot).described())
                    .append(cell == null ? " is blank" : " = '" + Shown.value(Cells.text(cell)) + "'");
        }
        out.accept(text.append("  (line ")
                .append(said.line())
                .append(" of the mapping)")
                .toString());
    }

    /** What the mapping calls a field of the rules. */
    private static String nameOf(String field) {
        String top = field.replaceAll("[.\\[].*", "");
        return top.equals("debtorClass") ? "class" : top;
    }

    private static Object valueOf(RecordComponent component, Object rule) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(rule);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
