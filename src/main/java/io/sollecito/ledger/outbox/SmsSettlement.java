package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Creditor;
import io.sollecito.model.SmsProgress;
import io.sollecito.model.SmsProgress.Part;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes text messages what everything that was reported about their parts says that they are. It looks at all reports each
 * time, so that their order and repetitions make no difference. All methods work in the transaction under way.
 */
public final class SmsSettlement {

    /** A text message whose parts are in nobody's hands. */
    record Message(Claim claim, String state) {}

    private static final Set<String> MAY_FAIL = Set.of("waiting", "sent", "uncertain");
    private static final Set<String> MAY_BE_PROVED = Set.of("uncertain", "failed");

    private final Database database;
    private final DispatchStates states;
    private final Outbox.Fallback fallback;
    private final LeftAfterAll leftAfterAll;

    /** @param fallback makes the step's next dispatch when a text message was not delivered */
    public SmsSettlement(
            Database database,
            Clock clock,
            Journal journal,
            Map<String, Creditor> creditors,
            Outbox.Fallback fallback) {
        this.database = database;
        this.states = new DispatchStates(database, clock, journal, Map.copyOf(creditors));
        this.fallback = fallback;
        this.leftAfterAll = new LeftAfterAll(database, new Alarms(database, clock, journal));
    }

    /** Those that no sender is at: what it will write would otherwise be lost. */
    List<Message> lock(List<Long> dispatchIds) {
        if (dispatchIds.isEmpty()) {
            return List.of();
        }
        return database.sql()
                .sql("select * from dispatch where id in (:ids) and channel = 'sms'"
                        + " and state not in ('claimed', 'sending') order by id for update")
                .param("ids", dispatchIds)
                .query((rs, n) ->
                        new Message(DispatchStates.claim(rs, rs.getLong("claim_token")), rs.getString("state")))
                .list();
    }

    void settle(Message message) {
        SortedMap<Integer, Set<String>> reported = reported(message.claim().dispatchId());
        SmsProgress progress = SmsProgress.of(new ArrayList<>(reported.values()));
        boolean moved = parts(message, new ArrayList<>(reported.keySet()), progress.parts());
        if (progress.isUndelivered() && MAY_FAIL.contains(message.state())) {
            undelivered(message, reported);
        } else if (progress.isDelivered() && MAY_BE_PROVED.contains(message.state())) {
            proved(message);
        } else if (progress.isDelivered() && moved) {
            states.note(message.claim(), "dispatch-delivered", "message centre", null);
        }
    }

    private SortedMap<Integer, Set<String>> reported(long dispatchId) {
        SortedMap<Integer, Set<String>> reported = new TreeMap<>();
        database.sql()
                .sql("select p.part_no, r.state from sms_part p left join receipt r"
                        + " on r.dispatch_id = p.dispatch_id and r.part_no = p.part_no where p.dispatch_id = ?")
                .param(dispatchId)
                .query(rs -> {
                    Set<String> known = reported.computeIfAbsent(rs.getInt("part_no"), part -> new HashSet<>());
                    if (rs.getString("state") != null) {
                        known.add(rs.getString("state"));
                    }
                });
        return reported;
    }

    private boolean parts(Message message, List<Integer> numbers, List<Part> ends) {
        boolean moved = false;
        for (int i = 0; i < numbers.size(); i++) {
            if (ends.get(i) != Part.OPEN) {
                String state = ends.get(i) == Part.DELIVERED ? "delivered" : "undelivered";
                moved |= 1
                        == database.sql()
                                .sql("update sms_part set state = ?, state_at = ?"
                                        + " where dispatch_id = ? and part_no = ? and state <> ?")
                                .params(state, states.now(), message.claim().dispatchId(), numbers.get(i), state)
                                .update();
            }
        }
        return moved;
    }

    private void undelivered(Message message, SortedMap<Integer, Set<String>> reported) {
        String reports = String.join(
                ", ",
                reported.values().stream()
                        .flatMap(Set::stream)
                        .filter(SmsProgress::isFailure)
                        .distinct()
                        .sorted()
                        .toList());
        change(message, "failed", "not delivered to the phone: " + reports);
        states.note(message.claim(), "dispatch-undelivered", "message centre", reports);
        if (fallback.fallBack(message.claim().dispatchId())) {
            states.note(message.claim(), "dispatch-fell-back", "run", null);
        }
        states.derive(message.claim());
    }

    private void proved(Message message) {
        change(message, "sent", null);
        states.note(message.claim(), "dispatch-confirmed", "message centre", null);
        states.derive(message.claim());
        if (message.state().equals("failed")) {
            leftAfterAll.guardAgain(
                    message.claim(),
                    "text message " + message.claim().dispatchId()
                            + " was delivered although the message centre had given it up");
        }
    }

    /** A sender that still holds an older claim can write nothing any more. */
    private void change(Message message, String state, String reason) {
        database.sql()
                .sql("update dispatch set state = ?, reason = ?, state_at = ?, lease_until = null,"
                        + " claim_token = claim_token + 1 where id = ?")
                .params(state, reason, states.now(), message.claim().dispatchId())
                .update();
    }
}
