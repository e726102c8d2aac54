package io.sollecito.reconciliation;

import io.sollecito.model.MatchingRules;
import io.sollecito.reconciliation.Decision.Allocated;
import io.sollecito.reconciliation.Decision.Candidates;
import io.sollecito.reconciliation.Decision.Unmatched;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Allocates what is singled out, proposes what is plausible, leaves the rest (law 9). */
final class Bands {

    private static final int MOST_CANDIDATES = 20;

    private final MatchingRules rules;

    Bands(MatchingRules rules) {
        this.rules = rules;
    }

    /** The assignment that the evidence singles out, if it does. */
    Optional<Allocated> allocate(Incoming payment, List<Assignment> assignments) {
        List<Assignment> ranked = ranked(assignments);
        if (ranked.isEmpty() || ranked.get(0).score().compareTo(rules.allocateFrom()) < 0) {
            return Optional.empty();
        }
        Assignment best = ranked.get(0);
        double enough = best.doubt() * rules.lead().doubleValue();
        boolean rivalled =
                ranked.stream().skip(1).anyMatch(other -> other.doubt() < enough && !other.isOfTheSameItems(best));
        return rivalled
                ? Optional.empty()
                : Optional.of(new Allocated(
                        best.allocations(),
                        payment.amount().subtract(Allocation.paid(best.allocations())),
                        best.evidence()));
    }

    /** @param why what is to be said beside the candidates */
    Decision propose(List<Assignment> assignments, List<String> why) {
        List<Candidate> candidates = ranked(assignments).stream()
                .filter(assignment -> assignment.score().compareTo(rules.proposeFrom()) >= 0)
                .limit(MOST_CANDIDATES)
                .map(assignment -> new Candidate(assignment.score(), assignment.allocations(), assignment.evidence()))
                .toList();
        List<String> evidence = new ArrayList<>(why);
        if (candidates.isEmpty()) {
            evidence.add("nothing open fits");
            return new Unmatched(List.copyOf(evidence));
        }
        boolean even = candidates.size() > 1 && candidates.get(0).score().compareTo(rules.allocateFrom()) >= 0;
        if (even) {
            evidence.add("more than one assignment is as likely");
        }
        return new Candidates(candidates, List.copyOf(evidence));
    }

    private static List<Assignment> ranked(List<Assignment> assignments) {
        List<Assignment> ranked = new ArrayList<>();
        assignments.stream()
                .filter(assignment -> !assignment.allocations().isEmpty())
                .sorted(Comparator.comparingDouble(Assignment::doubt))
                .forEach(assignment -> {
                    if (ranked.stream().noneMatch(assignment::isSameAs)) {
                        ranked.add(assignment);
                    }
                });
        return ranked;
    }
}
