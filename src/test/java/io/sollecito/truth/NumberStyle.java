package io.sollecito.truth;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an ERP prints document numbers: {@code yyyy} and {@code yy} the year, {@code n} the serial number, {@code n:6} with
 * zeros to six digits; after a bar the first serial number of the range.
 */
record NumberStyle(String pattern, long first) {

    private static final Pattern SERIAL = Pattern.compile("\\{n(?::(\\d+))?}");

    NumberStyle(String line) {
        this(line.split("\\|")[0].strip(), Long.parseLong(line.split("\\|")[1].strip()));
    }

    String print(LocalDate issued, long serial) {
        Matcher part = SERIAL.matcher(pattern);
        return part.replaceFirst(zeros(serial))
                .replace("{yyyy}", String.valueOf(issued.getYear()))
                .replace("{yy}", String.format(Locale.ROOT, "%02d", issued.getYear() % 100));
    }

    /** The serial number with its zeros. */
    String zeros(long serial) {
        Matcher part = SERIAL.matcher(pattern);
        if (!part.find() || part.group(1) == null) {
            return String.valueOf(serial);
        }
        return String.format(Locale.ROOT, "%0" + part.group(1) + "d", serial);
    }

    boolean isYearly() {
        return pattern.contains("{yy");
    }
}
