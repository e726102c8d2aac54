package io.sollecito.ledger.figures;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.StoredDebtor;
import io.sollecito.model.Debtor;
import io.sollecito.model.SuspendedAddress;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The debtors of a creditor that owe something, with what they owe; streamed, most money in the creditor's currency first. */
public final class OwingDebtors {

    /**
     * @param open by currency, more than zero
     * @param suspended his addresses that are not used
     */
    public record Owing(Debtor debtor, Map<String, BigDecimal> open, List<SuspendedAddress> suspended) {}

    private record Read(Debtor debtor, Map<String, BigDecimal> open) {}

    private static final int AT_A_TIME = 1_000;

    private static final String DEBTORS = """
            select o.source, o.debtor, d.canonical, o.open_amounts from (
              select source, debtor, sum(case when currency = ? then open_amount else 0 end) as main_amount,
                     sum(open_amount) as any_amount,
                     string_agg(currency || '=' || open_amount, ' ' order by currency) as open_amounts
              from (
                select i.source, i.debtor, i.currency, sum(v.open_amount) as open_amount
                from open_item i join item_effective v on v.id = i.id
                where i.creditor = ? and i.settled_cause is null
                group by i.source, i.debtor, i.currency
              ) c where open_amount > 0 group by source, debtor
            ) o left join debtor d on d.creditor = ? and d.source = o.source and d.debtor = o.debtor
            order by o.main_amount desc, o.any_amount desc, o.source, o.debtor
            """;

    private final Database database;

    public OwingDebtors(Database database) {
        this.database = database;
    }

    /** @param currency the creditor's */
    public void each(String creditor, String currency, Consumer<Owing> sink) {
        List<Read> some = new ArrayList<>();
        database.inTransaction(() -> {
            database.eachRow(
                    DEBTORS,
                    rs -> {
                        some.add(read(creditor, rs));
                        if (some.size() == AT_A_TIME) {
                            handOver(creditor, some, sink);
                        }
                    },
                    currency,
                    creditor,
                    creditor);
            handOver(creditor, some, sink);
        });
    }

    private void handOver(String creditor, List<Read> some, Consumer<Owing> sink) {
        Map<String, SuspendedAddress> suspended = SuspendedAddresses.among(
                database, creditor, some.stream().map(Read::debtor).toList());
        some.forEach(one ->
                sink.accept(new Owing(one.debtor(), one.open(), SuspendedAddresses.of(one.debtor(), suspended))));
        some.clear();
    }

    private static Read read(String creditor, ResultSet rs) throws SQLException {
        String canonical = rs.getString("canonical");
        Map<String, BigDecimal> open = new LinkedHashMap<>();
        for (String amount : rs.getString("open_amounts").split(" ")) {
            String[] parts = amount.split("=");
            open.put(parts[0], new BigDecimal(parts[1]));
        }
        return new Read(
                canonical == null
                        ? Debtor.knownByNumber(creditor, rs.getString("source"), rs.getString("debtor"))
                        : StoredDebtor.of(canonical),
                open);
    }
}
