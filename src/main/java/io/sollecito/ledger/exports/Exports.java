package io.sollecito.ledger.exports;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.totals.ControlTotals;
import io.sollecito.ledger.totals.ControlTotals.Carrier;
import io.sollecito.model.Problem;
import io.sollecito.model.Refused;
import io.sollecito.model.TwoPeople;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes exports into the ledger, each in one transaction: claim, stage, apply, account for every record (laws 2, 3, 4).
 * What was taken before is recognised by its bytes and its as-of.
 */
public final class Exports {

    /** A row of the export table; {@code keptAs} is the copy of a file that waits or could not be read, or null. */
    public record Recorded(Export export, Taken taken, Instant receivedAt, String keptAs) {
        public long id() {
            return taken.id();
        }
    }

    private record Last(Instant asOf, String contentHash) {}

    /** How far ahead of the clock an as-of may lie: time zones, and clocks that differ a little. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Database database;
    private final Connections connections;
    private final Journal journal;
    private final Clock clock;
    private final OnApplied onApplied;
    private final ExportRows rows;
    private final ControlTotals totals;

    public Exports(Database database, Connections connections, Journal journal, Clock clock, OnApplied onApplied) {
        this.database = database;
        this.connections = connections;
        this.journal = journal;
        this.clock = clock;
        this.onApplied = onApplied;
        this.rows = new ExportRows(database);
        this.totals = new ControlTotals(database, journal, clock);
    }

    /**
     * Takes one export.
     *
     * @param records hands every record of the export to the sink; an exception that it throws undoes everything
     * @throws ExportHeld when a person must look first; nothing was applied, and {@link #hold} records it
     */
    public Taken take(Export export, Consumer<RecordSink> records) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, export.creditor());
            Optional<Taken> decided = decideByHeader(export);
            return decided.orElseGet(() -> {
                if (export.asOf().isAfter(clock.instant().plus(AHEAD))) {
                    throw new ExportHeld(
                            "it says it is as of " + export.asOf()
                                    + ", which lies ahead: every export until then would be" + " outdated by it",
                            0,
                            export.contentHash());
                }
                int limit = export.isReplay()
                        ? ExportApplication.NO_LIMIT
                        : connections.get(export.connection()).limitClosings();
                return apply(export, rows.open(export, clock.instant()), limit, records, "run");
            });
        });
    }

    /** Applies a held export without its limit; {@code records} reads it again. */
    public Taken release(long id, Consumer<RecordSink> records, TwoPeople people, String reason) {
        return database.inTransaction(() -> {
            Export export = held(id).export();
            CreditorLock.take(database, export.creditor());
            journal.append(
                    export.creditor(),
                    "export-released",
                    "export:" + id,
                    people.user(),
                    Map.of("second", people.second(), "reason", reason));
            Instant last = last(export).map(Last::asOf).orElse(Instant.MIN);
            if (export.asOf().isBefore(last)) {
                return close(
                        export, id, new Taken(id, "outdated", "facts as of " + last + " are applied", Counts.NONE));
            }
            return apply(export, id, ExportApplication.NO_LIMIT, records, people.user());
        });
    }

    /** A person decides that a held export is never applied. */
    public void reject(long id, String user, String reason) {
        database.inTransaction(() -> {
            Recorded held = held(id);
            close(
                    held.export(),
                    id,
                    new Taken(id, "rejected", reason, held.taken().counts()));
            journal.append(held.export().creditor(), "export-rejected", "export:" + id, user, Map.of("reason", reason));
        });
    }

    /** Records an export that waits for a person. */
    public Taken hold(Export export, ExportHeld held, String keptAs) {
        return recordWhole(
                export.contentHash() == null ? held.named(export) : export,
                "held",
                held.getMessage(),
                Counts.waiting(held.read()),
                keptAs);
    }

    /** Records a file that is no such file; it is kept whole and refreshes nothing. */
    public Taken unreadable(Export export, Problem problem, String keptAs) {
        return recordWhole(export, "unreadable", problem.message(), Counts.NONE, keptAs);
    }

    /** A file that was not complete was taken by another export, together with what it waited for. */
    public void overtaken(long id, long by) {
        database.inTransaction(() -> rows.find(id)
                .filter(recorded -> recorded.taken().state().equals("unreadable"))
                .ifPresent(incomplete -> close(
                        incomplete.export(),
                        id,
                        new Taken(id, "outdated", "taken as export " + by + " with what it waited for", Counts.NONE))));
    }

    public Optional<Recorded> find(long id) {
        return rows.find(id);
    }

    private Recorded held(long id) {
        return rows.find(id)
                .filter(recorded -> recorded.taken().state().equals("held"))
                .orElseThrow(() -> new Refused("export " + id + " is not held"));
    }

    private Taken recordWhole(Export export, String state, String reason, Counts counts, String keptAs) {
        return database.inTransaction(() -> {
            Optional<Recorded> known =
                    rows.find(export).filter(r -> !r.taken().state().equals("unreadable"));
            if (known.isPresent()) {
                return known.get().taken();
            }
            long id = rows.open(export, clock.instant());
            rows.keptAs(id, keptAs);
            return close(export, id, new Taken(id, state, reason, counts));
        });
    }

    /** What can be said before the export is read; empty when it has to be read. */
    private Optional<Taken> decideByHeader(Export export) {
        Optional<Taken> known = export.contentHash() == null
                ? Optional.empty()
                : rows.find(export)
                        .map(Recorded::taken)
                        .filter(taken -> !taken.state().equals("unreadable"));
        if (known.isPresent()) {
            return known.map(taken -> taken.applied()
                    ? new Taken(taken.id(), "unchanged", "taken before as export " + taken.id(), Counts.NONE)
                    : taken);
        }
        if (export.isReplay()) {
            return Optional.empty();
        }
        Optional<Last> last = last(export);
        if (last.isPresent() && export.asOf().isBefore(last.get().asOf())) {
            return Optional.of(withoutReading(
                    export, "outdated", "facts as of " + last.get().asOf() + " are applied"));
        }
        if (last.isPresent() && saysNothingNew(export, last.get(), export.contentHash())) {
            refreshAsBefore(export, export.contentHash());
            Taken unchanged = withoutReading(export, "unchanged", null);
            if (export.isSnapshot()) {
                totals.carriedAgain(carrier(export, unchanged.id(), Counts.NONE));
            }
            return Optional.of(unchanged);
        }
        return Optional.empty();
    }

    private static Carrier carrier(Export export, long id, Counts counts) {
        String leftOut = counts.filtered() + counts.quarantined() == 0
                ? null
                : counts.filtered() + " records of it were filtered, " + counts.quarantined() + " quarantined";
        return new Carrier(id, export.creditor(), export.source(), export.connection(), export.asOf(), leftOut);
    }

    private Taken withoutReading(Export export, String state, String reason) {
        long id = rows.open(export, clock.instant());
        return close(export, id, new Taken(id, state, reason, Counts.NONE));
    }

    private Taken apply(Export export, long id, int limit, Consumer<RecordSink> records, String actor) {
        try (Staging staging = new Staging(database, export, id)) {
            records.accept(staging);
            staging.finish();
            if (export.contentHash() == null) {
                Optional<Taken> decided = decideByContent(export, id, staging);
                if (decided.isPresent()) {
                    return decided.get();
                }
            }
            if (export.isReplay()) {
                new LateReplay(database, export).refuse();
            }
            ExportApplication application = new ExportApplication(database, export, id, clock.instant());
            Taken taken = application.apply(staging, limit);
            CreditorLock.factsChanged(database, export.creditor(), export.connection(), id);
            onApplied.applied(export.creditor(), id);
            if (!export.isReplay() && !taken.counts().onlyQuarantined()) {
                refresh(export);
            }
            if (export.isSnapshot()) {
                totals.carried(carrier(export, id, taken.counts()), staging.stated());
            }
            return close(export, taken.id(), taken, actor);
        }
    }

    /** Polled rows have no bytes: what they say is compared once they are staged. */
    private Optional<Taken> decideByContent(Export export, long id, Staging staging) {
        if (staging.isEmpty() && !export.isSnapshot()) {
            rows.delete(id);
            refresh(export);
            return Optional.of(new Taken(0, "unchanged", null, Counts.NONE));
        }
        Optional<Last> last = last(export);
        String hash = staging.contentHash();
        rows.contentHash(id, hash);
        if (last.isPresent() && saysNothingNew(export, last.get(), hash)) {
            rows.deleteQuarantined(id);
            refreshAsBefore(export, hash);
            return Optional.of(close(export, id, new Taken(id, "unchanged", null, Counts.NONE)));
        }
        return Optional.empty();
    }

    /** The same list of keys says something new when items came since. */
    private static boolean saysNothingNew(Export export, Last last, String contentHash) {
        return !export.isKeys() && last.contentHash().equals(contentHash);
    }

    /** The same content as before is as fresh as it was then: not at all if every record of it was quarantined. */
    private void refreshAsBefore(Export export, String contentHash) {
        if (!rows.onlyQuarantined(export, contentHash)) {
            refresh(export);
        }
    }

    /** Items make a creditor's facts; a list of debtors does so only where nothing else is delivered, one of keys never. */
    private void refresh(Export export) {
        if (export.isKeys()) {
            return;
        }
        if (export.kind().equals("openItem") || !rows.hasItems(export.connection())) {
            connections.factsAsOf(export.connection(), export.asOf());
        }
    }

    /** The newest state that is applied, whether by applying it or by proving it unchanged. */
    private Optional<Last> last(Export export) {
        return database.sql()
                .sql("select as_of, content_hash from export where connection = ? and kind = ?"
                        + " and state in ('applied', 'unchanged') and delivers <> 'replay'"
                        + " and content_hash <> 'reading' order by as_of desc, id desc limit 1")
                .params(export.connection(), export.kind())
                .query((rs, n) -> new Last(
                        Database.instant(rs.getObject("as_of", OffsetDateTime.class)), rs.getString("content_hash")))
                .optional();
    }

    private Taken close(Export export, long id, Taken taken) {
        return close(export, id, taken, "run");
    }

    private Taken close(Export export, long id, Taken taken, String actor) {
        rows.close(taken);
        Counts counts = taken.counts();
        journal.append(
                export.creditor(),
                "export-" + taken.state(),
                "export:" + id,
                actor,
                Map.of(
                        "read", counts.read(),
                        "applied", counts.applied(),
                        "unchanged", counts.unchanged(),
                        "filtered", counts.filtered(),
                        "quarantined", counts.quarantined()));
        return taken;
    }
}
