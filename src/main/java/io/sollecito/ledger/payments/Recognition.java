package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.KnownEntries.Kind;
import io.sollecito.ledger.payments.KnownEntries.Pool;
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

/**
 * Which of a statement's entries the ledger has already (law 3). By their fingerprints; where the balances prove that two
 * statements tell of the same days, by day and amount too, because another format has other references. What the facts do
 * not tell is doubtful.
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
    private final StatementChain.Place place;
    private final String family;
    private final boolean advised;
    private final KnownEntries known;
    private final String[] fingerprints;
    private final Verdict[] verdicts;
    private final LocalDate first;
    private final LocalDate last;
    private String reason;

    /** @param advised a notification's entries are recognised among those of notifications */
    Recognition(Database database, Statement statement, StatementChain.Place place, String format, boolean advised) {
        this.database = database;
        this.statement = statement;
        this.place = place;
        this.family = KnownEntries.family(format);
        this.advised = advised;
        this.known = new KnownEntries(database, statement, advised);
        String account = (advised ? "advised " : "") + statement.account();
        this.fingerprints = statement.entries().stream()
                .map(entry -> Fingerprint.of(account, entry))
                .toArray(String[]::new);
        this.verdicts = new Verdict[fingerprints.length];
        List<LocalDate> days =
                statement.entries().stream().map(Entry::bookingDate).sorted().toList();
        this.first = days.isEmpty() ? LocalDate.MAX : days.get(0);
        this.last = days.isEmpty() ? LocalDate.MIN : days.get(days.size() - 1);
    }

    Result entries(Doubtful choice) {
        byFingerprint();
        byDayAndAmount();
        if (place.repeats()) {
            byAmount();
        }
        contradictions();
        long doubts = Arrays.stream(verdicts)
                .filter(verdict -> verdict == Verdict.DOUBTFUL)
                .count();
        if (doubts > 0 && choice == Doubtful.HELD) {
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
        Texts texts = hasBalances() || proven() ? null : new Texts(database, statement, advised);
        for (int i = 0; i < verdicts.length; i++) {
            boolean telling = Fingerprint.isTelling(entry(i));
            if (telling || texts == null) {
                claim(i, telling || place.overlaps() ? Verdict.KNOWN : Verdict.DOUBTFUL);
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

    private void claim(int i, Verdict verdict) {
        if (verdicts[i] == null && known.has(fingerprints[i], this::counts)) {
            known.claim(fingerprints[i], this::counts);
            verdicts[i] = verdict;
        }
    }

    /** An entry of another format, or one that the bank corrected, has other references. */
    private void byDayAndAmount() {
        Map<List<Object>, List<Integer>> unresolved = new LinkedHashMap<>();
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == null) {
                Entry entry = entry(i);
                unresolved
                        .computeIfAbsent(
                                List.of(entry.bookingDate(), entry.amount().stripTrailingZeros(), entry.currency()),
                                key -> new ArrayList<>())
                        .add(i);
            }
        }
        unresolved.values().forEach(this::ofOneDayAndAmount);
    }

    private void ofOneDayAndAmount(List<Integer> equal) {
        List<Pool> pools = known.ofDay(entry(equal.get(0)), this::mayBe);
        int left = KnownEntries.left(pools);
        if (left == 0) {
            return;
        }
        boolean same = place.repeats()
                || (place.overlaps()
                        && equal.size() <= left
                        && equal.stream().allMatch(i -> isOtherNotation(entry(i), pools)));
        for (int i : equal) {
            List<Pool> still = known.ofDay(entry(i), this::mayBe);
            if (!still.isEmpty()) {
                still.get(0).claim();
                verdicts[i] = same ? Verdict.KNOWN : Verdict.DOUBTFUL;
            } else if (!place.repeats()) {
                verdicts[i] = Verdict.DOUBTFUL;
            }
        }
    }

    private boolean isOtherNotation(Entry entry, List<Pool> pools) {
        return !Fingerprint.isTelling(entry)
                || pools.stream().noneMatch(pool -> pool.kind().family().equals(family));
    }

    /** The same statement once more, which notes its days in another way. */
    private void byAmount() {
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == null) {
                List<Pool> pools = known.ofAmount(entry(i), this::counts);
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

    private void contradictions() {
        if (place.corrects()) {
            doubt("it begins as a statement that is known and ends no earlier, but does not hold all of its entries");
        } else if (place.overlaps() && known.anyLeft(this::isOfOtherFormatWithin)) {
            doubt("it overlaps statements of another format, but does not hold all of their entries of its days");
        }
    }

    private void doubt(String why) {
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == null) {
                verdicts[i] = Verdict.DOUBTFUL;
                reason = why;
            }
        }
    }

    private boolean isOfOtherFormatWithin(Pool pool) {
        return !pool.kind().family().equals(family)
                && !pool.day().isBefore(first)
                && !pool.day().isAfter(last);
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

    /** What a statement continues is not in it; but entries that came without balances may be. */
    private boolean counts(Kind kind) {
        return !place.continues() || !kind.chained();
    }

    /** Whether such a known entry may be one of another fingerprint. */
    private boolean mayBe(Kind kind) {
        return counts(kind) && (proven() || !kind.family().equals(family));
    }

    private boolean proven() {
        return place.continues() || place.overlaps();
    }

    private boolean hasBalances() {
        return statement.openingBalance() != null && statement.closingBalance() != null;
    }

    private Entry entry(int i) {
        return statement.entries().get(i);
    }
}
