package io.sollecito.ledger.payments;

import io.sollecito.model.Telling;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What the payments of an entry say of who paid: names, references and accounts, and of them end-to-end ids and IBANs. */
final class Said {

    private static final String IBAN = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}";

    /** Some formats cut ids that are longer. */
    private static final int SHORTEST_CUT = 10;

    private final Set<String> about = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> ibans = new HashSet<>();

    void add(String name, String account, String endToEndId, String creditorReference) {
        String id = Telling.reference(endToEndId);
        for (String text : new String[] {name, account, id, Telling.reference(creditorReference)}) {
            if (text != null) {
                about.add(text);
            }
        }
        if (id != null) {
            ids.add(plain(id));
        }
        if (account != null && plain(account).matches(IBAN)) {
            ibans.add(plain(account));
        }
    }

    boolean isNothing() {
        return about.isEmpty();
    }

    boolean alike(Said other) {
        return !Collections.disjoint(about, other.about);
    }

    /** Two end-to-end ids that differ are two payments; where no ids tell, so are two accounts. */
    boolean isOthers(Said other) {
        return ids.isEmpty() || other.ids.isEmpty() ? differ(ibans, other.ibans) : differ(ids, other.ids);
    }

    private static boolean differ(Set<String> these, Set<String> those) {
        return !these.isEmpty()
                && !those.isEmpty()
                && Collections.disjoint(these, those)
                && these.stream().noneMatch(one -> those.stream().anyMatch(other -> isCut(one, other)));
    }

    private static boolean isCut(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_CUT
                && (one.startsWith(other) || other.startsWith(one));
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
