package io.sollecito.ledger.outbox;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Creditor;
import io.sollecito.model.LetterProgress;
import io.sollecito.model.LetterProgress.Report;
import io.sollecito.model.LetterVerdict;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes letters what everything that was reported about them says that they are. It looks at all reports each time, so
 * that their order and repetitions make no difference.
 */
public final class LetterSettlement {

    /** After so many packages that the print house refused, the same letter is not packed again. */
    static final int MOST_PACKAGES = 3;

    /** What follows when a letter came back because its addressee died; it may come more than once. */
    @FunctionalInterface
    public interface Died {
        void died(String creditor, String source, String debtor, LocalDate today);
    }

    private record Letter(Claim claim, String batchId, String state) {}

    private final Database database;
    private final DispatchStates states;
    private final Outbox.Fallback fallback;
    private final SuspendedAddresses addresses;
    private final Died died;
    private final LeftAfterAll leftAfterAll;

    /** @param fallback makes the step's next dispatch when a letter has failed for good */
    public LetterSettlement(
            Database database,
            Clock clock,
            Journal journal,
            Map<String, Creditor> creditors,
            Outbox.Fallback fallback,
            Died died) {
        this.database = database;
        this.states = new DispatchStates(database, clock, journal, Map.copyOf(creditors));
        this.fallback = fallback;
        this.addresses = new SuspendedAddresses(database, journal, clock);
        this.died = died;
        this.leftAfterAll = new LeftAfterAll(database, new Alarms(database, clock, journal));
    }

    /** In the transaction under way. A letter that is in a sender's hands is left for its next report. */
    void settle(String creditor, List<Long> dispatchIds) {
        if (dispatchIds.isEmpty()) {
            return;
        }
        List<Letter> letters = database.sql()
                .sql("select * from dispatch where creditor = :creditor and id in (:ids) and batch_id is not null"
                        + " and state not in ('claimed', 'sending') order by id for update")
                .param("creditor", creditor)
                .param("ids", dispatchIds)
                .query((rs, n) -> new Letter(
                        DispatchStates.claim(rs, rs.getLong("claim_token")),
                        rs.getString("batch_id"),
                        rs.getString("state")))
                .list();
        Map<Long, List<Report>> reports = reports(dispatchIds);
        for (Letter letter : letters) {
            LetterProgress progress = LetterProgress.of(
                    letter.batchId(), reports.getOrDefault(letter.claim().dispatchId(), List.of()));
            settle(letter, progress);
        }
    }

    private Map<Long, List<Report>> reports(List<Long> dispatchIds) {
        Map<Long, List<Report>> reports = new HashMap<>();
        database.sql()
                .sql("select dispatch_id, batch_id, state, reason from receipt where dispatch_id in (:ids)"
                        + " and batch_id is not null")
                .param("ids", dispatchIds)
                .query(rs -> {
                    reports.computeIfAbsent(rs.getLong("dispatch_id"), id -> new ArrayList<>())
                            .add(new Report(rs.getString("batch_id"), rs.getString("state"), rs.getString("reason")));
                });
        return reports;
    }

    private void settle(Letter letter, LetterProgress progress) {
        String code = progress.code();
        switch (LetterVerdict.of(progress)) {
            case OPEN -> {}
            case SENT -> sent(letter);
            case CANCELLED -> move(letter, "cancelled", "recalled from the print house", "recalled", false);
            case REPACK -> repack(letter, "refused by the print house: " + progress.reason(), code);
            case REFUSED -> move(letter, "failed", "refused by the print house: " + progress.reason(), code, true);
            case UNDELIVERABLE -> undeliverable(letter, progress);
            case DECEASED -> deceased(letter);
            case LOST -> move(letter, "failed", "lost on its way", "LOST", false);
        }
    }

    private void sent(Letter letter) {
        if (letter.state().equals("sent")) {
            return;
        }
        change(letter, "sent", null);
        states.note(letter.claim(), "dispatch-confirmed", "print house", null);
        states.derive(letter.claim());
        if (!letter.state().equals("uncertain")) {
            leftAfterAll.guardAgain(
                    letter.claim(),
                    "letter " + letter.claim().dispatchId()
                            + " left although the print house had refused or cancelled it");
        }
    }

    private void repack(Letter letter, String reason, String code) {
        if (!letter.state().equals("sent") && !letter.state().equals("uncertain")) {
            return;
        }
        if (letter.claim().attempts() >= MOST_PACKAGES) {
            move(letter, "failed", reason, code, true);
            return;
        }
        change(letter, "waiting", reason);
        states.note(letter.claim(), "dispatch-returned", "print house", code);
        states.derive(letter.claim());
    }

    private void undeliverable(Letter letter, LetterProgress progress) {
        Claim claim = letter.claim();
        String code = progress.reason();
        String reason = (progress.state().equals("RETURNED") ? "came back: " : "refused by the print house: ") + code;
        addresses.suspend(claim.creditor(), claim.channel(), claim.recipient(), reason, claim.dispatchId());
        move(letter, "failed", reason, code, true);
        List<Letter> others = database.sql()
                .sql(
                        "select * from dispatch where creditor = ? and debtor = ? and recipient = ? and id <> ?"
                                + " and channel in ('letter', 'registered-letter') and state = 'waiting' order by id for update")
                .params(claim.creditor(), claim.debtor(), claim.recipient(), claim.dispatchId())
                .query((rs, n) -> new Letter(
                        DispatchStates.claim(rs, rs.getLong("claim_token")), rs.getString("batch_id"), "waiting"))
                .list();
        others.forEach(other -> move(other, "failed", "the postal address is suspended: " + code, code, true));
    }

    private void deceased(Letter letter) {
        move(letter, "failed", "came back: DECEASED", "DECEASED", false);
        Claim claim = letter.claim();
        String source = database.sql()
                .sql("select min(i.source) from reminder_item ri join open_item i on i.id = ri.item_id"
                        + " where ri.reminder_id = ?")
                .param(claim.reminderId())
                .query(String.class)
                .single();
        died.died(claim.creditor(), source, claim.debtor(), states.today(claim.creditor()));
    }

    private void move(Letter letter, String state, String reason, String code, boolean fallsBack) {
        if (letter.state().equals(state)) {
            return;
        }
        change(letter, state, reason);
        states.note(letter.claim(), "dispatch-" + state, "print house", code);
        if (fallsBack && fallback.fallBack(letter.claim().dispatchId())) {
            states.note(letter.claim(), "dispatch-fell-back", "run", null);
        }
        states.derive(letter.claim());
    }

    /** A sender that still holds an older claim can write nothing any more. */
    private void change(Letter letter, String state, String reason) {
        database.sql()
                .sql("update dispatch set state = ?, reason = ?, state_at = ?, lease_until = null,"
                        + " claim_token = claim_token + 1 where id = ?")
                .params(state, reason, states.now(), letter.claim().dispatchId())
                .update();
    }
}
