package io.sollecito.ledger.mailbox;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.mailbox.ArrivedMail.Quoted;
import io.sollecito.ledger.outbox.Bounces;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.Receipts;
import io.sollecito.ledger.outbox.Receipts.Receipt;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.Creditor;
import io.sollecito.model.Hold;
import io.sollecito.model.Recipients;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what comes into mailboxes, each message once: a receipt of the e-mail that it answers, and what follows from it. A
 * delivery report or a complaint counts only if it comes to the return path of an e-mail of ours, or quotes a Message-ID
 * that was sent to the very recipient that it names.
 */
public final class IncomingMails {

    /** What became of it: whether it came for the first time, and the dispatch that it answers, if that is known. */
    public record Taken(boolean fresh, Optional<Long> dispatch) {}

    private record Account(String source, String debtor) {}

    /** Bank days. */
    private static final int DAYS_TO_ANSWER = 1;

    private final Database database;
    private final Clock clock;
    private final Journal journal;
    private final Bounces bounces;
    private final Receipts receipts;
    private final Holds holds;
    private final Alarms alarms;

    public IncomingMails(
            Database database, Clock clock, Journal journal, Bounces bounces, Receipts receipts, Holds holds) {
        this.database = database;
        this.clock = clock;
        this.journal = journal;
        this.bounces = bounces;
        this.receipts = receipts;
        this.holds = holds;
        this.alarms = new Alarms(database, clock, journal);
    }

    /**
     * @param pauseDays for how many bank days a person's reply pauses the debtor's plan
     * @throws IllegalStateException when the e-mail that it answers is still being sent: take it again later
     */
    public Taken take(ArrivedMail mail, Creditor creditor, int pauseDays) {
        return database.inTransaction(() -> {
            if (isKnown(mail)) {
                return new Taken(false, Optional.empty());
            }
            Optional<Claim> returned = returned(mail);
            Optional<Claim> answered = returned.or(() -> answered(mail));
            boolean foreign = returned.isEmpty() && answered.isPresent() && isForeign(mail, answered.get());
            Optional<Claim> assigned = foreign ? Optional.empty() : answered;
            String reason =
                    foreign ? "it quotes an e-mail of ours to another address; " + mail.reason() : mail.reason();
            long id = record(mail, reason, assigned, creditor);
            assigned.ifPresent(dispatch -> effects(id, mail, dispatch, creditor, pauseDays));
            if (mail.kind() == ArrivedMail.Kind.COMPLAINT) {
                tell(id, mail, assigned);
            }
            return new Taken(true, assigned.map(Claim::dispatchId));
        });
    }

