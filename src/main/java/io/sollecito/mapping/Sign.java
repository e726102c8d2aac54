package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.source.Cells;
import java.util.Set;

/** What says which amounts are negative. */
sealed interface Sign {

    /**
     * @param rest the cell without its sign
     * @param strict whether a number that is negative itself contradicts an indicator that says positive
     */
    record Read(boolean negative, Object rest, boolean strict) {}

    Read read(Object cell, Row row) throws CellProblem;

    /**
     * A column that holds an indicator.
     *
     * @param positive when given, a value in neither list is quarantined
     */
    record Column(Place place, Set<String> negative, Set<String> positive) implements Sign {
        @Override
        public Read read(Object cell, Row row) throws CellProblem {
            Object indicator = row.cell(place.slot());
            return new Read(
                    isNegative(place, indicator == null ? "" : Cells.text(indicator), negative, positive), cell, true);
        }
    }

    /** Letters behind the number, such as {@code 240.47D}. */
    record Suffix(Place place, Set<String> negative, Set<String> positive) implements Sign {
        @Override
        public Read read(Object cell, Row row) throws CellProblem {
            String text = Cells.text(cell);
            int end = text.length();
            while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
                end--;
            }
            boolean minus = isNegative(place, text.substring(end), negative, positive);
            Object rest = Cells.stripped(text, 0, end);
            return new Read(minus, rest == null ? "" : rest, true);
        }
    }

    /** The type of the document, as this mapping reads it; other types keep the sign that the number has. */
    record Type(Place place, Rule<String> type, Set<String> negative) implements Sign {
        @Override
        public Read read(Object cell, Row row) throws CellProblem {
            return new Read(negative.contains(type.of(row)), cell, false);
        }
    }

    private static boolean isNegative(Place place, String indicator, Set<String> negative, Set<String> positive)
            throws CellProblem {
        if (negative.contains(indicator)) {
            return true;
        }
        if (positive == null ? indicator.isEmpty() : !positive.contains(indicator)) {
            throw place.problem(indicator, indicator.isEmpty() ? "is blank" : "is no known sign indicator");
        }
        return false;
    }
}
