package io.sollecito.model;

import java.util.List;
import java.util.Optional;

/**
 * Whom a creditor's items are paid to, as its configuration says: itself, or a factor that it names. An export only says by
 * an IBAN which of them; what is printed comes from here.
 *
 * @param own IBANs of the creditor's own accounts
 * @param factors whom items may be assigned to, each IBAN once
 */
public record Payees(List<String> own, List<Payee> factors) {

    /** Of a creditor that names nobody. */
    public static final Payees NONE = new Payees(List.of(), List.of());

    public Payees {
        own = List.copyOf(own);
        factors = List.copyOf(factors);
    }

    /** The factor with the IBAN that an export says; none for the creditor, which is null. */
    public Optional<Payee> named(Payee said) {
        return factors.stream().filter(factor -> Payee.same(factor, said)).findFirst();
    }

    /** Why nobody may be asked to pay that account, with what to do; empty when it is a factor's, or the creditor is paid. */
    public Optional<String> objection(Payee said) {
        if (said == null || named(said).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(ItemDecision.UNKNOWN_PAYEE
                + said.iban()
                + (own.contains(said.iban())
                        ? ", an account of the creditor's own: payTo is for factors, leave it out where the creditor is paid"
                        : ", which the creditor's file does not name: add it to 'factors', or correct the export"));
    }

    /** The same items, with the factors as they are named here; those of others stay as the export says. */
    public DebtorCase applied(DebtorCase debtorCase) {
        return debtorCase.withItems(
                debtorCase.items().stream().map(this::applied).toList());
    }

    private CaseItem applied(CaseItem item) {
        Payee said = item.item().payTo();
        return said == null ? item : named(said).map(item::paidTo).orElse(item);
    }
}
