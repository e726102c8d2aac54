package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.KnownEntries.Kind;
import io.sollecito.ledger.payments.KnownEntries.Pool;
import io.sollecito.ledger.payments.StatementChain.Relation;
import io.sollecito.ledger.payments.StatementRows.Fresh;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of a statement's entries the ledger has already (law 3). By their fingerprints; where the balances prove that two
 * statements tell of the same bookings, by day and amount too, because another format has other references. What the facts
 * do not tell is doubtful.
 */
final class Recognition {

    /** @param doubt why the statement has to wait; nothing is fresh then */
    record Result(List<Fresh> fresh, String doubt) {}

    /** None: it is new. */
    private enum Verdict {
        KNOWN,
        DOUBTFUL
    }

    private final Database database;
    private final Statement statement;
    private final StatementChain chain;
    private final String family;
    private final boolean advised;
    private final KnownEntries known;
    private final String[] fingerprints;
    private final Verdict[] verdicts;
    private String reason;

    /**
     * @param chain of the account's statements; null for a notification, whose entries are recognised among those of
     *     notifications
     */
    Recognition(Database database, Statement statement, StatementChain chain, String format) {
        this.database = database;
        this.statement = statement;
        this.chain = chain;
        this.family = KnownEntries.family(format);
        this.advised = chain == null;
        this.known = new KnownEntries(database, statement, advised);
        String account = (advised ? "advised " : "") + statement.account();
        this.fingerprints = statement.entries().stream()
                .map(entry -> Fingerprint.of(account, entry))
                .toArray(String[]::new);
        this.verdicts = new Verdict[fingerprints.length];
    }

    Result entries(Doubtful choice) {
        byFingerprint();
        ofEqualAmounts().forEach(this::byDayAndAmount);
        byAmount();
        contradictions();
        long doubts = Arrays.stream(verdicts)
                .filter(verdict -> verdict == Verdict.DOUBTFUL)
                .count();
        if (choice == Doubtful.HELD && (doubts > 0 || reason != null)) {
            return new Result(
                    List.of(),
                    reason != null
                            ? reason
                            : doubts
                                    + " entries look like known ones, and the balances do not tell whether they are the"
                                    + " same");
        }
        return new Result(fresh(choice), null);
    }

    private void byFingerprint() {
        Texts texts = isChained() ? null : new Texts(database, statement, advised);
        for (int i = 0; i < verdicts.length; i++) {
            boolean telling = Fingerprint.isTelling(entry(i));
            if (telling || texts == null) {
                claim(i, telling || relation(i) == Relation.SAME ? Verdict.KNOWN : Verdict.DOUBTFUL);
            }
        }
        if (texts != null) {
            byText(texts);
        }
    }

    /** Which of several equal entries without references a file lists again, its texts tell; the rest is doubtful. */
    private void byText(Texts texts) {
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == null && texts.claim(fingerprints[i], entry(i))) {
                claim(i, Verdict.KNOWN);
            }
        }
        for (int i = 0; i < verdicts.length; i++) {
            claim(i, Verdict.DOUBTFUL);
        }
    }

    /** Of further bookings, only what came without balances may be known. */
    private void claim(int i, Verdict verdict) {
        boolean further = relation(i) == Relation.FURTHER;
        if (verdicts[i] == null && known.has(fingerprints[i], kind -> !further || !kind.chained())) {
            known.claim(fingerprints[i], kind -> !further || !kind.chained());
            verdicts[i] = verdict;
        }
    }

    private Iterable<List<Integer>> ofEqualAmounts() {
        Map<List<Object>, List<Integer>> equal = new LinkedHashMap<>();
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == null) {
                Entry entry = entry(i);
                equal.computeIfAbsent(
                                List.of(entry.bookingDate(), entry.amount().stripTrailingZeros(), entry.currency()),
                                key -> new ArrayList<>())
                        .add(i);
            }
        }
        return equal.values();
    }

    /** An entry of another format has other references; in one format, other references are doubtful. */
    private void byDayAndAmount(List<Integer> equal) {
        Entry one = entry(equal.get(0));
        Relation relation = relation(equal.get(0));
        boolean same =
                relation == Relation.SAME && equal.size() <= KnownEntries.left(known.ofDay(one, this::isOtherNotation));
        for (int i : equal) {
            List<Pool> pools = known.ofDay(one, kind -> same ? isOtherNotation(kind) : mayBe(kind, relation));
            if (!pools.isEmpty()) {
                pools.get(0).claim();
                verdicts[i] = same ? Verdict.KNOWN : Verdict.DOUBTFUL;
            }
        }
    }

    private boolean isOtherNotation(Kind kind) {
        return kind.chained() && !kind.family().equals(family);
    }

    /** Whether such a known entry may be one of another fingerprint. */
    private boolean mayBe(Kind kind, Relation relation) {
        return switch (relation) {
            case SAME -> true;
            case FURTHER -> !kind.chained();
            case UNSURE -> !kind.family().equals(family);
        };
    }

    /** The same statement once more, in a format that notes its days in another way. */
    private void byAmount() {
        if (!isChained() || !chain.repeats()) {
            return;
        }
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == null) {
                List<Pool> pools = known.ofAmount(entry(i), this::isOtherNotation);
                if (pools.isEmpty()) {
                    verdicts[i] = Verdict.DOUBTFUL;
                    reason = "it has the days and balances of a statement that is known, but other entries";
                } else {
                    pools.get(0).claim();
                    verdicts[i] = Verdict.KNOWN;
                }
            }
        }
    }

    /** What tells of the same bookings holds all that is known of them, and ends where they end. */
    private void contradictions() {
        if (!isChained()) {
            return;
        }
        Set<LocalDate> incomplete = known.daysLeft(Kind::chained);
        boolean allKnown = true;
        for (int i = 0; i < verdicts.length; i++) {
            allKnown &= verdicts[i] == Verdict.KNOWN;
            if (verdicts[i] == null && relation(i) == Relation.SAME && incomplete.contains(entry(i).bookingDate())) {
                verdicts[i] = Verdict.DOUBTFUL;
                reason = "it tells of days that are known, but does not hold all of their entries";
            }
        }
        if (verdicts.length > 0 && allKnown && !chain.repeats() && !chain.endsAsKnown()) {
            reason = "all of its entries are known, but it ends at another balance than known statements do";
        }
    }

    private List<Fresh> fresh(Doubtful choice) {
        List<Fresh> fresh = new ArrayList<>();
        Map<String, Integer> here = new HashMap<>();
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == null || (verdicts[i] == Verdict.DOUBTFUL && choice == Doubtful.NEW)) {
                int number = here.merge(fingerprints[i], 1, Integer::sum);
                fresh.add(new Fresh(entry(i), fingerprints[i], known.twins(fingerprints[i]) + number));
            }
        }
        return fresh;
    }

    private boolean isChained() {
        return chain != null && chain.hasBalances();
    }

    private Relation relation(int i) {
        return chain == null ? Relation.UNSURE : chain.of(entry(i).bookingDate());
    }

    private Entry entry(int i) {
        return statement.entries().get(i);
    }
}
