package io.sollecito.bench;

import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.Scope;
import io.sollecito.model.OpenItem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;

/**
 * Maps big files of each kind of source, in a JVM of its own whose memory is what the budget allows. Prints a line for each work:
 * its name, its rows, and of the library alone and of the mapping the seconds and the processor's.
 */
final class SourceReading {

    /** The first ones warm up. */
    private static final int ROUNDS = 5;

    private static final int FEW_ROWS = 200_000;
    private static final int ROWS_PER_DOCUMENT = 10;
    private static final Scope SCOPE = new Scope("ACME-IT", "bench");

    private SourceReading() {}

    /** Arguments: how many rows, and a folder for the files. */
    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        int documents = Math.max(1, rows / ROWS_PER_DOCUMENT);
        Path folder = Path.of(arguments[1]);
        Path items =
                Path.of(SourceReading.class.getResource("/bench/items.yaml").toURI());
        Path csv = folder.resolve("items.csv");
        SourceFiles.csv(csv, rows);
        Charset charset = Charset.forName("windows-1252");
        compare("CSV", rows, () -> BareReading.csv(csv, charset), () -> map(items, csv, rows));
        Path workbook = folder.resolve("items.xlsx");
        SourceFiles.xlsx(workbook, documents);
        Path sheet =
                changed(items, folder, "format: csv, charset: [utf-8, windows-1252], separator: \";\"", "format: xlsx");
        compare("XLSX", documents, () -> BareReading.xlsx(workbook), () -> map(sheet, workbook, documents));
        Path ubl = folder.resolve("invoices.xml");
        SourceFiles.ubl(ubl, documents);
        Path batch = changed(
                Path.of("mappings/ubl-invoice.yaml"),
                folder,
                "{format: xml}",
                "{format: xml, record: /Invoices/Invoice}");
        compare(
                "UBL",
                documents,
                () -> BareReading.xml(ubl, XMLInputFactory.newDefaultFactory()),
                () -> map(batch, ubl, documents));
        Path lot = folder.resolve("lot.xml");
        SourceFiles.fatturaPa(lot, documents);
        Path fatturaPa = Path.of("mappings/fatturapa.yaml");
        compare(
                "FatturaPA",
                documents,
                () -> BareReading.xml(lot, XMLInputFactory.newDefaultFactory()),
                () -> map(fatturaPa, lot, documents));
    }

    private static void compare(String name, int rows, Effort.Work bare, Effort.Work mapped) throws Exception {
        Effort limit = Effort.ENDLESS;
        Effort whole = Effort.ENDLESS;
        for (int round = 0; round < (rows > FEW_ROWS ? ROUNDS : 2 * ROUNDS); round++) {
            limit = limit.orCheaper(Effort.of(bare));
            whole = whole.orCheaper(Effort.of(mapped));
        }
        System.out.printf(
                Locale.ROOT,
                "%s %d %f %f %f %f%n",
                name,
                rows,
                limit.seconds(),
                limit.cpuSeconds(),
                whole.seconds(),
                whole.cpuSeconds());
    }

    private static void map(Path mapping, Path file, int rows) throws Exception {
        long[] items = {0};
        Mapping.load(mapping).readFile(file, file.getFileName().toString(), SCOPE, outcome -> {
            if (outcome instanceof Outcome.Quarantined refused) {
                throw new IllegalStateException(refused.problem().toString());
            }
            items[0] += outcome instanceof Outcome.Mapped mapped && mapped.canonical() instanceof OpenItem ? 1 : 0;
        });
        if (items[0] != rows) {
            throw new IllegalStateException(items[0] + " open items were made instead of " + rows);
        }
    }

    /** A copy of a mapping in which one part reads otherwise. */
    private static Path changed(Path mapping, Path folder, String part, String other) throws IOException {
        String text = Files.readString(mapping);
        if (!text.contains(part)) {
            throw new IllegalStateException(mapping + " does not say " + part);
        }
        return Files.writeString(folder.resolve(mapping.getFileName()), text.replace(part, other));
    }
}
