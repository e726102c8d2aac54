package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether a snapshot closes so much without explanation that a person must look at it first (law 4). */
final class SnapshotGuard {

    private static final int AT_LEAST = 10;

    private record Share(String currency, long items, BigDecimal amount) {}

    private final Database database;
    private final Export export;

    SnapshotGuard(Database database, Export export) {
        this.database = database;
        this.export = export;
    }

    /** Why a snapshot that names no item at all waits, or empty when there is no open item that it could close. */
    Optional<String> refusesEmpty(long absent) {
        return absent == 0 ? Optional.empty() : Optional.of("the snapshot is empty, but " + absent + " items are open");
    }

    /** Why a snapshot waits whose absent items stand in the stage, or empty when it may be applied. */
    Optional<String> refuses(long absent, int limitPercent) {
        if (absent < AT_LEAST) {
            return Optional.empty();
        }
        List<Share> closings = unexplainedClosings();
        long closed = closings.stream().mapToLong(Share::items).sum();
        if (closed < AT_LEAST) {
            return Optional.empty();
        }
        List<Share> open = open();
        long all = open.stream().mapToLong(Share::items).sum();
        if (closed * 100 > all * limitPercent) {
            return Optional.of("the snapshot would close " + closed + " of " + all
                    + " open items without explanation; the limit is " + limitPercent + " %");
        }
        for (Share closing : closings) {
            Share total = open.stream()
                    .filter(share -> share.currency().equals(closing.currency()))
                    .findFirst()
                    .orElseThrow();
            BigDecimal limit = total.amount().multiply(BigDecimal.valueOf(limitPercent));
            if (closing.items() >= AT_LEAST
                    && closing.amount().movePointRight(2).compareTo(limit) > 0) {
                return Optional.of("the snapshot would close "
                        + closing.amount().stripTrailingZeros().toPlainString() + " of "
                        + total.amount().stripTrailingZeros().toPlainString() + " " + closing.currency()
                        + " without explanation; the limit is " + limitPercent + " %");
            }
        }
        return Optional.empty();
    }

    private List<Share> unexplainedClosings() {
        return database.sql()
                .sql("select c.currency, count(*) as items, sum(abs(c.old_open)) as amount from stage_change c"
                        + " left join (select item_id, sum(amount) as amount from allocation where state = 'pending'"
                        + "  and since < :asOf group by item_id) a on a.item_id = c.item_id"
                        + " where c.seq is null and c.what = 'settled' and c.cause is null"
                        + " and (a.amount is null or abs(a.amount) < abs(c.old_open)) group by c.currency")
                .param("asOf", Database.at(export.asOf()))
                .query((rs, n) -> new Share(rs.getString(1), rs.getLong(2), rs.getBigDecimal(3)))
                .list();
    }

    private List<Share> open() {
        return database.sql()
                .sql("select currency, count(*) as items, sum(abs(erp_open)) as amount from open_item"
                        + " where connection = :connection and creditor = :creditor and source = :source"
                        + " and settled_cause is null group by currency")
                .param("connection", export.connection())
                .param("creditor", export.creditor())
                .param("source", export.source())
                .query((rs, n) -> new Share(rs.getString(1), rs.getLong(2), rs.getBigDecimal(3)))
                .list();
    }
}
