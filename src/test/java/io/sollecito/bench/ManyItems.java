package io.sollecito.bench;

import io.sollecito.intake.RecordSource;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Open items of one day, as canonical records and as the file that an SAP system lists them in. On the second day every
 * fiftieth is lowered and every thousandth document is another one.
 */
record ManyItems(int rows, int day) {

    static final String CREDITOR = "ACME-IT";
    static final String SOURCE = "sap";

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String HEADER = "Konto;Buchungsschlüssel;Belegart;Referenzschlüssel 3;Referenz;Zuordnung;"
            + "Buchungsperiode;Buchungsdatum;Belegdatum;Nettofälligkeit;Konto Gegenbuchung;Soll/Haben-Kennz.;"
            + "Steuerkennzeichen;Belegnummer;P;Ausgleichsdatum;Text;Belegkopftext;Buchungsprogramm;"
            + "Betrag in Hauswährung;Hauswährung;Type\n";

    String fileName() {
        return "FBL5N_OPOS_2026010" + (5 + day) + ".csv";
    }

    /** What the mapping makes of the file. */
    RecordSource records() {
        return sink -> {
            for (int i = 0; i < rows; i++) {
                sink.accept(new Outcome.Mapped(item(i), i + 2L, true));
            }
        };
    }

    void write(Path file) throws IOException {
        DecimalFormat amounts = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY));
        try (BufferedWriter writer = Files.newBufferedWriter(file, Charset.forName("windows-1252"))) {
            writer.write(HEADER);
            for (int i = 0; i < rows; i++) {
                writer.write(line(item(i), amounts));
            }
        }
    }

    OpenItem item(int i) {
        int number = day > 0 && i % 1_000 == 7 ? 9_000_000 + i : i;
        BigDecimal first = BigDecimal.valueOf(10_000 + number * 37L % 900_000, 2);
        BigDecimal open = day > 0 && i % 50 == 0 ? first.subtract(BigDecimal.ONE) : first;
        LocalDate issued = ISSUED.minusDays(number % 90);
        String account = Integer.toString(100_000 + number % 20_000);
        String document = "18" + (10_000_000 + number);
        return new OpenItem(
                CREDITOR,
                SOURCE,
                account + "/" + document + "/" + issued.format(GERMAN),
                "0000" + account,
                document,
                "2026/" + number,
                1,
                DocumentType.INVOICE,
                issued,
                issued.plusDays(30),
                DueDateOrigin.SOURCE,
                "EUR",
                open,
                open,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                i + 2);
    }

    private static String line(OpenItem item, DecimalFormat amounts) {
        String issued = item.issueDate().format(GERMAN);
        return String.join(
                ";",
                item.debtor().substring(4),
                "01",
                "RV",
                "",
                item.printedNo(),
                "00" + item.documentNo(),
                "1",
                issued,
                issued,
                item.dueDate().format(GERMAN),
                "800000",
                "S",
                "A1",
                item.documentNo(),
                "",
                "",
                "Fattura " + item.printedNo(),
                "",
                "SAPMV60A",
                amounts.format(item.openAmount()),
                "EUR",
                "\n");
    }
}
