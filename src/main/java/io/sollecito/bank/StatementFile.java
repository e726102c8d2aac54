package io.sollecito.bank;

import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.util.List;

/**
 * What a file of bank statements says.
 *
 * @param file as the user or the remote side named it
 * @param format such as camt.053.001.08; null when the file is no statement
 * @param problems with their place in the file; a file with problems is never applied
 */
public record StatementFile(String file, String format, List<Statement> statements, List<Problem> problems) {

    public StatementFile {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }

    /** A file that holds no statement, and why. */
    public static StatementFile unreadable(String file, String format, Problem problem) {
        return new StatementFile(file, format, List.of(), List.of(problem));
    }
}
