package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.reminders.Judgement.Arrival;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The money that arrived for the items of agreements since these were made. */
final class Arrivals {

    /** The bank's money, by the day it was booked. */
    private static final String BANK = """
            select g.id as agreement, p.booking_date as arrived_on, sum(a.amount) as amount
            from agreement g
            join (select distinct agreement_id, item_id from hold) h on h.agreement_id = g.id
            join allocation a on a.item_id = h.item_id and a.state in ('pending', 'confirmed')
              and a.purpose in ('principal', 'interest', 'costs')
            join payment p on p.id = a.payment_id and p.booking_date >= g.made_on
            where g.id = any(?)
            group by g.id, p.booking_date""";

    /**
     * What only the ERP knows of: an item that it lowered or closed beyond what allocations explain, unless it says that
     * this was no payment. Money that the bank has shown meanwhile is not counted again.
     */
    private static final String ERP = """
            select agreement, at, amount from (
              select g.id as agreement, h.item_id, max(c.at) as at,
                sum(c.old_open - c.new_open - c.explained) - coalesce((select sum(a.amount) from allocation a
                  where a.item_id = h.item_id and a.state = 'pending'
                    and a.purpose not in ('interest', 'costs')), 0) as amount
              from agreement g
              join (select distinct agreement_id, item_id from hold) h on h.agreement_id = g.id
              join item_change c on c.item_id = h.item_id and c.at >= g.made_at
                and c.what in ('settled', 'changed') and c.old_open > c.new_open and c.new_open >= 0
                and (c.cause is null or c.cause in ('payment', 'unknown') or c.cause = 'collected'
                  and not exists (select 1 from open_item i where i.id = c.item_id and i.in_collection))
              where g.id = any(?)
              group by g.id, h.item_id
            ) lowered where amount > 0""";

    private final Database database;
    private final ZoneId zone;

    /** @param zone the creditor's */
    Arrivals(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    Map<Long, List<Arrival>> of(List<Long> agreements) {
        Map<Long, List<Arrival>> arrivals = new HashMap<>();
        database.sql().sql(BANK).param(AnyOf.numbers(agreements)).query(rs -> {
            arrivals.computeIfAbsent(rs.getLong("agreement"), first -> new ArrayList<>())
                    .add(new Arrival(rs.getObject("arrived_on", LocalDate.class), rs.getBigDecimal("amount")));
        });
        database.sql().sql(ERP).param(AnyOf.numbers(agreements)).query(rs -> {
            Instant at = Database.instant(rs.getObject("at", OffsetDateTime.class));
            arrivals.computeIfAbsent(rs.getLong("agreement"), first -> new ArrayList<>())
                    .add(new Arrival(LocalDate.ofInstant(at, zone), rs.getBigDecimal("amount")));
        });
        return arrivals;
    }
}
