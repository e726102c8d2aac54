package io.sollecito.mapping;

import com.google.re2j.Pattern;
import io.sollecito.expression.Condition;
import io.sollecito.mapping.source.Cells;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A named reason not to take a record. */
record RecordFilter(String name, Test test) {

    /** Whether the record is left out. A test of a column that is not there never holds, whatever it asks. */
    sealed interface Test {
        boolean holds(Row row) throws Condition.Failed;
    }

    /** One column is blank (or, with {@code wanted} false, is not). */
    record Blank(int slot, boolean wanted) implements Test {
        @Override
        public boolean holds(Row row) {
            return row.has(slot) && (row.cell(slot) == null) == wanted;
        }
    }

    /** One column holds one of these values (blank is the empty text). */
    record In(int slot, Set<String> values, boolean wanted) implements Test {
        @Override
        public boolean holds(Row row) {
            return row.has(slot) && values.contains(textOf(row.cell(slot))) == wanted;
        }
    }

    /** One column matches as a whole. */
    record Matches(int slot, Pattern pattern, boolean wanted) implements Test {
        @Override
        public boolean holds(Row row) {
            return row.has(slot) && pattern.matches(textOf(row.cell(slot))) == wanted;
        }
    }

    /** One column holds a number that is (or is not) zero; a blank cell is neither. */
    record Zero(int slot, Numbers numbers, boolean wanted) implements Test {
        @Override
        public boolean holds(Row row) {
            Object cell = row.has(slot) ? row.cell(slot) : null;
            BigDecimal exact = cell == null ? null : Cells.exactNumber(cell);
            BigDecimal number = exact != null || cell == null ? exact : numbers.parse(Cells.text(cell));
            return number != null && (number.signum() == 0) == wanted;
        }
    }

    /** Every one of several tests holds. */
    record All(List<Test> tests) implements Test {
        @Override
        public boolean holds(Row row) throws Condition.Failed {
            for (Test test : tests) {
                if (!test.holds(row)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A CEL condition over {@code row}. */
    record Cel(Condition condition, Map<String, Integer> slots, boolean wanted) implements Test {
        @Override
        public boolean holds(Row row) throws Condition.Failed {
            return condition.test(CelRow.of(row, slots)) == wanted;
        }
    }

    private static String textOf(Object cell) {
        return cell == null ? "" : Cells.text(cell);
    }
}
