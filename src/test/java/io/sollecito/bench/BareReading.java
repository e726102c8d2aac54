package io.sollecito.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The limits of every reader: the libraries alone, touching every value once. */
final class BareReading {

    private BareReading() {}

    static void csv(Path file, Charset charset) throws Exception {
        long characters = 0;
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(Files.newBufferedReader(file, charset))) {
            for (CsvRecord row : csv) {
                for (String cell : row.getFields()) {
                    characters += cell.length();
                }
            }
        }
        check(characters);
    }

    /** One pass with a parser of that factory. */
    static void xml(Path file, XMLInputFactory factory) throws Exception {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        long characters = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.CHARACTERS) {
                    characters += reader.getTextLength();
                }
            }
        }
        check(characters);
    }

    static void xlsx(Path file) throws Exception {
        long characters = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                for (int i = 0; i < row.getCellCount(); i++) {
                    characters += row.getCell(i).getRawValue().length();
                }
            }
        }
        check(characters);
    }

    private static void check(long characters) {
        if (characters == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }
}
