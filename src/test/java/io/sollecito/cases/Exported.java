package io.sollecito.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** FBL5N exports of the days from 1 January 2020 on, each with rows of its own. */
final class Exported {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final String HEADER = "Konto;Belegart;Referenz;Buchungsdatum;Belegdatum;Nettofälligkeit;"
            + "Soll/Haben-Kennz.;Belegnummer;Ausgleichsdatum;Betrag in Hauswährung;Hauswährung\r\n";

    private Exported() {}

    static String name(int day) {
        return "FBL5N_OPOS_" + FIRST.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv";
    }

    /** The item keys of that day's file begin so. */
    static String keyOf(int day, int row) {
        return "4711/%06d%04d/15.01.2026".formatted(day, row);
    }

    /** Writes that day's file, whole or not at all. */
    static void write(Path folder, int day, int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            text.append("4711;RV;R%1$06d%2$04d;15.01.2026;15.01.2026;14.02.2026;S;%1$06d%2$04d;;10,00;EUR\r\n"
                    .formatted(day, row));
        }
        try {
            Path partial = Files.writeString(folder.resolve(name(day) + ".part"), text, StandardCharsets.UTF_8);
            Files.move(partial, folder.resolve(name(day)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
