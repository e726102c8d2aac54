package io.sollecito.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.sollecito.mapping.CellProblem.Place;
import java.time.LocalDate;
import java.util.List;

/** A date made of a cell. */
record Day(Place place, Rule<Object> source, List<String> none, Pattern extract, Dates dates, LocalDate byDefault)
        implements Rule<LocalDate> {

    @Override
    public LocalDate of(Row row) throws CellProblem {
        Object cell = source.of(row);
        if (cell == null || !none.isEmpty() && none.contains(cell.toString())) {
            return byDefault;
        }
        LocalDate typed = Cells.date(cell);
        if (typed != null) {
            return typed;
        }
        String text = Cells.text(cell);
        if (extract != null) {
            Matcher matcher = extract.matcher(text);
            if (!matcher.matches()) {
                throw place.problem(cell, "does not match '" + extract.pattern() + "'");
            }
            text = matcher.groupCount() == 0 ? text : matcher.group(1);
        }
        LocalDate date = text == null ? null : dates.parse(text);
        if (date == null) {
            String wrong = text != null && dates.isNoDay(text)
                    ? "is no day that exists"
                    : "is not a date of the form " + dates;
            throw place.problem(cell, wrong);
        }
        return date;
    }
}
