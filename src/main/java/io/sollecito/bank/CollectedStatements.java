package io.sollecito.bank;

import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.util.ArrayList;
import java.util.List;

/** All that a file holds, in memory. */
final class CollectedStatements implements StatementSink {

    private final List<Statement> statements = new ArrayList<>();
    private final FoundProblems problems = new FoundProblems();
    private List<Statement.Entry> entries = new ArrayList<>();
    private boolean unreadable;

    @Override
    public void entry(Statement.Entry entry) {
        entries.add(entry);
    }

    @Override
    public void statement(StatementHead head) {
        statements.add(head.with(entries));
        entries = new ArrayList<>();
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

    StatementFile file(String name, String format) {
        return new StatementFile(name, format, unreadable ? List.of() : statements, problems.list());
    }
}
