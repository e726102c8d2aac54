package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the dates of one record set. */
final class DateLoader {

    private final Loading loading;
    private final Specs specs;
    private final TextLoader texts;
    private final FilterLoader tests;
    private final AmountLoader amounts;
    private final Dates dates;

    DateLoader(Loading loading, Specs specs, TextLoader texts, FilterLoader tests, AmountLoader amounts, Dates dates) {
        this.loading = loading;
        this.specs = specs;
        this.texts = texts;
        this.tests = tests;
        this.amounts = amounts;
        this.dates = dates;
    }

    Rule<LocalDate> date(YamlNode node, String path) {
        YamlNode spec = node == null ? null : specs.of(node, path, Keys.DATE, Keys.DATE_FIELDS);
        return spec == null ? Rules.absent() : one(spec, path);
    }

    private Rule<LocalDate> one(YamlNode spec, String path) {
        if (spec.get("constant") != null) {
            return Rules.constant(isoDate(spec.get("constant")));
        }
        if (spec.get("compute") != null) {
            return compute(spec.get("compute"), path);
        }
        if (spec.get("first") != null) {
            return first(spec.get("first"), path);
        }
        Place place = specs.place(path, spec);
        YamlNode yearFrom = spec.get("yearFrom");
        Rule<Object> cell = spec.get("cel") == null
                ? Rules.column(place, specs.several(spec.get("several"), false))
                : new Cel(loading, specs).text(spec.get("cel"), place);
        return new Day(
                place,
                cell == null ? Rules.absent() : cell,
                loading.texts(spec, "none"),
                loading.regex(spec, "extract"),
                texts.pad(spec, "pad", Keys.PAD),
                yearFrom == null && spec.get("pattern") != null ? patterns(spec.get("pattern")) : dates,
                yearFrom == null ? null : yearless(spec),
                yearFrom == null ? null : base(yearFrom, path),
                isoDate(spec.get("default")));
    }

    private Rule<LocalDate> first(YamlNode node, String path) {
        List<FirstOf.Alternative<LocalDate>> alternatives = new ArrayList<>();
        for (YamlNode each : specs.alternatives(node, path, Keys.DATE)) {
            alternatives.add(new FirstOf.Alternative<>(tests.when(each), one(each, path)));
        }
        return new FirstOf<>(new Place(path, -1), List.copyOf(alternatives));
    }

    /** A column's date, or the first of several. */
    private Rule<LocalDate> base(YamlNode node, String path) {
        if (node.isMap()) {
            return specs.isSpec(node, path, Keys.DATE) ? one(node, path) : Rules.absent();
        }
        List<FirstOf.Alternative<LocalDate>> alternatives = new ArrayList<>();
        for (YamlNode each : node.list()) {
            if (each.isMap()) {
                alternatives.add(new FirstOf.Alternative<>(null, base(each, path)));
            } else {
                Place place = new Place(path, specs.slot(List.of(each.text()), false, each));
                alternatives.add(new FirstOf.Alternative<>(
                        null, new Day(place, Rules.column(place), List.of(), null, null, dates, null, null, null)));
            }
        }
        return new FirstOf<>(new Place(path, -1), List.copyOf(alternatives));
    }

    private Rule<LocalDate> compute(YamlNode node, String path) {
        if (!loading.isMapOf(node, Keys.COMPUTE, "compute") || node.get("from") == null) {
            loading.problem(node, "'compute' needs the base date", "Such as {from: BLDAT, days: [ZBD3T, ZBD1T]}.");
            return Rules.absent();
        }
        List<Rule<BigDecimal>> days = new ArrayList<>();
        if (node.get("days") != null) {
            node.get("days").list().forEach(each -> days.add(amounts.count(each, path)));
        }
        YamlNode end = node.get("endOfMonth");
        boolean always = end != null && end.isText() && Set.of("true", "before").contains(end.text());
        if (end != null && end.isText() && !always) {
            loading.problem(
                    end,
                    "'endOfMonth' must be true, before, or a test",
                    "before: the days count from the month's end; a test: {column: FM, in: [X]}.");
        }
        return new DueDate(
                new Place(path, -1),
                base(node.get("from"), path),
                days,
                node.get("months") == null ? null : amounts.count(node.get("months"), path),
                end == null ? null : always ? new RecordFilter.All(List.of()) : tests.testOrCondition(end),
                end != null && end.text().equals("before"),
                node.get("fixedDay") == null ? null : amounts.count(node.get("fixedDay"), path),
                months(node),
                loading.number(node, "instead", 1, 0));
    }

    private Set<Integer> months(YamlNode node) {
        Set<Integer> months = new HashSet<>();
        for (String month : loading.texts(node, "excludedMonths")) {
            if (month.matches("[1-9]|1[0-2]")) {
                months.add(Integer.parseInt(month));
            } else {
                loading.problem(
                        node.get("excludedMonths"), "'" + month + "' is no month", "Such as excludedMonths: [8, 12].");
            }
        }
        if (months.size() == 12) {
            loading.problem(node.get("excludedMonths"), "every month is excluded", "Leave one out.");
            return Set.of();
        }
        return months;
    }

    private Dates patterns(YamlNode node) {
        return dates.writtenAs(new SourceLoader(loading).dates(node).patterns());
    }

    private YearlessDate yearless(YamlNode spec) {
        YamlNode pattern = spec.get("pattern");
        try {
            return YearlessDate.of(pattern == null ? "" : pattern.text());
        } catch (IllegalArgumentException wrong) {
            loading.problem(
                    pattern == null ? spec : pattern,
                    "'yearFrom' needs a pattern of day and month: " + wrong.getMessage(),
                    "Such as {column: Belegdatum, pattern: ddMM, yearFrom: $fiscalYear}.");
            return null;
        }
    }

    private LocalDate isoDate(YamlNode node) {
        if (node == null) {
            return null;
        }
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeException wrong) {
            loading.problem(node, "'" + node.text() + "' is no date", "Write it as yyyy-MM-dd.");
            return null;
        }
    }
}
