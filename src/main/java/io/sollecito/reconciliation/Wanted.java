package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What some payments could refer to: numbers, references, accounts, names, amounts. Items and debtors stream past it, so
 * that only those that matter stay in memory, however large the ledger is. Numbers are kept as 64-bit hashes: a collision
 * keeps an item too many and changes no decision.
 */
public final class Wanted {

    private final long[] numbers;
    private final long[] amounts;
    private final Set<String> ibans = new HashSet<>();
    private WantedNames names = new WantedNames();
    private final Set<Long> listedItems = new HashSet<>();

    public Wanted(Collection<Incoming> payments, ReferenceBook references) {
        this(payments, references, Advices.NONE);
    }

    public Wanted(Collection<Incoming> payments, ReferenceBook references, Advices advices) {
        Hashes found = new Hashes();
        advices.documentNumbers().forEach(number -> Numbers.documentKeys(number).forEach(key -> found.add(hash(key))));
        Hashes paid = new Hashes();
        for (Incoming payment : payments) {
            if (payment.amount().signum() == 0 || payment.isReturn()) {
                continue;
            }
            paid.add(amountHash(payment.amount(), payment.currency()));
            String reference = References.normalized(payment.creditorReference());
            if (reference != null) {
                found.add(hash(References.key(reference)));
                references.lookup(reference).forEach(listed -> listedItems.add(listed.itemId()));
            }
            for (String inText : References.inText(payment.remittance())) {
                found.add(hash(References.key(inText)));
                references.lookup(inText).forEach(listed -> listedItems.add(listed.itemId()));
            }
            for (String text : payment.texts()) {
                RemittanceText words = new RemittanceText(text);
                for (Mention mention : words.mentions()) {
                    mention.keys().forEach(key -> found.add(hash(key)));
                    mention.tails().forEach(key -> found.add(hash(key)));
                }
                words.counters().counters().stream()
                        .map(Counter::keyWithYear)
                        .filter(Objects::nonNull)
                        .forEach(key -> found.add(hash(key)));
            }
            if (payment.iban() != null) {
                ibans.add(payment.iban());
            }
            names.add(payment.name());
        }
        numbers = found.sorted();
        amounts = paid.sorted();
    }

    boolean account(KnownDebtor debtor) {
        return debtor.ibans().stream().anyMatch(ibans::contains);
    }

    /** Frees what only debtors are compared with, when all of them are known. */
    void forgetNames() {
        names = WantedNames.NONE;
    }

    /** The names of payers that may be this debtor's, with how much they are alike. */
    Map<String, Double> namesLike(KnownDebtor debtor) {
        return names.like(debtor.name());
    }

    /** The account numbers of who paid. */
    Set<String> ibans() {
        return ibans;
    }

    /** Whether a reference of ours that is paid names the item. */
    boolean isListed(Payable item) {
        return listedItems.contains(item.itemId());
    }

    boolean amount(BigDecimal open, String currency) {
        return contains(amounts, amountHash(open, currency));
    }

    /** Whether a text or a reference may name this number, given as its key; null is none. */
    boolean number(String key) {
        return key != null && !key.isEmpty() && contains(numbers, hash(key));
    }

    /** Whether a reference as it stands in the ERP may be paid with. */
    boolean reference(String reference) {
        return number(References.key(reference));
    }

    /** Those of an item's numbers' keys that a text may name. */
    List<String> numbers(Payable item) {
        Set<String> keys = Position.keys(item.documentNo());
        if (item.printedNo() != null && !item.printedNo().equals(item.documentNo())) {
            keys = new LinkedHashSet<>(keys);
            keys.addAll(Position.keys(item.printedNo()));
        }
        List<String> wanted = List.of();
        for (String key : keys) {
            if (number(key)) {
                wanted = wanted.isEmpty() ? new ArrayList<>(2) : wanted;
                wanted.add(key);
            }
        }
        return wanted;
    }

    private static boolean contains(long[] sorted, long value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }

    private static long amountHash(BigDecimal amount, String currency) {
        return hash(Double.doubleToLongBits(amount.doubleValue()), currency);
    }

    private static long hash(String text) {
        return hash(0xcbf29ce484222325L, text);
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** A growing array of hashes; those that come twice are kept once. */
    private static final class Hashes {
        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] sorted() {
            Arrays.sort(values, 0, size);
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || values[i] != values[distinct - 1]) {
                    values[distinct++] = values[i];
                }
            }
            return Arrays.copyOf(values, distinct);
        }
    }
}
