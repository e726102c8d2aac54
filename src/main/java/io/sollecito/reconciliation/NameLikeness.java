package io.sollecito.reconciliation;

import io.sollecito.model.EditDistance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How much a payer's name as a bank shows it is a debtor's name, from 0 to 1: banks cut names off, add addresses, and people
 * abbreviate and mistype them.
 */
record NameLikeness(List<String> words, Set<String> legalForms) {

    /** Equal but for a legal form that contradicts: Rossi Srl is not Rossi SpA. */
    static final double OTHER_FORM = 0.7;

    private static final int LONGEST_WEIGHT = 8;
    private static final int CUT_OFF_AT_LEAST = 15;
    private static final double CUT_OFF = 0.95;

    static NameLikeness of(String name) {
        return of(Names.words(name));
    }

    /** @param words of the name as they stand */
    static NameLikeness of(List<String> words) {
        return new NameLikeness(Names.telling(words), Names.legalForms(words));
    }

    double of(NameLikeness debtor) {
        if (words.isEmpty() || debtor.words().isEmpty() || hasOtherNumbers(debtor)) {
            return 0;
        }
        boolean contradicts = !legalForms.isEmpty()
                && !debtor.legalForms().isEmpty()
                && Collections.disjoint(legalForms, debtor.legalForms());
        return likeness(debtor) * (contradicts ? OTHER_FORM : 1);
    }

    /** Filiale 12 is not Filiale 13. */
    private boolean hasOtherNumbers(NameLikeness debtor) {
        List<String> mine = numbers();
        List<String> its = mine.isEmpty() ? mine : debtor.numbers();
        return !its.isEmpty() && !mine.equals(its);
    }

    private List<String> numbers() {
        List<String> numbers = List.of();
        for (String word : words) {
            if (Numbers.hasDigit(word)) {
                numbers = numbers.isEmpty() ? new ArrayList<>(2) : numbers;
                numbers.add(word);
            }
        }
        return numbers;
    }

    private double likeness(NameLikeness debtor) {
        String mine = String.join("", words);
        String its = String.join("", debtor.words());
        if (mine.equals(its)) {
            return 1;
        }
        double wordwise = wordwise(debtor);
        boolean cutOff = mine.length() >= CUT_OFF_AT_LEAST && its.startsWith(mine);
        return cutOff ? Math.max(CUT_OFF, wordwise) : wordwise;
    }

    private double wordwise(NameLikeness debtor) {
        List<String> left = new ArrayList<>(words);
        double found = 0;
        double all = 0;
        double used = 0;
        for (String word : debtor.words()) {
            int weight = weight(word);
            all += weight;
            String best = null;
            double likeness = 0;
            for (String mine : left) {
                double alike = likeness(word, mine);
                if (alike > likeness) {
                    likeness = alike;
                    best = mine;
                }
            }
            if (best != null) {
                left.remove(best);
                found += likeness * weight;
                used += weight(best);
            }
        }
        double mine = words.stream().mapToInt(NameLikeness::weight).sum();
        return found / all * (0.7 + 0.3 * used / mine);
    }

    private static double likeness(String word, String mine) {
        if (word.equals(mine)) {
            return 1;
        }
        if (mine.length() >= 3 && word.startsWith(mine)) {
            return 0.85;
        }
        if (mine.length() == 1 && word.startsWith(mine)) {
            return 0.5;
        }
        boolean mayBeSlip = word.length() >= 5
                && Math.abs(word.length() - mine.length()) <= 1
                && (word.charAt(0) == mine.charAt(0) || word.endsWith(mine.substring(mine.length() / 2)));
        return mayBeSlip && EditDistance.between(word, mine) <= (word.length() >= 8 ? 2 : 1) ? 0.85 : 0;
    }

    private static int weight(String word) {
        return Math.min(LONGEST_WEIGHT, word.length());
    }
}
