package io.sollecito.truth;

import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Statement;
import io.sollecito.model.Withheld;
import io.sollecito.reconciliation.Allocation;
import io.sollecito.reconciliation.Book;
import io.sollecito.reconciliation.DebtorKey;
import io.sollecito.reconciliation.Decision;
import io.sollecito.reconciliation.Incoming;
import io.sollecito.reconciliation.KnownDebtor;
import io.sollecito.reconciliation.Matcher;
import io.sollecito.reconciliation.PaidBefore;
import io.sollecito.reconciliation.Payable;
import io.sollecito.reconciliation.Purpose;
import io.sollecito.reconciliation.ReferenceBook;
import io.sollecito.reconciliation.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The matching engine, given what the ledger would give it; the only class here that knows how it is called. */
final class Engine {

    private final World world;
    private final List<OpenItem> items = new ArrayList<>();
    private final Map<DebtorKey, List<String>> settled = new HashMap<>();

    Engine(World world) {
        this.world = world;
        for (Customer customer : world.customers()) {
            List<Bill> before = world.settledOf(customer);
            if (!before.isEmpty()) {
                settled.put(
                        key(before.get(0).first()),
                        before.stream().map(Bill::number).toList());
            }
        }
    }

    /** The decisions about the statement's payments, in their order. */
    List<Decision> decide(Statement statement) {
        List<Incoming> payments = statement.entries().stream()
                .map(entry -> Incoming.of(statement, entry, entry.payments().get(0)))
                .toList();
        Book book = new Book(new Wanted(payments, ReferenceBook.NONE), this::settled);
        for (Customer customer : world.customers()) {
            Debtor debtor = customer.master();
            book.add(new KnownDebtor(
                    new DebtorKey(debtor.creditor(), debtor.source(), debtor.debtor()),
                    debtor.name(),
                    debtor.bankAccounts(),
                    debtor.payer()));
        }
        items(world.bills()).map(item -> payable(item, false)).forEach(book::add);
        items(world.closedByErp()).map(item -> payable(item, true)).forEach(book::add);
        return new Matcher(
                        book,
                        ReferenceBook.NONE,
                        this::paidBefore,
                        Set.of(world.house().account(), world.house().savings()))
                .decide(payments);
    }

    /** The item that an allocation means. */
    OpenItem item(Allocation allocation) {
        return items.get((int) allocation.item().itemId());
    }

    private Collection<String> settled(DebtorKey debtor) {
        return settled.getOrDefault(debtor, List.of());
    }

    private List<PaidBefore.Paid> paidBefore(Incoming returned) {
        List<PaidBefore.Paid> paid = new ArrayList<>();
        for (int i = 0; i < world.earlier().size(); i++) {
            World.Earlier earlier = world.earlier().get(i);
            if (earlier.amount().compareTo(returned.amount().negate()) == 0) {
                paid.add(new PaidBefore.Paid(
                        i,
                        earlier.amount(),
                        world.house().currency(),
                        earlier.endToEndId(),
                        earlier.bankReference(),
                        earlier.sender().iban(),
                        earlier.shares().stream()
                                .map(share ->
                                        new Allocation(payable(share.item(), false), share.amount(), Purpose.PRINCIPAL))
                                .toList()));
            }
        }
        return paid;
    }

    private static Stream<OpenItem> items(List<Bill> bills) {
        return bills.stream().flatMap(bill -> bill.items().stream());
    }

    private Payable payable(OpenItem item, boolean closedByErp) {
        items.add(item);
        return new Payable(
                items.size() - 1L,
                key(item),
                item.documentNo(),
                item.printedNo(),
                item.instalment(),
                item.dueDate(),
                item.currency(),
                item.openAmount(),
                item.discount(),
                item.withheld().stream().map(Withheld::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                item.paymentReference(),
                closedByErp);
    }

    private static DebtorKey key(OpenItem item) {
        return new DebtorKey(item.creditor(), item.source(), item.debtor());
    }
}
