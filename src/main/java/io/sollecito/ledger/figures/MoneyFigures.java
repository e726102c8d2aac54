package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.MoneyReceived.Line;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the bank money of the statements that arrived in a span. */
final class MoneyFigures {

    private final Database database;

    MoneyFigures(Database database) {
        this.database = database;
    }

    List<MoneyReceived> of(String creditor, Instant from, Instant to) {
        Map<String, List<Line>> in = new TreeMap<>();
        Map<String, List<Line>> out = new TreeMap<>();
        database.sql()
                .sql("""
                        select p.currency,
                               case when e.account like 'provider:%' then 'confirmed'
                                    when p.amount >= 0 then p.decision
                                    when p.decision = 'returned' or p.return_reason is not null then 'returned'
                                    when p.return_fee is not null then 'return-fee'
                                    when p.decision = 'allocated' then 'refunded'
                                    when p.decision = 'candidates' then 'to-decide'
                                    else 'other' end as decision,
                               case when p.amount >= 0 and e.account not like 'provider:%' then 1 else -1 end as direction,
                               count(*) as payments,
                               sum(case when p.unallocated <> 0 then 1 else 0 end) as rests,
                               sum(p.amount) as amount, sum(p.unallocated) as unallocated,
                               sum(case when p.decision = 'returned' and p.amount < 0 then coalesce(p.return_fee, 0) else 0 end)
                                 as fees,
                               sum(case when p.decision = 'returned' and p.amount < 0 and p.return_fee is not null
                                   then 1 else 0 end) as with_fee
                        from payment p
                        join bank_entry e on e.id = p.entry_id
                        join bank_statement s on s.id = e.statement_id
                        where p.creditor = :creditor and s.received_at > :from and s.received_at <= :to
                        group by 1, 2, 3 order by 1, 3 desc, 2
                        """)
                .param("creditor", creditor)
                .param("from", Database.at(from))
                .param("to", Database.at(to))
                .query(rs -> {
                    String currency = rs.getString("currency");
                    in.computeIfAbsent(currency, c -> new ArrayList<>());
                    out.computeIfAbsent(currency, c -> new ArrayList<>());
                    if (rs.getInt("direction") > 0) {
                        in.get(currency).addAll(received(rs));
                    } else {
                        spent(rs, out.get(currency));
                    }
                });
        return in.keySet().stream()
                .map(currency -> new MoneyReceived(currency, in.get(currency), out.get(currency)))
                .toList();
    }

    private static List<Line> received(ResultSet rs) throws SQLException {
        return switch (rs.getString("decision")) {
            case "allocated" -> allocated(rs);
            case "candidates" -> List.of(line("to-decide", rs));
            case "notOurs" -> List.of(line("not-ours", rs));
            case "returned" -> List.of(line("returned", rs));
            default -> List.of(line("unmatched", rs));
        };
    }

    private static List<Line> allocated(ResultSet rs) throws SQLException {
        BigDecimal rest = rs.getBigDecimal("unallocated");
        Line used = new Line(
                "allocated", rs.getLong("payments"), rs.getBigDecimal("amount").subtract(rest));
        return rest.signum() == 0 ? List.of(used) : List.of(used, new Line("left-over", rs.getLong("rests"), rest));
    }

    /** What a bank took out together with a return is told apart from it. */
    private static void spent(ResultSet rs, List<Line> out) throws SQLException {
        BigDecimal fees = rs.getBigDecimal("fees");
        String kind = rs.getString("decision");
        add(
                out,
                new Line(
                        kind, rs.getLong("payments"), rs.getBigDecimal("amount").add(fees)));
        if (fees.signum() > 0) {
            add(out, new Line("return-fee", rs.getLong("with_fee"), fees.negate()));
        }
    }

    private static void add(List<Line> lines, Line line) {
        for (int i = 0; i < lines.size(); i++) {
            Line known = lines.get(i);
            if (known.kind().equals(line.kind())) {
                lines.set(
                        i,
                        new Line(
                                line.kind(),
                                known.payments() + line.payments(),
                                known.amount().add(line.amount())));
                return;
            }
        }
        lines.add(line);
    }

    private static Line line(String kind, ResultSet rs) throws SQLException {
        return new Line(kind, rs.getLong("payments"), rs.getBigDecimal("amount"));
    }
}
