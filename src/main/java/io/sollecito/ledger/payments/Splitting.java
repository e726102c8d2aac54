package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.model.Amounts;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A person divides a payment into several, each to be decided on its own; together they stay what the bank showed. */
public final class Splitting {

    private final Database database;
    private final Clock clock;

    public Splitting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param amounts of the parts, each more than zero also of money out; what they leave of it is a further part
     * @return the payments that it is now, the first under its old number
     * @throws Refused when it is allocated or returned, or the amounts are more than it
     */
    public List<Long> split(long paymentId, List<BigDecimal> amounts, String user, String reason) {
        return database.inTransaction(() -> {
            LockedPayment payment = LockedPayment.take(database, paymentId);
            if (payment.hasAllocations() || payment.isReturned()) {
                throw new Refused("payment " + paymentId + " is allocated or returned; take that back first");
            }
            List<BigDecimal> parts = parts(payment, amounts);
            database.sql()
                    .sql("delete from candidate where payment_id = ?")
                    .param(paymentId)
                    .update();
            List<Long> ids = new ArrayList<>(List.of(paymentId));
            OffsetDateTime now = Database.at(clock.instant());
            for (BigDecimal part : parts.subList(1, parts.size())) {
                ids.add(insert(paymentId, part, user, now));
            }
            database.sql()
                    .sql("update payment set amount = ?, unallocated = ?, decision = 'unmatched', decided_by = ?,"
                            + " aside = false, split_of = coalesce(split_of, id), decided_at = ? where id = ?")
                    .params(parts.get(0), parts.get(0), user, now, paymentId)
                    .update();
            JournalRows journal = new JournalRows(database, clock.instant(), payment.creditor());
            for (int i = 0; i < ids.size(); i++) {
                journal.add(
                        "payment-split",
                        "payment:" + ids.get(i),
                        user,
                        "of",
                        paymentId,
                        "whole",
                        payment.amount(),
                        "amount",
                        parts.get(i),
                        "reason",
                        reason);
            }
            journal.write();
            return List.copyOf(ids);
        });
    }

    private static List<BigDecimal> parts(LockedPayment payment, List<BigDecimal> amounts) {
        int sign = payment.amount().signum();
        List<BigDecimal> parts = new ArrayList<>(amounts);
        BigDecimal rest = amounts.stream().reduce(payment.amount().abs(), BigDecimal::subtract);
        if (rest.signum() != 0) {
            parts.add(rest);
        }
        boolean fits = parts.stream().allMatch(amount -> amount.signum() > 0);
        parts.replaceAll(amount -> sign < 0 ? amount.negate() : amount);
        if (!fits || parts.size() < 2) {
            throw new Refused("payment " + payment.id() + " of " + Amounts.text(payment.amount(), payment.currency())
                    + " cannot be divided so");
        }
        return parts;
    }

    private long insert(long payment, BigDecimal amount, String user, OffsetDateTime now) {
        database.sql()
                .sql(
                        "insert into payment (entry_id, creditor, seq, booking_date, amount, currency, end_to_end_id,"
                                + " creditor_reference, remittance, counterparty_name, counterparty_iban, return_reason,"
                                + " transaction_code, decision, decided_by, unallocated, evidence, split_of, decided_at)"
                                + " select entry_id, creditor, (select max(s.seq) + 1 from payment s"
                                + "  where s.entry_id = payment.entry_id), booking_date, ?, currency, end_to_end_id,"
                                + " creditor_reference, remittance, counterparty_name, counterparty_iban, return_reason,"
                                + " transaction_code, 'unmatched', ?, ?, evidence, coalesce(split_of, id), ? from payment where id = ?")
                .params(amount, user, amount, now, payment)
                .update();
        return database.sql()
                .sql("select max(p.id) from payment p join payment o on o.entry_id = p.entry_id where o.id = ?")
                .param(payment)
                .query(Long.class)
                .single();
    }
}
