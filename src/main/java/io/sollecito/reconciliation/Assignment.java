package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a payment could be for, weighed: each piece of evidence of strength s leaves (1 - s) of the doubt that was there
 * before it.
 *
 * @param doubt from 1 (nothing speaks for it) to 0
 */
record Assignment(List<Allocation> allocations, List<String> evidence, double doubt) {

    /** Gathers what speaks for an assignment and against it. */
    static final class Weighing {
        private final List<String> evidence = new ArrayList<>();
        private double doubt = 1;
        private double least;

        Weighing speaks(String sentence, double strength) {
            say(sentence);
            doubt *= 1 - strength;
            return this;
        }

        /** What makes the doubt so many times larger. */
        Weighing speaksAgainst(String sentence, double times) {
            say(sentence);
            doubt = Math.min(1, doubt * times);
            return this;
        }

        /** What no evidence outweighs: the score is this at most. */
        Weighing atMost(String sentence, double score) {
            say(sentence);
            least = Math.max(least, 1 - score);
            return this;
        }

        Weighing say(String sentence) {
            if (sentence != null && !evidence.contains(sentence)) {
                evidence.add(sentence);
            }
            return this;
        }

        Assignment of(List<Allocation> allocations) {
            return new Assignment(List.copyOf(allocations), List.copyOf(evidence), Math.max(doubt, least));
        }
    }

    BigDecimal score() {
        return BigDecimal.valueOf(1 - doubt).setScale(3, RoundingMode.HALF_UP);
    }

    /** Whether it settles the same items, whatever the amounts. */
    boolean isOfTheSameItems(Assignment other) {
        return items().equals(other.items());
    }

    private Set<List<Object>> items() {
        Set<List<Object>> items = new HashSet<>();
        allocations.forEach(allocation ->
                items.add(List.of(allocation.item().itemId(), allocation.item().closedByErp())));
        return items;
    }

    boolean isSameAs(Assignment other) {
        return Objects.equals(allocations, other.allocations);
    }
}
