package io.sollecito.cli;

import io.sollecito.intake.StatementRelease;
import io.sollecito.intake.StatementSource;
import io.sollecito.ledger.payments.Doubtful;
import io.sollecito.ledger.payments.Release;
import io.sollecito.ledger.payments.StatementTaken;
import io.sollecito.ledger.payments.WaitingStatements.Waiting;
import io.sollecito.model.Creditor;
import java.nio.file.Path;

/** What {@code hub release} does with a bank statement that waits. */
final class HeldStatement {

    private final LedgerTools ledger;
    private final long id;

    HeldStatement(LedgerTools ledger, long id) {
        this.ledger = ledger;
        this.id = id;
    }

    String reject(String user, String reason) {
        ledger.statements().reject(id, user, reason);
        return "statement:" + id + " is never applied";
    }

    /** @param known whether its doubtful entries are known already, else they are further money */
    String release(boolean known, String user, String second, String reason) {
        StatementRelease statements = ledger.statements();
        Waiting held = statements.find(id);
        Creditor creditor = ledger.configured(held.creditor());
        Doubtful choice = known ? Doubtful.KNOWN : Doubtful.NEW;
        StatementTaken taken =
                statements.release(new Release(id, choice, user, second, reason), creditor, source(held));
        return "statement:" + id + " is applied: " + taken.entriesNew() + " new entries, " + taken.entriesKnown()
                + " known";
    }

    private StatementSource source(Waiting held) {
        Path routes = ledger.folders().routes();
        String connection = held.origin().connection();
        return new StatementSource(
                ConnectionFile.parameter(routes, connection, "format").orElse(null),
                ConnectionFile.parameter(routes, connection, "account").orElse(null),
                ConnectionFile.parameter(routes, connection, "mapping")
                        .map(name -> NamedMapping.load(name, ledger.folders().mappings()))
                        .orElse(null));
    }
}
