package io.sollecito.ledger.outbox;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.Freshness;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.DispatchStates.Ending;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * What is to leave the hub. Workers claim due dispatches under a lease with a fencing token; the claiming transaction
 * checks law 6 anew. States (law 7): waiting, claimed, sending, then sent, failed, uncertain or cancelled. A worker whose
 * claim is no longer its own changes nothing: its calls answer false.
 */
public final class Outbox {

    /** What follows a final failure, in the same transaction: whether it made a further dispatch of the reminder. */
    @FunctionalInterface
    public interface Fallback {
        boolean fallBack(long dispatchId);
    }

    private static final String DUE = """
            select d.id, d.reminder_id, d.creditor, d.debtor, d.channel, d.recipient, d.attempts, d.claim_token
            from dispatch d
            where d.state = 'waiting' and d.creditor = ? and d.send_at <= ? and d.channel = any(?)
              and not exists (select 1 from dispatch e
                where e.creditor = d.creditor and e.source = d.source and e.debtor = d.debtor
                  and e.channel = d.channel and e.id < d.id
                  and (e.state in ('claimed', 'sending') or (e.state = 'waiting' and e.send_at <= ?)))
            order by d.send_at, d.id
            limit %d
            for update skip locked""";

    private static final String CLAIM = "update dispatch set state = 'claimed', claimed_by = ?,"
            + " claim_token = claim_token + 1, lease_until = ?, state_at = ? where id = any(?)";

    private static final String SENDING = "update dispatch set state = 'sending', attempts = attempts + 1,"
            + " lease_until = ?, state_at = ? where id = any(?)";

    private final Database database;
    private final Clock clock;
    private final Freshness freshness;
    private final Map<String, Creditor> creditors;
    private final SendPolicy policy;
    private final Fallback fallback;
    private final ClaimCheck check;
    private final DispatchStates states;
    private final DailyLimits limits;
    private final BadAddresses badAddresses;

    /** @param creditors by code; nothing of an unknown creditor is ever claimed */
    public Outbox(
            Database database,
            Clock clock,
            Journal journal,
            Connections connections,
            Map<String, Creditor> creditors,
            SendPolicy policy,
            Fallback fallback) {
        this(database, clock, journal, connections, creditors, policy, fallback, new DailyLimits(database, Map.of()));
    }

    /** @param limits how many e-mails may be claimed a day */
    public Outbox(
            Database database,
            Clock clock,
            Journal journal,
            Connections connections,
            Map<String, Creditor> creditors,
            SendPolicy policy,
            Fallback fallback,
            DailyLimits limits) {
        this.limits = limits;
        this.database = database;
        this.clock = clock;
        this.freshness = new Freshness(connections);
        this.creditors = Map.copyOf(creditors);
        this.policy = policy;
        this.fallback = fallback;
        this.check = new ClaimCheck(database);
        this.states = new DispatchStates(database, clock, journal, this.creditors);
        this.badAddresses =
                new BadAddresses(database, states, new SuspendedAddresses(database, journal, clock), fallback);
    }

    /**
     * Takes due dispatches of a creditor, at most one per debtor and channel so that their order is kept. Those that law 6
     * or 8 forbids are cancelled in the same transaction and not returned.
     */
    public List<Claim> claim(String worker, String creditor, Set<String> channels, int limit) {
        if (!creditors.containsKey(creditor)) {
            return List.of();
        }
        return database.inTransaction(() -> {
            Instant now = clock.instant();
            int emails = channels.contains(DailyLimits.CHANNEL)
                    ? limits.left(creditors.get(creditor), now)
                    : Integer.MAX_VALUE;
            List<String> open = channels.stream()
                    .filter(channel -> emails > 0 || !channel.equals(DailyLimits.CHANNEL))
                    .toList();
            if (open.isEmpty()) {
                return List.of();
            }
            List<Claim> due = database.sql()
                    .sql(DUE.formatted(limit)) // a parameter would hide from the planner how few they are
                    .params(creditor, Database.at(now), AnyOf.texts(open.stream()), Database.at(now))
                    .query((rs, n) -> DispatchStates.claim(rs, rs.getLong("claim_token") + 1))
                    .list();
            List<Claim> allowed = withoutForbidden(within(emails, due));
            if (!allowed.isEmpty()) {
                database.sql()
                        .sql(CLAIM)
                        .params(worker, Database.at(now.plus(policy.claimLease())), Database.at(now), Ids.of(allowed))
                        .update();
            }
            return allowed;
        });
    }

