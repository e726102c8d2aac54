package io.sollecito.bank.camt;

import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.model.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads one camt document: finds its statements (camt.053), reports (camt.052) or notifications (camt.054). */
final class CamtReader {

    private static final Pattern VERSION = Pattern.compile("camt\\.05[234]\\.001\\.\\d\\d");

    private final XmlCursor xml;
    private final CamtValues values;
    private final String file;
    private final StatementSink sink;
    private boolean found;
    private String format;

    CamtReader(XmlCursor xml, String file, StatementSink sink) {
        this.xml = xml;
        this.file = file;
        this.values = new CamtValues(xml, file, sink);
        this.sink = sink;
    }

    /** What the document is, as far as it is read: camt.053.001.08, or camt.053 when its namespace does not say. */
    String format() {
        return format;
    }

    void read() throws XMLStreamException {
        xml.children(this::find);
        if (!found) {
            sink.problem(
                    Problem.of(
                            file,
                            "there is no statement in this file",
                            "a camt file holds Stmt, Rpt or Ntfctn below BkToCstmrStmt, BkToCstmrAcctRpt or BkToCstmrDbtCdtNtfctn"));
        }
    }

    private void find(String name) throws XMLStreamException {
        if (!name.startsWith("BkToCstmr")) {
            xml.children(this::find);
            return;
        }
        String family = family(name);
        Matcher version = VERSION.matcher(String.valueOf(xml.namespace()));
        format = version.find() ? version.group() : family;
        xml.children(child -> {
            if (child.equals("Stmt") || child.equals("Rpt") || child.equals("Ntfctn")) {
                found = true;
                new StatementPart(xml, values, new StatementUnderWay(file, sink), family.equals("camt.052")).read();
            }
        });
    }

    private static String family(String message) {
        if (message.startsWith("BkToCstmrAcctRpt")) {
            return "camt.052";
        }
        return message.startsWith("BkToCstmrDbtCdtNtfctn") ? "camt.054" : "camt.053";
    }
}
