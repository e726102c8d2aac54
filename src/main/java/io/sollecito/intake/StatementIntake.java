package io.sollecito.intake;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementKind;
import io.sollecito.ledger.payments.StatementTaken;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement;
import io.sollecito.reconciliation.NotOursRules;
import io.sollecito.reconciliation.Reconciler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes bank statement files: what adds up is applied and reconciled, everything else waits for a person, whole. */
public final class StatementIntake {

    /**
     * What became of a file.
     *
     * @param state applied, unchanged (nothing in it was new to the ledger), interim (recorded, not booked), quarantined
     *     (all of it) or partly
     * @param keptAs where the copy of a quarantined file is, or null
     */
    public record Taken(String state, String keptAs, List<StatementTaken> statements) {

        public int entriesNew() {
            return statements.stream().mapToInt(StatementTaken::entriesNew).sum();
        }

        public int entriesKnown() {
            return statements.stream().mapToInt(StatementTaken::entriesKnown).sum();
        }

        /** @param decision allocated, candidates, unmatched, notOurs or returned */
        public int count(String decision) {
            return statements.stream()
                    .mapToInt(statement -> statement.count(decision))
                    .sum();
        }

        /** Why statements are quarantined. */
        public List<String> reasons() {
            return statements.stream()
                    .map(StatementTaken::reason)
                    .filter(reason -> reason != null)
                    .toList();
        }
    }

    private final Statements statements;
    private final KeptFiles kept;
    private final Clock clock;
    private final NotOursRules rules;

    /** With the shipped rules for money that is no debtor's. */
    public StatementIntake(Statements statements, Path keptFolder, Clock clock) {
        this(statements, keptFolder, clock, NotOursRules.shipped());
    }

    /**
     * @param keptFolder where files wait of which a statement is quarantined
     * @param rules for money that is no debtor's
     */
    public StatementIntake(Statements statements, Path keptFolder, Clock clock, NotOursRules rules) {
        this.rules = rules;
        this.statements = statements;
        this.kept = new KeptFiles(keptFolder);
        this.clock = clock;
    }

    /** The same of a file whose content tells its format and account. */
    public Taken take(String connection, Creditor creditor, Path workingCopy, String remoteName, Instant remoteTime)
            throws IOException {
        return take(connection, creditor, StatementSource.UNKNOWN, workingCopy, remoteName, remoteTime);
    }

    /**
     * Takes a file.
     *
     * @param source what the connection says of its files
     * @param workingCopy the local copy, which stays as it is
     * @param remoteName its name at the bank, shown and never used as a path
     * @param remoteTime stands for the closing date where the bank gives none
     */
    public Taken take(
            String connection,
            Creditor creditor,
            StatementSource source,
            Path workingCopy,
            String remoteName,
            Instant remoteTime)
            throws IOException {
        String hash = KeptFiles.sha256(workingCopy);
        StatementFile file = source.read(workingCopy, remoteName);
        Statements.Origin origin = new Statements.Origin(
                connection,
                remoteName,
                hash,
                file.format(),
                1,
                kept.place(hash, remoteName).toString());
        CheckedStatements checked =
                new CheckedStatements(file, source, creditor, LocalDate.ofInstant(remoteTime, creditor.zone()));
        List<StatementTaken> taken = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            taken.add(take(origin.at(i + 1), creditor, checked, i));
        }
        if (checked.size() == 0) {
            taken.add(statements.quarantine(origin, creditor, CheckedStatements.NONE, checked.whyNone()));
        }
        boolean waits = taken.stream().anyMatch(statement -> statement.state().equals("quarantined"));
        return new Taken(state(taken), waits ? kept.keep(workingCopy, hash, remoteName) : null, List.copyOf(taken));
    }

    private StatementTaken take(Statements.Origin origin, Creditor creditor, CheckedStatements checked, int index) {
        Statement statement = checked.whole(index);
        Optional<String> objection = checked.objection(index);
        if (objection.isPresent()) {
            return statements.quarantine(origin, creditor, statement, objection.get());
        }
        StatementKind kind = StatementKind.of(origin.format());
        return switch (kind) {
            case INTERIM -> statements.interim(origin, creditor, statement);
            case DETAILS -> statements.notified(origin, creditor, statement, new Reconciler(creditor, clock, rules));
            case CLOSED_DAY -> statements.take(origin, creditor, statement, new Reconciler(creditor, clock, rules));
        };
    }

    private static String state(List<StatementTaken> taken) {
        List<String> states =
                taken.stream().map(StatementTaken::state).distinct().toList();
        if (states.size() == 1) {
            return states.get(0);
        }
        return states.contains("quarantined") ? "partly" : "applied";
    }
}
