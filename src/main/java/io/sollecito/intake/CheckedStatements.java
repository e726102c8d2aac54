package io.sollecito.intake;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementKind;
import io.sollecito.model.Creditor;
import io.sollecito.model.OwnAccount;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import io.sollecito.reconciliation.Dividing;
import io.sollecito.reconciliation.Incoming;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements of a file, made whole, and what speaks against applying each. */
final class CheckedStatements {

    static final Statement NONE = new Statement(null, null, null, null, null, null, null, null, List.of());

    private final StatementFile file;
    private final StatementSource source;
    private final Creditor creditor;
    private final LocalDate remoteDay;
    private final StatementKind kind;
    private final Optional<String> damage;

    /** @param remoteDay stands for days that the file does not say */
    CheckedStatements(StatementFile file, StatementSource source, Creditor creditor, LocalDate remoteDay) {
        this.file = file;
        this.source = source;
        this.creditor = creditor;
        this.remoteDay = remoteDay;
        this.kind = StatementKind.of(file.format());
        this.damage = damage(file);
    }

    int size() {
        return file.statements().size();
    }

    StatementKind kind() {
        return kind;
    }

    String whyNone() {
        return damage.orElse("there is no statement in it");
    }

    /** What makes all of the file doubtful: nothing of it can be applied, whoever decides. */
    Optional<String> damage() {
        return damage;
    }

    /** Why a statement waits, or empty. */
    Optional<String> objection(int index) {
        if (damage.isPresent()) {
            return damage;
        }
        if (kind == StatementKind.INTERIM) {
            return Optional.empty();
        }
        return addsUp(index)
                ? foreign(index)
                : Optional.of("it does not add up: its entries do not lead from the opening to the closing balance");
    }

    boolean addsUp(int index) {
        return !Boolean.FALSE.equals(file.statements().get(index).balanced());
    }

    Optional<String> foreign(int index) {
        Statement statement = file.statements().get(index);
        if (own(statement).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                named(statement) == null
                        ? "it names no account; the connection's parameter 'account' can"
                        : "account " + named(statement) + " is none of " + creditor.code());
    }

    /** Every entry with a booking date and with payments that add up to it; the account is the IBAN. */
    Statement whole(int index) {
        Statement statement = file.statements().get(index);
        boolean details = kind == StatementKind.DETAILS;
        List<Statement.Entry> entries = statement.entries().stream()
                .map(entry -> whole(statement, entry))
                .toList();
        LocalDate closing = statement.closingDate() == null ? remoteDay : statement.closingDate();
        return new Statement(
                own(statement).orElse(named(statement)),
                statement.statementId(),
                statement.currency(),
                details ? null : statement.openingDate(),
                details ? null : statement.openingBalance(),
                details ? null : closing,
                details ? null : statement.closingBalance(),
                statement.balanced(),
                entries);
    }

    private Statement.Entry whole(Statement statement, Statement.Entry entry) {
        LocalDate booked = Incoming.bookingDate(statement, entry);
        return new Statement.Entry(
                booked == null ? remoteDay : booked,
                entry.valueDate(),
                entry.amount(),
                entry.currency(),
                entry.reversal(),
                entry.bankReference(),
                Dividing.payments(entry));
    }

    private Optional<String> own(Statement statement) {
        return OwnAccount.iban(creditor.howToPay(), named(statement), statement.currency());
    }

    private String named(Statement statement) {
        return statement.account() == null ? source.account() : statement.account();
    }

    /** Statements that do not add up have one problem each of their own. */
    private static Optional<String> damage(StatementFile file) {
        long unbalanced = file.statements().stream()
                .filter(statement -> Boolean.FALSE.equals(statement.balanced()))
                .count();
        return file.problems().size() > unbalanced
                ? Optional.of(file.problems().stream()
                        .limit(5)
                        .map(CheckedStatements::text)
                        .collect(Collectors.joining("; ")))
                : Optional.empty();
    }

    private static String text(Problem problem) {
        return problem.line() > 0
                ? "line " + problem.line() + ", column " + problem.column() + ": " + problem.message()
                : problem.message();
    }
}
