package io.sollecito.ledger.proposals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.ClaimCheck;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.Recipients;
import io.sollecito.model.SendingWindows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lets the approved messages of a proposal go, a thousand in a transaction; one that was cut off goes on when it is called
 * again. What law 6 forbids by now is cancelled at once, because nobody claims what is done when it is put before a person;
 * all else is looked at once more when it is claimed.
 */
public final class ProposalRelease {

    /** How many messages were released, and how many no longer may leave and are planned again. */
    public record Released(int messages, int cancelled) {
        private Released plus(Released other) {
            return new Released(messages + other.messages, cancelled + other.cancelled);
        }
    }

    private record Proposed(
            long dispatch,
            long reminder,
            String source,
            String debtor,
            String channel,
            String recipient,
            String plan,
            Instant sendAt,
            LocalDate deadline) {}

    private static final int AT_A_TIME = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Proposals proposals;
    private final SendingWindows windows;
    private final ClaimCheck check;
    private final Clock clock;

    public ProposalRelease(Database database, Proposals proposals, SendingWindows windows, Clock clock) {
        this.database = database;
        this.proposals = proposals;
        this.windows = windows;
        this.check = new ClaimCheck(database);
        this.clock = clock;
    }

    /** The facts have been found fresh. */
    public Released release(Creditor creditor, long run, String user, String reason) {
        Released all = new Released(0, 0);
        Released some;
        do {
            some = database.inTransaction(() -> some(creditor, run, user, reason));
            all = all.plus(some);
        } while (some.messages() + some.cancelled() > 0);
        return all;
    }

