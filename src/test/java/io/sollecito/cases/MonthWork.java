package io.sollecito.cases;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.database.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/** What the nodes still have to do at this moment. */
final class MonthWork {

    private static final LocalTime EXPORTS_POLLED = LocalTime.of(6, 31);
    private static final LocalTime STATEMENTS_POLLED = LocalTime.of(7, 1);
    private static final LocalTime LAST_POLL = LocalTime.of(18, 55);

    private static final BusinessDays OPEN = BusinessDays.of("IT");

    private final Database ledger;
    private final MonthInbox inbox;
    private final Clock clock;
    private final ZoneId zone;
    private final LocalTime planned;

    /** @param planned from when on the day is to be planned: the statement may be late */
    MonthWork(Database ledger, MonthInbox inbox, Clock clock, ZoneId zone, LocalTime planned) {
        this.planned = planned;
        this.ledger = ledger;
        this.inbox = inbox;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What is left.
     *
     * @param words that change when it gets less; empty when nothing is
     * @param flying whether a node has a dispatch in hand: its lease must not end meanwhile
     */
    record Left(String words, boolean flying) {}

    Left left(LocalDate day, Set<Long> excused) {
        try {
            ZonedDateTime now = clock.instant().atZone(zone);
            StringBuilder left = new StringBuilder();
            boolean waiting =
                    now.toLocalTime().isBefore(STATEMENTS_POLLED) ? !inbox.isEmpty(MonthBooks.ERP) : !inbox.isEmpty();
            if (waiting && isBetween(now, day, EXPORTS_POLLED, LAST_POLL)) {
                left.append("files, ").append(count("select count(*) from export"));
            }
            List<Long> flying = inFlight();
            flying.removeAll(excused);
            long due = ledger.sql()
                    .sql("select count(*) from dispatch where state = 'waiting' and send_at <= ? and channel = 'email'")
                    .param(Database.at(clock.instant()))
                    .query(Long.class)
                    .single();
            if (due > 0 || !flying.isEmpty()) {
                left.append(" mails ").append(due).append(flying);
            }
            if (isBetween(now, day, planned, LocalTime.NOON) && OPEN.isOpen(day) && !isPlanned(day)) {
                left.append(" planning ").append(count("select count(*) from decision"));
            }
            return new Left(left.toString().strip(), !flying.isEmpty());
        } catch (DataAccessException gone) {
            return new Left("the database is gone", false);
        }
    }

    /** Dispatches that a node has in hand, or had when it was struck. */
    List<Long> inFlight() {
        return new ArrayList<>(ledger.sql()
                .sql("select id from dispatch where state in ('claimed', 'sending') order by id")
                .query(Long.class)
                .list());
    }

    boolean isSealed() {
        return count("select count(*) from journal where hash is null") == 0;
    }

    private boolean isPlanned(LocalDate day) {
        return ledger.sql()
                        .sql("select count(*) from planning_run where run_date = ? and ended_at is not null")
                        .param(day)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static boolean isBetween(ZonedDateTime now, LocalDate day, LocalTime from, LocalTime to) {
        return now.toLocalDate().equals(day)
                && !now.toLocalTime().isBefore(from)
                && now.toLocalTime().isBefore(to);
    }

    private long count(String query) {
        return ledger.sql().sql(query).query(Long.class).single();
    }
}
