package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of a text message: each is one submission with a state of its own, so that none is sent twice. */
public final class SmsParts {

    private final Database database;
    private final Clock clock;

    public SmsParts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The state per part number, from 1; parts that are not known yet are added as waiting. Of an earlier attempt with more
     * parts, those that never left are forgotten.
     */
    public SortedMap<Integer, String> prepare(long dispatchId, int parts) {
        return database.inTransaction(() -> {
            database.sql()
                    .sql("delete from sms_part where dispatch_id = ? and part_no > ? and state = 'waiting'")
                    .params(dispatchId, parts)
                    .update();
            SortedMap<Integer, String> states = new TreeMap<>();
            database.sql()
                    .sql("select part_no, state from sms_part where dispatch_id = ?")
                    .param(dispatchId)
                    .query(rs -> {
                        states.put(rs.getInt("part_no"), rs.getString("state"));
                    });
            List<Object[]> missing = new ArrayList<>();
            for (int part = 1; part <= parts; part++) {
                if (states.putIfAbsent(part, "waiting") == null) {
                    missing.add(new Object[] {dispatchId, part, Database.at(clock.instant())});
                }
            }
            database.jdbc()
                    .batchUpdate(
                            "insert into sms_part (dispatch_id, part_no, state, state_at) values (?, ?, 'waiting', ?)",
                            missing);
            return states;
        });
    }

    /** Moves a part; {@code messageId} is the message centre's, null until it answered. */
    public void move(long dispatchId, int part, String state, String messageId) {
        database.sql()
                .sql("update sms_part set state = ?, message_id = coalesce(?, message_id), state_at = ?"
                        + " where dispatch_id = ? and part_no = ?")
                .params(state, messageId, Database.at(clock.instant()), dispatchId, part)
                .update();
    }
}
