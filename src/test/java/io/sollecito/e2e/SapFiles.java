package io.sollecito.e2e;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small FBL5N exports as SAP writes them: German captions, windows-1252, semicolons, decimal comma. */
final class SapFiles {

    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final String ITEMS = "Konto;Belegart;Referenz;Buchungsdatum;Belegdatum;Nettofälligkeit;"
            + "Soll/Haben-Kennz.;Belegnummer;Ausgleichsdatum;Betrag in Hauswährung;Hauswährung";
    private static final String DEBTORS =
            "Konto;Name 1;Straße;Postleitzahl;Ort;Land;Sprache;E-Mail;Telefon;USt-IdNr.;IBAN;Kundengruppe";

    private SapFiles() {}

    /** That many invoices of 1.190,00 EUR, due on 14 February 2026. */
    static byte[] openItems(String debtor, int invoices) {
        return file(
                ITEMS,
                IntStream.rangeClosed(1, invoices)
                        .mapToObj(n -> debtor
                                + ";RV;2026/%d;15.01.2026;15.01.2026;14.02.2026;S;18000001%02d;;1.190,00;EUR"
                                        .formatted(1000 + n, n)));
    }

    static byte[] debtors(String... rows) {
        return file(DEBTORS, List.of(rows).stream());
    }

    private static byte[] file(String header, Stream<String> rows) {
        return Stream.concat(Stream.of(header), rows)
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(CHARSET);
    }
}
