package io.sollecito.delivery.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.sollecito.calendar.BusinessDays;
import io.sollecito.model.Address;
import io.sollecito.model.Creditor;
import io.sollecito.model.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a package says of itself and of each letter, version 1: as JSON (authoritative) and as CSV with the same fields. */
final class Manifest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int ADDRESS_LINES = 6;

    private final Map<String, Object> header;
    private final List<Map<String, Object>> letters;

    private Manifest(Map<String, Object> header, List<Map<String, Object>> letters) {
        this.header = header;
        this.letters = letters;
    }

    static Manifest of(BatchPackage.Order order, List<BatchLetter> letters, String zipSha256) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BatchLetter letter : letters) {
            rows.add(row(order, letter, rows.size() + 1));
        }
        return new Manifest(header(order, letters, zipSha256), rows);
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>(header);
        all.put("letters", letters);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One row per letter; the fields of the header are repeated in each. */
    String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            List<String> names = new ArrayList<>(header.keySet());
            names.addAll(letters.get(0).keySet());
            csv.writeRecord(names);
            for (Map<String, Object> letter : letters) {
                List<String> cells = new ArrayList<>();
                header.values().forEach(value -> cells.add(cell(value)));
                letter.values().forEach(value -> cells.add(cell(value)));
                csv.writeRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String cell(Object value) {
        if (value instanceof List<?> several) {
            return SpreadsheetCell.safe(several.stream().map(Object::toString).collect(Collectors.joining(" ")));
        }
        return value == null ? "" : SpreadsheetCell.safe(value.toString());
    }

    private static Map<String, Object> header(BatchPackage.Order order, List<BatchLetter> letters, String zipSha256) {
        int pages = letters.stream().mapToInt(letter -> letter.letter().pages()).sum();
        int sheets = letters.stream()
                .mapToInt(letter -> order.profile().sheets(letter.letter().pages()))
                .sum();
        long bytes = letters.stream()
                .mapToLong(letter -> letter.letter().pdf().length)
                .sum();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("specVersion", 1);
        fields.put("batchId", order.batchId());
        fields.put("senderId", order.profile().senderId());
        fields.put("createdAt", order.createdAt().toString());
        fields.put("mode", order.profile().test() ? "test" : "live");
        fields.put("providerProfile", order.profile().name());
        fields.put("replacesBatchId", order.replaces());
        fields.put("requestedPostingDate", order.postingDate().toString());
        fields.put("cutOff", order.cutOff().toString());
        fields.put("letterCount", letters.size());
        fields.put("pageCount", pages);
        fields.put("sheetCount", sheets);
        fields.put("registeredCount", order.product().isRegistered() ? letters.size() : 0);
        fields.put("totalBytes", bytes);
        fields.put("zipSha256", zipSha256);
        Handling agreed = order.profile().handling();
        if (agreed.contact() != null) {
            fields.put("contact", agreed.contact());
        }
        if (agreed.purgeDays() > 0) {
            fields.put(
                    "purgeDate",
                    order.postingDate().plusDays(agreed.purgeDays()).toString());
        }
        return fields;
    }

    private static Map<String, Object> row(BatchPackage.Order order, BatchLetter letter, int seq) {
        boolean receipt = order.product().hasReturnReceipt();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seq", seq);
        fields.put("letterId", letter.letterId());
        fields.put("caseId", letter.facts().reference());
        fields.put("reminderLevel", letter.facts().step());
        fields.put("file", letter.file());
        fields.put("pages", letter.letter().pages());
        fields.put("sha256", PackageFile.sha256(letter.letter().pdf()));
        fields.put("product", order.product().name());
        fields.put("providerProduct", order.service().code());
        fields.put("windowProfile", order.profile().zone().name());
        addressee(fields, letter);
        Creditor creditor = letter.facts().creditor();
        block(fields, "sender", creditor.name(), creditor.letterhead().address());
        block(
                fields,
                "arReturn",
                receipt ? creditor.name() : null,
                receipt ? creditor.letterhead().address() : null);
        fields.put("colour", order.profile().colour());
        fields.put("duplex", order.profile().duplex());
        fields.put("newSheetPerFile", true);
        fields.put("envelope", order.profile().envelope());
        fields.put("addressSheet", order.profile().handling().addressSheet());
        fields.put("scanAR", order.profile().handling().scansReceipts(order.product()));
        fields.put("handleUndeliverable", true);
        fields.put("archiveYears", order.profile().archiveYears());
        fields.put("notAfter", notAfter(order, letter));
        fields.put("costCentre", order.profile().costCentre());
        fields.put("language", letter.letter().language());
        agreed(fields, order, letter);
        return fields;
    }

    private static String notAfter(BatchPackage.Order order, BatchLetter letter) {
        BusinessDays days = BusinessDays.of(letter.facts().creditor().country());
        LocalDate latest = order.profile()
                .handling()
                .notAfter()
                .of(order.postingDate(), letter.facts().deadline(), days);
        return latest == null ? null : latest.toString();
    }

    /** What only some profiles agree on; the same fields for all letters of a package. */
    private static void agreed(Map<String, Object> fields, BatchPackage.Order order, BatchLetter letter) {
        Handling agreed = order.profile().handling();
        List<WeightClass> weights = order.service().weights();
        if (!weights.isEmpty()) {
            int sheets = order.profile().sheets(letter.letter().pages());
            WeightClass expected = WeightClass.of(agreed.grams(sheets), weights).orElse(null);
            fields.put("expectedWeightClass", expected == null ? null : expected.name());
            if (weights.stream().anyMatch(weight -> weight.postage() != null)) {
                boolean known = expected != null && expected.postage() != null;
                fields.put("expectedPostage", known ? expected.postage().toPlainString() : null);
                fields.put("postageCurrency", known ? expected.currency() : null);
            }
        }
        if (!agreed.inserts().isEmpty()) {
            fields.put("insertIds", agreed.inserts());
        }
        if (agreed.returnCode() != null) {
            fields.put(
                    "returnDataMatrix",
                    agreed.returnCode(
                            letter.letterId(), order.batchId(), order.profile().senderId()));
        }
    }

    private static void addressee(Map<String, Object> fields, BatchLetter letter) {
        Address address = letter.facts().debtor().address();
        List<String> lines = new ArrayList<>();
        lines.add(letter.facts().debtor().name());
        lines.addAll(address.lines());
        for (int line = 1; line <= ADDRESS_LINES; line++) {
            fields.put("addressLine" + line, line <= lines.size() ? lines.get(line - 1) : null);
        }
        fields.put("postCode", address.postCode());
        fields.put("city", address.city());
        fields.put("countryCode", address.country());
    }

    private static void block(Map<String, Object> fields, String prefix, String name, Address address) {
        fields.put(prefix + "Name", name);
        fields.put(prefix + "Street", address == null ? null : String.join(", ", address.lines()));
        fields.put(prefix + "PostCode", address == null ? null : address.postCode());
        fields.put(prefix + "City", address == null ? null : address.city());
        fields.put(prefix + "CountryCode", address == null ? null : address.country());
    }
}
