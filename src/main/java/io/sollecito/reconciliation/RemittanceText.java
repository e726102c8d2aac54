package io.sollecito.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A free text cut into the words that may be document numbers. A word is delimited: it never is a part of a longer run of
 * letters and digits. IBANs, amounts and dates are not words.
 */
final class RemittanceText {

    private static final int MOST_CHARACTERS = 4000;
    private static final int MOST_ATOMS_JOINED = 5;
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\dA-Z./-])\\d{1,3}(?:[.' ]\\d{3})*,\\d{2}(?![\\dA-Z])|(?<![\\dA-Z./-])\\d{1,3}(?:,\\d{3})*\\.\\d{2}(?![\\dA-Z./-])");
    private static final Pattern DATE = Pattern.compile("(?<![\\dA-Z./-])(?:\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})"
            + "|(?:19|20)\\d\\d-\\d\\d-\\d\\d)(?![\\dA-Z/-])");
    private static final Pattern IBAN =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?![A-Z0-9])");
    private static final Pattern PREFIX = Pattern.compile(
            "(?:RE|RG|RN|RNR|RGNR|RENR|INV|FAC|FACT|FT|FATT|NR|N|NO|NUM|R|RECHNUNG|INVOICE|FATTURA|FACTURE)(\\d+)");

    private record Atom(String text, int start, int end) {}

    private final String plain;
    private final List<Atom> atoms = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();

    RemittanceText(String text) {
        String cut = text == null ? "" : text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        this.plain = withoutOtherNumbers(Names.plain(cut));
        cut();
        for (int i = 0; i < atoms.size(); i++) {
            mentionsFrom(i);
        }
    }

    /** Every word that may be a number, at each place the longest first. */
    List<Mention> mentions() {
        return mentions;
    }

    /** Whether the words from {@code first} to {@code last} stand beside another number without a blank between. */
    boolean isPartOfLonger(Mention mention, Set<Integer> otherHits) {
        return joinsNumber(mention.first() - 1, mention.first(), mention, otherHits)
                || joinsNumber(mention.last(), mention.last() + 1, mention, otherHits);
    }

    private boolean joinsNumber(int left, int right, Mention mention, Set<Integer> otherHits) {
        if (left < 0 || right >= atoms.size() || !isTight(left)) {
            return false;
        }
        int neighbour = left < mention.first() ? left : right;
        String beside = atoms.get(neighbour).text();
        int near = left < mention.first() ? mention.first() : mention.last();
        return Numbers.hasDigit(beside)
                && !otherHits.contains(neighbour)
                && !Numbers.shape(beside).equals(Numbers.shape(atoms.get(near).text()));
    }

    private void cut() {
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                atoms.add(new Atom(plain.substring(start, i), start, i));
                start = -1;
            }
        }
    }

    private void mentionsFrom(int first) {
        int last = first;
        boolean[] looseUpTo = new boolean[MOST_ATOMS_JOINED];
        int reach = 1;
        while (reach < MOST_ATOMS_JOINED && last + 1 < atoms.size() && (isTight(last) || isBlank(last))) {
            looseUpTo[reach] = looseUpTo[reach - 1] || isBlank(last);
            last++;
            reach++;
        }
        for (int length = reach; length >= 1; length--) {
            add(first, length, looseUpTo[length - 1]);
        }
    }

    private void add(int first, int length, boolean loose) {
        List<String> texts = new ArrayList<>(length);
        for (int i = first; i < first + length; i++) {
            texts.add(atoms.get(i).text());
        }
        if (!Numbers.hasDigit(texts.get(length - 1)) && !Numbers.hasDigit(texts.get(0))) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>(Numbers.keys(texts));
        if (length == 1) {
            var prefixed = PREFIX.matcher(texts.get(0));
            if (prefixed.matches()) {
                keys.addAll(Numbers.keys(prefixed.group(1)));
            }
        }
        if (!keys.isEmpty()) {
            mentions.add(new Mention(first, first + length - 1, texts, List.copyOf(keys), loose));
        }
    }

    private boolean isTight(int left) {
        return between(left).length() == 1 && "/-._".indexOf(between(left).charAt(0)) >= 0;
    }

    private boolean isBlank(int left) {
        return between(left).equals(" ");
    }

    private String between(int left) {
        return plain.substring(atoms.get(left).end(), atoms.get(left + 1).start());
    }

    private static String withoutOtherNumbers(String text) {
        String rest = text;
        if (rest.indexOf(',') >= 0 || rest.indexOf('.') >= 0) {
            rest = AMOUNT.matcher(rest).replaceAll(" ; ");
        }
        if (rest.length() >= 8) {
            rest = DATE.matcher(rest).replaceAll(" ; ");
            rest = IBAN.matcher(rest)
                    .replaceAll(found -> References.isIban(found.group().replace(" ", "")) ? " ; " : "$0");
        }
        return rest;
    }
}
