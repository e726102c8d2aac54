package io.sollecito.bank;

import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.util.ArrayList;
import java.util.List;

/** All that a file holds, in memory; a file that holds too much for that is stopped. */
final class CollectedStatements implements StatementSink {

    private static final int TEXT_OF_ONE = 500;

    private final List<Statement> statements = new ArrayList<>();
    private final FoundProblems problems = new FoundProblems();
    private List<Statement.Entry> entries = new ArrayList<>();
    private final int mostPayments;
    private int payments;
    private long texts;
    private boolean unreadable;

    /** Without a limit. */
    CollectedStatements() {
        this(Integer.MAX_VALUE);
    }

    /** @param mostPayments that may be kept, with as much text as so many usually have */
    CollectedStatements(int mostPayments) {
        this.mostPayments = mostPayments;
    }

    @Override
    public void entry(Statement.Entry entry) {
        entry.payments().forEach(this::count);
        entries.add(entry);
    }

    private void count(Statement.Payment payment) {
        payments++;
        texts += payment.remittance() == null ? 0 : payment.remittance().length();
        if (payments > mostPayments || texts / TEXT_OF_ONE > mostPayments) {
            throw new TooLarge("more than " + mostPayments + " payments, or as much text as so many have");
        }
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
