package io.sollecito.reconciliation;

import io.sollecito.model.Statement.Entry;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What of an entry can be matched: its payments, or the entry as one when the bank does not say how it divides. */
public final class Dividing {

    private Dividing() {}

    /** Payments in the entry's currency that add up to the entry. */
    public static List<Payment> payments(Entry entry) {
        boolean divided = entry.payments().stream()
                .allMatch(payment ->
                        payment.amount() != null && payment.currency().equals(entry.currency()));
        if (divided) {
            return entry.payments();
        }
        String texts = entry.payments().stream()
                .flatMap(payment -> java.util.stream.Stream.of(payment.creditorReference(), payment.remittance()))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        return List.of(new Payment(
                entry.amount(),
                entry.currency(),
                null,
                null,
                texts.isEmpty() ? null : texts,
                shared(entry),
                entry.payments().get(0).returnReason(),
                particulars(entry)));
    }

    /** What all of them say; of one payment in another currency, its amount as instructed (law 1). */
    private static Particulars particulars(Entry entry) {
        List<Payment> payments = entry.payments();
        Particulars first = payments.get(0).particulars();
        List<String> codes = payments.stream()
                .map(payment -> payment.particulars().transactionCode())
                .distinct()
                .toList();
        String code = codes.size() == 1 ? codes.get(0) : null;
        if (payments.size() > 1) {
            return new Particulars(code, null, null, null);
        }
        boolean known = first.originalAmount() != null || payments.get(0).amount() == null;
        return new Particulars(
                code,
                null,
                known ? first.originalAmount() : payments.get(0).amount().abs(),
                known ? first.originalCurrency() : payments.get(0).currency(),
                first.collective());
    }

    private static io.sollecito.model.Statement.Counterparty shared(Entry entry) {
        var parties =
                entry.payments().stream().map(Payment::counterparty).distinct().toList();
        return parties.size() == 1 ? parties.get(0) : null;
    }
}
