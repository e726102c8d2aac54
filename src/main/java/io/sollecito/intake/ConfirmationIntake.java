package io.sollecito.intake;

import io.sollecito.bank.confirmation.ConfirmationFile;
import io.sollecito.bank.confirmation.ConfirmationReader;
import io.sollecito.ledger.payments.Confirmations;
import io.sollecito.ledger.payments.Confirmations.Doubt;
import io.sollecito.ledger.payments.Confirmations.Provider;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.model.Creditor;
import io.sollecito.model.Problem;
import io.sollecito.reconciliation.Reconciler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes a payment provider's confirmations: every line counts once, as applied, unchanged or quarantined (law 2). */
public final class ConfirmationIntake {

    /**
     * What became of a file.
     *
     * @param problems of quarantined lines, or of the whole file
     * @param decisions how many payments had which decision
     * @param keptAs where the copy of a file is of which something is quarantined, or null
     */
    public record Taken(
            int read,
            int applied,
            int unchanged,
            List<Problem> problems,
            Map<String, Integer> decisions,
            String keptAs) {
        public Taken {
            problems = List.copyOf(problems);
        }
    }

    private final Confirmations confirmations;
    private final KeptFiles kept;
    private final Clock clock;

    /** @param keptFolder where files wait of which a line is quarantined */
    public ConfirmationIntake(Confirmations confirmations, Path keptFolder, Clock clock) {
        this.confirmations = confirmations;
        this.kept = new KeptFiles(keptFolder);
        this.clock = clock;
    }

    /** @param remoteName the file's name at the provider, shown and never used as a path */
    public Taken take(String connection, Creditor creditor, Provider provider, Path workingCopy, String remoteName)
            throws IOException {
        String hash = KeptFiles.sha256(workingCopy);
        Statements.Origin origin = new Statements.Origin(connection, remoteName, hash);
        ConfirmationFile file = ConfirmationReader.read(workingCopy, remoteName);
        List<Problem> problems = new ArrayList<>(file.problems());
        problems.forEach(
                problem -> confirmations.unreadable(origin, creditor, provider, problem.line(), problem.message()));
        Confirmations.Taken taken =
                confirmations.take(origin, creditor, provider, file.lines(), new Reconciler(creditor, clock));
        taken.doubts().forEach(doubt -> problems.add(problem(doubt, remoteName)));
        return new Taken(
                file.read(),
                taken.applied(),
                taken.unchanged(),
                problems,
                taken.decisions(),
                problems.isEmpty() ? null : kept.keep(workingCopy, hash, remoteName));
    }

    private static Problem problem(Doubt doubt, String file) {
        return new Problem(
                file, doubt.confirmation().line(), 1, doubt.reason(), null, "Ask the provider what this payment is.");
    }
}
