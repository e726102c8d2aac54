package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Past.BrokenPromise;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.support.SqlArrayValue;

/** The promises about items that a batch of dispatches lists, as far as they were not kept. */
final class BrokenPromises {

    private static final String LATEST = """
            select l.id, a.arrived, i.amount, i.due_on from (
              select d.id, max(h.agreement_id) as agreement_id
              from dispatch d
              join reminder_item ri on ri.reminder_id = d.reminder_id and ri.role in ('overdue', 'upcoming')
              join hold h on h.creditor = d.creditor and h.source = d.source and h.debtor = d.debtor
                and h.item_id = ri.item_id and h.kind = 'promise' and h.outcome in ('broken', 'partly-kept')
              where d.id = any(?) group by d.id
            ) l
            join agreement a on a.id = l.agreement_id
            join agreement_instalment i on i.agreement_id = a.id and i.seq = 1""";

    private BrokenPromises() {}

    /** The latest by dispatch; those without are left out. */
    static Map<Long, BrokenPromise> of(Database database, SqlArrayValue dispatches) {
        Map<Long, BrokenPromise> promises = new HashMap<>();
        database.sql()
                .sql(LATEST)
                .param(dispatches)
                .query(rs -> {
                    promises.put(
                            rs.getLong("id"),
                            new BrokenPromise(
                                    rs.getBigDecimal("amount"),
                                    rs.getObject("due_on", LocalDate.class),
                                    rs.getBigDecimal("arrived")));
                });
        return promises;
    }
}
