package io.sollecito.cli;

import io.sollecito.bank.StatementHead;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.util.List;

/** How {@code hub statement} prints what it read. */
interface StatementForm {

    /** Of all but the first entry of a statement and statement of a file. */
    String separator();

    String entry(Statement.Entry entry);

    /** What stands before a statement's entries. */
    String begin(StatementHead head);

    /** What stands after them. */
    String end();

    /** What stands before a file's statements. */
    String begin(String file, String format);

    /** What stands after them. */
    String end(List<Problem> problems);
}
