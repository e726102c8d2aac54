package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What message centres report about parts of text messages: append-only, in any order and any number of times. A report
 * about an id that no part has is kept: it may have overtaken the answer to the submission that it is about. One from before
 * a message was is about another.
 */
public final class SmsReports {

    /**
     * One report.
     *
     * @param messageId as the message centre answered the submission
     * @param state as SMPP abbreviates it, such as DELIVRD
     * @param code the network's error, or null
     */
    public record Report(String connection, String creditor, String messageId, String state, String code) {}

    private record Match(long report, long dispatch, int part, String state, String code) {}

    private static final String MATCHES = """
            select r.id, p.dispatch_id, p.part_no, r.state, r.code
            from sms_report r
            join sms_part p on p.message_id = r.message_id
            join dispatch d on d.id = p.dispatch_id and d.creditor = r.creditor
            where r.dispatch_id is null and r.received_at >= d.created_at and r.%s
            order by r.id, p.dispatch_id, p.part_no""";

    /** For so long a report waits for the answer to the submission that it is about; after that it is a stranger's. */
    private static final Duration OVERTAKING = Duration.ofDays(3);

    /** For so long a report may come again; after that it is about another message of the same id. */
    private static final Duration AGAIN = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final SmsSettlement settlement;

    public SmsReports(Database database, Clock clock, SmsSettlement settlement) {
        this.database = database;
        this.clock = clock;
        this.settlement = settlement;
    }

    /** Takes a report and what follows from it; returns whether it is new. */
    public boolean take(Report report) {
        return database.inTransaction(() -> {
            boolean fresh = add(report) == 1;
            settle("message_id = ?", report.messageId());
            return fresh;
        });
    }

    /**
     * Assigns the reports that came while their message was still being sent, and what follows from them. Returns how many.
     */
    public int settleOpen() {
        return database.inTransaction(
                () -> settle("received_at > ?", Database.at(clock.instant().minus(OVERTAKING))));
    }

    private int settle(String which, Object value) {
        // The newest message of an id: message centres count anew some day.
        Map<Long, Match> matches = new TreeMap<>();
        database.sql()
                .sql(MATCHES.formatted(which))
                .param(value)
                .query((rs, n) -> new Match(
                        rs.getLong("id"),
                        rs.getLong("dispatch_id"),
                        rs.getInt("part_no"),
                        rs.getString("state"),
                        rs.getString("code")))
                .list()
                .forEach(match -> matches.put(match.report(), match));
        List<SmsSettlement.Message> messages = settlement.lock(
                matches.values().stream().map(Match::dispatch).distinct().toList());
        int assigned = 0;
        for (SmsSettlement.Message message : messages) {
            long dispatch = message.claim().dispatchId();
            assigned += assign(matches.values().stream()
                    .filter(match -> match.dispatch() == dispatch)
                    .toList());
            settlement.settle(message);
        }
        return assigned;
    }

    private int add(Report report) {
        Instant now = clock.instant();
        return database.sql()
                .sql("insert into sms_report (connection, creditor, message_id, state, code, received_at, received_on)"
                        + " select ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from sms_report"
                        + " where creditor = ? and message_id = ? and state = ? and received_at > ?)")
                .params(
                        report.connection(),
                        report.creditor(),
                        report.messageId(),
                        report.state(),
                        report.code(),
                        Database.at(now),
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        report.creditor(),
                        report.messageId(),
                        report.state(),
                        Database.at(now.minus(AGAIN)))
                .update();
    }

    /** Another node may have assigned some of them before the dispatch was locked. */
    private int assign(List<Match> matches) {
        List<Object[]> receipts = new ArrayList<>();
        for (Match match : matches) {
            int own = database.sql()
                    .sql("update sms_report set dispatch_id = ? where id = ? and dispatch_id is null")
                    .params(match.dispatch(), match.report())
                    .update();
            if (own == 1) {
                receipts.add(new Object[] {
                    match.dispatch(), match.part(), "sms:" + match.report(), match.state(), match.code(), match.report()
                });
            }
        }
        database.jdbc()
                .batchUpdate(
                        "insert into receipt (dispatch_id, part_no, event_id, state, reason, at)"
                                + " select cast(? as bigint), cast(? as int), cast(? as varchar), cast(? as varchar),"
                                + " cast(? as varchar), received_at from sms_report where id = ?",
                        receipts);
        return receipts.size();
    }
}
