package io.sollecito.reminders.plan;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.model.Recipients;
import io.sollecito.reminders.plan.PlanCalendar.Window;
import io.sollecito.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a plan's {@code calendar}. */
final class CalendarReader {

    static final List<String> KEYS = List.of("country", "region", "weekdays", "closed", "window", "windows", "zone");
    static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    static final String WINDOW = "([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Fields fields;

    CalendarReader(Fields fields) {
        this.fields = fields;
    }

    /** The plan's calendar, or null when a problem was found. */
    PlanCalendar read(YamlNode plan) {
        YamlNode node = fields.required(
                plan, "calendar", "Such as calendar: {country: IT, window: \"08:30-18:00\", zone: Europe/Rome}.");
        if (node == null) {
            return null;
        }
        fields.addAll(node.unknownKeys(KEYS));
        String country = country(node);
        ZoneId zone = zone(node);
        Window window = window(node);
        Map<String, Window> windows = windows(node, window);
        ClosedDays closed = new ClosedDaysReader(fields).read(node.get("closed"));
        Set<DayOfWeek> weekdays = weekdays(node);
        YamlNode region = node.get("region");
        if (country == null || zone == null || window == null) {
            return null;
        }
        BusinessDays days = BusinessDays.of(country, region == null ? null : region.text(), weekdays);
        if (!knowsHolidays(country)) {
            fields.wrong(node.get("country"), "no public holidays are known of " + country, "Use another country's.");
            return null;
        }
        return new PlanCalendar(days, closed, window, windows, zone);
    }

    /** A country without a single public holiday in a year is one that the holiday tables do not know. */
    private static boolean knowsHolidays(String country) {
        LocalDate newYearsEve = LocalDate.of(2025, 12, 31);
        try {
            BusinessDays everyDay = BusinessDays.of(country, null, EnumSet.allOf(DayOfWeek.class));
            return everyDay.between(newYearsEve, newYearsEve.plusYears(1)) < 365;
        } catch (RuntimeException unknown) {
            return false;
        }
    }

    private String country(YamlNode node) {
        YamlNode value = fields.required(node, "country", "Its public holidays are closed days; such as country: IT.");
        if (value == null) {
            return null;
        }
        if (!COUNTRIES.contains(value.text())) {
            fields.wrong(value, "'" + value.text() + "' is no country", "Use an ISO 3166-1 code such as IT.");
            return null;
        }
        return value.text();
    }

    private ZoneId zone(YamlNode node) {
        YamlNode value = fields.required(node, "zone", "Such as zone: Europe/Rome.");
        if (value == null) {
            return null;
        }
        try {
            return ZoneId.of(value.text());
        } catch (DateTimeException unknown) {
            fields.wrong(value, "'" + value.text() + "' is no time zone", "Use a name such as Europe/Rome.");
            return null;
        }
    }

    private Window window(YamlNode node) {
        YamlNode value = fields.required(node, "window", "Such as window: \"08:30-18:00\".");
        return value == null ? null : hours(value);
    }

    private Window hours(YamlNode value) {
        if (value.text().matches(WINDOW)) {
            Window window = new Window(
                    LocalTime.parse(value.text().substring(0, 5)),
                    LocalTime.parse(value.text().substring(6)));
            if (window.opensAtAll()) {
                return window;
            }
        }
        fields.wrong(value, "'" + value.text() + "' is no window", "Write it as in \"08:30-18:00\", opening first.");
        return null;
    }

    /** Windows of single channels; channels that go in parallel leave together, so all of them share some hours. */
    private Map<String, Window> windows(YamlNode calendar, Window common) {
        YamlNode node = calendar.get("windows");
        Map<String, Window> windows = new LinkedHashMap<>();
        if (node == null) {
            return windows;
        }
        if (!node.isMap()) {
            fields.wrong(node, "'windows' names a window per channel", "Such as windows: {sms: \"09:00-20:00\"}.");
            return windows;
        }
        fields.addAll(node.unknownKeys(Recipients.CHANNELS));
        Window shared = common;
        for (Map.Entry<String, YamlNode> each : node.map().entrySet()) {
            Window window = hours(each.getValue());
            if (window != null) {
                windows.put(each.getKey(), window);
                shared = shared == null ? window : shared.and(window);
            }
        }
        if (shared != null && !shared.opensAtAll()) {
            fields.wrong(
                    node, "the windows have no hour in common", "Let them overlap: parallel channels go together.");
        }
        return windows;
    }

    private Set<DayOfWeek> weekdays(YamlNode node) {
        List<String> words = fields.wordsOf(node, "weekdays", WEEKDAYS);
        if (words.isEmpty()) {
            if (node.get("weekdays") != null) {
                fields.wrong(node.get("weekdays"), "no weekday is left to send on", "Name at least one.");
            }
            return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> words.contains(WEEKDAYS.get(day.ordinal())))
                .forEach(days::add);
        return days;
    }
}
