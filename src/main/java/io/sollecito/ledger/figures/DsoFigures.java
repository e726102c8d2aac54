package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.Dso.Reported;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Days sales outstanding of a creditor, as the ledger stands. Sales are what its invoices, debit notes and credit notes
 * were made out for, settled ones too, by their day of issue. An ERP may show of an invoice only what is still open, so
 * the most that was ever open counts if that is more; and the rest of an invoice under a new number is no second sale. Of a
 * source the sales are known from its first export, which brought what was open then, but not what had been paid.
 */
public final class DsoFigures {

    private static final String BY_DAY_OF_ISSUE = """
            select currency, source, issued, sum(sold) as sold, sum(owed) as owed, sum(not_due) as not_due,
                   min(as_of) as as_of
            from (
              select i.currency, i.source, e.as_of,
                     case when i.issue_date > cast(:day as date) then cast(:day as date) else i.issue_date end as issued,
                     case when i.type in ('INVOICE', 'DEBIT_NOTE', 'CREDIT_NOTE') and p.id is null
                         then greatest(0, i.original_amount, coalesce(c.most, 0))
                           + least(0, i.original_amount, coalesce(c.fewest, 0))
                         else 0 end as sold,
                     case when i.type = 'ADVANCE' and i.open_amount < 0 then 0 else i.open_amount end as owed,
                     case when i.open_amount > 0 and (i.due_date is null or i.due_date >= cast(:day as date))
                         then i.open_amount else 0 end as not_due
              from effective_item i
              join export e on e.id = i.created_export
              left join (
                select h.item_id, max(h.old_open) as most, min(h.old_open) as fewest
                from item_change h join open_item o on o.id = h.item_id
                where o.creditor = :creditor group by h.item_id
              ) c on c.item_id = i.id
              left join open_item p on p.creditor = i.creditor and p.source = i.source and p.item_key = i.replaces
              where i.creditor = :creditor
            ) s
            group by currency, source, issued
            """;

    private final Database database;

    public DsoFigures(Database database) {
        this.database = database;
    }

    /** One per currency in which more is owed than credited; ages and sales are counted on that day of the creditor's. */
    public List<Dso> of(String creditor, LocalDate day, ZoneId zone) {
        Map<String, LocalDate> firstExports = new HashMap<>();
        Map<String, Currency> currencies = new TreeMap<>();
        database.sql()
                .sql(BY_DAY_OF_ISSUE)
                .param("creditor", creditor)
                .param("day", day)
                .query(rs -> {
                    LocalDate asOf = rs.getObject("as_of", OffsetDateTime.class)
                            .atZoneSameInstant(zone)
                            .toLocalDate();
                    firstExports.merge(rs.getString("source"), asOf, (a, b) -> a.isBefore(b) ? a : b);
                    currencies
                            .computeIfAbsent(rs.getString("currency"), c -> new Currency())
                            .add(rs);
                });
        Map<String, Reported> earlier = new DigestDays(database).dsoBefore(creditor, day);
        List<Dso> all = new ArrayList<>();
        currencies.forEach((currency, figures) -> {
            if (figures.owed.signum() > 0) {
                all.add(figures.dso(currency, day, firstExports, earlier.get(currency)));
            }
        });
        return all;
    }

    /** What is summed up of one currency, over its sources. */
    private static final class Currency {

        private final Map<LocalDate, BigDecimal> sold = new HashMap<>();
        private BigDecimal owed = BigDecimal.ZERO;
        private BigDecimal notDue = BigDecimal.ZERO;
        private BigDecimal undated = BigDecimal.ZERO;
        private final Set<String> sources = new HashSet<>();

        void add(ResultSet rs) throws SQLException {
            LocalDate issued = rs.getObject("issued", LocalDate.class);
            if (issued == null) {
                undated = undated.add(rs.getBigDecimal("owed"));
                return;
            }
            sold.merge(issued, rs.getBigDecimal("sold"), BigDecimal::add);
            owed = owed.add(rs.getBigDecimal("owed"));
            notDue = notDue.add(rs.getBigDecimal("not_due"));
            sources.add(rs.getString("source"));
        }

        /** Credits are deducted from what is overdue first. */
        Dso dso(String currency, LocalDate day, Map<String, LocalDate> firstExports, Reported earlier) {
            LocalDate knownFrom = sources.stream()
                    .map(firstExports::get)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            CountBack sales = new CountBack(sold, day, knownFrom);
            return new Dso(currency, owed, sales.of(owed), sales.of(notDue.min(owed)), knownFrom, undated, earlier);
        }
    }
}
