package io.sollecito.reconciliation;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Money that is known not to be a debtor's payment: fees, interest, taxes, own transfers, what the hub's owner pays. */
final class NotADebtors {

    private static final Pattern FEE = Pattern.compile(
            "\\b(FEES?|CHARGES?|COMMISSIONI?|COMMISSIONS?|SPESE|CANONE|GEBUHR(EN)?|GEBUEHR(EN)?|ENTGELTE?|KONTOFUHRUNG|FRAIS|"
                    + "COTISATION|AGIOS|BOLLO)\\b");
    private static final Pattern INTEREST =
            Pattern.compile("\\b(INTEREST|INTERESSI|COMPETENZE|ZINSEN|HABENZINSEN|INTERETS)\\b");
    private static final Pattern TAX =
            Pattern.compile("\\b(F24|TAX|IMPOSTA|IMPOSTE|STEUERN?|FINANZAMT|FINANZKASSE|IMPOTS?|DGFIP)\\b");

    private final Set<String> ownAccounts;
    private final Payouts payouts;

    NotADebtors(Set<String> ownAccounts, Payouts payouts) {
        this.ownAccounts = ownAccounts;
        this.payouts = payouts;
    }

    /** Why it is none, whatever its text names. */
    Optional<String> certain(Incoming payment) {
        if (payment.iban() != null
                && (ownAccounts.contains(payment.iban()) || payment.iban().equals(payment.account()))) {
            return Optional.of("a transfer between own accounts");
        }
        if (payment.amount().signum() == 0) {
            return Optional.of("no money moved");
        }
        if (payment.amount().signum() < 0) {
            return Optional.of(kind(payment).orElse("money out that returns no payment"));
        }
        return payment.reversal() || payment.returnReason() != null
                ? Optional.of("an own payment that came back")
                : payouts.toldBefore(payment);
    }

    /** Why it is none when nobody is known to have paid and nothing is named. */
    Optional<String> probable(Incoming payment) {
        return payment.iban() == null ? kind(payment) : Optional.empty();
    }

    private static Optional<String> kind(Incoming payment) {
        String text = Names.plain(payment.remittance() == null ? "" : payment.remittance());
        if (FEE.matcher(text).find()) {
            return Optional.of("a bank fee");
        }
        if (INTEREST.matcher(text).find()) {
            return Optional.of("interest of the bank");
        }
        return TAX.matcher(text).find() ? Optional.of("a tax payment") : Optional.empty();
    }
}
