package io.sollecito.digest;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.Connections.Brought;
import io.sollecito.ledger.journal.SealWatch;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How every connection fares, and the journal when it is not sealed in time: for people and for machines. */
public final class Health {

    /** Worst first. */
    public enum State {
        /** The last attempts failed. */
        FAILING,
        /** Its facts are older than its limit allows (law 8). */
        STALE,
        /** It owes facts and has never delivered any. */
        SILENT,
        OK
    }

    /**
     * One connection. Times are null when there was none yet.
     *
     * @param bankDays how many bank days old its facts are; null when it owes none or never delivered
     * @param brought what it delivered so far
     * @param lastPollMillis how long its last poll took
     */
    public record Row(
            String connection,
            String creditor,
            String kind,
            State state,
            Instant lastSuccess,
            Instant factsAsOf,
            Integer bankDays,
            int limitDays,
            int failures,
            Instant nextAttempt,
            String lastError,
            Brought brought,
            Long lastPollMillis) {}

    private static final String JOURNAL = "journal";

    private final Connections connections;
    private final Map<String, Creditor> creditors;
    private final Clock clock;
    private final Supplier<Optional<SealWatch.Late>> unsealed;

    public Health(Connections connections, List<Creditor> creditors, Clock clock) {
        this(connections, creditors, clock, Optional::empty);
    }

    /** @param unsealed what of the journal should have been sealed */
    public Health(
            Connections connections,
            List<Creditor> creditors,
            Clock clock,
            Supplier<Optional<SealWatch.Late>> unsealed) {
        this.unsealed = unsealed;
        this.connections = connections;
        this.creditors = creditors.stream().collect(Collectors.toMap(Creditor::code, Function.identity()));
        this.clock = clock;
    }

    /** Worst first, then by name. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Map<String, Brought> brought = connections.brought();
        connections.health().forEach(health -> rows.add(row(health, brought)));
        unsealed.get().ifPresent(late -> rows.add(row(late)));
        rows.sort(Comparator.comparing(Row::state).thenComparing(Row::connection));
        return rows;
    }

    /** A table of columns, one line a connection; what the last error said stands below its line. */
    public static String text(List<Row> rows, ZoneId zone) {
        if (rows.isEmpty()) {
            return "No connection is known yet.\n";
        }
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
        int width = Math.max(
                10,
                rows.stream().mapToInt(row -> row.connection().length()).max().orElse(0));
        String columns = "%-8s %-" + width + "s  %-16s  %-16s  %-16s  %s%n";
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, columns, "state", "connection", "last success", "facts as of", "age", "taken"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    columns,
                    row.state().name().toLowerCase(Locale.ROOT),
                    row.connection(),
                    row.lastSuccess() == null ? "never" : time.format(row.lastSuccess()),
                    row.factsAsOf() == null ? "-" : time.format(row.factsAsOf()),
                    row.bankDays() == null ? "-" : row.bankDays() + " of " + row.limitDays() + " bank days",
                    taken(row.brought())));
            if (row.failures() > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "         %s: %s%s%n",
                        Words.plural(row.failures(), "failed attempt", "failed attempts"),
                        row.lastError() == null ? "no message" : row.lastError(),
                        row.nextAttempt() == null ? "" : "; next attempt " + time.format(row.nextAttempt())));
            }
        }
        return text.toString().replace(System.lineSeparator(), "\n").replaceAll(" +\n", "\n");
    }

    private static String taken(Brought brought) {
        return brought.deliveries() == 0
                ? "-"
                : brought.deliveries() + " with " + Words.plural(brought.records(), "record", "records");
    }

    private static Row row(SealWatch.Late late) {
        return new Row(
                JOURNAL,
                late.creditor(),
                JOURNAL,
                State.FAILING,
                null,
                late.since(),
                null,
                0,
                1,
                null,
                late.message() + "; the log says what fails",
                Brought.NOTHING,
                null);
    }

    private Row row(Connections.Health health, Map<String, Brought> brought) {
        Connections.Connection connection = health.connection();
        boolean owes =
                !connection.kind().equals("channel") && !connection.expects().equals("none");
        Integer age = owes && health.factsAsOf() != null ? age(health.factsAsOf(), connection.creditor()) : null;
        return new Row(
                connection.name(),
                connection.creditor(),
                connection.kind(),
                state(health, owes, age),
                health.lastSuccess(),
                health.factsAsOf(),
                age,
                connection.limitDays(),
                health.failures(),
                health.nextAttempt(),
                health.lastError(),
                brought.getOrDefault(connection.name(), Brought.NOTHING),
                health.lastPollMillis());
    }

    private static State state(Connections.Health health, boolean owes, Integer age) {
        if (health.failures() > 0) {
            return State.FAILING;
        }
        if (owes && age == null) {
            return State.SILENT;
        }
        return owes && age > health.connection().limitDays() ? State.STALE : State.OK;
    }

    /** A connection of a creditor that is no longer configured counts plain weekdays in UTC. */
    private Integer age(Instant asOf, String code) {
        Creditor creditor = creditors.get(code);
        ZoneId zone = creditor == null ? ZoneId.of("UTC") : creditor.zone();
        LocalDate from = LocalDate.ofInstant(asOf, zone);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (creditor != null) {
            return BusinessDays.of(creditor.country()).between(from, today);
        }
        return (int) from.plusDays(1)
                .datesUntil(today.isAfter(from) ? today.plusDays(1) : from.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .count();
    }
}