    private Released some(Creditor creditor, long run, String user, String reason) {
        CreditorLock.take(database, creditor.code());
        List<Proposed> proposed = approved(run);
        if (proposed.isEmpty()) {
            return new Released(0, 0);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), creditor.zone());
        Map<List<String>, Debtor> debtors = debtors(creditor.code(), proposed);
        Map<Long, String> objections = new LinkedHashMap<>();
        Map<Long, String> unlawful = check.objections(
                AnyOf.numbers(proposed.stream().map(Proposed::dispatch).toList()), today);
        for (Proposed one : proposed) {
            String objection = unlawful.containsKey(one.dispatch())
                    ? unlawful.get(one.dispatch())
                    : unreachable(one, debtors.get(account(one)));
            if (objection != null) {
                objections.putIfAbsent(one.reminder(), objection);
            }
        }
        objections.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach((objection, reminders) -> {
                    proposals.cancel(reminders, objection);
                    proposals.note(creditor.code(), "reminder-withdrawn", reminders, "run", objection);
                });
        List<Proposed> leaving = proposed.stream()
                .filter(one -> !objections.containsKey(one.reminder()))
                .toList();
        List<Long> reminders =
                leaving.stream().map(Proposed::reminder).distinct().toList();
        if (!reminders.isEmpty()) {
            schedule(creditor, leaving, debtors);
            start(leaving);
            doAtOnce(creditor, reminders, today);
            proposals.note(creditor.code(), "reminder-released", reminders, user, reason);
        }
        return new Released(reminders.size(), objections.size());
    }

    private List<Proposed> approved(long run) {
        return database.sql()
                .sql("""
                        select d.id, d.reminder_id, d.source, d.debtor, d.channel, d.recipient, d.send_at, r.plan, r.deadline
                        from dispatch d join reminder r on r.id = d.reminder_id
                        where d.state = 'proposed' and d.reminder_id in (
                          select m.id from reminder m where m.run_id = ? and m.approved_by is not null
                            and exists (select 1 from dispatch o where o.reminder_id = m.id and o.state = 'proposed')
                          order by m.id limit %d)
                        order by d.id for update
                        """.formatted(AT_A_TIME))
                .param(run)
                .query((rs, n) -> new Proposed(
                        rs.getLong("id"),
                        rs.getLong("reminder_id"),
                        rs.getString("source"),
                        rs.getString("debtor"),
                        rs.getString("channel"),
                        rs.getString("recipient"),
                        rs.getString("plan"),
                        rs.getObject("send_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("deadline", LocalDate.class)))
                .list();
    }

    private Map<List<String>, Debtor> debtors(String creditor, List<Proposed> proposed) {
        Map<List<String>, Debtor> known = new HashMap<>();
        database.sql()
                .sql(
                        "select source, debtor, canonical from debtor where creditor = ? and source = any(?) and debtor = any(?)")
                .params(
                        creditor,
                        AnyOf.texts(proposed.stream().map(Proposed::source)),
                        AnyOf.texts(proposed.stream().map(Proposed::debtor)))
                .query(rs -> {
                    known.put(
                            List.of(rs.getString("source"), rs.getString("debtor")), debtor(rs.getString("canonical")));
                });
        var suspended = SuspendedAddresses.among(database, creditor, known.values());
        known.replaceAll((account, debtor) -> SuspendedAddresses.usable(debtor, suspended));
        proposed.forEach(one -> known.computeIfAbsent(
                account(one), unknown -> Debtor.knownByNumber(creditor, one.source(), one.debtor())));
        return known;
    }

    private static Debtor debtor(String canonical) {
        try {
            return CanonicalJson.debtor(JSON.readTree(canonical));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a debtor in the ledger is not JSON", broken);
        }
    }

    private static List<String> account(Proposed one) {
        return List.of(one.source(), one.debtor());
    }

    /** Why the address that it was planned for is not used any more, or null. */
    private static String unreachable(Proposed one, Debtor debtor) {
        return Recipients.of(debtor, one.channel())
                        .filter(one.recipient()::equals)
                        .isPresent()
                ? null
                : "the debtor's address for " + one.channel() + " changed after it was proposed";
    }

    /** They leave in the next window from now on; a pay-by date moves by as many days as the message is late. */
    private void schedule(Creditor creditor, List<Proposed> leaving, Map<List<String>, Debtor> debtors) {
        Instant now = clock.instant();
        Map<Instant, List<Long>> moments = new TreeMap<>();
        Map<LocalDate, List<Long>> deadlines = new TreeMap<>();
        for (Proposed one : leaving) {
            Instant earliest = one.sendAt().isBefore(now) ? now : one.sendAt();
            Instant sendAt = windows.next(one.plan(), debtors.get(account(one)), one.channel(), earliest);
            long late = ChronoUnit.DAYS.between(
                    LocalDate.ofInstant(one.sendAt(), creditor.zone()), LocalDate.ofInstant(sendAt, creditor.zone()));
            if (!sendAt.equals(one.sendAt())) {
                moments.computeIfAbsent(sendAt, unknown -> new ArrayList<>()).add(one.dispatch());
            }
            if (one.deadline() != null && late > 0) {
                deadlines
                        .computeIfAbsent(one.deadline().plusDays(late), unknown -> new ArrayList<>())
                        .add(one.reminder());
            }
        }
        moments.forEach((moment, dispatches) -> database.sql()
                .sql("update dispatch set send_at = ? where id = any(?)")
                .params(Database.at(moment), AnyOf.numbers(dispatches))
                .update());
        deadlines.forEach((day, reminders) -> database.sql()
                .sql("update reminder set deadline = ? where id = any(?)")
                .params(day, AnyOf.numbers(reminders))
                .update());
    }

    private void start(List<Proposed> leaving) {
        leaving.stream()
                .collect(Collectors.groupingBy(
                        one -> Recipients.staysInside(one.channel()) ? "sent" : "waiting",
                        Collectors.mapping(Proposed::dispatch, Collectors.toList())))
                .forEach((state, dispatches) -> database.sql()
                        .sql("update dispatch set state = ?, state_at = ? where id = any(?)")
                        .params(state, Database.at(clock.instant()), AnyOf.numbers(dispatches))
                        .update());
    }

    /** As a run does that sends: tasks and hand-overs are done, charges are made, approvals of their steps used up. */
    private void doAtOnce(Creditor creditor, List<Long> reminders, LocalDate today) {
        var ids = AnyOf.numbers(reminders);
        database.sql()
                .sql("update reminder set state = 'sent', effective_on = ? where id = any(?)"
                        + " and (select d.channel from dispatch d where d.reminder_id = reminder.id order by d.id limit 1)"
                        + " in ('task', 'handover')")
                .params(today, ids)
                .update();
        database.sql()
                .sql("insert into hold (creditor, source, debtor, item_id, kind, reason, owner, starts_on)"
                        + " select r.creditor, r.source, r.debtor, i.item_id, 'handed-over',"
                        + " 'step ' || i.step || ' of plan ' || r.plan, 'run', cast(? as date)"
                        + " from reminder r join reminder_item i on i.reminder_id = r.id and i.advances"
                        + " where r.id = any(?) and exists (select 1 from dispatch d where d.reminder_id = r.id"
                        + " and d.channel = 'handover' and d.state = 'sent')")
                .params(today, ids)
                .update();
        database.sql()
                .sql("update charge set created_at = ? where reminder_id = any(?)")
                .params(Database.at(clock.instant()), ids)
                .update();
        database.sql()
                .sql("update approval set used_at = ? where used_at is null and exists (select 1 from reminder_item i"
                        + " where i.reminder_id = any(?) and i.advances and i.item_id = approval.item_id"
                        + " and i.step = approval.step)")
                .params(Database.at(clock.instant()), ids)
                .update();
    }
}
