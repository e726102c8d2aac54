package io.sollecito.truth;

import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A careful clerk who knows all open items: says whether what a payment shows leaves one reading only. */
final class Clerk {

    private static final int MOST_ITEMS = 14;

    private final World world;
    private final Map<String, List<Customer>> byIban = new HashMap<>();
    private final Map<Customer, Set<String>> names = new HashMap<>();
    private final Map<String, List<Customer>> byWord = new HashMap<>();

    Clerk(World world) {
        this.world = world;
        for (Customer customer : world.customers()) {
            customer.master()
                    .bankAccounts()
                    .forEach(iban ->
                            byIban.computeIfAbsent(iban, i -> new ArrayList<>()).add(customer));
            Set<String> words = Names.words(customer.master().name());
            names.put(customer, words);
            words.forEach(word -> byWord.computeIfAbsent(
                            word.substring(0, Math.min(4, word.length())), w -> new ArrayList<>())
                    .add(customer));
        }
    }

    /** The customers whom the payment may come from: who own the account, else whose name it may be. */
    Set<Customer> senders(Sender sender) {
        List<Customer> owners = byIban.getOrDefault(sender.iban(), List.of());
        if (!owners.isEmpty()) {
            return new HashSet<>(owners);
        }
        Set<Customer> namesakes = new HashSet<>();
        if (sender.name() != null) {
            Set<String> words = Names.words(sender.name());
            for (String word : words) {
                byWord.getOrDefault(word.substring(0, Math.min(4, word.length())), List.of()).stream()
                        .filter(customer -> Names.maybeSame(words, names.get(customer)))
                        .forEach(namesakes::add);
            }
        }
        return namesakes;
    }

    /** Whether what the bank shows of the payer fits the customer. */
    boolean mayBeFrom(Sender sender, Customer customer) {
        return senders(sender).contains(customer);
    }

    boolean isFrom(Sender sender, Customer customer) {
        return senders(sender).equals(Set.of(customer));
    }

    /** Whether the phrase, written about the bill, can mean only this bill for this payer and amount. */
    boolean reads(String phrase, Bill bill, Sender sender, BigDecimal amount) {
        List<Bill> alike = world.numbered(bill.serial()).stream()
                .filter(other -> isAlike(phrase, bill, other))
                .toList();
        if (alike.size() == 1) {
            return true;
        }
        Set<Customer> senders = senders(sender);
        List<Bill> ofSender = alike.stream()
                .filter(other -> senders.contains(other.customer()))
                .toList();
        if (!ofSender.isEmpty()) {
            return ofSender.equals(List.of(bill));
        }
        return amount != null
                && alike.stream().filter(other -> other.asks(amount)).toList().equals(List.of(bill));
    }

    private static boolean isAlike(String phrase, Bill bill, Bill other) {
        return other == bill
                || Spelling.of(phrase.replace("{customer}", "").replace("{d}", ""), other)
                        .equalsIgnoreCase(
                                Spelling.of(phrase.replace("{customer}", "").replace("{d}", ""), bill));
    }

    /** Whether only one choice of these customers' items adds up to the amount. */
    boolean isOnlyChoice(Collection<Customer> customers, BigDecimal amount) {
        List<OpenItem> all = new ArrayList<>();
        customers.forEach(customer -> all.addAll(world.items(customer)));
        return choices(all, amount) == 1;
    }

    /** How many choices of the items add up to the amount; many when there are too many items to tell. */
    static int choices(List<OpenItem> all, BigDecimal amount) {
        if (all.size() > MOST_ITEMS) {
            return Integer.MAX_VALUE;
        }
        int found = 0;
        for (int choice = 1; choice < 1 << all.size(); choice++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < all.size(); i++) {
                if ((choice & 1 << i) != 0) {
                    sum = sum.add(all.get(i).openAmount());
                }
            }
            found += sum.compareTo(amount) == 0 ? 1 : 0;
        }
        return found;
    }

    /** Whether only one item of all who may have sent it asks for this amount. */
    boolean isOnlyItem(Sender sender, BigDecimal amount) {
        return senders(sender).stream()
                        .flatMap(customer -> world.items(customer).stream())
                        .filter(item -> asks(item, amount))
                        .count()
                == 1;
    }

    private static boolean asks(OpenItem item, BigDecimal amount) {
        return item.openAmount().compareTo(amount) == 0
                || (item.discount() != null
                        && item.openAmount().subtract(item.discount().amount()).compareTo(amount) == 0);
    }

    World world() {
        return world;
    }
}
