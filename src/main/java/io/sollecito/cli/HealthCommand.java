package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.digest.Health;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub health}: how every connection fares. */
@Command(name = "health", description = "How every connection fares, worst first.", mixinStandardHelpOptions = true)
final class HealthCommand extends LedgerCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "One JSON object a connection on standard output.")
    private boolean json;

    HealthCommand(Supplier<LedgerTools> tools) {
        super(tools);
    }

    @Override
    int run(LedgerTools ledger) {
        List<Health.Row> rows = ledger.health().rows();
        if (json) {
            rows.forEach(row -> out().println(json(row)));
        } else {
            out().print(Health.text(rows, ledger.zone()));
        }
        return 0;
    }

    private static String json(Health.Row row) {
        return JSON.createObjectNode()
                .put("kind", "connection")
                .put("connection", row.connection())
                .put("creditor", row.creditor())
                .put("type", row.kind())
                .put("state", row.state().name().toLowerCase(Locale.ROOT))
                .put("lastSuccess", text(row.lastSuccess()))
                .put("factsAsOf", text(row.factsAsOf()))
                .put("bankDays", row.bankDays())
                .put("limitDays", row.limitDays())
                .put("failures", row.failures())
                .put("nextAttempt", text(row.nextAttempt()))
                .put("lastError", row.lastError())
                .put("deliveries", row.brought().deliveries())
                .put("records", row.brought().records())
                .put("lastPollMillis", row.lastPollMillis())
                .toString();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
