package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Records what the day's digest reported; made again, the later one counts. {@code balances} must not be empty. */
    public void close(String creditor, LocalDate day, Instant cutOff, List<Balance> balances) {
        database.inTransaction(() -> {
            database.sql()
                    .sql("delete from digest_day where creditor = ? and digest_date = ?")
                    .params(creditor, day)
                    .update();
            for (Balance balance : balances) {
                database.sql()
                        .sql("insert into digest_day (creditor, digest_date, currency, cut_off, closing)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(creditor, day, balance.currency(), Database.at(cutOff), balance.closing())
                        .update();
            }
        });
    }
}
