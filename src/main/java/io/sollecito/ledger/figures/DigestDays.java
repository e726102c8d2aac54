package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each day's digest closed with, so that the next one opens with exactly that. */
public final class DigestDays {

    /** The last digest: its cut-off and what was really open then, by currency. */
    public record Reported(Instant cutOff, Map<String, BigDecimal> closing) {

        /** Before the first digest nothing was reported. */
        static final Reported NOTHING = new Reported(Instant.EPOCH, Map.of());
    }

    private final Database database;

    public DigestDays(Database database) {
        this.database = database;
    }

    /** What the last digest before that day reported. */
    Reported before(String creditor, LocalDate day) {
        Map<String, BigDecimal> closing = new LinkedHashMap<>();
        Instant[] cutOff = {null};
        database.sql().sql("""
                        select currency, cut_off, closing from digest_day where creditor = ? and digest_date = (
                          select max(digest_date) from digest_day where creditor = ? and digest_date < ?)
                        """).params(creditor, creditor, day).query(rs -> {
            cutOff[0] = Database.instant(rs.getObject("cut_off", OffsetDateTime.class));
            closing.put(rs.getString("currency"), rs.getBigDecimal("closing"));
        });
        return cutOff[0] == null ? Reported.NOTHING : new Reported(cutOff[0], closing);
    }

    /** By currency: the days sales outstanding that a digest reported a month before, else a week before. */
    Map<String, Dso.Reported> dsoBefore(String creditor, LocalDate day) {
        Map<String, Dso.Reported> earlier = new HashMap<>();
        database.sql()
                .sql("""
                        select currency, digest_date, dso, best_dso from digest_day
                        where creditor = ? and dso is not null and digest_date between ? and ? order by digest_date desc
                        """)
                .params(creditor, day.minusMonths(2), day.minusWeeks(1))
                .query(rs -> {
                    Dso.Reported reported = new Dso.Reported(
                            rs.getObject("digest_date", LocalDate.class),
                            rs.getBigDecimal("dso"),
                            rs.getBigDecimal("best_dso"));
                    earlier.merge(
                            rs.getString("currency"),
                            reported,
                            (newer, older) -> newer.day().isAfter(day.minusMonths(1))
                                            && !older.day().isAfter(day.minusMonths(1))
                                    ? older
                                    : newer);
                });
        return earlier;
    }

    /**
     * Records what the day's digest reported; made again, the later one counts. {@code balances} must not be empty. Of
     * days sales outstanding only those that are known to the day.
     */
    public void close(String creditor, LocalDate day, Instant cutOff, List<Balance> balances, List<Dso> dso) {
        Map<String, Dso> known = dso.stream()
                .filter(one -> !one.days().atLeast())
                .collect(Collectors.toMap(Dso::currency, Function.identity()));
        database.inTransaction(() -> {
            database.sql()
                    .sql("delete from digest_day where creditor = ? and digest_date = ?")
                    .params(creditor, day)
                    .update();
            for (Balance balance : balances) {
                Dso reported = known.get(balance.currency());
                database.sql()
                        .sql("insert into digest_day (creditor, digest_date, currency, cut_off, closing, dso, best_dso)"
                                + " values (?, ?, ?, ?, ?, cast(? as numeric), cast(? as numeric))")
                        .params(
                                creditor,
                                day,
                                balance.currency(),
                                Database.at(cutOff),
                                balance.closing(),
                                reported == null ? null : reported.days().days(),
                                reported == null
                                        ? null
                                        : reported.bestPossible().days())
                        .update();
            }
        });
    }
}
