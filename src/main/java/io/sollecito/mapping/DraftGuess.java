package io.sollecito.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the columns of an unknown file may mean, in Italian, French, German and English, and how it writes numbers
 * and dates.
 */
final class DraftGuess {

    /** Meanings in the order in which they choose; words that the caption contains, the surest first. */
    private static final Map<String, List<String>> WORDS = words();

    private static final Map<String, List<String>> TYPES = Map.of(
            "INVOICE",
                    List.of("invoice", "fattura", "facture", "rechnung", "inv", "rv", "re", "ft", "fac", "td01", "380"),
            "CREDIT_NOTE",
                    List.of(
                            "credit",
                            "nota di credito",
                            "nota credito",
                            "avoir",
                            "gutschrift",
                            "dg",
                            "gs",
                            "nc",
                            "td04",
                            "381"),
            "PAYMENT_ON_ACCOUNT",
                    List.of("payment", "pagamento", "incasso", "règlement", "reglement", "zahlung", "dz", "zp"));

    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd",
            "dd.MM.yyyy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "yyyyMMdd",
            "dd-MM-yyyy",
            "dd.MM.yy",
            "dd/MM/yy",
            "iso");

    private final List<String> captions;
    private final List<List<String>> rows;
    private final Map<String, String> columns = new LinkedHashMap<>();

    DraftGuess(List<String> captions, List<List<String>> rows) {
        this.captions = captions;
        this.rows = rows;
        List<String> free = new ArrayList<>(captions);
        WORDS.forEach((meaning, words) -> {
            String found = find(words, free);
            if (found != null) {
                columns.put(meaning, found);
                free.remove(found);
            }
        });
    }

    /** The caption that means it, or null. */
    String column(String meaning) {
        return columns.get(meaning);
    }

    /** The canonical type that a code may mean, or null. */
    static String type(String code) {
        String plain = code.toLowerCase(Locale.ROOT);
        for (String type : List.of("CREDIT_NOTE", "PAYMENT_ON_ACCOUNT", "INVOICE")) {
            if (TYPES.get(type).stream()
                    .anyMatch(word -> word.length() > 4 ? plain.contains(word) : plain.equals(word))) {
                return type;
            }
        }
        return null;
    }

    String numbers() {
        int comma = 0;
        int point = 0;
        boolean commaGroups = false;
        boolean pointGroups = false;
        boolean trailing = false;
        for (String meaning : List.of("open", "amount")) {
            for (String cell : values(meaning)) {
                comma += cell.matches(".*,[0-9]{1,2}-?") ? 1 : 0;
                point += cell.matches(".*\\.[0-9]{1,2}-?") ? 1 : 0;
                commaGroups |= cell.matches(".*,[0-9]{3}(\\D.*)?");
                pointGroups |= cell.matches(".*\\.[0-9]{3}(\\D.*)?");
                trailing |= cell.endsWith("-");
            }
        }
        boolean commaIsDecimal = comma > point;
        String grouping = commaIsDecimal ? pointGroups ? "." : "" : commaGroups ? "," : "";
        return "{decimal: \"" + (commaIsDecimal ? "," : ".") + "\""
                + (grouping.isEmpty() ? "" : ", grouping: \"" + grouping + "\"")
                + (trailing ? ", trailingMinus: true" : "") + "}";
    }

    String dates() {
        List<String> values = new ArrayList<>(values("due"));
        values.addAll(values("issued"));
        String best = PATTERNS.get(0);
        long most = 0;
        for (String pattern : PATTERNS) {
            Dates.Pattern tried = Dates.Pattern.of(pattern, Locale.ENGLISH);
            long read =
                    values.stream().filter(value -> tried.parse(value) != null).count();
            if (read > most) {
                most = read;
                best = pattern;
            }
        }
        return best + (most == 0 ? " # not recognised" : "");
    }

    private List<String> values(String meaning) {
        int at = column(meaning) == null ? -1 : captions.indexOf(column(meaning));
        return rows.stream()
                .filter(row -> at >= 0 && row.size() > at && !row.get(at).isEmpty())
                .map(row -> row.get(at))
                .toList();
    }

    private static String find(List<String> words, List<String> captions) {
        for (String word : words) {
            for (String caption : captions) {
                if (caption.toLowerCase(Locale.ROOT).contains(word)) {
                    return caption;
                }
            }
        }
        return null;
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("due", List.of("due date", "net due", "fällig", "scadenza", "échéance", "echeance", "due"));
        words.put(
                "open",
                List.of(
                        "open balance",
                        "open amount",
                        "outstanding",
                        "amount due",
                        "residuo",
                        "aperto",
                        "saldo",
                        "restant",
                        "solde",
                        "offen",
                        "balance",
                        "remaining"));
        words.put("currency", List.of("currency", "währung", "wkz", "valuta", "divisa", "devise", "curr"));
        words.put(
                "issued",
                List.of(
                        "invoice date",
                        "document date",
                        "doc. date",
                        "belegdatum",
                        "rechnungsdatum",
                        "data documento",
                        "data doc",
                        "date facture",
                        "date pièce",
                        "datum",
                        "date",
                        "data"));
        words.put("type", List.of("document type", "voucher type", "belegart", "tipo", "type"));
        words.put(
                "document",
                List.of(
                        "invoice number",
                        "invoice no",
                        "document no",
                        "documentno",
                        "belegnummer",
                        "belegnr",
                        "rechnungsnummer",
                        "numero documento",
                        "num. doc",
                        "n. documento",
                        "numéro",
                        "numero",
                        "pièce",
                        "piece",
                        "num",
                        "number",
                        "nr"));
        words.put(
                "name", List.of("customer name", "name", "ragione sociale", "denominazione", "raison sociale", "nom"));
        words.put(
                "debtor",
                List.of(
                        "customer no",
                        "customer number",
                        "customer code",
                        "codice cliente",
                        "cod. cliente",
                        "code client",
                        "kundennummer",
                        "kundennr",
                        "debitor",
                        "konto",
                        "compte",
                        "account",
                        "customer",
                        "cliente",
                        "client",
                        "kunde",
                        "contact"));
        words.put("amount", List.of("total", "betrag", "importo", "montant", "amount", "umsatz"));
        return words;
    }
}
