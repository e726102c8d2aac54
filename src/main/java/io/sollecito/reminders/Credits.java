package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The debtor's undisputed credits in one currency, with the payee of the items that they are netted with. One that names
 * a document is for that document first; an advance is for its order only. What one message nets, no other nets again.
 */
final class Credits {

    /** What a message may net of a credit; the amount is negative. */
    record Share(CaseItem credit, BigDecimal amount) {}

    private final List<CaseItem> items;
    private final List<Share> left = new ArrayList<>();

    /** @param items of the debtor in that currency and of that payee, debits too */
    Credits(List<CaseItem> items, LocalDate asOf) {
        this.items = items;
        for (CaseItem item : items) {
            if (item.item().isCredit() && !item.settled() && undisputed(item, asOf)) {
                left.add(new Share(item, item.item().openAmount()));
            }
        }
    }

    /** What credits that name this document take off it; never positive. */
    BigDecimal linkedTo(OpenItem document) {
        return left.stream()
                .filter(share -> share.credit().item().names(document))
                .map(Share::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a message that demands those items nets. */
    List<Share> netting(Collection<CaseItem> demanded) {
        Set<CaseItem> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(demanded);
        List<Share> shares = new ArrayList<>();
        for (Share share : left) {
            BigDecimal available = available(share, wanted);
            if (available.signum() < 0) {
                shares.add(new Share(share.credit(), available));
            }
        }
        return shares;
    }

    /** So much of those shares was used: listed on a message, or made one needless. Older credits go first. */
    void use(List<Share> shares, BigDecimal amount) {
        BigDecimal rest = amount;
        for (Share share : shares) {
            BigDecimal taken = rest.min(share.amount().negate());
            left.replaceAll(known -> known.credit() == share.credit()
                    ? new Share(known.credit(), known.amount().add(taken))
                    : known);
            rest = rest.subtract(taken);
        }
    }

    static BigDecimal sum(List<Share> shares) {
        return shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal available(Share share, Set<CaseItem> demanded) {
        OpenItem credit = share.credit().item();
        BigDecimal amount = share.amount();
        boolean advance = credit.type() == DocumentType.ADVANCE;
        List<CaseItem> documents = items.stream()
                .filter(item -> item.item().openAmount().signum() > 0 && credit.names(item.item()))
                .toList();
        if (documents.isEmpty()) {
            return advance ? BigDecimal.ZERO : amount;
        }
        if (documents.stream().anyMatch(demanded::contains)) {
            return amount;
        }
        BigDecimal reserved = documents.stream()
                .map(document -> document.item().openAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return advance ? BigDecimal.ZERO : amount.add(reserved).min(BigDecimal.ZERO);
    }

    private static boolean undisputed(CaseItem credit, LocalDate asOf) {
        return credit.item().holdsInForce().isEmpty()
                && credit.holds().stream().noneMatch(hold -> hold.holdsOn(asOf) && hold.isAbout(credit.item()));
    }
}
