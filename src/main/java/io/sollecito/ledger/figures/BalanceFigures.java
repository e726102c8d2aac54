package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.Balance.Kind;
import io.sollecito.ledger.figures.Balance.Movement;
import io.sollecito.ledger.items.Clamp;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Opening, movements and closing out of the ledger's history. The ERP side is linear: what an item was at a moment is
 * what it is now less its later changes. Allocations have spans in which they were pending; only the clamp at zero
 * (law 10) needs the sums per item.
 */
final class BalanceFigures {

    /** The items, what the ERP said at both ends, and which money was pending at both ends. */
    private static final String ITEMS = """
            with span as (
              select a.item_id, a.amount, a.purpose, a.state, a.confirmed_at, a.made_at as pending_from,
                     case a.state
                       when 'confirmed' then a.state_at
                       when 'reversed' then coalesce(a.confirmed_at, a.state_at)
                       when 'reversal-pending' then coalesce(e.received_at, a.made_at)
                       when 'reversal-confirmed' then a.made_at
                     end as pending_until,
                     case a.state
                       when 'reversal-pending' then a.state_at
                       when 'reversal-confirmed' then greatest(a.made_at, a.since)
                     end as returning_from,
                     case a.state when 'reversal-confirmed' then a.state_at end as returning_until
              from allocation a
              join open_item i on i.id = a.item_id
              left join export e on e.id = a.confirmed_by
              where i.creditor = :creditor and a.purpose not in ('interest', 'costs')
            ),
            held as (
              select item_id,
                     sum(case when pending_from <= :from and (pending_until is null or pending_until > :from)
                         then amount else 0 end) as pending_before,
                     sum(case when pending_from <= :to and (pending_until is null or pending_until > :to)
                         then amount else 0 end) as pending_after,
                     sum(case when returning_from <= :from and (returning_until is null or returning_until > :from)
                         then amount else 0 end) as returning_before,
                     sum(case when returning_from <= :to and (returning_until is null or returning_until > :to)
                         then amount else 0 end) as returning_after
              from span group by item_id
            ),
            later as (
              select item_id,
                     sum(coalesce(new_open, 0) - coalesce(old_open, 0)) as after_from,
                     sum(case when at > :to then coalesce(new_open, 0) - coalesce(old_open, 0) else 0 end) as after_to
              from item_change where at > :from group by item_id
            ),
            item as (
              select i.id, i.currency, i.type, i.replaces, i.original_amount, e.received_at as made,
                     i.erp_open - coalesce(l.after_from, 0) as first_open,
                     case when e.received_at <= :from then i.erp_open - coalesce(l.after_from, 0) else 0 end as before,
                     case when e.received_at <= :to then i.erp_open - coalesce(l.after_to, 0) else 0 end as after,
                     coalesce(h.pending_before, 0) as pending_before, coalesce(h.pending_after, 0) as pending_after,
                     coalesce(h.returning_before, 0) as returning_before,
                     coalesce(h.returning_after, 0) as returning_after
              from open_item i
              join export e on e.id = i.created_export
              left join later l on l.item_id = i.id
              left join held h on h.item_id = i.id
              where i.creditor = :creditor
            )
            """;

    private static final String TOTALS = """
            select t.currency, sum(before) as erp_before, sum(after) as erp_after,
                   sum(before_effective) as effective_before, sum(after_effective) as effective_after,
                   sum(pending_before) as pending_before, sum(pending_after) as pending_after,
                   sum(returning_before) as returning_before, sum(returning_after) as returning_after,
                   sum(v.open_amount) as now_effective
            from (
              select id, currency, before, after, pending_before, pending_after, returning_before, returning_after,
                     %s as before_effective,
                     %s as after_effective
              from item
            ) t
            join item_effective v on v.id = t.id
            group by t.currency
            """.formatted(
                    Clamp.sql("before", "original_amount", "before - pending_before + returning_before"),
                    Clamp.sql("after", "original_amount", "after - pending_after + returning_after"));

    private static final String NEW_ITEMS = """
            select currency,
                   case when replaces is not null then 'CONTINUATIONS'
                        when first_open < 0 and type = 'PAYMENT_ON_ACCOUNT' then 'NEW_PAYMENTS_ON_ACCOUNT'
                        when first_open < 0 then 'NEW_CREDITS'
                        else 'NEW_INVOICES' end as kind,
                   cast(null as varchar) as cause, count(*) as number, sum(first_open) as amount
            from item where made > :from and made <= :to group by 1, 2
            """;

    private static final String CHANGES = """
            select i.currency,
                   case when c.what = 'reopened' then 'REOPENED'
                        when c.old_open < 0 and coalesce(c.new_open, 0) >= c.old_open then 'CREDITS_USED'
                        when c.what = 'settled' then 'SETTLED'
                        when c.new_open < c.old_open then 'LOWERED'
                        else 'RAISED' end as kind,
                   case when c.what = 'settled' and c.old_open >= 0 then coalesce(c.cause, 'unknown') end as cause,
                   count(*) as number, sum(coalesce(c.new_open, 0) - coalesce(c.old_open, 0)) as amount
            from item_change c
            join open_item i on i.id = c.item_id
            join export e on e.id = i.created_export
            where i.creditor = :creditor and e.received_at <= :to and c.at > :from and c.at <= :to
              and coalesce(c.new_open, 0) <> coalesce(c.old_open, 0)
            group by 1, 2, 3
            """;

