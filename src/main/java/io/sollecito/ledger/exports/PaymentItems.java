package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The ERP books a payment as an item of its own: a new payment on account of the same debtor with the same reference or
 * amount as a pending allocation. Then only the ERP's item counts (law 10).
 */
final class PaymentItems {

    /** An allocation and the key of the ERP's item that books its money. */
    record Accounted(long allocation, String itemKey) {}

    private record Booked(String itemKey, String debtor, String currency, BigDecimal amount, String reference) {}

    private record Waiting(
            long id,
            Long payment,
            BigDecimal amount,
            BigDecimal paid,
            String endToEndId,
            String creditorReference,
            String debtor,
            String currency) {

        boolean isFor(Booked booked) {
            return debtor.equals(booked.debtor()) && currency.equals(booked.currency());
        }

        boolean names(Booked booked) {
            String reference = booked.reference();
            return reference != null && (reference.equals(endToEndId) || reference.equals(creditorReference));
        }
    }

    private final Database database;
    private final Export export;

    PaymentItems(Database database, Export export) {
        this.database = database;
        this.export = export;
    }

    /** The allocations that the new payment items of the stage account for. */
    List<Accounted> accountedFor() {
        List<Booked> booked = booked();
        List<Waiting> waiting = booked.isEmpty() ? List.of() : new ArrayList<>(waiting());
        List<Accounted> accounted = new ArrayList<>();
        for (boolean byReference : new boolean[] {true, false}) {
            booked.removeIf(item -> {
                List<Waiting> found = byReference ? named(item, waiting) : ofSameAmount(item, waiting);
                found.forEach(allocation -> accounted.add(new Accounted(allocation.id(), item.itemKey())));
                waiting.removeAll(found);
                return !found.isEmpty();
            });
        }
        return accounted;
    }

    private static List<Waiting> named(Booked item, List<Waiting> waiting) {
        return waiting.stream().filter(w -> w.isFor(item) && w.names(item)).toList();
    }

    /** The oldest payment of that amount to this debtor, or else the oldest single allocation of it. */
    private static List<Waiting> ofSameAmount(Booked item, List<Waiting> waiting) {
        List<Waiting> own = waiting.stream().filter(w -> w.isFor(item)).toList();
        Optional<Long> payment = own.stream()
                .map(Waiting::payment)
                .filter(Objects::nonNull)
                .distinct()
                .filter(id -> isAmountOf(item.amount(), own, id))
                .findFirst();
        if (payment.isPresent()) {
            return own.stream().filter(w -> payment.get().equals(w.payment())).toList();
        }
        return own.stream()
                .filter(w -> w.amount().compareTo(item.amount()) == 0)
                .limit(1)
                .toList();
    }

    private static boolean isAmountOf(BigDecimal amount, List<Waiting> own, Long payment) {
        List<Waiting> parts =
                own.stream().filter(w -> payment.equals(w.payment())).toList();
        BigDecimal allocated = parts.stream().map(Waiting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return allocated.compareTo(amount) == 0 || parts.get(0).paid().compareTo(amount) == 0;
    }

    private List<Booked> booked() {
        return new ArrayList<>(database.sql()
                .sql("select s.item_key, s.debtor, s.currency, abs(s.original_amount) as amount, s.payment_reference"
                        + " from stage_item s join stage_change c on c.seq = s.seq and c.what = 'new'"
                        + " where s.type = 'PAYMENT_ON_ACCOUNT' and s.original_amount < 0 order by s.seq")
                .query((rs, n) -> new Booked(
                        rs.getString("item_key"),
                        rs.getString("debtor"),
                        rs.getString("currency"),
                        rs.getBigDecimal("amount"),
                        rs.getString("payment_reference")))
                .list());
    }

    private List<Waiting> waiting() {
        return database.sql()
                .sql("select a.id, a.payment_id, a.amount, p.amount as paid, p.end_to_end_id, p.creditor_reference,"
                        + " i.debtor, i.currency from allocation a join open_item i on i.id = a.item_id"
                        + " left join payment p on p.id = a.payment_id"
                        + " where a.state = 'pending' and a.since < :asOf and i.creditor = :creditor"
                        + " and i.source = :source and a.purpose not in ('interest', 'costs')"
                        + " order by a.since, a.id")
                .param("asOf", Database.at(export.asOf()))
                .param("creditor", export.creditor())
                .param("source", export.source())
                .query((rs, n) -> new Waiting(
                        rs.getLong("id"),
                        rs.getObject("payment_id", Long.class),
                        rs.getBigDecimal("amount"),
                        rs.getBigDecimal("paid"),
                        rs.getString("end_to_end_id"),
                        rs.getString("creditor_reference"),
                        rs.getString("debtor"),
                        rs.getString("currency")))
                .list();
    }
}
