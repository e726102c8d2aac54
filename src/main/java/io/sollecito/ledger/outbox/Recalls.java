package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.items.HoldInForce;
import io.sollecito.ledger.items.PaidTo;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.Receipts.Receipt;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Letters that the print house has and that should not leave any more, because an item that they advance was paid down, put
 * on hold or assigned since (law 6). Until it answers that it cancelled one, the letter counts as sent, or stays as uncertain as it was.
 */
public final class Recalls {

    /**
     * A letter to recall.
     *
     * @param reason PAID when nothing that it advances is open any more, HOLD when some of it is on hold or paid to
     *     another account, else AMOUNT
     * @param requested whether it was asked for already
     */
    public record Letter(String batchId, long dispatchId, String reason, boolean requested) {}

    /** Probes by item, where the view item_effective would add up every pending allocation of the ledger. */
    private static final String OPEN = """
            (select i.erp_open + coalesce(sum(case when a.state = 'pending' then -a.amount else a.amount end), 0)
               from allocation a where a.item_id = i.id and a.state in ('pending', 'reversal-pending')
                 and a.purpose not in ('interest', 'costs'))""";

    private static final String DUE = """
            select batch_id, dispatch_id, requested,
              case when sum(case when open_amount > 0 then 1 else 0 end) = 0 then 'PAID'
                when sum(case when held then 1 else 0 end) > 0 then 'HOLD' else 'AMOUNT' end as reason
            from (
              select d.batch_id, d.id as dispatch_id, ri.amount + ri.unlisted as listed_amount, %s as open_amount,
                i.in_collection and ri.role <> 'not-yet-due' or %s or exists (select 1 from hold h where %s and %s
                    and %s) or %s as held,
                exists (select 1 from receipt q where q.dispatch_id = d.id and q.event_id = 'recall:' || d.batch_id)
                  as requested
              from letter_batch b
              join dispatch d on d.batch_id = b.batch_id and d.creditor = b.creditor
              join reminder r on r.id = d.reminder_id
              join reminder_item ri on ri.reminder_id = d.reminder_id
              join open_item i on i.id = ri.item_id
              where b.creditor = :creditor and b.cut_off > :now
                and b.state in ('sent', 'uncertain', 'accepted', 'partial')
                and d.state in ('sent', 'uncertain') and ri.advances
            ) listed
            group by batch_id, dispatch_id, requested
            having sum(case when open_amount < listed_amount or held then 1 else 0 end) > 0
            order by batch_id, dispatch_id""".formatted(
                    OPEN,
                    HoldInForce.SAID_BY_SOURCE,
                    HoldInForce.ON_ITEM,
                    HoldInForce.WHOLLY_OR_LATER,
                    HoldInForce.TODAY,
                    PaidTo.NOT_AS_ASKED);

    private final Database database;
    private final Receipts receipts;
    private final DispatchStates states;

    public Recalls(
            Database database, Clock clock, Journal journal, Receipts receipts, Map<String, Creditor> creditors) {
        this.database = database;
        this.receipts = receipts;
        this.states = new DispatchStates(database, clock, journal, Map.copyOf(creditors));
    }

    /** The creditor's letters to recall whose batch's cut-off is still ahead, by batch. */
    public List<Letter> due(String creditor, Instant now) {
        return database.sql()
                .sql(DUE)
                .param("creditor", creditor)
                .param("now", Database.at(now))
                .param("today", states.today(creditor))
                .query((rs, n) -> new Letter(
                        rs.getString("batch_id"),
                        rs.getLong("dispatch_id"),
                        rs.getString("reason"),
                        rs.getBoolean("requested")))
                .list();
    }

    /** The print house was asked for these letters of a batch; each is recorded once. Returns how many were new. */
    public int requested(String creditor, String batchId, List<Letter> letters, Instant at) {
        Map<Long, String> reasons = letters.stream().collect(Collectors.toMap(Letter::dispatchId, Letter::reason));
        return database.inTransaction(() -> {
            int recorded = 0;
            for (Claim letter : locked(creditor, batchId, reasons.keySet())) {
                String reason = reasons.get(letter.dispatchId());
                Receipt receipt = new Receipt(letter.dispatchId(), "recall:" + batchId, "RECALL_REQUESTED", reason, at);
                if (receipts.add(creditor, List.of(receipt)) == 1) {
                    states.note(letter, "recall-requested", "run", reason);
                    recorded++;
                }
            }
            return recorded;
        });
    }

    /** Those that are with the print house as far as is known, locked for the transaction under way. */
    private List<Claim> locked(String creditor, String batchId, Collection<Long> dispatchIds) {
        if (dispatchIds.isEmpty()) {
            return List.of();
        }
        return database.sql()
                .sql("select * from dispatch where creditor = :creditor and batch_id = :batch and id in (:ids)"
                        + " and state in ('sent', 'uncertain') order by id for update")
                .param("creditor", creditor)
                .param("batch", batchId)
                .param("ids", dispatchIds)
                .query((rs, n) -> DispatchStates.claim(rs, rs.getLong("claim_token")))
                .list();
    }
}
