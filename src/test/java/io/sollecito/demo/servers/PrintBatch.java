package io.sollecito.demo.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A letter batch as the print house finds it, checked.
 *
 * @param refusal why the whole batch is refused, or null
 */
record PrintBatch(String batchId, List<Sheet> sheets, Refusal refusal) {

    /** A reject code with its reason. */
    record Refusal(String code, String reason) {}

    /** One letter; {@code rejectCode} is null when it can be printed. */
    record Sheet(String letterId, String product, int pages, byte[] pdf, String text, String rejectCode) {}

    /** Reads {@code base}.zip, .manifest.csv, .manifest.json and .done of a folder. */
    static PrintBatch read(Path folder, String base, ObjectMapper json) throws IOException {
        Path zip = folder.resolve(base + ".zip");
        Path csv = folder.resolve(base + ".manifest.csv");
        Path manifestFile = folder.resolve(base + ".manifest.json");
        String fallbackId = base.substring(base.indexOf('_') + 1);
        for (Path each : List.of(zip, csv, manifestFile)) {
            if (!Files.exists(each)) {
                return refused(fallbackId, "SCHEMA", each.getFileName() + " is missing");
            }
        }
        JsonNode manifest = json.readTree(manifestFile.toFile());
        String batchId = text(manifest, "batchId");
        String done = Files.readString(folder.resolve(base + ".done")).toLowerCase(Locale.ROOT);
        for (Path each : List.of(zip, csv, manifestFile)) {
            if (!done.contains(sha256(Files.readAllBytes(each)))) {
                return refused(batchId, "CHECKSUM", each.getFileName() + " is not what the trigger file announced");
            }
        }
        if (!sha256(Files.readAllBytes(zip)).equalsIgnoreCase(text(manifest, "zipSha256"))) {
            return refused(batchId, "CHECKSUM", "zipSha256 of the manifest is another");
        }
        Map<String, byte[]> files = unzip(zip);
        List<Sheet> sheets = new ArrayList<>();
        for (JsonNode letter : manifest.path("letters")) {
            sheets.add(sheet(letter, files));
        }
        int announced = Integer.parseInt(text(manifest, "letterCount"));
        if (announced != sheets.size() || announced != files.size()) {
            return refused(
                    batchId,
                    "COUNT",
                    "%d announced, %d listed, %d in the archive".formatted(announced, sheets.size(), files.size()));
        }
        return new PrintBatch(batchId, sheets, null);
    }

    private static PrintBatch refused(String batchId, String code, String reason) {
        return new PrintBatch(batchId, List.of(), new Refusal(code, reason));
    }

    private static Sheet sheet(JsonNode letter, Map<String, byte[]> files) {
        String id = letter.path("letterId").asText();
        String product = letter.path("product").asText();
        String name = letter.path("file").asText();
        byte[] pdf = files.getOrDefault(name, files.get("letters/" + name));
        if (pdf == null || !sha256(pdf).equalsIgnoreCase(letter.path("sha256").asText())) {
            return new Sheet(id, product, 0, pdf, "", "CHECKSUM");
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            String code = pages == letter.path("pages").asInt() ? null : "COUNT";
            return new Sheet(id, product, pages, pdf, new PDFTextStripper().getText(document), code);
        } catch (IOException broken) {
            return new Sheet(id, product, 0, pdf, "", "PDF_INVALID");
        }
    }

    private static Map<String, byte[]> unzip(Path zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static String text(JsonNode manifest, String field) {
        JsonNode found = manifest.findValue(field);
        return found == null ? "" : found.asText();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
