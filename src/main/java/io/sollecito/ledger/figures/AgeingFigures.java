package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import java.time.LocalDate;
import java.util.List;

/** Open amounts by age, as the ledger stands. */
final class AgeingFigures {

    private final Database database;

    AgeingFigures(Database database) {
        this.database = database;
    }

    /** One row per currency that has anything open; an item is overdue from the day after its due date. */
    List<Ageing> of(String creditor, LocalDate day) {
        return database.sql()
                .sql("""
                        select currency, count(*) as items,
                               sum(case when open_amount > 0 and (due_date is null or due_date >= :day)
                                   then open_amount else 0 end) as not_due,
                               sum(case when open_amount > 0 and due_date < :day and due_date >= :day30
                                   then open_amount else 0 end) as up_to_30,
                               sum(case when open_amount > 0 and due_date < :day30 and due_date >= :day60
                                   then open_amount else 0 end) as up_to_60,
                               sum(case when open_amount > 0 and due_date < :day60 and due_date >= :day90
                                   then open_amount else 0 end) as up_to_90,
                               sum(case when open_amount > 0 and due_date < :day90
                                   then open_amount else 0 end) as over_90,
                               sum(case when open_amount < 0 then open_amount else 0 end) as credits
                        from open_item i join item_effective v on v.id = i.id
                        where creditor = :creditor and open_amount <> 0
                        group by currency order by currency
                        """)
                .param("creditor", creditor)
                .param("day", day)
                .param("day30", day.minusDays(30))
                .param("day60", day.minusDays(60))
                .param("day90", day.minusDays(90))
                .query((rs, n) -> new Ageing(
                        rs.getString("currency"),
                        rs.getBigDecimal("not_due"),
                        rs.getBigDecimal("up_to_30"),
                        rs.getBigDecimal("up_to_60"),
                        rs.getBigDecimal("up_to_90"),
                        rs.getBigDecimal("over_90"),
                        rs.getBigDecimal("credits"),
                        rs.getLong("items")))
                .list();
    }
}
