package io.sollecito.bank.mt;

import io.sollecito.bank.StatementSink;
import io.sollecito.model.Problem;
import java.io.IOException;

/** Reads a file of MT940 or MT942 messages: each field 20 begins a statement, and so does a field that may not follow. */
final class MtReader {

    private static final String OF_A_BODY = "60F 60M 61 62F 62M 64 65 64F 65F 86 90D 90C 34F NS";

    private final Fields fields;
    private final String file;
    private final StatementSink sink;
    private MtStatement statement;
    private boolean closedDay;
    private boolean interim;

    MtReader(Fields fields, String file, StatementSink sink) {
        this.fields = fields;
        this.file = file;
        this.sink = sink;
    }

    /** What the messages are; null when there is none. */
    String read() throws IOException {
        for (Field field = fields.next(); field != null; field = fields.next()) {
            take(field);
        }
        close();
        if (!closedDay && !interim) {
            sink.unreadable(new Problem(
                    file,
                    1,
                    1,
                    "there is no statement in this file",
                    null,
                    "an MT940 message has :20:, :25:, :60F: and :62F: at the beginning of lines"));
            return null;
        }
        return closedDay ? MtFormat.MT940 : MtFormat.MT942;
    }

    private void take(Field field) {
        switch (field.tag()) {
            case Field.END -> close();
            case "20" -> open(field).reference(field);
            case "25", "25P" -> head(field).account(field);
            case "28", "28C" -> head(field).number(field);
            case "60F", "60M" -> head(field).opening(field);
            case "21", "13", "13D" -> {
                // related reference and time of day
            }
            default -> {
                if (statement != null || OF_A_BODY.contains(field.tag())) {
                    body(field);
                }
            }
        }
    }

    private void body(Field field) {
        MtStatement current = statement == null ? open(field) : statement;
        switch (field.tag()) {
            case "61" -> current.entry(field);
            case "86", "NS" -> current.text(field);
            case "62F", "62M" -> current.closing(field);
            case "34F" -> current.floor(field);
            case "90D", "90C" -> current.total(field);
            case "64", "64F", "65", "65F" -> {
                // available balances
            }
            default -> current.unknown(field);
        }
    }

    /** The statement whose head the field belongs to. */
    private MtStatement head(Field field) {
        return statement == null || statement.hasBegun(field.tag()) ? open(field) : statement;
    }

    private MtStatement open(Field field) {
        close();
        statement = new MtStatement(
                file, sink, field.line(), MtFormat.MT942.endsWith(String.valueOf(fields.messageType())));
        return statement;
    }

    private void close() {
        if (statement != null) {
            boolean during = statement.close();
            interim |= during;
            closedDay |= !during;
        }
        statement = null;
    }
}
