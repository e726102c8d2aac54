package io.sollecito.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an Excel workbook of one sheet, cell by cell as its XML has it. */
final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final StringBuilder rows = new StringBuilder();
    private int row;

    private record Styled(String attributes, String value) {}

    static Object date(int serial) {
        return new Styled(" s=\"1\"", String.valueOf(serial));
    }

    static Object error(String code) {
        return new Styled(" t=\"e\"", code);
    }

    /** Texts; numbers as they are; a text that begins with = is the stored form of a number. */
    Workbook row(Object... cells) {
        row++;
        rows.append("<row r=\"").append(row).append("\">");
        for (int i = 0; i < cells.length; i++) {
            cell((char) ('A' + i) + String.valueOf(row), cells[i]);
        }
        rows.append("</row>");
        return this;
    }

    /** A row of one cell that says itself where it stands. */
    Workbook cellAt(String place) {
        row++;
        rows.append("<row r=\"").append(row).append("\">");
        number(place, "", "1");
        rows.append("</row>");
        return this;
    }

    private void cell(String place, Object cell) {
        if (cell == null) {
            return;
        }
        if (cell instanceof Styled styled) {
            number(place, styled.attributes(), styled.value());
        } else if (cell instanceof String text && !text.startsWith("=")) {
            rows.append("<c r=\"").append(place).append("\" t=\"inlineStr\"><is><t>");
            rows.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</t></is></c>");
        } else {
            number(place, "", cell.toString().replace("=", ""));
        }
    }

    private void number(String place, String attributes, String value) {
        rows.append("<c r=\"").append(place).append('"').append(attributes);
        rows.append("><v>").append(value).append("</v></c>");
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + sheetType
                            + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + sheetType
                            + "styles+xml\"/></Types>");
            part(zip, "_rels/.rels", relation("rId1", "officeDocument", "xl/workbook.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"Sheet\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relation("rId1", "worksheet", "worksheets/sheet1.xml"));
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN
                            + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String relation(String id, String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"" + id + "\" Type=\"" + OFFICE
                + "/" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
