package io.sollecito.bank;

import io.sollecito.model.Problem;
import io.sollecito.model.Statement;

/** Takes what a reader finds, in the order of the file: a statement's entries, then its head, then the next statement. */
public interface StatementSink {

    /** A booked entry of the statement under way. */
    void entry(Statement.Entry entry);

    /** The end of the statement under way. */
    void statement(StatementHead head);

    /** Something is wrong; reading goes on. */
    void problem(Problem problem);

    /** The file is damaged or no statement: nothing of what came before counts. */
    void unreadable(Problem problem);
}
