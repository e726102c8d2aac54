package io.sollecito.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.source.Cells;
import java.time.LocalDate;
import java.util.List;

/**
 * A date made of a cell.
 *
 * @param yearless how a date without a year is written, or null
 * @param since the day from which on the year is looked for, for dates without one
 */
record Day(
        Place place,
        Rule<Object> source,
        List<String> none,
        Pattern extract,
        Text.Pad pad,
        Dates dates,
        YearlessDate yearless,
        Rule<LocalDate> since,
        LocalDate byDefault)
        implements Rule<LocalDate> {

    @Override
    public LocalDate of(Row row) throws CellProblem {
        Object cell = source.of(row);
        if (cell == null || !none.isEmpty() && none.contains(Cells.text(cell))) {
            return byDefault;
        }
        LocalDate typed = Cells.date(cell);
        if (typed != null) {
            return dates.noDays().contains(typed) ? byDefault : typed;
        }
        String text = Cells.text(cell);
        if (dates.noTexts().contains(text)) {
            return byDefault;
        }
        if (extract != null) {
            Matcher matcher = extract.matcher(text);
            if (!matcher.matches()) {
                throw place.problem(cell, "does not match '" + extract.pattern() + "'");
            }
            text = matcher.groupCount() == 0 ? text : matcher.group(1);
        }
        text = pad == null || text == null ? text : pad.add(text);
        LocalDate date = date(text, row);
        if (date == null) {
            String wrong = text != null && yearless == null && dates.isNoDay(text)
                    ? "is no day that exists"
                    : "is not a date of the form " + (yearless == null ? dates : yearless);
            throw place.problem(cell, wrong);
        }
        return dates.noDays().contains(date) ? byDefault : date;
    }

    private LocalDate date(String text, Row row) throws CellProblem {
        if (yearless == null || text == null) {
            return text == null ? null : dates.parse(text);
        }
        LocalDate begin = since.of(row);
        if (begin == null) {
            throw place.problem(text, "has no year, and the date from which on it counts is not known");
        }
        return yearless.parse(text, begin);
    }
}
