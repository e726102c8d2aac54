package io.sollecito.intake;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import io.sollecito.ledger.payments.StatementTaken;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.model.Creditor;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import io.sollecito.reconciliation.Dividing;
import io.sollecito.reconciliation.Incoming;
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
import java.util.stream.Collectors;

/** Takes bank statement files: what adds up is applied and reconciled, everything else waits for a person, whole. */
public final class StatementIntake {

    /**
     * What became of a file.
     *
     * @param state applied, unchanged (nothing in it was new to the ledger), quarantined (all of it) or partly
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

    /**
     * Takes a file.
     *
     * @param workingCopy the local copy, which stays as it is
     * @param remoteName its name at the bank, shown and never used as a path
     * @param remoteTime stands for the closing date where the bank gives none
     */
    public Taken take(String connection, Creditor creditor, Path workingCopy, String remoteName, Instant remoteTime)
            throws IOException {
        String hash = KeptFiles.sha256(workingCopy);
        Statements.Origin origin = new Statements.Origin(connection, remoteName, hash);
        StatementFile file = StatementReader.read(workingCopy, remoteName);
        LocalDate remoteDay = LocalDate.ofInstant(remoteTime, creditor.zone());
        List<StatementTaken> taken = new ArrayList<>();
        Optional<String> damaged = damaged(file);
        for (Statement statement : file.statements()) {
            Statement whole = whole(statement, remoteDay);
            Optional<String> objection = damaged.or(() -> objection(file, whole, creditor));
            taken.add(
                    objection.isPresent()
                            ? statements.quarantine(origin, creditor, whole, objection.get())
                            : statements.take(origin, creditor, whole, new Reconciler(creditor, clock, rules)));
        }
        if (file.statements().isEmpty()) {
            taken.add(
                    statements.quarantine(origin, creditor, nothing(), damaged.orElse("there is no statement in it")));
        }
        String state = state(taken);
        boolean waits = taken.stream().anyMatch(statement -> statement.state().equals("quarantined"));
        return new Taken(state, waits ? kept.keep(workingCopy, hash, remoteName) : null, List.copyOf(taken));
    }

    /** What makes all of the file doubtful; statements that do not add up have one problem each of their own. */
    private static Optional<String> damaged(StatementFile file) {
        long unbalanced = file.statements().stream()
                .filter(statement -> Boolean.FALSE.equals(statement.balanced()))
                .count();
        return file.problems().size() > unbalanced
                ? Optional.of(file.problems().stream()
                        .limit(5)
                        .map(StatementIntake::text)
                        .collect(Collectors.joining("; ")))
                : Optional.empty();
    }

    private static String text(Problem problem) {
        return problem.line() > 0
                ? "line " + problem.line() + ", column " + problem.column() + ": " + problem.message()
                : problem.message();
    }

    private static Optional<String> objection(StatementFile file, Statement statement, Creditor creditor) {
        if (!file.format().startsWith("camt.053")) {
            return Optional.of(file.format() + " is no statement of a closed day; the hub takes camt.053");
        }
        if (Boolean.FALSE.equals(statement.balanced())) {
            return Optional.of("it does not add up: its entries do not lead from the opening to the closing balance");
        }
        boolean own = creditor.accounts().stream()
                .anyMatch(account -> account.replace(" ", "").equals(statement.account()));
        return own
                ? Optional.empty()
                : Optional.of("account " + statement.account() + " is none of " + creditor.code());
    }

    /** Every entry with a booking date and with payments that add up to it. */
    private static Statement whole(Statement statement, LocalDate remoteDay) {
        List<Statement.Entry> entries = statement.entries().stream()
                .map(entry -> {
                    LocalDate booked = Incoming.bookingDate(statement, entry);
                    return new Statement.Entry(
                            booked == null ? remoteDay : booked,
                            entry.valueDate(),
                            entry.amount(),
                            entry.currency(),
                            entry.reversal(),
                            entry.bankReference(),
                            Dividing.payments(entry));
                })
                .toList();
        return new Statement(
                statement.account(),
                statement.statementId(),
                statement.currency(),
                statement.openingDate(),
                statement.openingBalance(),
                statement.closingDate() == null ? remoteDay : statement.closingDate(),
                statement.closingBalance(),
                statement.balanced(),
                entries);
    }

    private static Statement nothing() {
        return new Statement(null, null, null, null, null, null, null, null, List.of());
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
