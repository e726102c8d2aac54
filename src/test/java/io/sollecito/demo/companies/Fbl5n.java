package io.sollecito.demo.companies;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the lists that SAP users save: German captions, windows-1252, semicolons, decimal comma, credits as H. */
final class Fbl5n {

    /** A file as the ERP leaves it. */
    record File(String name, byte[] content) {}

    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String ITEM_HEADER = "Konto;Buchungsschlüssel;Belegart;Referenzschlüssel 3;Referenz;Zuordnung;"
            + "Buchungsperiode;Buchungsdatum;Belegdatum;Nettofälligkeit;Konto Gegenbuchung;Soll/Haben-Kennz.;"
            + "Steuerkennzeichen;Belegnummer;P;Ausgleichsdatum;Text;Belegkopftext;Buchungsprogramm;"
            + "Betrag in Hauswährung;Hauswährung;Type";
    private static final String DEBTOR_HEADER =
            "Konto;Name 1;Straße;Postleitzahl;Ort;Land;Sprache;E-Mail;Telefon;" + "USt-IdNr.;IBAN;Kundengruppe";

    private Fbl5n() {}

    /** @param broken the item whose amount is written with a letter O for a zero, or null */
    static File openItems(String name, List<DemoItem> items, DemoItem broken) {
        Stream<String> rows = items.stream()
                .filter(item -> item.open.signum() != 0)
                .sorted(Comparator.comparing((DemoItem item) -> item.debtor.number())
                        .thenComparing(item -> item.documentNo))
                .map(item -> row(item, item == broken));
        return file(name, ITEM_HEADER, rows);
    }

    static File debtors(String name, List<DemoDebtor> debtors) {
        return file(
                name,
                DEBTOR_HEADER,
                debtors.stream()
                        .map(debtor -> row(
                                debtor.number(),
                                debtor.name(),
                                debtor.street(),
                                debtor.postCode(),
                                debtor.city(),
                                debtor.country(),
                                debtor.language().toUpperCase(Locale.ROOT),
                                debtor.email(),
                                debtor.phone(),
                                debtor.vatId(),
                                debtor.iban(),
                                debtor.group().toUpperCase(Locale.ROOT))));
    }

    private static String row(DemoItem item, boolean broken) {
        String amount = amount(item.open);
        return row(
                item.debtor.number(),
                postingKey(item.kind),
                documentType(item.kind),
                "",
                item.kind == DemoItem.Kind.PAYMENT ? "" : item.printedNo,
                item.documentNo,
                Integer.toString(item.issued.getMonthValue()),
                date(item.issued),
                date(item.issued),
                date(item.due),
                item.kind == DemoItem.Kind.PAYMENT ? "113100" : "800000",
                item.open.signum() < 0 ? "H" : "S",
                item.kind == DemoItem.Kind.PAYMENT ? "" : "A1",
                item.documentNo,
                "",
                "",
                text(item.kind),
                "",
                item.kind == DemoItem.Kind.INVOICE ? "SAPMV60A" : "SAPMF05A",
                broken ? spoilt(amount) : amount,
                "EUR",
                "");
    }

    private static String spoilt(String amount) {
        return amount.substring(0, amount.length() - 1) + "O";
    }

    private static String postingKey(DemoItem.Kind kind) {
        return switch (kind) {
            case INVOICE -> "01";
            case CREDIT_NOTE -> "11";
            case PAYMENT -> "15";
        };
    }

    private static String documentType(DemoItem.Kind kind) {
        return switch (kind) {
            case INVOICE -> "RV";
            case CREDIT_NOTE -> "DG";
            case PAYMENT -> "DZ";
        };
    }

    private static String text(DemoItem.Kind kind) {
        return switch (kind) {
            case INVOICE -> "Rechnung";
            case CREDIT_NOTE -> "Gutschrift";
            case PAYMENT -> "Zahlungseingang";
        };
    }

    static String amount(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY)).format(amount);
    }

    private static String date(LocalDate day) {
        return DATE.format(day);
    }

    private static String row(String... fields) {
        return Stream.of(fields)
                .map(field -> field.matches("(?s).*[;\"\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field)
                .collect(Collectors.joining(";"));
    }

    private static File file(String name, String header, Stream<String> rows) {
        String content = Stream.concat(Stream.of(header), rows).collect(Collectors.joining("\r\n", "", "\r\n"));
        return new File(name, content.getBytes(CHARSET));
    }
}
