package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Creditor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.SqlArrayValue;

/** The changes of state of dispatches; each is guarded by the claim's token and told in the journal. */
final class DispatchStates {

    /** How a dispatch ends; {@code reason} may quote the other side, {@code code} goes into the journal instead. */
    record Ending(String state, String code, String reason, String messageId) {}

    private static final String SENT = """
            merge into dispatch d using (
              select id, message_id from unnest(cast(? as bigint array), cast(? as varchar array)) as given(id, message_id)
            ) n on d.id = n.id
            when matched then update set state = 'sent', reason = null, message_id = coalesce(n.message_id, d.message_id),
              lease_until = null, state_at = ?""";

    private final Database database;
    private final Clock clock;
    private final Journal journal;
    private final Map<String, Creditor> creditors;
    private final ReminderStates reminders;

    DispatchStates(Database database, Clock clock, Journal journal, Map<String, Creditor> creditors) {
        this.database = database;
        this.clock = clock;
        this.journal = journal;
        this.creditors = creditors;
        this.reminders = new ReminderStates(database);
    }

    static Claim claim(ResultSet rs, long token) throws SQLException {
        return new Claim(
                rs.getLong("id"),
                rs.getLong("reminder_id"),
                rs.getString("creditor"),
                rs.getString("debtor"),
                rs.getString("channel"),
                rs.getString("recipient"),
                rs.getInt("attempts"),
                token);
    }

    /** The creditor's day; UTC's for one that is no longer configured. */
    LocalDate today(String creditor) {
        Creditor known = creditors.get(creditor);
        ZoneId zone = known == null ? ZoneOffset.UTC : known.zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Those still claimed by who holds these claims, locked for the transaction under way. */
    List<Claim> stillOwn(List<Claim> claims, Instant now) {
        if (claims.isEmpty()) {
            return claims;
        }
        Set<List<Long>> own = new HashSet<>();
        database.sql()
                .sql("select id, claim_token from dispatch where id = any(?) and state = 'claimed'"
                        + " and lease_until >= ? order by id for update")
                .params(Ids.of(claims), Database.at(now))
                .query(rs -> {
                    own.add(List.of(rs.getLong("id"), rs.getLong("claim_token")));
                });
        return claims.stream()
                .filter(claim -> own.contains(List.of(claim.dispatchId(), claim.token())))
                .toList();
    }

    /** Ends accepted dispatches and returns those that were still their claimants'. */
    List<Accepted> sent(List<Accepted> accepted) {
        if (accepted.isEmpty()) {
            return accepted;
        }
        return database.inTransaction(() -> {
            database.dialect().keepPlans(database);
            Map<Long, Long> tokens = new HashMap<>();
            database.sql()
                    .sql("select id, claim_token from dispatch where id = any(?) and state in ('claimed', 'sending')"
                            + " order by id for update")
                    .param(Ids.of(accepted.stream().map(Accepted::claim).toList()))
                    .query(rs -> {
                        tokens.put(rs.getLong("id"), rs.getLong("claim_token"));
                    });
            List<Accepted> own = accepted.stream()
                    .filter(one -> Objects.equals(
                            tokens.get(one.claim().dispatchId()), one.claim().token()))
                    .toList();
            own.stream()
                    .collect(Collectors.groupingBy(one -> one.claim().creditor()))
                    .forEach(this::sentOf);
            return own;
        });
    }

    private void sentOf(String creditor, List<Accepted> own) {
        List<Claim> claims = own.stream().map(Accepted::claim).toList();
        database.sql()
                .sql(SENT)
                .params(
                        Ids.of(claims),
                        new SqlArrayValue(
                                "varchar", own.stream().map(Accepted::messageId).toArray()),
                        now())
                .update();
        journal.appendAll(
                creditor,
                "dispatch-sent",
                "run",
                claims.stream()
                        .map(claim -> new Journal.Entry("dispatch:" + claim.dispatchId(), details(claim, null)))
                        .toList());
        reminders.sent(claims.stream().map(Claim::reminderId).toList(), today(creditor));
    }

    /** Ends a dispatch; {@code fallback}, if any, may make the reminder's next one before its state is derived. */
    boolean end(Claim claim, Ending ending, Outbox.Fallback fallback) {
        return database.inTransaction(() -> {
            boolean own = 1
                    == database.sql()
                            .sql("update dispatch set state = ?, reason = ?, message_id = coalesce(?, message_id),"
                                    + " lease_until = null, state_at = ?"
                                    + " where id = ? and claim_token = ? and state in ('claimed', 'sending')")
                            .params(
                                    ending.state(),
                                    ending.reason(),
                                    ending.messageId(),
                                    now(),
                                    claim.dispatchId(),
                                    claim.token())
                            .update();
            if (!own) {
                return false;
            }
            note(claim, "dispatch-" + ending.state(), "run", ending.code());
            boolean fellBack = fallback != null && fallback.fallBack(claim.dispatchId());
            if (fellBack) {
                note(claim, "dispatch-fell-back", "run", null);
            }
            derive(claim);
            return true;
        });
    }

    /** @param attempts how often it has been tried by now */
    boolean backToWaiting(Claim claim, String code, String reason, Instant sendAt, int attempts) {
        return database.inTransaction(() -> {
            boolean own = 1
                    == database.sql()
                            .sql("update dispatch set state = 'waiting', reason = ?, send_at = ?, lease_until = null,"
                                    + " state_at = ?, attempts = greatest(attempts, ?)"
                                    + " where id = ? and claim_token = ? and state in ('claimed', 'sending')")
                            .params(reason, Database.at(sendAt), now(), attempts, claim.dispatchId(), claim.token())
                            .update();
            if (own) {
                note(claim, "dispatch-returned", "run", code);
            }
            return own;
        });
    }

    /** Cancels locked dispatches with their reasons, and the waiting dispatches of the same reminders. */
    void cancel(List<Claim> forbidden, Map<Long, String> reasons) {
        if (forbidden.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        for (Claim claim : forbidden) {
            String reason = reasons.get(claim.dispatchId());
            rows.add(new Object[] {reason, now(), claim.dispatchId(), claim.reminderId()});
            note(claim, "dispatch-cancelled", "run", reason);
        }
        database.jdbc()
                .batchUpdate(
                        "update dispatch set state = 'cancelled', reason = ?, lease_until = null, state_at = ?"
                                + " where id = ? or (reminder_id = ? and state = 'waiting')",
                        rows);
        reminders.derive(
                forbidden.stream().map(Claim::reminderId).toList(),
                today(forbidden.get(0).creditor()));
    }

    void derive(Claim claim) {
        reminders.derive(List.of(claim.reminderId()), today(claim.creditor()));
    }

    void note(Claim claim, String event, String actor, String reason) {
        journal.append(claim.creditor(), event, "dispatch:" + claim.dispatchId(), actor, details(claim, reason));
    }

    private static Map<String, Object> details(Claim claim, String reason) {
        Map<String, Object> details = new HashMap<>();
        details.put("channel", claim.channel());
        details.put("reminder", claim.reminderId());
        if (reason != null) {
            details.put("reason", reason);
        }
        return details;
    }

    OffsetDateTime now() {
        return Database.at(clock.instant());
    }
}
