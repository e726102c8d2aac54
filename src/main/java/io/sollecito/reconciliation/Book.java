package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open items that payments may settle, found by number, reference, debtor, account, name and amount. Debtors are added
 * before items; what no payment could refer to is not kept.
 */
public final class Book {

    /** More items of one amount than this say nothing about a payment of that amount. */
    static final int MOST_ALIKE = 20;

    private static final int LEAST_DEBTOR_NUMBER = 4;

    private final Wanted wanted;
    private final Map<String, Set<DebtorKey>> byIban = new HashMap<>();
    private final Map<String, Map<DebtorKey, Double>> byName = new HashMap<>();
    private final Map<String, Set<DebtorKey>> byDebtorNumber = new HashMap<>();
    private final Map<String, Set<DebtorKey>> paidFrom = new HashMap<>();
    private final Set<DebtorKey> wantedDebtors = new HashSet<>();
    private final Map<DebtorKey, Set<DebtorKey>> paidBy = new HashMap<>();
    private final Map<DebtorKey, DebtorKey> payers = new HashMap<>();
    private final Map<String, List<Position>> byNumber = new HashMap<>();
    private final Map<String, List<Position>> byReference = new HashMap<>();
    private final Map<DebtorKey, List<Position>> byDebtor = new HashMap<>();
    private final Map<String, List<Position>> byAmount = new HashMap<>();
    private final Map<Long, List<Position>> byId = new HashMap<>();
    private final Map<DebtorKey, DebtorKey> shared = new HashMap<>();
    private final Map<LocalDate, LocalDate> sharedDays = new HashMap<>();
    private final SettledNumbers settled;
    private final Map<DebtorKey, Set<String>> settledKeys = new HashMap<>();
    private boolean knowsDebtors;

    public Book(Wanted wanted, SettledNumbers settled) {
        this.wanted = wanted;
        this.settled = settled;
    }

    public void add(KnownDebtor debtor) {
        knowsDebtors = true;
        String number = debtorNumber(debtor.key().debtor());
        boolean numbered = number.length() >= LEAST_DEBTOR_NUMBER && wanted.number(number);
        Map<String, Double> names = wanted.namesLike(debtor);
        boolean isPaidFor =
                debtor.payer() != null && !debtor.payer().equals(debtor.key().debtor());
        boolean isWanted = numbered || !names.isEmpty() || wanted.account(debtor);
        if (!isWanted && !isPaidFor) {
            return;
        }
        DebtorKey key = shared(debtor.key());
        for (String iban : debtor.ibans()) {
            if (wanted.ibans().contains(iban)) {
                byIban.merge(iban, Set.of(key), Book::both);
            }
        }
        if (numbered) {
            byDebtorNumber.merge(number, Set.of(key), Book::both);
        }
        names.forEach((name, alike) -> byName.merge(name, Map.of(key, alike), Book::better));
        if (isWanted) {
            wantedDebtors.add(key);
        }
        if (isPaidFor) {
            DebtorKey payer = shared(new DebtorKey(key.creditor(), key.source(), debtor.payer()));
            paidBy.merge(payer, Set.of(key), Book::both);
            payers.put(key, payer);
        }
    }

    /** Mostly there is one: it takes a fifth of the memory of a set that can grow. */
    private static Set<DebtorKey> both(Set<DebtorKey> known, Set<DebtorKey> more) {
        Set<DebtorKey> both = known instanceof LinkedHashSet ? known : new LinkedHashSet<>(known);
        both.addAll(more);
        return both;
    }

    private static Map<DebtorKey, Double> better(Map<DebtorKey, Double> known, Map<DebtorKey, Double> more) {
        Map<DebtorKey, Double> both = known instanceof LinkedHashMap ? known : new LinkedHashMap<>(known);
        more.forEach((debtor, alike) -> both.merge(debtor, alike, Math::max));
        return both;
    }

    private DebtorKey shared(DebtorKey debtor) {
        return shared.computeIfAbsent(debtor, key -> key);
    }

    public void add(Payable item) {
        wanted.forgetNames();
        if (item.open().signum() == 0) {
            return;
        }
        List<String> numbers = wanted.numbers(item);
        boolean referred = wanted.reference(item.paymentReference());
        boolean listed = wanted.isListed(item);
        List<List<Position>> alike = alike(item);
        if (numbers.isEmpty() && !referred && !listed && alike.isEmpty() && !isOfWantedDebtor(item)) {
            return;
        }
        DebtorKey debtor = shared(item.debtor());
        LocalDate due = item.dueDate() == null ? null : sharedDays.computeIfAbsent(item.dueDate(), day -> day);
        Position position = new Position(item.sharing(debtor, due));
        byDebtor.computeIfAbsent(debtor, d -> new ArrayList<>(2)).add(position);
        numbers.forEach(
                key -> byNumber.computeIfAbsent(key, k -> new ArrayList<>(1)).add(position));
        if (referred) {
            byReference
                    .computeIfAbsent(References.key(item.paymentReference()), r -> new ArrayList<>(1))
                    .add(position);
        }
        if (listed) {
            byId.computeIfAbsent(item.itemId(), i -> new ArrayList<>(1)).add(position);
        }
        alike.forEach(ofAmount -> ofAmount.add(position));
    }