    private boolean isKnown(ArrivedMail mail) {
        return database.sql()
                        .sql("select count(*) from incoming_mail where connection = ? and mail_key = ?")
                        .params(mail.connection(), mail.key())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Only who got the e-mail knows the return path: what comes there needs no further proof. */
    private Optional<Claim> returned(ArrivedMail mail) {
        return Optional.ofNullable(mail.returned()).flatMap(dispatch -> bounces.sent(mail.creditor(), dispatch));
    }

    private Optional<Claim> answered(ArrivedMail mail) {
        for (Quoted quoted : mail.quoted()) {
            Optional<Claim> sent = bounces.sent(mail.creditor(), quoted.dispatch(), quoted.reference());
            if (sent.isPresent()) {
                return sent;
            }
        }
        return mail.references().stream()
                .flatMap(reference -> bounces.lastOf(mail.creditor(), reference).stream())
                .findFirst();
    }

    private static boolean isForeign(ArrivedMail mail, Claim dispatch) {
        return mail.kind().isAboutRecipient()
                && mail.recipients().stream()
                        .map(Recipients::key)
                        .noneMatch(Recipients.key(dispatch.recipient())::equals);
    }

    private long record(ArrivedMail mail, String reason, Optional<Claim> assigned, Creditor creditor) {
        boolean reply = mail.kind() == ArrivedMail.Kind.REPLY;
        database.sql()
                .sql("insert into incoming_mail (connection, creditor, mail_key, kind, dispatch_id, sender, subject,"
                        + " reason, taken_at, topic, owner, answer_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        mail.connection(),
                        mail.creditor(),
                        mail.key(),
                        mail.kind().text(),
                        assigned.map(Claim::dispatchId).orElse(null),
                        mail.sender(),
                        mail.subject(),
                        reason,
                        Database.at(clock.instant()),
                        mail.topic() == null ? null : mail.topic().text(),
                        reply ? creditor.answersReplies() : null,
                        reply ? BusinessDays.of(creditor.country()).plus(today(creditor), DAYS_TO_ANSWER) : null)
                .update();
        long id = database.sql()
                .sql("select id from incoming_mail where connection = ? and mail_key = ?")
                .params(mail.connection(), mail.key())
                .query(Long.class)
                .single();
        Map<String, Object> details = new HashMap<>();
        details.put("kind", mail.kind().text());
        details.put("connection", mail.connection());
        if (mail.topic() != null) {
            details.put("topic", mail.topic().text());
        }
        assigned.ifPresent(dispatch -> details.put("dispatch", dispatch.dispatchId()));
        journal.append(mail.creditor(), "mail-taken", "mail:" + id, "run", details);
        return id;
    }

    private void effects(long id, ArrivedMail mail, Claim dispatch, Creditor creditor, int pauseDays) {
        receipts.add(
                mail.creditor(),
                List.of(new Receipt(
                        dispatch.dispatchId(), "mail:" + id, mail.kind().text(), told(mail), clock.instant())));
        switch (mail.kind()) {
            case HARD_BOUNCE -> bounces.hard(dispatch, mail.status());
            case SOFT_BOUNCE -> bounces.soft(dispatch, mail.status());
            case COMPLAINT -> bounces.complained(dispatch);
            case REPLY -> pause(id, dispatch, creditor, pauseDays);
            default -> {
                // the receipt tells it
            }
        }
    }

    private void tell(long id, ArrivedMail mail, Optional<Claim> about) {
        alarms.raise(
                mail.creditor(),
                "mail-complaint",
                "mail:" + id,
                about.map(dispatch -> "the recipient of reminder " + dispatch.reminderId()
                                + " called its e-mail unwanted: no e-mail goes to that address any more")
                        .orElse("a complaint came that names no e-mail of ours with its recipient: see mail " + id));
    }

    private static String told(ArrivedMail mail) {
        return mail.topic() == null
                ? mail.reason()
                : mail.reason() + "; by its words: " + mail.topic().text();
    }

    private LocalDate today(Creditor creditor) {
        return LocalDate.ofInstant(clock.instant(), creditor.zone());
    }

    private void pause(long mail, Claim answered, Creditor creditor, int pauseDays) {
        LocalDate today = today(creditor);
        LocalDate end = BusinessDays.of(creditor.country()).plus(today, pauseDays);
        for (Account account : accounts(answered)) {
            if (!isPaused(creditor, account, end)) {
                Hold hold = new Hold(
                        null,
                        Hold.MANUAL,
                        "replied to reminder " + answered.reminderId(),
                        creditor.answersReplies(),
                        today,
                        end,
                        Hold.Terms.answering(mail));
                holds.place(creditor.code(), account.source(), account.debtor(), null, today, hold, "run");
            }
        }
    }

    private List<Account> accounts(Claim answered) {
        return database.sql()
                .sql("select distinct i.source, i.debtor from reminder_item ri join open_item i on i.id = ri.item_id"
                        + " where ri.reminder_id = ? order by i.source, i.debtor")
                .param(answered.reminderId())
                .query((rs, n) -> new Account(rs.getString("source"), rs.getString("debtor")))
                .list();
    }

    private boolean isPaused(Creditor creditor, Account account, LocalDate end) {
        return database.sql()
                        .sql("select count(*) from hold where creditor = ? and source = ? and debtor = ?"
                                + " and item_id is null and kind = 'manual' and reason like 'replied to reminder %'"
                                + " and ended_at is null and ends_on >= ?")
                        .params(creditor.code(), account.source(), account.debtor(), end)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
