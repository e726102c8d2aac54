package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.Creditor;
import io.sollecito.model.Hold;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What follows when a bank gives a payment back: its items are open again at the step that they had reached, unless the
 * bank's reason says that a person must look first.
 */
final class ReturnedPayments {

    private record Debtor(String source, String debtor, Long item) {}

    /** Reasons of ISO 20022 that no reminder may answer. */
    private static final Map<String, Hold> HOLDS = Map.of(
            "MD01", held(Hold.MANUAL, "a direct debit came back, MD01: the debtor knows of no mandate"),
            "MD06", held(Hold.DISPUTE, "a direct debit came back, MD06: the debtor asked for the money back"),
            "MD07", held("deceased", "a direct debit came back, MD07: the debtor has died"));

    private final Database database;
    private final Clock clock;
    private final Creditor creditor;
    private final Holds holds;

    ReturnedPayments(Database database, Clock clock, Creditor creditor) {
        this.database = database;
        this.clock = clock;
        this.creditor = creditor;
        this.holds = new Holds(database, new Journal(database, clock), clock);
    }

    private static Hold held(String kind, String reason) {
        return new Hold(null, kind, reason, "bank", null, null);
    }

    /**
     * Gives back a payment, with all the parts that a person made of it.
     *
     * @param reason the bank's code, or null
     */
    void giveBack(long payment, long returning, Instant since, String reason) {
        database.sql()
                .sql("select id from payment where id = ? or split_of = ? order by id")
                .params(payment, payment)
                .query(Long.class)
                .list()
                .forEach(part -> giveBackPart(part, returning, since, reason));
    }

    private void giveBackPart(long payment, long returning, Instant since, String reason) {
        String why = reason == null ? "returned" : "returned, " + reason;
        if (reason != null && HOLDS.containsKey(reason)) {
            hold(payment, HOLDS.get(reason));
        }
        markReturned(payment);
        new Reversal(database, clock, creditor.code(), "run").ofPayment(payment, returning, since, why);
        database.sql()
                .sql("update payment set decision = 'returned', unallocated = amount where id = ?")
                .param(payment)
                .update();
        new LearnedAccounts(database, clock, creditor.code()).unlearnFromPayment(payment);
    }

    /** What was paid with it came back: a plan may have a step of its own for that, and no bank collects it any more. */
    private void markReturned(long payment) {
        database.sql()
                .sql(
                        "update open_item set returned_on = ?, in_collection = false where id in (select a.item_id from allocation a"
                                + " where a.payment_id = ? and a.state in ('pending', 'confirmed'))")
                .params(LocalDate.ofInstant(clock.instant(), creditor.zone()), payment)
                .update();
    }

    private void hold(long payment, Hold hold) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), creditor.zone());
        held(payment, hold.kind())
                .forEach(each ->
                        holds.place(creditor.code(), each.source(), each.debtor(), each.item(), today, hold, "run"));
    }

    /** Who died is held as a whole, else the items that were paid. */
    private List<Debtor> held(long payment, String kind) {
        String item = kind.equals("deceased") ? "cast(null as bigint)" : "i.id";
        return database.sql()
                .sql("select distinct i.source, i.debtor, " + item + " as item from allocation a"
                        + " join open_item i on i.id = a.item_id where a.payment_id = ?"
                        + " and a.state in ('pending', 'confirmed') and not exists (select 1 from hold h"
                        + "  where h.creditor = i.creditor and h.source = i.source and h.debtor = i.debtor"
                        + "  and h.ended_at is null and h.kind = ? and h.item_id is not distinct from " + item + ")")
                .params(payment, kind)
                .query((rs, n) ->
                        new Debtor(rs.getString("source"), rs.getString("debtor"), rs.getObject("item", Long.class)))
                .list();
    }
}