    private boolean isOfWantedDebtor(Payable item) {
        DebtorKey payer = payers.get(item.debtor());
        return wantedDebtors.contains(item.debtor()) || payer != null && wantedDebtors.contains(payer);
    }

    /** Where the item is to be found by what is open and by that less its discount; not where there are enough already. */
    private List<List<Position>> alike(Payable item) {
        List<List<Position>> places = new ArrayList<>(2);
        alike(item.open(), item.currency(), places);
        if (item.discount() != null) {
            alike(item.open().subtract(item.discount().amount()), item.currency(), places);
        }
        return places;
    }

    private void alike(BigDecimal amount, String currency, List<List<Position>> places) {
        if (wanted.amount(amount, currency)) {
            List<Position> alike = byAmount.computeIfAbsent(amountKey(amount, currency), a -> new ArrayList<>(1));
            if (alike.size() <= MOST_ALIKE) {
                places.add(alike);
            }
        }
    }

    /** What an account paid is known for the other payments of this matching. */
    void paidFrom(String iban, Collection<DebtorKey> debtors) {
        paidFrom.merge(
                iban,
                debtors.size() == 1 ? Set.of(debtors.iterator().next()) : new LinkedHashSet<>(debtors),
                Book::both);
    }

    Set<DebtorKey> paidFrom(String iban) {
        return paidFrom.getOrDefault(iban, Set.of());
    }

    /** Whether anything is known of any debtor, so that a payer could agree with it. */
    boolean knowsDebtors() {
        return knowsDebtors;
    }

    /** The keys of the numbers of what is not open any more of these debtors. */
    Set<String> settledNumbers(Collection<DebtorKey> debtors) {
        Set<String> keys = new HashSet<>();
        debtors.forEach(debtor -> keys.addAll(settledKeys.computeIfAbsent(debtor, this::settledKeys)));
        return keys;
    }

    private Set<String> settledKeys(DebtorKey debtor) {
        Set<String> keys = new HashSet<>();
        settled.of(debtor).forEach(number -> keys.addAll(Numbers.documentKeys(number)));
        return keys;
    }

    List<Position> byNumber(String key) {
        return byNumber.getOrDefault(key, List.of());
    }

    List<Position> byReference(String reference) {
        return byReference.getOrDefault(References.key(reference), List.of());
    }

    List<Position> byId(long itemId) {
        return byId.getOrDefault(itemId, List.of());
    }

    Set<DebtorKey> byIban(String iban) {
        return byIban.getOrDefault(iban, Set.of());
    }

    /** The debtors whose own number, as the ERP knows them, is this one. */
    Set<DebtorKey> byDebtorNumber(String number) {
        return byDebtorNumber.getOrDefault(debtorNumber(number), Set.of());
    }

    private static String debtorNumber(String number) {
        return References.key(number);
    }

    /** The debtors whose name is like this one, and how much (1 is equal). */
    Map<DebtorKey, Double> byName(String name) {
        return byName.getOrDefault(String.valueOf(WantedNames.id(name)), Map.of());
    }

    /** The debtor and those that it pays for. */
    Set<DebtorKey> family(Collection<DebtorKey> debtors) {
        Set<DebtorKey> family = new LinkedHashSet<>(debtors);
        debtors.forEach(debtor -> family.addAll(paidBy.getOrDefault(debtor, Set.of())));
        return family;
    }

    /** What is open of these debtors in that currency. */
    List<Position> openOf(Collection<DebtorKey> debtors, String currency) {
        List<Position> open = new ArrayList<>();
        for (DebtorKey debtor : debtors) {
            for (Position position : byDebtor.getOrDefault(debtor, List.of())) {
                if (position.isOpen() && position.item().currency().equals(currency)) {
                    open.add(position);
                }
            }
        }
        return open;
    }

    /** What was open with that amount, as it stands or less its discount, at most {@link #MOST_ALIKE} and one more. */
    List<Position> openWith(BigDecimal amount, String currency) {
        return byAmount.getOrDefault(amountKey(amount, currency), List.of()).stream()
                .filter(Position::isOpen)
                .toList();
    }

    /** What a decision takes is not there for the next payment. */
    void take(List<Allocation> allocations) {
        for (Allocation allocation : allocations) {
            Payable item = allocation.item();
            for (Position position : byDebtor.getOrDefault(item.debtor(), List.of())) {
                if (position.item().itemId() == item.itemId() && position.item().closedByErp() == item.closedByErp()) {
                    position.take(allocation.amount());
                }
            }
        }
    }

    private static String amountKey(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().toPlainString() + currency;
    }
}
