package io.sollecito.mapping.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A PDF that carries a document among its embedded files (Factur-X, ZUGFeRD); what else is in it is not looked at. */
final class PdfCarrier {

    private static final byte[] HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_NODES = 1_000;
    private static final int MOST_FILES = 1_000;
    private static final int LONGEST_NAME = 60;

    private final Map<String, Set<COSStream>> files = new LinkedHashMap<>();

    private PdfCarrier() {}

    static boolean isPdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(HEAD.length), HEAD);
        }
    }

    /**
     * The embedded file with the first of these names.
     *
     * @param name what problems call the PDF
     */
    static InputStream open(Path file, String name, List<String> wanted) throws IOException, BrokenSource {
        if (Files.size(file) > Limits.MOST_PDF) {
            throw broken(name, "is a PDF of more than " + (Limits.MOST_PDF >> 20) + " MB");
        }
        try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file)) {
            BoundedPdf parser = new BoundedPdf(bytes);
            try (PDDocument pdf = parser.open()) {
                PdfCarrier carrier = new PdfCarrier();
                carrier.lookFor(pdf.getDocumentCatalog().getCOSObject());
                if (parser.refusal() != null) {
                    throw damaged(name, parser);
                }
                return new ByteArrayInputStream(carrier.one(wanted, name));
            } catch (IOException | RuntimeException malformed) {
                throw damaged(name, parser);
            }
        }
    }

    private void lookFor(COSDictionary root) {
        COSArray associated = root.getCOSArray(COSName.AF);
        for (int i = 0; associated != null && i < Math.min(associated.size(), MOST_FILES); i++) {
            add(associated.getObject(i), null);
        }
        COSDictionary names = root.getCOSDictionary(COSName.NAMES);
        Deque<COSDictionary> open = new ArrayDeque<>();
        if (names != null && names.getCOSDictionary(COSName.EMBEDDED_FILES) != null) {
            open.add(names.getCOSDictionary(COSName.EMBEDDED_FILES));
        }
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            COSDictionary node = open.remove();
            if (seen.add(node)) {
                addNamed(node.getCOSArray(COSName.NAMES));
                COSArray kids = node.getCOSArray(COSName.KIDS);
                for (int i = 0; kids != null && i < Math.min(kids.size(), MOST_NODES); i++) {
                    if (kids.getObject(i) instanceof COSDictionary kid) {
                        open.add(kid);
                    }
                }
            }
        }
    }

    /** Keys and files in turn. */
    private void addNamed(COSArray leaf) {
        for (int i = 0; leaf != null && i + 1 < Math.min(leaf.size(), 2 * MOST_FILES); i += 2) {
            add(leaf.getObject(i + 1), leaf.getObject(i));
        }
    }

    private void add(COSBase described, COSBase key) {
        if (!(described instanceof COSDictionary file) || file.getCOSDictionary(COSName.EF) == null) {
            return;
        }
        COSDictionary streams = file.getCOSDictionary(COSName.EF);
        COSBase stream = streams.getDictionaryObject(COSName.UF, COSName.F);
        COSBase named = file.getDictionaryObject(COSName.UF, COSName.F);
        COSBase name = named instanceof COSString ? named : key;
        if (name instanceof COSString text && files.size() < MOST_FILES) {
            Set<COSStream> same =
                    files.computeIfAbsent(text.getString(), each -> Collections.newSetFromMap(new IdentityHashMap<>()));
            if (stream instanceof COSStream data) {
                same.add(data);
            }
        }
    }

    private byte[] one(List<String> wanted, String name) throws IOException, BrokenSource {
        for (String each : wanted) {
            Set<COSStream> found = new HashSet<>();
            files.forEach((carried, streams) -> {
                if (carried.equalsIgnoreCase(each)) {
                    found.addAll(streams);
                }
            });
            if (found.size() > 1) {
                throw broken(name, "is a PDF that carries several files '" + each + "'");
            }
            for (COSStream stream : found) {
                try (InputStream in = stream.createInputStream()) {
                    return in.readAllBytes();
                }
            }
        }
        throw new BrokenSource(
                name,
                "is a PDF that carries no file " + String.join(" or ", wanted)
                        + (files.isEmpty() ? ", and no other" : "; it carries " + shown()),
                "Ask for the invoice as Factur-X, ZUGFeRD or XML: what is only printed is not read.");
    }

    private String shown() {
        return files.keySet().stream()
                .limit(5)
                .map(each -> "'"
                        + each.substring(0, Math.min(each.length(), LONGEST_NAME))
                                .replaceAll("\\p{Cntrl}", " ") + "'")
                .collect(Collectors.joining(", "));
    }

    private static BrokenSource damaged(String name, BoundedPdf parser) {
        return broken(name, "is a PDF that " + (parser.refusal() == null ? "is damaged" : parser.refusal()));
    }

    private static BrokenSource broken(String name, String what) {
        return new BrokenSource(name, what, "Check where this file comes from, or ask for it again.");
    }
}
