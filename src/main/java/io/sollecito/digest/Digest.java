package io.sollecito.digest;

import io.sollecito.ledger.figures.Balance;
import io.sollecito.ledger.figures.DigestFigures.Figures;
import io.sollecito.ledger.figures.Dso;
import io.sollecito.ledger.figures.ProblemFigures.Problems;
import io.sollecito.model.Creditor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What finance is told about one creditor and day.
 *
 * @param at the cut-off: everything recorded up to this moment is in it
 * @param dso days sales outstanding, by currency
 * @param problems those of the ledger and of the connections' freshness together
 * @param contacts what is missing or wrong in the contact data of debtors who owe something: the finding's kind to how many
 */
public record Digest(
        Creditor creditor,
        LocalDate day,
        Instant at,
        Figures figures,
        List<Dso> dso,
        List<Problems> problems,
        SortedMap<String, Long> contacts) {

    public Digest {
        dso = List.copyOf(dso);
        problems = List.copyOf(problems);
        contacts = Collections.unmodifiableSortedMap(new TreeMap<>(contacts));
    }

    /** Whether it is the creditor's first: then everything is new. */
    public boolean first() {
        return figures.from().equals(Instant.EPOCH);
    }

    /** How many things wait for a person. */
    public int toDecide() {
        return figures.payments().size()
                + figures.uncertain().size()
                + figures.approvals().size()
                + (figures.reviewed().stream().anyMatch(one -> one.kind().equals("proposal")) ? 1 : 0)
                + figures.writeOffs().size()
                + figures.heldExports().size();
    }

    /** The balance in the creditor's own currency, else the first. */
    public Balance mainBalance() {
        return figures.balances().stream()
                .filter(balance -> balance.currency().equals(creditor.baseCurrency()))
                .findFirst()
                .orElseGet(() -> figures.balances().get(0));
    }
}
