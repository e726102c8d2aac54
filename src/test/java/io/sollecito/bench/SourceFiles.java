package io.sollecito.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files with many open items, as sources write them. */
final class SourceFiles {

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
    private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final List<String> CAPTIONS = List.of(
            "Konto",
            "Name",
            "Belegnummer",
            "Referenz",
            "Belegart",
            "Buchungsdatum",
            "Belegdatum",
            "Fällig am",
            "S/H",
            "Betrag",
            "Offen",
            "Währung",
            "Zahlweg",
            "Text",
            "Buchungskreis");

    private static final String UBL = """
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
              <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>2026-%1$d</cbc:ID>
              <cbc:IssueDate>%2$s</cbc:IssueDate><cbc:DueDate>%3$s</cbc:DueDate>
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
              <cac:AccountingSupplierParty><cac:Party><cac:PartyIdentification><cbc:ID>SELLER</cbc:ID></cac:PartyIdentification>\
            </cac:Party></cac:AccountingSupplierParty>
              <cac:AccountingCustomerParty><cac:Party>
                <cac:PartyIdentification><cbc:ID>K-%4$d</cbc:ID></cac:PartyIdentification>
                <cac:PartyName><cbc:Name>Bakkerij De Molen B.V.</cbc:Name></cac:PartyName>
                <cac:PostalAddress><cbc:StreetName>Havenkade 12</cbc:StreetName><cbc:CityName>Hoorn</cbc:CityName>\
            <cbc:PostalZone>1621 BD</cbc:PostalZone><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode>\
            </cac:Country></cac:PostalAddress>
                <cac:PartyTaxScheme><cbc:CompanyID>NL001234567B01</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID>\
            </cac:TaxScheme></cac:PartyTaxScheme>
                <cac:Contact><cbc:Name>Joost Prins</cbc:Name><cbc:ElectronicMail>administratie@demolen.example\
            </cbc:ElectronicMail></cac:Contact>
              </cac:Party></cac:AccountingCustomerParty>
              <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>2026-%1$d</cbc:PaymentID>\
            </cac:PaymentMeans>
              <cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID="EUR">%5$s</cbc:TaxInclusiveAmount>\
            <cbc:PayableAmount currencyID="EUR">%5$s</cbc:PayableAmount></cac:LegalMonetaryTotal>
              <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>\
            <cbc:LineExtensionAmount currencyID="EUR">%5$s</cbc:LineExtensionAmount><cac:Item><cbc:Name>Oven</cbc:Name>\
            </cac:Item></cac:InvoiceLine>
            </Invoice>
            """;
    private static final String UBL_HEAD =
            "<Invoices xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""
                    + " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">\n";

    private static final String FATTURA_HEAD = """
            <p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
            <FatturaElettronicaHeader><CessionarioCommittente><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese>\
            <IdCodice>09876540017</IdCodice></IdFiscaleIVA><Anagrafica><Denominazione>Officine Brenta S.r.l.</Denominazione>\
            </Anagrafica></DatiAnagrafici><Sede><Indirizzo>Via dei Mulini</Indirizzo><CAP>35010</CAP><Comune>Vigonza</Comune>\
            <Nazione>IT</Nazione></Sede></CessionarioCommittente></FatturaElettronicaHeader>
            """;
    private static final String FATTURA = """
            <FatturaElettronicaBody>
              <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>%2$s</Data>\
            <Numero>26/%1$d</Numero><ImportoTotaleDocumento>%4$s</ImportoTotaleDocumento></DatiGeneraliDocumento></DatiGenerali>
              <DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Pompe</Descrizione>\
            <Quantita>1.00</Quantita><PrezzoUnitario>%4$s</PrezzoUnitario><PrezzoTotale>%4$s</PrezzoTotale>\
            <AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee><DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA>\
            <ImponibileImporto>%4$s</ImponibileImporto></DatiRiepilogo></DatiBeniServizi>
              <DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento><DettaglioPagamento>\
            <ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>%3$s</DataScadenzaPagamento>\
            <ImportoPagamento>%4$s</ImportoPagamento></DettaglioPagamento></DatiPagamento>
            </FatturaElettronicaBody>
            """;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private SourceFiles() {}

