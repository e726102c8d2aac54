package io.sollecito.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The months that a text names in four languages: what recurs every month is told apart by them. */
final class Months {

    private static final List<String[]> NAMES = List.of(
            new String[] {"GENNAIO", "JANVIER", "JANUAR", "JANUARY", "JANNER", "JAENNER"},
            new String[] {"FEBBRAIO", "FEVRIER", "FEBRUAR", "FEBRUARY", "FEBER"},
            new String[] {"MARZO", "MARS", "MARZ", "MAERZ", "MARCH"},
            new String[] {"APRILE", "AVRIL", "APRIL"},
            new String[] {"MAGGIO", "MAI", "MAY"},
            new String[] {"GIUGNO", "JUIN", "JUNI", "JUNE"},
            new String[] {"LUGLIO", "JUILLET", "JULI", "JULY"},
            new String[] {"AGOSTO", "AOUT", "AUGUST"},
            new String[] {"SETTEMBRE", "SEPTEMBRE", "SEPTEMBER"},
            new String[] {"OTTOBRE", "OCTOBRE", "OKTOBER", "OCTOBER"},
            new String[] {"NOVEMBRE", "NOVEMBER"},
            new String[] {"DICEMBRE", "DECEMBRE", "DEZEMBER", "DECEMBER"});
    private static final Map<String, Integer> BY_NAME = byName();
    private static final int MONTHS = 12;

    /** How a text's months and an item's dates agree. */
    enum Fit {
        YES,
        NO,
        NOTHING_NAMED
    }

    /** @param year 0 when the text names none */
    record Named(int month, int year) {}

    private Months() {}

    static List<Named> in(String text) {
        List<Named> found = new ArrayList<>();
        List<String> words = text == null ? List.of() : Numbers.atoms(Names.plain(text));
        for (int i = 0; i < words.size(); i++) {
            Integer month = BY_NAME.get(words.get(i));
            boolean partOfDate = i > 0
                    && Numbers.isDigits(words.get(i - 1))
                    && words.get(i - 1).length() <= 2;
            if (month != null && !partOfDate) {
                found.add(new Named(month, i + 1 < words.size() ? year(words.get(i + 1)) : 0));
            }
        }
        return found;
    }

    private static int year(String word) {
        return Numbers.isDigits(word) && Numbers.isYear(word) ? Integer.parseInt(word) % 100 + 2000 : 0;
    }

    /** YES when a named month is the one in which the item is due; NO when it is far from it. */
    static Fit fit(List<Named> named, Payable item) {
        LocalDate due = item.dueDate();
        if (named.isEmpty() || due == null) {
            return Fit.NOTHING_NAMED;
        }
        boolean near = false;
        for (Named one : named) {
            int year = one.year() == 0 ? due.getYear() : one.year();
            int after = (due.getYear() - year) * MONTHS + due.getMonthValue() - one.month();
            if (after == 0) {
                return Fit.YES;
            }
            near |= after == 1 || one.year() == 0 && after == 1 - MONTHS;
        }
        return near ? Fit.NOTHING_NAMED : Fit.NO;
    }

    private static Map<String, Integer> byName() {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= MONTHS; month++) {
            for (String name : NAMES.get(month - 1)) {
                months.put(name, month);
            }
        }
        return months;
    }
}
