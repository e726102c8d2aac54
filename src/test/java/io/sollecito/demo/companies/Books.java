package io.sollecito.demo.companies;

import io.sollecito.demo.companies.DemoItem.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The accounts receivable of an ERP: what its clerks know and have cleared, which lags behind the bank. */
final class Books {

    /** How a partial payment is kept. */
    enum Partials {
        /** as a credit item of its own until the whole invoice is cleared (SAP) */
        AS_ITEMS,
        /** by lowering the invoice's residual (Odoo) */
        ON_INVOICE
    }

    private final Partials partials;
    private final Function<LocalDate, String> paymentNumbers;
    private final List<DemoItem> items = new ArrayList<>();
    private final Set<DemoItem> changed = new LinkedHashSet<>();
    private final Map<String, List<DemoItem>> payments = new HashMap<>();

    Books(Partials partials, Function<LocalDate, String> paymentNumbers) {
        this.partials = partials;
        this.paymentNumbers = paymentNumbers;
    }

    List<DemoItem> items() {
        return items;
    }

    /** The items made or changed since the last call, in that order. */
    List<DemoItem> takeChanged() {
        List<DemoItem> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    DemoItem add(DemoItem item) {
        items.add(item);
        changed.add(item);
        return item;
    }

    void book(Transfer transfer, LocalDate day) {
        List<DemoItem> made = new ArrayList<>();
        BigDecimal left = transfer.amount();
        for (Transfer.Part part : transfer.parts()) {
            DemoItem item = part.item();
            left = left.subtract(part.amount());
            item.booked = item.booked.add(part.settles());
            settle(item);
            if (partials == Partials.AS_ITEMS && item.unbooked().signum() != 0) {
                made.add(payment(transfer, day, part.amount(), part.amount(), item));
            }
        }
        if (partials == Partials.ON_INVOICE) {
            made.add(payment(transfer, day, transfer.amount(), left, null));
        } else if (left.signum() != 0) {
            made.add(payment(transfer, day, left, left, null));
        }
        payments.put(transfer.endToEndId(), made);
    }

    /** A payment that came back: what it cleared is open again. */
    void undo(Transfer transfer) {
        for (DemoItem made : payments.getOrDefault(transfer.endToEndId(), List.of())) {
            close(made);
        }
        for (Transfer.Part part : transfer.parts()) {
            part.item().booked = part.item().booked.subtract(part.settles());
            settle(part.item());
        }
    }

    /** Clears an invoice against a credit note of the same amount. */
    void net(DemoItem invoice, DemoItem credit) {
        for (DemoItem each : List.of(invoice, credit)) {
            each.booked = each.original;
            settle(each);
        }
    }

    private void settle(DemoItem item) {
        if (item.unbooked().signum() == 0) {
            close(item);
            items.stream().filter(other -> other.towards == item).forEach(this::close);
        } else {
            item.open = partials == Partials.AS_ITEMS ? item.original : item.unbooked();
            changed.add(item);
        }
    }

    private void close(DemoItem item) {
        item.open = BigDecimal.ZERO.setScale(2);
        changed.add(item);
    }

    private DemoItem payment(Transfer transfer, LocalDate day, BigDecimal amount, BigDecimal open, DemoItem towards) {
        String number = paymentNumbers.apply(day);
        DemoItem payment = new DemoItem(
                number, number, 1, transfer.debtor(), Kind.PAYMENT, day, day, amount.negate(), null, towards);
        payment.open = open.negate();
        return add(payment);
    }
}