    private interface Content {
        void write(Writer writer) throws IOException;
    }

    static void csv(Path file, int rows) throws IOException {
        DecimalFormat amounts = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY));
        try (BufferedWriter writer = Files.newBufferedWriter(file, Charset.forName("windows-1252"))) {
            writer.write(String.join(";", CAPTIONS) + "\n");
            for (int i = 0; i < rows; i++) {
                String issued = issued(i).format(GERMAN);
                String amount = amounts.format(amount(i));
                writer.write(String.join(
                        ";",
                        Integer.toString(100_000 + i % 20_000),
                        "Schreinerei Öttinger " + i % 20_000,
                        "18" + (10_000_000 + i),
                        "2026/" + i,
                        "RV",
                        issued,
                        issued,
                        issued(i).plusDays(30).format(GERMAN),
                        "S",
                        amount,
                        amount,
                        "EUR",
                        "U",
                        "Rechnung 2026/" + i,
                        "1000\n"));
            }
        }
    }

    static void xlsx(Path file, int rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", types());
            part(zip, "_rels/.rels", relations("rId1", "officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relations("rId1", "worksheet", "worksheets/sheet1.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    writer -> writer.write("<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"Items\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
            part(
                    zip,
                    "xl/styles.xml",
                    writer -> writer.write(
                            "<styleSheet xmlns=\"" + SHEETS
                                    + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"));
            part(zip, "xl/worksheets/sheet1.xml", writer -> sheet(writer, rows));
        }
    }

    /** Invoices of the UBL in a batch. */
    static void ubl(Path file, int documents) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(XML + UBL_HEAD);
            for (int i = 0; i < documents; i++) {
                writer.write(UBL.formatted(i, issued(i), issued(i).plusDays(30), i % 20_000, amount(i)));
            }
            writer.write("</Invoices>\n");
        }
    }

    /** One customer's invoices in a lot. */
    static void fatturaPa(Path file, int documents) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(XML + FATTURA_HEAD);
            for (int i = 0; i < documents; i++) {
                writer.write(FATTURA.formatted(i, issued(i), issued(i).plusDays(30), amount(i)));
            }
            writer.write("</p:FatturaElettronica>\n");
        }
    }

    private static LocalDate issued(int i) {
        return ISSUED.minusDays(i % 90);
    }

    private static BigDecimal amount(int i) {
        return BigDecimal.valueOf(10_000 + i * 37L % 900_000, 2);
    }

    private static void sheet(Writer writer, int rows) throws IOException {
        writer.write("<worksheet xmlns=\"" + SHEETS + "\"><sheetData>");
        row(writer, 1, CAPTIONS.toArray());
        for (int i = 0; i < rows; i++) {
            long issued = issued(i).toEpochDay() - EXCEL_BEGINS.toEpochDay();
            row(
                    writer,
                    i + 2,
                    Integer.toString(100_000 + i % 20_000),
                    "Schreinerei Öttinger " + i % 20_000,
                    "18" + (10_000_000 + i),
                    "2026/" + i,
                    "RV",
                    issued,
                    issued,
                    issued + 30,
                    "S",
                    amount(i),
                    amount(i),
                    "EUR",
                    "U",
                    "Rechnung 2026/" + i,
                    "1000");
        }
        writer.write("</sheetData></worksheet>");
    }

    private static void row(Writer writer, int number, Object... cells) throws IOException {
        writer.write("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String at = "<c r=\"" + (char) ('A' + i) + number + "\"";
            if (cells[i] instanceof Number) {
                boolean date = cells[i] instanceof Long;
                writer.write(at + (date ? " s=\"1\"" : "") + "><v>" + cells[i] + "</v></c>");
            } else {
                writer.write(at + " t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
            }
        }
        writer.write("</row>");
    }

    private static Content types() {
        return writer -> writer.write("<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + override("workbook", "sheet.main") + override("styles", "styles") + "</Types>");
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".spreadsheetml." + type + "+xml\"/>";
    }

    private static Content relations(String id, String type, String target) {
        return writer -> writer.write("<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"" + id
                + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/></Relationships>");
    }

    private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        writer.write(XML);
        content.write(writer);
        writer.flush();
        zip.closeEntry();
    }
}
