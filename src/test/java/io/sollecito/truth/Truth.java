package io.sollecito.truth;

import java.math.BigDecimal;
import java.util.List;

/** What a payment really is. */
sealed interface Truth {

    /**
     * It settles these items.
     *
     * @param derivable whether a careful clerk finds it out from the open items and the statement alone
     * @param keptByBanks what banks deducted on the way: writing it off is as right as leaving it open
     */
    record Settles(List<Share> shares, boolean derivable, BigDecimal keptByBanks) implements Truth {
        public Settles {
            shares = List.copyOf(shares);
        }

        Settles notDerivable() {
            return new Settles(shares, false, keptByBanks);
        }
    }

    /** Nobody can tell what it is for: a person asks the payer. Any automatic allocation is a guess, and wrong. */
    record Person() implements Truth {}

    /** No debtor's money. */
    record NotADebtors() implements Truth {}

    /** Gives back the earlier payment with this bank reference, and what that settled. */
    record GivesBack(String bankReference, List<Share> shares) implements Truth {
        public GivesBack {
            shares = List.copyOf(shares);
        }
    }

    static Truth settles(List<Share> shares) {
        return new Settles(shares, true, BigDecimal.ZERO);
    }

    static Truth settles(Share... shares) {
        return settles(List.of(shares));
    }
}