    /**
     * The send begins: law 6 once more, then sending. Returns those that may leave; the others were cancelled, or are no
     * longer the caller's because their lease ended.
     */
    public List<Claim> sending(List<Claim> claims) {
        return database.inTransaction(() -> {
            Instant now = clock.instant();
            database.dialect().keepPlans(database);
            List<Claim> own = states.stillOwn(claims, now);
            List<Claim> allowed = own.stream().collect(Collectors.groupingBy(Claim::creditor)).values().stream()
                    .flatMap(ofOne -> withoutForbidden(ofOne).stream())
                    .toList();
            if (!allowed.isEmpty()) {
                database.sql()
                        .sql(SENDING)
                        .params(Database.at(now.plus(policy.sendLease())), Database.at(now), Ids.of(allowed))
                        .update();
            }
            return allowed;
        });
    }

    /** The other side accepted it; {@code messageId} is what it is known by there. */
    public boolean sent(Claim claim, String messageId) {
        return !sent(List.of(new Accepted(claim, messageId))).isEmpty();
    }

    /** The other side accepted these; returns those that were still the caller's. */
    public List<Accepted> sent(List<Accepted> accepted) {
        try {
            return states.sent(accepted);
        } catch (PessimisticLockingFailureException crossed) {
            if (accepted.size() == 1) {
                throw crossed;
            }
            return accepted.stream()
                    .flatMap(one -> states.sent(List.of(one)).stream())
                    .toList();
        }
    }

    /** Nobody knows whether it was accepted: shown to a person, never repeated by itself. */
    public boolean uncertain(Claim claim, String messageId, String code, String reason) {
        return states.end(claim, new Ending("uncertain", code, reason, messageId), null);
    }

    /**
     * Known to precede acceptance. A transient failure waits and is tried again while the policy has pauses left; any other
     * falls back to the step's next channel, without which the reminder is undelivered.
     *
     * @param code of the answer, for the journal: no text of others
     */
    public boolean failed(Claim claim, String code, String reason, boolean permanent) {
        int attempts = claim.attempts() + 1;
        Duration pause = permanent ? null : policy.pauseAfter(attempts);
        return pause == null
                ? states.end(claim, new Ending("failed", code, reason, null), fallback)
                : states.backToWaiting(claim, code, reason, clock.instant().plus(pause), attempts);
    }

    /**
     * As failed for good, and the address itself is the reason: it is suspended, and whatever else waits to be sent to it
     * falls back too.
     *
     * @param status the answer's, such as 5.1.1
     */
    public boolean addressRefused(Claim claim, String status, String reason) {
        return badAddresses.refused(claim, new Ending("failed", status, reason, null), "refused with " + status);
    }

    /**
     * Its words cannot be written now (an empty variable, no address): failed without another attempt or channel. The
     * reminder is undelivered, so the next planning run composes anew from what is known then.
     */
    public boolean held(Claim claim, String reason) {
        return states.end(claim, new Ending("failed", "held", "held: " + reason, null), null);
    }

    /** Known not to have left: back to waiting at once, such as the letters of a batch that was never handed over. */
    public boolean returned(Claim claim, String reason) {
        return states.backToWaiting(claim, "returned", reason, clock.instant(), claim.attempts());
    }

    /** The first e-mails, as many as may leave today, and all that goes by another channel. */
    private static List<Claim> within(int emails, List<Claim> due) {
        Set<Long> leaving = due.stream()
                .filter(claim -> claim.channel().equals(DailyLimits.CHANNEL))
                .limit(emails)
                .map(Claim::dispatchId)
                .collect(Collectors.toSet());
        return due.stream()
                .filter(claim -> !claim.channel().equals(DailyLimits.CHANNEL) || leaving.contains(claim.dispatchId()))
                .toList();
    }

    private List<Claim> withoutForbidden(List<Claim> claims) {
        if (claims.isEmpty()) {
            return claims;
        }
        Creditor creditor = creditors.get(claims.get(0).creditor());
        LocalDate today = states.today(creditor.code());
        Map<Long, String> objections = objections(claims, creditor, today);
        states.cancel(
                claims.stream()
                        .filter(claim -> objections.containsKey(claim.dispatchId()))
                        .toList(),
                objections);
        return claims.stream()
                .filter(claim -> !objections.containsKey(claim.dispatchId()))
                .toList();
    }

    private Map<Long, String> objections(List<Claim> claims, Creditor creditor, LocalDate today) {
        List<String> stale = freshness.stale(creditor, today);
        if (stale.isEmpty()) {
            return check.objections(Ids.of(claims), today);
        }
        return claims.stream()
                .collect(Collectors.toMap(Claim::dispatchId, claim -> "stale: " + String.join("; ", stale)));
    }
}
