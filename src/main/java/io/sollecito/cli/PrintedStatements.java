package io.sollecito.cli;

import io.sollecito.bank.FoundProblems;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Takes a file's statements in bounded memory, and prints them when the file is read: only then it is known that it is readable,
 * and what stands before its entries.
 */
final class PrintedStatements implements StatementSink, AutoCloseable {

    private final StatementForm form;
    private final Spill entries = new Spill();
    private final Spill statements = new Spill();
    private final FoundProblems problems = new FoundProblems();
    private boolean unreadable;

    PrintedStatements(StatementForm form) {
        this.form = form;
    }

    @Override
    public void entry(Statement.Entry entry) {
        add(entries, (entries.isEmpty() ? "" : form.separator()) + form.entry(entry));
    }

    @Override
    public void statement(StatementHead head) {
        add(statements, (statements.isEmpty() ? "" : form.separator()) + form.begin(head));
        try {
            entries.moveTo(statements);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        add(statements, form.end());
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void unreadable(Problem problem) {
        unreadable = true;
        problems.add(problem);
    }

    List<Problem> problems() {
        return problems.list();
    }

    void print(String file, String format, Writer out) throws IOException {
        out.write(form.begin(file, format));
        if (!unreadable) {
            statements.copyTo(out);
        }
        out.write(form.end(problems.list()));
    }

    private static void add(Spill spill, String text) {
        try {
            spill.add(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        entries.close();
        statements.close();
    }
}
