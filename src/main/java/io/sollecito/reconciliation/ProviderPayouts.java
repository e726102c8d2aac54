package io.sollecito.reconciliation;

import io.sollecito.ledger.payments.Confirmations;
import io.sollecito.ledger.payments.MatchFacts;
import io.sollecito.ledger.payments.MatchFacts.PayoutSource;
import io.sollecito.ledger.payments.MatchFacts.ShownBefore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Providers' payouts (law 10): what was confirmed one by one is not paid again by the collective payment. A payout that
 * names a reference that nobody confirmed is money that is not known yet, and is matched like any other.
 */
final class ProviderPayouts implements Payouts {

    /** The bank's payments that pay something, or may; what was put aside or left alone tells of no payment. */
    private static final Set<String> TAKEN = Set.of("allocated", "candidates");

    private final List<PayoutSource> sources;
    private final List<ShownBefore> confirmed;
    private final List<ShownBefore> shown;
    private final ReferenceBook references;

    private ProviderPayouts(
            List<PayoutSource> sources,
            List<ShownBefore> confirmed,
            List<ShownBefore> shown,
            ReferenceBook references) {
        this.sources = sources;
        this.confirmed = confirmed;
        this.shown = shown.stream()
                .filter(before -> TAKEN.contains(before.decision()))
                .collect(Collectors.toCollection(ArrayList::new));
        this.references = references;
    }

    static Payouts of(List<Incoming> payments, MatchFacts facts, ReferenceBook references) {
        List<PayoutSource> sources = facts.payoutSources();
        if (sources.isEmpty()) {
            return NONE;
        }
        Set<String> ids = new HashSet<>();
        Set<String> named = new HashSet<>();
        payments.forEach(payment -> {
            if (payment.endToEndId() != null) {
                ids.add(payment.endToEndId());
            }
            named.addAll(named(payment));
        });
        ProviderPayouts payouts = new ProviderPayouts(
                sources, facts.shownBefore(true, ids, named), facts.shownBefore(false, ids, named), references);
        payouts.confirmed.stream()
                .filter(before -> before.decision().equals("notOurs"))
                .forEach(before ->
                        payouts.standFor(before.id(), before.reference(), before.amount(), before.currency()));
        return payouts;
    }

    @Override
    public Optional<String> toldBefore(Incoming payment) {
        if (payment.amount().signum() <= 0) {
            return Optional.empty();
        }
        return Confirmations.isProviders(payment.account()) ? atBank(payment) : payout(payment);
    }

    /** The payout may come before the confirmation. */
    private Optional<String> atBank(Incoming payment) {
        return standFor(payment.endToEndId(), payment.creditorReference(), payment.amount(), payment.currency())
                ? Optional.of("the bank has shown this payment before it was confirmed")
                : Optional.empty();
    }

    /** What the bank showed stands for one confirmation: two equal payments are two. */
    private boolean standFor(String id, String reference, BigDecimal amount, String currency) {
        Optional<ShownBefore> stands = shown.stream()
                .filter(before -> before.amount().compareTo(amount) == 0
                        && before.currency().equals(currency)
                        && (id.equals(before.id())
                                || (reference.equals(before.reference())
                                        && source(before.iban(), before.name()).isPresent())))
                .findFirst();
        stands.ifPresent(shown::remove);
        return stands.isPresent();
    }

    private Optional<String> payout(Incoming payment) {
        boolean byId = confirmed.stream()
                .anyMatch(before -> before.id().equals(payment.endToEndId())
                        && before.amount().compareTo(payment.amount()) == 0
                        && before.currency().equals(payment.currency()));
        if (byId) {
            return Optional.of("a payout of what the provider confirmed as " + payment.endToEndId());
        }
        Optional<PayoutSource> source = source(payment.iban(), payment.name());
        boolean allConfirmed = named(payment).stream()
                .filter(reference -> !references.lookup(reference).isEmpty())
                .allMatch(reference -> confirmed.stream().anyMatch(before -> reference.equals(before.reference())));
        return source.filter(found -> allConfirmed)
                .map(found -> "a payout of " + found.provider() + ", which confirms each payment by itself");
    }

    private Optional<PayoutSource> source(String iban, String name) {
        return sources.stream()
                .filter(source -> (source.iban() != null && source.iban().equals(iban))
                        || (source.name() != null
                                && name != null
                                && Names.plain(source.name())
                                        .strip()
                                        .equals(Names.plain(name).strip())))
                .findFirst();
    }

    private static Set<String> named(Incoming payment) {
        Set<String> named = new HashSet<>(References.inText(payment.remittance()));
        String reference = References.normalized(payment.creditorReference());
        if (reference != null && !reference.isEmpty()) {
            named.add(reference);
        }
        return named;
    }
}