    private static final String BANK = """
            select i.currency, m.kind, cast(null as varchar) as cause, count(*) as number, sum(m.amount) as amount
            from (
              select item_id, case when purpose = 'write-off' then 'WRITTEN_OFF' else 'BANK_PAYMENTS' end as kind,
                     -amount as amount from span
              where pending_from > :from and pending_from <= :to
                and (pending_until is null or pending_until > pending_from)
              union all
              select item_id, case when state = 'reversed' and confirmed_at is null then 'ALLOCATIONS_UNDONE'
                     else 'ACCOUNTED_BY_ERP' end, amount
              from span where pending_until > :from and pending_until <= :to and pending_until > pending_from
              union all
              select item_id, 'PAYMENTS_RETURNED', amount from span
              where returning_from > :from and returning_from <= :to
                and (returning_until is null or returning_until > returning_from)
              union all
              select item_id, 'RETURNS_ACCOUNTED_BY_ERP', -amount from span
              where returning_until > :from and returning_until <= :to and returning_until > returning_from
            ) m
            join item i on i.id = m.item_id
            group by 1, 2
            """;

    private final Database database;

    BalanceFigures(Database database) {
        this.database = database;
    }

    /** @param reported what the last digest closed with, by currency; empty when there was none */
    List<Balance> of(String creditor, Instant from, Instant to, Map<String, BigDecimal> reported) {
        Map<String, Totals> totals = new TreeMap<>();
        query(ITEMS + TOTALS, creditor, from, to, rs -> totals.put(rs.getString("currency"), totals(rs)));
        reported.keySet().forEach(currency -> totals.putIfAbsent(currency, Totals.NONE));
        Map<String, List<Movement>> movements = new HashMap<>();
        for (String statement : List.of(ITEMS + NEW_ITEMS, CHANGES, ITEMS + BANK)) {
            query(
                    statement,
                    creditor,
                    from,
                    to,
                    rs -> movements
                            .computeIfAbsent(rs.getString("currency"), c -> new ArrayList<>())
                            .add(movement(rs)));
        }
        List<Balance> balances = new ArrayList<>();
        totals.forEach((currency, t) -> balances.add(
                balance(currency, t, movements.getOrDefault(currency, new ArrayList<>()), reported.get(currency))));
        return balances;
    }

    private static Balance balance(String currency, Totals t, List<Movement> movements, BigDecimal reported) {
        BigDecimal opening = reported == null ? t.before.effective : reported;
        BigDecimal once = t.after.countedOnce().subtract(t.before.countedOnce());
        BigDecimal late = t.before.effective.subtract(opening);
        // Pending money that moved to an item's successor reads as if it had been there before: both lines, opposed.
        BigDecimal moved = once.signum() * late.signum() < 0 ? once.abs().min(late.abs()) : BigDecimal.ZERO;
        add(movements, Kind.COUNTED_ONCE, towardsZero(once, moved));
        add(movements, Kind.RECORDED_LATE, towardsZero(late, moved));
        movements.sort(Comparator.comparing(Movement::kind).thenComparing(m -> String.valueOf(m.cause())));
        return new Balance(
                currency,
                opening,
                movements,
                t.after.effective,
                t.after.erp,
                t.after.pending,
                t.after.returning,
                t.after.countedOnce(),
                t.now.subtract(t.after.effective));
    }

    private static BigDecimal towardsZero(BigDecimal amount, BigDecimal by) {
        return amount.signum() < 0 ? amount.add(by) : amount.subtract(by);
    }

    private static void add(List<Movement> movements, Kind kind, BigDecimal amount) {
        if (amount.signum() != 0) {
            movements.add(new Movement(kind, null, 0, amount));
        }
    }

    private void query(String statement, String creditor, Instant from, Instant to, RowReader reader) {
        database.sql()
                .sql(statement)
                .param("creditor", creditor)
                .param("from", Database.at(from))
                .param("to", Database.at(to))
                .query(rs -> {
                    reader.read(rs);
                });
    }

    private static Movement movement(ResultSet rs) throws SQLException {
        return new Movement(
                Kind.valueOf(rs.getString("kind")),
                rs.getString("cause"),
                rs.getLong("number"),
                rs.getBigDecimal("amount"));
    }

    private static Totals totals(ResultSet rs) throws SQLException {
        return new Totals(end(rs, "before"), end(rs, "after"), rs.getBigDecimal("now_effective"));
    }

    private static End end(ResultSet rs, String end) throws SQLException {
        return new End(
                rs.getBigDecimal("erp_" + end),
                rs.getBigDecimal("pending_" + end),
                rs.getBigDecimal("returning_" + end),
                rs.getBigDecimal("effective_" + end));
    }

    /** One end of the span. */
    private record End(BigDecimal erp, BigDecimal pending, BigDecimal returning, BigDecimal effective) {
        private static final End NOTHING = new End(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal countedOnce() {
            return effective.subtract(erp.subtract(pending).add(returning));
        }
    }

    private record Totals(End before, End after, BigDecimal now) {
        private static final Totals NONE = new Totals(End.NOTHING, End.NOTHING, BigDecimal.ZERO);
    }

    private interface RowReader {
        void read(ResultSet rs) throws SQLException;
    }
}
