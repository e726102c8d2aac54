package io.sollecito.ledger.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Who may do what, among the nodes of one ledger. A lease ends by the database's clock: nodes need not agree on the time,
 * and the simulated time of a demo does not move it. A lease keeps two nodes from doing the same work at a time, and its
 * token fences off who was paused past it; what must not happen twice is kept apart by unique keys.
 */
public final class Leases {

    private static final String AFTER = "current_timestamp + interval '1' second * cast(? as double precision)";

    /** An appointed time lies behind what was done last; a mark far ahead was left by a clock that was wrong. */
    private static final String NOT_DONE = "(done_through is null or done_through < ? or done_through > ?)";

    private static final Duration WRONG_CLOCK = Duration.ofDays(2);

    private final Database database;
    private final String holder;

    /** @param holder the name of this node, which no other bears */
    public Leases(Database database, String holder) {
        this.database = database;
        this.holder = holder;
    }

    /** The lease of that name, unless somebody (this node too) holds it or the work of that appointed time is done. */
    public Optional<Lease> acquire(String name, Instant appointed, Duration length) {
        if (!grab(name, appointed, length)) {
            boolean unknown = database.sql()
                            .sql("insert into lease (name, holder, token, lease_until)"
                                    + " values (?, ?, 0, current_timestamp) on conflict do nothing")
                            .params(name, holder)
                            .update()
                    == 1;
            if (!unknown || !grab(name, appointed, length)) {
                return Optional.empty();
            }
        }
        return database.sql()
                .sql("select token from lease where name = ? and holder = ?")
                .params(name, holder)
                .query(Long.class)
                .optional()
                .map(token -> new Lease(name, holder, token));
    }

    private boolean grab(String name, Instant appointed, Duration length) {
        return database.sql()
                        .sql("update lease set holder = ?, token = token + 1, lease_until = " + AFTER
                                + " where name = ? and lease_until <= current_timestamp and " + NOT_DONE)
                        .params(
                                holder,
                                seconds(length),
                                name,
                                Database.at(appointed),
                                Database.at(appointed.plus(WRONG_CLOCK)))
                        .update()
                == 1;
    }

    /** Whether the work of that appointed time is done, by whichever node. */
    public boolean isDone(String name, Instant appointed) {
        return database.sql()
                        .sql("select count(*) from lease where name = ? and not " + NOT_DONE)
                        .params(name, Database.at(appointed), Database.at(appointed.plus(WRONG_CLOCK)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The appointed time whose work was done last. */
    public Optional<Instant> doneThrough(String name) {
        return database.sql()
                .sql("select done_through from lease where name = ? and done_through is not null")
                .param(name)
                .query((rs, n) -> Database.instant(rs.getObject(1, OffsetDateTime.class)))
                .optional();
    }

    /** Holds on to it; false when another node has taken it. One that has ended but that nobody took goes on. */
    public boolean renew(Lease lease, Duration length) {
        return database.sql()
                        .sql("update lease set lease_until = " + AFTER + " where name = ? and holder = ? and token = ?")
                        .params(seconds(length), lease.name(), lease.holder(), lease.token())
                        .update()
                == 1;
    }

    /** Gives it up, token and all: a renewal that is under way cannot bring it back. The work stays to be done. */
    public void release(Lease lease) {
        database.sql()
                .sql("update lease set lease_until = current_timestamp, token = token + 1"
                        + " where name = ? and holder = ? and token = ?")
                .params(lease.name(), lease.holder(), lease.token())
                .update();
    }

    /** Gives it up: the work of that appointed time is done. False when the lease was lost meanwhile. */
    public boolean finish(Lease lease, Instant appointed) {
        return database.sql()
                        .sql("update lease set lease_until = current_timestamp, token = token + 1, done_through = ?"
                                + " where name = ? and holder = ? and token = ?")
                        .params(Database.at(appointed), lease.name(), lease.holder(), lease.token())
                        .update()
                == 1;
    }

    /** Runs work on this thread; each transaction that it makes commits only while nobody else has taken the lease. */
    public void fenced(Lease lease, Runnable work) {
        database.checkedBeforeCommit(() -> check(lease), work);
    }

    /** The row stays locked until the commit, so the lease cannot be taken between the two. */
    private void check(Lease lease) {
        boolean held = database.sql()
                .sql("select token from lease where name = ? and holder = ? and token = ? for update")
                .params(lease.name(), lease.holder(), lease.token())
                .query(Long.class)
                .optional()
                .isPresent();
        if (!held) {
            throw new LeaseLost(lease);
        }
    }

    /** Ends what nodes before this one left behind, where only one process at a time can open the ledger (H2). */
    public void endThoseOfTheDead() {
        if (database.dialect() == Dialect.H2) {
            database.sql()
                    .sql("update lease set lease_until = current_timestamp")
                    .update();
        }
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
