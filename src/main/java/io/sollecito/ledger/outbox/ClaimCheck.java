package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.items.Clamp;
import io.sollecito.ledger.items.HoldInForce;
import io.sollecito.ledger.items.PaidTo;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Law 6, in the transaction that claims: which of these dispatches may no longer leave, and why. One statement a batch;
 * it probes by item, where the view item_effective would add up every pending allocation of the ledger. What charges a
 * message lists is read once it is claimed: from then on they may not change either.
 */
public final class ClaimCheck {

    private static final String OBJECTIONS = """
            select dispatch_id, min(objection) as objection from (
              select dispatch_id,
                case
                  when reminder_state = 'cancelled' then 'the reminder was cancelled'
                  when expires_on < :today then 'its step has expired'
                  when deadline < :today then 'its pay-by date has passed'
                  when advances and settled_cause is not null
                    then 'item ' || item_id || ' is settled (' || settled_cause || ')'
                  when advances and frozen then 'item ' || item_id || ' is frozen, its newest record is quarantined'
                  when advances and in_collection and role <> 'not-yet-due'
                    then 'item ' || item_id || ' is being collected'
                  when advances and not in_collection and role = 'not-yet-due'
                    then 'item ' || item_id || ' is not being collected any more'
                  when (advances or role in ('overdue', 'upcoming')) and held then 'item ' || item_id || ' is on hold'
                  when advances and unclear then 'item ' || item_id || ' is payment-unclear'
                  when role in ('overdue', 'upcoming') and paid_otherwise
                    then 'item ' || item_id || ' is paid to another account now'
                  when amount <> (%s)
                    then 'the amount of item ' || item_id || ' changed'
                  when role = 'paid' and held then 'the debtor is on hold'
                  when role = 'paid' and overdue then 'something of the debtor is overdue'
                  when advances and changed then 'item ' || item_id || ' changed after it was planned'
                  when charged then 'a charge of the debtor of item ' || item_id || ' was waived or paid'
                  when advances and credited then 'a credit came in for the debtor of item ' || item_id
                end as objection
              from (
                select d.id as dispatch_id, r.state as reminder_state, r.expires_on, r.deadline, ri.item_id, ri.role, ri.advances, ri.amount + ri.unlisted as amount,
                  i.settled_cause, i.frozen, i.in_collection, i.erp_open, i.original_amount, %s as open_amount,
                  ri.role = 'paid' and exists (select 1 from open_item o where o.creditor = i.creditor
                    and o.source = i.source and o.debtor = i.debtor and o.settled_cause is null
                    and o.due_date < :today and not o.in_collection and o.erp_open > coalesce((select
                      sum(case when a.state = 'pending' then a.amount else -a.amount end) from allocation a
                      where a.item_id = o.id and a.state in ('pending', 'reversal-pending')
                        and a.purpose not in ('interest', 'costs')), 0)) as overdue,
                  exists (select 1 from hold h where %s and %s
                    and (ri.role <> 'paid' or h.kind not in ('promise', 'payment-plan'))
                    and %s) as held,
                  %s as paid_otherwise,
                  exists (select 1 from candidate c join payment p on p.id = c.payment_id
                    where c.item_id = i.id and c.suspends_until >= :today and (p.decision = 'candidates'
                       or (p.decision = 'allocated' and p.decided_by = 'run' and p.unallocated > 0))) as unclear,
                   exists (select 1 from export e where e.id = i.changed_export and e.facts_no > r.facts_no)
                    as changed,
                  d.state = 'claimed' and exists (select 1 from charge g
                    where g.creditor = d.creditor and g.source = d.source and g.debtor = d.debtor
                      and (g.waived_at >= d.state_at or exists (select 1 from allocation a where a.item_id = g.item_id
                        and a.purpose in ('interest', 'costs')
                        and (a.made_at >= d.state_at or a.state_at >= d.state_at)))) as charged,
                  exists (select 1 from open_item n join export e on e.id = n.changed_export
                    where n.creditor = i.creditor and n.source = i.source and n.debtor = i.debtor
                      and n.currency = i.currency and n.erp_open < 0 and n.settled_cause is null
                      and e.facts_no > r.facts_no) as credited
                from dispatch d
                join reminder r on r.id = d.reminder_id
                join reminder_item ri on ri.reminder_id = r.id
                join open_item i on i.id = ri.item_id
                where d.id = any(:ids)
              ) listed
            ) judged
            where objection is not null
            group by dispatch_id""".formatted(
                    Clamp.sql("erp_open", "original_amount", "open_amount"),
                    Clamp.UNCLAMPED,
                    HoldInForce.ON_ITEM,
                    HoldInForce.WHOLLY_OR_LATER,
                    HoldInForce.TODAY,
                    PaidTo.NOT_AS_ASKED);

    private final Database database;

    public ClaimCheck(Database database) {
        this.database = database;
    }

    /** Why the reminder of that dispatch may not go on; empty when it may. */
    public Optional<String> objection(long dispatch, LocalDate today) {
        return Optional.ofNullable(
                objections(new SqlArrayValue("int8", dispatch), today).get(dispatch));
    }

    /** The reason per dispatch that must not leave; {@code today} is the creditor's. */
    public Map<Long, String> objections(SqlArrayValue dispatchIds, LocalDate today) {
        Map<Long, String> found = new HashMap<>();
        database.sql()
                .sql(OBJECTIONS)
                .param("ids", dispatchIds)
                .param("today", today)
                .query(rs -> {
                    found.put(rs.getLong("dispatch_id"), rs.getString("objection"));
                });
        return found;
    }
}
