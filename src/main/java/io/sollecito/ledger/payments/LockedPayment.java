package io.sollecito.ledger.payments;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A payment that a person decides about, under the creditor's lock. */
record LockedPayment(
        Database database,
        long id,
        String creditor,
        LocalDate booked,
        BigDecimal amount,
        String currency,
        BigDecimal unallocated,
        String decision) {

    /**
     * What a person decided.
     *
     * @param second the second person, or null
     */
    record Verdict(String decision, BigDecimal unallocated, String user, String second, String reason) {}

    /** @throws Refused when there is no such payment */
    static LockedPayment take(Database database, long payment) {
        String creditor = database.sql()
                .sql("select creditor from payment where id = ?")
                .param(payment)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused("there is no payment " + payment));
        CreditorLock.take(database, creditor);
        return database.sql()
                .sql("select creditor, booking_date, amount, currency, unallocated, decision from payment where id = ?"
                        + " for update")
                .param(payment)
                .query((rs, n) -> new LockedPayment(
                        database,
                        payment,
                        rs.getString("creditor"),
                        rs.getObject("booking_date", LocalDate.class),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getBigDecimal("unallocated"),
                        rs.getString("decision")))
                .single();
    }

    boolean hasAllocations() {
        return database.sql()
                .sql("select id from allocation where payment_id = ? and state in ('pending', 'confirmed') limit 1")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    boolean isReturned() {
        return decision.equals("returned");
    }

    void decide(Verdict verdict, Instant at) {
        database.sql()
                .sql("update payment set decision = ?, decided_by = ?, unallocated = ?, decided_at = ?,"
                        + " aside = aside and decision = ? where id = ?")
                .params(
                        verdict.decision(),
                        verdict.user(),
                        verdict.unallocated(),
                        Database.at(at),
                        verdict.decision(),
                        id)
                .update();
        JournalRows journal = new JournalRows(database, at, creditor);
        journal.add(
                "payment-decided",
                "payment:" + id,
                verdict.user(),
                "decision",
                verdict.decision(),
                "amount",
                amount,
                "unallocated",
                verdict.unallocated(),
                "second",
                verdict.second(),
                "reason",
                verdict.reason());
        journal.write();
    }
}
