package io.sollecito.bank.camt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The balances of a statement. Where a bank sends a statement in pages, a page begins and ends with an interim balance (ITBD)
 * instead of the opening and the closing one.
 */
final class Balances {

    /** @param amount signed */
    record Balance(String type, BigDecimal amount, String currency, LocalDate date) {}

    private static final int MOST = 100;

    private final List<Balance> all = new ArrayList<>();
    private boolean page;

    void add(Balance balance) {
        if (all.size() < MOST) {
            all.add(balance);
        }
    }

    /** The statement comes in pages, of which this is not all. */
    void page() {
        page = true;
    }

    Balance opening() {
        Balance opening = first("OPBD", "PRCD");
        boolean beginsBetween = opening == null && interims() > (first("CLBD") == null ? 1 : 0);
        return page && beginsBetween ? first("ITBD") : opening;
    }

    /** @param during in a report during the day, the last balance is one */
    Balance closing(boolean during) {
        Balance closing = first("CLBD");
        if (closing != null || !page) {
            return closing == null && during ? first("ITBD") : closing;
        }
        Balance opening = opening();
        Balance last = null;
        for (Balance balance : all) {
            if (balance.type().equals("ITBD") && balance != opening) {
                last = balance;
            }
        }
        return last;
    }

    boolean has(String type) {
        return first(type) != null;
    }

    /** Of the first balance of any type; null when there is none. */
    String currency() {
        return all.isEmpty() ? null : all.get(0).currency();
    }

    private long interims() {
        return all.stream().filter(balance -> balance.type().equals("ITBD")).count();
    }

    private Balance first(String... types) {
        for (String type : types) {
            for (Balance balance : all) {
                if (balance.type().equals(type)) {
                    return balance;
                }
            }
        }
        return null;
    }
}
