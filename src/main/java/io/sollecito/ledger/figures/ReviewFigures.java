package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the newest run would send if it were left to itself: a proposal that waits for release, or a shadow run. */
public final class ReviewFigures {

    /**
     * Messages of a step on a channel.
     *
     * @param kind proposal or shadow
     */
    public record Reviewed(
            String kind, long run, String step, String channel, long messages, BigDecimal amount, String currency) {}

    private final Database database;

    ReviewFigures(Database database) {
        this.database = database;
    }

    List<Reviewed> of(String creditor, LocalDate day) {
        return database.sql()
                .sql("""
                        select p.kind, p.id, r.step, m.channel, r.currency, count(*) as messages, sum(r.total) as amount
                        from planning_run p
                        join reminder r on r.run_id = p.id
                        join dispatch m on m.id = (select min(d.id) from dispatch d where d.reminder_id = r.id)
                        where p.id = (select max(l.id) from planning_run l where l.creditor = ?)
                          and (p.kind = 'shadow' and p.run_date = ? or p.kind = 'proposal' and m.state = 'proposed')
                        group by p.kind, p.id, r.step, m.channel, r.currency order by min(r.id), m.channel, r.currency
                        """)
                .params(creditor, day)
                .query((rs, n) -> new Reviewed(
                        rs.getString("kind"),
                        rs.getLong("id"),
                        rs.getString("step"),
                        rs.getString("channel"),
                        rs.getLong("messages"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency")))
                .list();
    }
}
