package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The ERP was faster than the bank: its own item of a payment was open before the statement came. Then only the ERP's
 * item counts (law 10).
 */
final class BookedAlready {

    /** A part of a payment that is about to be written; {@code since} is when the bank showed the money. */
    record Allocated(long payment, Part part, Instant since) {

        boolean isCharge() {
            return Set.of("interest", "costs").contains(part.purpose());
        }
    }

    private record Account(String source, String debtor, String currency) {}

    private record Booked(Account account, String itemKey, BigDecimal amount, String reference, Instant asOf) {}

    private record Payment(BigDecimal amount, String endToEndId, String creditorReference) {}

    private final Database database;

    BookedAlready(Database database) {
        this.database = database;
    }

    /** The key of the ERP's item for each allocation that one books already. */
    Map<Allocated, String> keys(List<Allocated> allocated) {
        List<Allocated> waiting = allocated.stream()
                .filter(each -> !each.part().confirmed() && !each.isCharge())
                .toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        SqlArrayValue items =
                AnyOf.numbers(waiting.stream().map(each -> each.part().itemId()).toList());
        Map<Account, List<Booked>> booked = booked(items);
        if (booked.isEmpty()) {
            return Map.of();
        }
        Map<Long, Account> accounts = accounts(items);
        Map<Long, Payment> payments =
                payments(AnyOf.numbers(waiting.stream().map(Allocated::payment).toList()));
        Map<Long, Map<Account, List<Allocated>>> shares = new HashMap<>();
        waiting.forEach(each -> shares.computeIfAbsent(each.payment(), payment -> new HashMap<>())
                .computeIfAbsent(accounts.get(each.part().itemId()), account -> new ArrayList<>())
                .add(each));
        Map<Allocated, String> keys = new HashMap<>();
        for (boolean byReference : new boolean[] {true, false}) {
            waiting.stream().filter(each -> !keys.containsKey(each)).forEach(each -> {
                Account account = accounts.get(each.part().itemId());
                List<Allocated> share = shares.get(each.payment()).get(account);
                Payment payment = payments.get(each.payment());
                List<Booked> ofAccount = booked.getOrDefault(account, List.of());
                ofAccount.stream()
                        .filter(item -> isOf(item, payment, share))
                        .filter(item -> byReference
                                ? names(item, payment)
                                : !item.asOf().isBefore(each.since()))
                        .findFirst()
                        .ifPresent(item -> {
                            ofAccount.remove(item);
                            share.forEach(part -> keys.put(part, item.itemKey()));
                        });
            });
        }
        return keys;
    }

    private static boolean isOf(Booked item, Payment payment, List<Allocated> share) {
        BigDecimal sum = share.stream().map(each -> each.part().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return item.amount().compareTo(payment.amount()) == 0 || item.amount().compareTo(sum) == 0;
    }

    private static boolean names(Booked item, Payment payment) {
        return item.reference() != null
                && (item.reference().equals(payment.endToEndId())
                        || item.reference().equals(payment.creditorReference()));
    }

    /** The ERP's open payment items of these items' debtors that no allocation is for, oldest first. */
    private Map<Account, List<Booked>> booked(SqlArrayValue items) {
        return database
                .sql()
                .sql("select x.source, x.debtor, x.currency, x.item_key, -x.original_amount as amount,"
                        + " x.payment_reference, e.as_of from (select distinct creditor, source, debtor, currency"
                        + "  from open_item where id = any(?)) d"
                        + " join open_item x on x.creditor = d.creditor and x.source = d.source and x.debtor = d.debtor"
                        + " and x.currency = d.currency join export e on e.id = x.created_export"
                        + " where x.type = 'PAYMENT_ON_ACCOUNT' and x.original_amount < 0 and x.erp_open < 0"
                        + " and not exists (select 1 from allocation a join open_item o on o.id = a.item_id"
                        + "  where a.booked_key = x.item_key and o.creditor = x.creditor and o.source = x.source)"
                        + " order by e.as_of, x.id")
                .param(items)
                .query((rs, n) -> new Booked(
                        new Account(rs.getString("source"), rs.getString("debtor"), rs.getString("currency")),
                        rs.getString("item_key"),
                        rs.getBigDecimal("amount"),
                        rs.getString("payment_reference"),
                        rs.getObject("as_of", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.groupingBy(Booked::account, HashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private Map<Long, Account> accounts(SqlArrayValue items) {
        Map<Long, Account> found = new HashMap<>();
        database.sql()
                .sql("select id, source, debtor, currency from open_item where id = any(?)")
                .param(items)
                .query(rs -> {
                    found.put(
                            rs.getLong("id"),
                            new Account(rs.getString("source"), rs.getString("debtor"), rs.getString("currency")));
                });
        return found;
    }

    private Map<Long, Payment> payments(SqlArrayValue payments) {
        Map<Long, Payment> found = new HashMap<>();
        database.sql()
                .sql("select id, amount, end_to_end_id, creditor_reference from payment where id = any(?)")
                .param(payments)
                .query(rs -> {
                    found.put(
                            rs.getLong("id"),
                            new Payment(
                                    rs.getBigDecimal("amount"),
                                    rs.getString("end_to_end_id"),
                                    rs.getString("creditor_reference")));
                });
        return found;
    }
}
