package io.sollecito.bank.ofx;

import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.Remedy;
import io.sollecito.model.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Finds the statements of an OFX document: STMTRS, CCSTMTRS and INVSTMTRS. What is pending (STMTTRNP) is not booked. */
final class OfxReader implements OfxVisitor {

    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS", "INVSTMTRS");

    private final String file;
    private final StatementSink sink;
    private final OfxValues values;
    private final Deque<String> path = new ArrayDeque<>();
    private OfxStatement statement;
    private OfxTransaction transaction;
    private String statusCode;
    private String statusMessage;
    private boolean failed;
    private Place begun;

    OfxReader(String file, StatementSink sink) {
        this.file = file;
        this.sink = sink;
        this.values = new OfxValues(file, sink);
    }

    @Override
    public void open(String name, Place place) {
        path.push(name);
        if (STATEMENTS.contains(name)) {
            endTransaction(place, "a statement begins within a transaction");
            endStatement();
            statement = new OfxStatement(file, sink, values, place);
            begun = place;
        } else if (name.equals("STMTTRN")) {
            endTransaction(place, "a transaction begins within another");
            if (statement == null) {
                values.problem(place, "a transaction stands outside a statement", Remedy.ASK_AGAIN);
            } else {
                transaction = new OfxTransaction(values, place);
            }
        } else if (name.equals("STATUS")) {
            statusCode = null;
            statusMessage = null;
            failed = false;
        }
    }

    @Override
    public void value(String name, String text, Place place) {
        String parent = path.isEmpty() ? "" : path.peek();
        if (parent.equals("STATUS")) {
            status(name, text);
        } else if (transaction != null) {
            transaction.value(parent, name, text, place);
        } else if (statement != null) {
            statement.value(parent, name, text, place);
        }
    }

    private void status(String name, String text) {
        switch (name) {
            case "CODE" -> statusCode = text;
            case "SEVERITY" -> failed = "ERROR".equals(text);
            case "MESSAGE" -> statusMessage = text;
            default -> {
                // nothing else is known there
            }
        }
    }

    @Override
    public void close(String name, Place place) {
        if (!path.isEmpty()) {
            path.pop();
        }
        if (STATEMENTS.contains(name)) {
            endTransaction(place, "a statement ends within a transaction");
            endStatement();
        } else if (name.equals("STMTTRN")) {
            endTransaction(place, null);
        } else if (name.equals("STATUS") && failed) {
            values.problem(
                    place,
                    "the bank answered with error " + statusCode + (statusMessage == null ? "" : ": " + statusMessage),
                    Remedy.ASK_AGAIN);
        }
    }

    /** @param early what is wrong if it did not end before, or null */
    private void endTransaction(Place place, String early) {
        if (transaction == null) {
            return;
        }
        if (early != null) {
            values.problem(place, early, Remedy.ASK_AGAIN);
        }
        statement.take(transaction);
        transaction = null;
    }

    private void endStatement() {
        if (statement != null) {
            statement.end();
            statement = null;
        }
    }

    /** The document is over. */
    void end() {
        if (statement != null) {
            values.problem(begun, "the statement does not end before </OFX>", Remedy.ASK_AGAIN);
            endTransaction(begun, null);
            endStatement();
        } else if (begun == null) {
            sink.problem(Problem.of(
                    file,
                    "there is no statement in this file",
                    "An OFX statement is STMTRS, CCSTMTRS or INVSTMTRS; ask the bank for one."));
        }
    }
}
