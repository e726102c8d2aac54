package io.sollecito.ledger.totals;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.totals.SourceTotal.Told;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the ledger holds what the ERP says: every control total that an export carries, or that a person reads off the
 * ERP's screen, is compared with the ledger's sum at that moment and kept for ever with the result.
 */
public final class ControlTotals {

    /** What a source told with an export: where it stands in the ledger, and what was left out of it. */
    public record Carrier(
            long exportId, String creditor, String source, String connection, Instant asOf, String leftOut) {}

    private static final Duration SHOWN = Duration.ofDays(60);

    private static final String SUMS = """
            select source, currency, sum(erp_open) as hub, count(*) as items
            from open_item where creditor = ? and settled_cause is null
            group by source, currency order by source, currency
            """;

    private static final String TOLD = """
            select t.*, coalesce(e.file_name, t.owner) as told_by
            from control_total t left join export e on e.id = t.export_id
            where t.creditor = ? and t.as_of > ? order by t.as_of desc, t.id desc
            """;

    private record Key(String source, String currency) {}

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    public ControlTotals(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** All sources of a creditor with open items, or of which a control total was told in the last weeks. */
    public static List<SourceTotal> of(Database database, String creditor, Instant now) {
        Map<Key, List<Told>> told = new HashMap<>();
        List<Key> order = new ArrayList<>();
        database.sql().sql(TOLD).params(creditor, Database.at(now.minus(SHOWN))).query(rs -> {
            Key key = new Key(rs.getString("source"), rs.getString("currency"));
            told.computeIfAbsent(key, first -> {
                        order.add(first);
                        return new ArrayList<>();
                    })
                    .add(new Told(
                            rs.getBigDecimal("erp"),
                            rs.getBigDecimal("hub"),
                            Database.instant(rs.getObject("as_of", OffsetDateTime.class)),
                            rs.getString("told_by"),
                            rs.getString("reason")));
        });
        List<SourceTotal> totals = new ArrayList<>(database.sql()
                .sql(SUMS)
                .param(creditor)
                .query((rs, n) -> {
                    Key key = new Key(rs.getString("source"), rs.getString("currency"));
                    order.remove(key);
                    return new SourceTotal(
                            key.source(),
                            key.currency(),
                            rs.getBigDecimal("hub"),
                            rs.getLong("items"),
                            told.getOrDefault(key, List.of()));
                })
                .list());
        order.forEach(
                key -> totals.add(new SourceTotal(key.source(), key.currency(), BigDecimal.ZERO, 0, told.get(key))));
        return totals;
    }

    /**
     * A person tells what the ERP shows now.
     *
     * @throws Refused when the source is not known
     */
    public Told tell(String creditor, String source, String currency, BigDecimal erp, String user, String reason) {
        return database.inTransaction(() -> {
            boolean known = database.sql()
                    .sql("select id from export where creditor = ? and source = ? limit 1")
                    .params(creditor, source)
                    .query(Long.class)
                    .optional()
                    .isPresent();
            if (!known) {
                throw new Refused("nothing was taken from " + creditor + "/" + source + " yet");
            }
            BigDecimal hub = database.sql()
                    .sql("select coalesce(sum(erp_open), 0) from open_item"
                            + " where creditor = ? and source = ? and currency = ?")
                    .params(creditor, source, currency)
                    .query(BigDecimal.class)
                    .single();
            Told told = new Told(erp, hub, clock.instant(), user, reason);
            keep(creditor, source, currency, told, null);
            return told;
        });
    }

    /** An export that was applied carried these; a total without a currency (null) counts if the export has but one. */
    public void carried(Carrier export, Map<String, BigDecimal> stated) {
        if (stated.isEmpty()) {
            return;
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        database.sql()
                .sql("select currency, sum(erp_open) as hub from open_item"
                        + " where connection = ? and creditor = ? and source = ? and erp_open <> 0 group by currency")
                .params(export.connection(), export.creditor(), export.source())
                .query(rs -> {
                    sums.put(rs.getString("currency"), rs.getBigDecimal("hub"));
                });
        stated.forEach((named, amount) -> {
            String currency =
                    named == null && sums.size() == 1 ? sums.keySet().iterator().next() : named;
            if (currency != null) {
                BigDecimal hub = sums.getOrDefault(currency, BigDecimal.ZERO);
                String leftOut = hub.compareTo(amount) == 0 ? null : export.leftOut();
                keep(
                        export.creditor(),
                        export.source(),
                        currency,
                        new Told(amount, hub, export.asOf(), "run", leftOut),
                        export.exportId());
            }
        });
    }

    /** An export with the same content as the one before tells the same again, of its own day. */
    public void carriedAgain(Carrier export) {
        Map<String, BigDecimal> last = new HashMap<>();
        database.sql()
                .sql("select currency, erp from control_total where export_id = (select max(t.export_id)"
                        + " from control_total t join export e on e.id = t.export_id where e.connection = ?)")
                .param(export.connection())
                .query(rs -> {
                    last.put(rs.getString("currency"), rs.getBigDecimal("erp"));
                });
        carried(export, last);
    }

    private void keep(String creditor, String source, String currency, Told told, Long exportId) {
        database.sql()
                .sql("insert into control_total (creditor, source, currency, erp, hub, as_of, export_id, owner, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        creditor,
                        source,
                        currency,
                        told.erp(),
                        told.hub(),
                        Database.at(told.asOf()),
                        exportId,
                        told.toldBy(),
                        told.reason())
                .update();
        Map<String, Object> details = new HashMap<>();
        details.put("source", source);
        details.put("currency", currency);
        details.put("erp", told.erp());
        details.put("hub", told.hub());
        details.put("difference", told.difference());
        if (told.reason() != null) {
            details.put("reason", told.reason());
        }
        journal.append(
                creditor,
                told.agrees() ? "control-total-agrees" : "control-total-differs",
                exportId == null ? "source:" + creditor + "/" + source : "export:" + exportId,
                told.toldBy(),
                details);
    }
}
