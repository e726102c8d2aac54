package io.sollecito.ledger.journal;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Counted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Whether the journal is sealed in time: until then nobody could prove that a row was changed. */
public final class SealWatch {

    /** Rows are sealed within a minute; what waits for longer than this is worth an alarm. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    /**
     * Rows that should have been sealed.
     *
     * @param creditor of the oldest
     * @param since when the oldest was written
     */
    public record Late(long rows, String creditor, Instant since) {

        public String message() {
            return Counted.of(rows, "row of the journal is", "rows of the journal are") + " not sealed, the oldest of "
                    + since;
        }
    }

    private final Database database;
    private final Alarms alarms;
    private final Clock clock;
    private boolean lateBefore;

    public SealWatch(Database database, Alarms alarms, Clock clock) {
        this.database = database;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Looks again; returns whether an alarm is new, of which there is one a day. Rows that are late at the first look do not
     * count yet: a hub that has just started finds those that it wrote before it ended.
     */
    public boolean look() {
        Optional<Late> late = late(database, clock.instant());
        boolean raised = late.isPresent() && lateBefore && raise(late.get());
        lateBefore = late.isPresent();
        return raised;
    }

    public static Optional<Late> late(Database database, Instant now) {
        return database.sql()
                .sql(
                        "select j.creditor, j.at, n.unsealed from journal j join (select min(id) as id, count(*) as unsealed"
                                + " from journal where seal_no is null and at < ?) n on n.id = j.id")
                .param(Database.at(now.minus(LIMIT)))
                .query((rs, n) -> new Late(
                        rs.getLong("unsealed"),
                        rs.getString("creditor"),
                        Database.instant(rs.getObject("at", OffsetDateTime.class))))
                .optional();
    }

    private boolean raise(Late late) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return alarms.raise(late.creditor(), "journal-unsealed", "journal:" + day, late.message());
    }
}
