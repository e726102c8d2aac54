package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.Ageing.Aged;
import io.sollecito.ledger.items.HoldInForce;
import io.sollecito.model.AgeBucket;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Open amounts by age, as the ledger stands. */
final class AgeingFigures {

    /** In the place of a bucket's number: credits are in none. */
    private static final int CREDITS = AgeBucket.values().length;

    /** What each debtor owes in each bucket. Parameters: those of {@link #parameters}. */
    private static final String OF_DEBTORS = """
            with disputed as (
              select i.id, case when count(h.part) = count(*) then sum(h.part) end as part
              from hold h join open_item i on %s
              where h.creditor = ? and h.kind = 'dispute' and h.starts_on <= ? and (h.ends_on is null or h.ends_on >= ?)
              group by i.id
            ),
            aged as (
              select i.currency, i.source, i.debtor, i.open_amount, %s as bucket,
                     case when i.open_amount < 0 then 0
                          when d.id is not null and d.part is null or i.details like '%%"dispute"%%' then i.open_amount
                          when d.id is not null then least(d.part, i.open_amount)
                          else 0 end as disputed
              from effective_item i left join disputed d on d.id = i.id
              where i.creditor = ? and i.open_amount <> 0
            ),
            of_debtor as (
              select currency, bucket, source, debtor, count(*) as items, sum(open_amount) as amount,
                     sum(disputed) as disputed
              from aged group by currency, bucket, source, debtor
            )
            """.formatted(HoldInForce.ON_ITEM, bucket());

    private static final String ALL = OF_DEBTORS + """
            select currency, bucket, sum(amount) as amount, sum(items) as items, count(*) as debtors,
                   sum(disputed) as disputed
            from of_debtor group by currency, bucket order by currency
            """;

    private static final String LARGEST = OF_DEBTORS + """
            select o.*, d.name from (
              select t.*, row_number() over (
                partition by currency, bucket order by abs(amount) desc, source, debtor) as ranking
              from of_debtor t
            ) o left join debtor d on d.creditor = ? and d.source = o.source and d.debtor = o.debtor
            where o.ranking <= ? order by o.currency, o.bucket, o.ranking
            """;

    private final Database database;

    AgeingFigures(Database database) {
        this.database = database;
    }

    private static String bucket() {
        StringBuilder cases = new StringBuilder("case when i.open_amount < 0 then " + CREDITS);
        for (AgeBucket bucket : AgeBucket.values()) {
            cases.append(
                            switch (bucket) {
                                case NOT_DUE -> " when i.due_date is null or i.due_date >= ? then ";
                                case OVER_90 -> " else ";
                                default -> " when i.due_date >= ? then ";
                            })
                    .append(bucket.ordinal());
        }
        return cases.append(" end").toString();
    }

    private static List<Object> parameters(String creditor, LocalDate day) {
        List<Object> parameters = new ArrayList<>(List.of(creditor, day, day));
        for (AgeBucket bucket : AgeBucket.values()) {
            if (bucket != AgeBucket.OVER_90) {
                parameters.add(day.minusDays(bucket.last()));
            }
        }
        parameters.add(creditor);
        return parameters;
    }

    /** One per currency that has anything open; an item is overdue from the day after its due date. */
    List<Ageing> of(String creditor, LocalDate day) {
        Map<String, Map<AgeBucket, Aged>> buckets = new TreeMap<>();
        Map<String, Aged> credits = new TreeMap<>();
        database.sql().sql(ALL).params(parameters(creditor, day)).query(rs -> {
            String currency = rs.getString("currency");
            Map<AgeBucket, Aged> debts = buckets.computeIfAbsent(currency, c -> new EnumMap<>(AgeBucket.class));
            AgeBucket bucket = bucket(rs);
            if (bucket == null) {
                credits.put(currency, aged(rs));
            } else {
                debts.put(bucket, aged(rs));
            }
        });
        return buckets.entrySet().stream()
                .map(entry -> new Ageing(
                        entry.getKey(), entry.getValue(), credits.getOrDefault(entry.getKey(), Aged.NOTHING)))
                .toList();
    }

    /**
     * The debtors of every bucket, most money first; streamed in the transaction under way.
     *
     * @param most how many of each currency and bucket
     */
    void largest(String creditor, LocalDate day, int most, Consumer<DebtorAge> sink) {
        List<Object> parameters = parameters(creditor, day);
        parameters.add(creditor);
        parameters.add(most);
        database.eachRow(
                LARGEST,
                rs -> sink.accept(new DebtorAge(
                        rs.getString("currency"),
                        bucket(rs),
                        rs.getString("source"),
                        rs.getString("debtor"),
                        rs.getString("name"),
                        rs.getLong("items"),
                        rs.getBigDecimal("amount"),
                        rs.getBigDecimal("disputed"))),
                parameters.toArray());
    }

    private static AgeBucket bucket(ResultSet rs) throws SQLException {
        int number = rs.getInt("bucket");
        return number == CREDITS ? null : AgeBucket.values()[number];
    }

    private static Aged aged(ResultSet rs) throws SQLException {
        BigDecimal disputed = rs.getBigDecimal("disputed");
        return new Aged(rs.getBigDecimal("amount"), rs.getLong("items"), rs.getLong("debtors"), disputed);
    }
}
