package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.AgreementState;
import io.sollecito.model.Creditor;
import io.sollecito.model.Hold;
import io.sollecito.model.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reasons not to remind, placed and ended by people; each is in the journal with who and why (law 13). */
public final class Holds {

    /** A hold with what it is about; {@code item} is null for a whole debtor. */
    public record Placed(long id, String creditor, String source, String debtor, Long item, Hold hold) {}

    private static final String HELD = "select * from hold where creditor = ? and ended_at is null";

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    public Holds(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Places a hold.
     *
     * @param item its id, or null for all of the debtor's items
     * @param hold its id is ignored; without a start it holds from now on
     * @param actor who places it: a person, or run
     * @return the hold's id
     * @throws Refused when kind, reason or owner is missing, or it ends before it starts
     */
    public long place(
            String creditor, String source, String debtor, Long item, LocalDate today, Hold hold, String actor) {
        LocalDate starts = hold.startsOn() == null ? today : hold.startsOn();
        check(hold, starts);
        return database.inTransaction(() -> {
            Hold.Terms terms = hold.terms();
            long id = Database.insertedId(database.sql()
                    .sql("insert into hold (creditor, source, debtor, item_id, kind, reason, owner, starts_on, ends_on,"
                            + " agreement_id, code, part, opened_on, file_by, mail_id, placed_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            creditor,
                            source,
                            debtor,
                            item,
                            hold.kind(),
                            hold.reason(),
                            hold.owner(),
                            starts,
                            hold.endsOn(),
                            terms.agreement(),
                            terms.code(),
                            terms.part(),
                            terms.openedOn(),
                            terms.fileBy(),
                            terms.mail(),
                            Database.at(clock.instant())));
            Map<String, Object> details = new HashMap<>();
            details.put("hold", id);
            details.put("kind", hold.kind());
            details.put("item", item);
            details.put("starts", starts);
            details.put("ends", hold.endsOn());
            details.put("reason", hold.reason());
            details.put("owner", hold.owner());
            details.put("agreement", terms.agreement());
            details.put("code", terms.code());
            details.put("part", terms.part());
            details.put("opened", terms.openedOn());
            details.put("fileBy", terms.fileBy());
            details.values().removeIf(Objects::isNull);
            List<Long> copies = new TakenOverHolds(database, clock).follow(id);
            if (!copies.isEmpty()) {
                details.put("takenOver", copies);
            }
            journal.append(creditor, "hold-placed", item == null ? "hold:" + id : "item:" + item, actor, details);
            return id;
        });
    }

    /** Ends a hold at once, and what merges took over of it; false when it has ended before or never was. */
    public boolean end(String creditor, long id, String user, String reason) {
        return database.inTransaction(() -> {
            int ended = database.sql()
                    .sql("update hold set ended_at = ?, outcome = case when agreement_id is not null then ? end"
                            + " where creditor = ? and id = ? and ended_at is null")
                    .params(Database.at(clock.instant()), AgreementState.WITHDRAWN.text(), creditor, id)
                    .update();
            if (ended == 1) {
                new TakenOverHolds(database, clock).endWith(id);
                journal.append(creditor, "hold-ended", "hold:" + id, user, Map.of("hold", id, "reason", reason));
                agreements().endWithout(creditor);
            }
            return ended == 1;
        });
    }

    /** What debtors agreed to pay, while these holds stop reminders. */
    public Agreements agreements() {
        return new Agreements(database, journal, clock, this);
    }

    /**
     * Judges what debtors agreed to pay by the money of the days before that one, all of which is known: agreements
     * that are kept, broken or void end, and their holds with them. Returns how many ended.
     */
    public int judgeAgreements(Creditor creditor, LocalDate knownBefore) {
        return new AgreementRun(database, journal, clock).judge(creditor, knownBefore);
    }

    /** The holds of a creditor that have not ended, the oldest first. */
    public List<Placed> of(String creditor) {
        return database.sql()
                .sql(HELD + " order by id")
                .param(creditor)
                .query((rs, n) -> placed(rs))
                .list();
    }

    /** Ends those whose last day has passed, but for agreements, which are judged; returns how many. */
    public int endPassed(String creditor, LocalDate today) {
        return database.inTransaction(() -> {
            List<Placed> passed = database.sql()
                    .sql(HELD + " and ends_on < ? and agreement_id is null order by id")
                    .params(creditor, today)
                    .query((rs, n) -> placed(rs))
                    .list();
            passed.forEach(this::endPassed);
            return passed.size();
        });
    }

    private void endPassed(Placed placed) {
        database.sql()
                .sql("update hold set ended_at = ? where id = ?")
                .params(Database.at(clock.instant()), placed.id())
                .update();
        journal.append(
                placed.creditor(),
                "hold-ended",
                placed.item() == null ? "hold:" + placed.id() : "item:" + placed.item(),
                "run",
                Map.of("hold", placed.id(), "ended", placed.hold().endsOn()));
    }

    private static void check(Hold hold, LocalDate starts) {
        if (!Hold.KINDS.contains(hold.kind())) {
            throw new Refused("'" + hold.kind() + "' is no kind of hold; known are " + String.join(", ", Hold.KINDS));
        }
        if (hold.reason() == null
                || hold.reason().isBlank()
                || hold.owner() == null
                || hold.owner().isBlank()) {
            throw new Refused("a hold has a reason and an owner");
        }
        if (hold.endsOn() != null && hold.endsOn().isBefore(starts)) {
            throw new Refused("a hold ends on or after the day that it starts");
        }
        boolean agreed = List.of(Hold.PROMISE, Hold.PAYMENT_PLAN).contains(hold.kind());
        if (agreed != (hold.terms().agreement() != null)) {
            throw new Refused("a promise or payment plan says what is to be paid, and by when");
        }
        if (hold.isPartial() && hold.terms().part().signum() <= 0) {
            throw new Refused("what is disputed is more than zero");
        }
    }

    private static Placed placed(ResultSet rs) throws SQLException {
        return new Placed(
                rs.getLong("id"),
                rs.getString("creditor"),
                rs.getString("source"),
                rs.getString("debtor"),
                rs.getObject("item_id", Long.class),
                CaseRows.hold(rs));
    }
}
