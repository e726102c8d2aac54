package io.sollecito.truth;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** What payers and banks of a country write in. */
enum Language {
    IT("IT", Locale.ITALIAN, "%02d/%02d/%04d"),
    FR("FR", Locale.FRENCH, "%02d/%02d/%04d"),
    DE("DE", Locale.GERMAN, "%02d.%02d.%04d"),
    EN("GB", Locale.ENGLISH, "%02d/%02d/%04d");

    private final String country;
    private final Locale locale;
    private final String date;

    Language(String country, Locale locale, String date) {
        this.country = country;
        this.locale = locale;
        this.date = date;
    }

    String country() {
        return country;
    }

    Locale locale() {
        return locale;
    }

    String date(LocalDate day) {
        return String.format(Locale.ROOT, date, day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, locale);
    }
}
