package io.sollecito.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the columns of an unknown file may mean, in Italian, French, German and English, and how it writes numbers
 * and dates.
 */
final class DraftGuess {

    private static final int LONGEST_ABBREVIATION = 3;

    /** Codes that tell debit from credit: those who owe, those who are owed to. */
    private static final List<List<String>> SIDES =
            List.of(List.of("S", "H"), List.of("D", "A"), List.of("D", "C"), List.of("DR", "CR"));

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
                    List.of("payment", "pagamento", "incasso", "règlement", "reglement", "zahlung", "dz", "zp", "ze"));

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

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,3}(?:[.,' ]?[0-9]{3})*[.,][0-9]{2}-?");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}");

    private final List<String> captions;
    private final List<List<String>> rows;
    private final Map<String, String> columns = new LinkedHashMap<>();

    DraftGuess(List<String> captions, List<List<String>> rows) {
        this.captions = captions;
        this.rows = rows;
        List<String> free = new ArrayList<>(captions);
        for (DraftWords.Meaning meaning : DraftWords.MEANINGS) {
            String found = columns.containsKey(meaning.name()) ? null : find(meaning, free);
            if (found != null) {
                columns.put(meaning.name(), found);
                free.remove(found);
            }
        }
        if (columns.containsKey("open") || columns.containsKey("amount")) {
            columns.keySet().removeAll(List.of("debit", "credit"));
        }
        if (!columns.containsKey("name")) {
            columns.keySet().removeAll(List.of("email", "country", "vatId"));
        }
    }

    /** The caption that means it, or null: also when it has no place in a draft, such as an e-mail without a name. */
    String column(String meaning) {
        return columns.get(meaning);
    }

    /** The captions that were given no meaning. */
    List<String> unused() {
        Map.Entry<String, String> sign = sign();
        return captions.stream()
                .filter(caption -> !caption.isEmpty() && !columns.containsValue(caption))
                .filter(caption -> sign == null || !sign.getKey().equals(caption))
                .toList();
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
        for (String cell : values("open", "amount", AMOUNT)) {
            comma += cell.matches(".*,[0-9]{1,2}-?") ? 1 : 0;
            point += cell.matches(".*\\.[0-9]{1,2}-?") ? 1 : 0;
            commaGroups |= cell.matches(".*,[0-9]{3}(\\D.*)?");
            pointGroups |= cell.matches(".*\\.[0-9]{3}(\\D.*)?");
            trailing |= cell.endsWith("-");
        }
        boolean commaIsDecimal = comma > point;
        String grouping = commaIsDecimal ? pointGroups ? "." : "" : commaGroups ? "," : "";
        return "{decimal: \"" + (commaIsDecimal ? "," : ".") + "\""
                + (grouping.isEmpty() ? "" : ", grouping: \"" + grouping + "\"")
                + (trailing ? ", trailingMinus: true" : "") + "}";
    }

    String dates() {
        List<String> values = values("due", "issued", DATE);
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

    /** What stands in the columns of these meanings; when neither was recognised, all cells of that shape. */
    private List<String> values(String meaning, String other, Pattern shape) {
        List<String> values = new ArrayList<>(valuesOf(column(meaning)));
        values.addAll(valuesOf(column(other)));
        return column(meaning) != null || column(other) != null
                ? values
                : rows.stream()
                        .flatMap(List::stream)
                        .filter(cell -> shape.matcher(cell).matches())
                        .toList();
    }

    /** What stands in the cells below a caption that are not blank. */
    List<String> valuesOf(String caption) {
        int at = captions.indexOf(caption);
        return rows.stream()
                .filter(row -> at >= 0 && row.size() > at && !row.get(at).isEmpty())
                .map(row -> row.get(at))
                .toList();
    }

    /** The column whose codes tell debit from credit, and the code of credit; null when there is none. */
    Map.Entry<String, String> sign() {
        for (String caption : captions) {
            Set<String> codes = new HashSet<>(valuesOf(caption));
            for (List<String> sides : SIDES) {
                if (codes.equals(new HashSet<>(sides))) {
                    return Map.entry(caption, sides.get(1));
                }
            }
        }
        return null;
    }

    private String find(DraftWords.Meaning meaning, List<String> captions) {
        for (String word : meaning.words()) {
            for (String caption : captions) {
                if (says(caption.toLowerCase(Locale.ROOT), word)
                        && valuesOf(caption).stream().allMatch(meaning::allows)) {
                    return caption;
                }
            }
        }
        return null;
    }

    /** An abbreviation is a word of its own; longer words may be part of one. */
    private static boolean says(String caption, String word) {
        return word.length() > LONGEST_ABBREVIATION
                ? caption.contains(word)
                : List.of(caption.split("\\P{L}+")).contains(word);
    }
}
