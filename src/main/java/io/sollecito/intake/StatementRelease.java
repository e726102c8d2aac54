package io.sollecito.intake;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementKind;
import io.sollecito.ledger.payments.Release;
import io.sollecito.ledger.payments.StatementTaken;
import io.sollecito.ledger.payments.WaitingStatements;
import io.sollecito.ledger.payments.WaitingStatements.Waiting;
import io.sollecito.model.Creditor;
import io.sollecito.model.Refused;
import io.sollecito.reconciliation.Reconciler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

/** Applies a statement that waits, from its kept file, because a person says so (law 13). */
public final class StatementRelease {

    private final WaitingStatements waiting;
    private final Clock clock;

    public StatementRelease(WaitingStatements waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    /** What waits under that id; throws Refused when nothing does. */
    public Waiting find(long id) {
        return waiting.find(id).orElseThrow(() -> new Refused("statement:" + id + " does not wait"));
    }

    /** Nothing of it is ever applied. */
    public void reject(long id, String user, String reason) {
        waiting.reject(id, user, reason);
    }

    /**
     * Applies it as a whole; throws Refused and changes nothing when that is not possible, or when it does not add up and
     * nobody decides with the first person.
     */
    public StatementTaken release(Release release, Creditor creditor, StatementSource source) {
        Waiting held = find(release.id());
        Path kept = kept(held);
        StatementFile file = source.read(kept, held.origin().fileName());
        LocalDate day = Objects.requireNonNullElseGet(
                held.closingDate(), () -> LocalDate.ofInstant(clock.instant(), creditor.zone()));
        CheckedStatements checked = new CheckedStatements(file, source, creditor, day);
        int index = held.position() - 1;
        if (checked.damage().isPresent() || index >= checked.size()) {
            throw new Refused("nothing of a damaged file is applied ("
                    + checked.damage().orElse(checked.whyNone())
                    + "); ask the bank for it again and reject this one");
        }
        checked.foreign(index).ifPresent(foreign -> {
            throw new Refused(foreign + "; if it is, write it into 'accounts' or 'accountAliases' of the creditor");
        });
        if (!checked.addsUp(index) && release.second() == null) {
            throw new Refused("it does not add up, so applying it needs a second person");
        }
        return waiting.release(
                release,
                creditor,
                file.format(),
                checked.whole(index),
                checked.kind() == StatementKind.DETAILS,
                new Reconciler(creditor, clock));
    }

    private static Path kept(Waiting held) {
        Path kept = held.keptAs() == null ? null : Path.of(held.keptAs());
        if (kept == null || !Files.isReadable(kept)) {
            throw new Refused("its file is not kept; ask the bank for it again and reject this one");
        }
        try {
            if (!KeptFiles.sha256(kept).equals(held.origin().contentHash())) {
                throw new Refused("the kept file " + kept + " is not the one that came");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return kept;
    }
}
