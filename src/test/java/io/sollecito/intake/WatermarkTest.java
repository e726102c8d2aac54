package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.database.Lease;
import io.sollecito.ledger.database.LeaseLost;
import io.sollecito.ledger.database.Leases;
import io.sollecito.model.Creditor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a query has read moves with what it read, or not at all. */
class WatermarkTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String BEGINNING = "1970-01-01 00:00:00";
    private static final Function<String, Creditor> NOBODY_ASKS = code -> {
        throw new AssertionError(code);
    };

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_mark_moves_with_the_rows_that_were_applied(Database database) {
        Poll poll = new Poll(database);
        poll.take(rows("2026-01-05 10:00:00", "2026-01-05 11:30:00").iterator());
        assertThat(poll.items()).isEqualTo(2);
        assertThat(poll.mark()).startsWith("2026-01-05 11:30:00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void rows_that_break_off_move_nothing(Database database) {
        Poll poll = new Poll(database);
        Iterator<Map<String, Object>> one = rows("2026-01-05 10:00:00").iterator();
        assertThatThrownBy(() -> poll.take(new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public Map<String, Object> next() {
                        if (one.hasNext()) {
                            return one.next();
                        }
                        throw new IllegalStateException("connection reset");
                    }
                }))
                .hasMessage("connection reset");
        assertThat(poll.items()).isZero();
        assertThat(poll.mark()).isEqualTo(BEGINNING);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_node_that_lost_its_lease_applies_nothing_and_moves_no_mark(Database database) {
        Poll poll = new Poll(database);
        Leases north = new Leases(database, "north");
        Instant appointed = Instant.parse("2026-03-01T08:00:00Z");
        Lease late = north.acquire("erp-acme-sap", appointed, Duration.ZERO).orElseThrow();
        new Leases(database, "south").acquire("erp-acme-sap", appointed, Duration.ofMinutes(1));
        assertThatThrownBy(() -> north.fenced(
                        late, () -> poll.take(rows("2026-01-05 10:00:00").iterator())))
                .isInstanceOf(LeaseLost.class);
        assertThat(poll.items()).isZero();
        assertThat(poll.mark()).isEqualTo(BEGINNING);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_keys_of_all_that_is_open_are_asked_for_last_and_once_a_night_whatever_came_of_it(Database database) {
        Poll evening = new Poll(database, Instant.parse("2026-03-01T23:00:00Z"));
        evening.take(rows("2026-01-05 10:00:00", "2026-01-05 11:30:00").iterator());
        assertThat(evening.queries()).containsExactly("openItem", "debtor", "openItemKeys");

        evening.takeKeys(List.<Map<String, Object>>of().iterator());
        assertThat(evening.queries()).containsExactly("openItem", "debtor");
        assertThat(evening.items()).isEqualTo(2);

        assertThat(new Poll(database, Instant.parse("2026-03-02T00:59:00Z")).queries())
                .doesNotContain("openItemKeys");
        Poll night = new Poll(database, Instant.parse("2026-03-02T01:01:00Z"));
        assertThat(night.queries()).contains("openItemKeys");

        night.takeKeys(List.of(Map.<String, Object>of("line_id", 101)).iterator());
        assertThat(night.open()).isEqualTo(1);
        assertThat(night.mark()).startsWith("2026-01-05 11:30:00");
    }

    private record Poll(Database database, IntakeAdapter adapter) {
        Poll(Database database) {
            this(database, adapter(new Desk(database), CLOCK, NOBODY_ASKS));
        }

        Poll(Database database, Instant now) {
            this(database, adapter(new Desk(database), Clock.fixed(now, ZoneOffset.UTC), code -> StatementLedger.ACME));
        }

        private static IntakeAdapter adapter(Desk desk, Clock clock, Function<String, Creditor> creditors) {
            return new IntakeAdapter(desk.intake, desk.connections, Path.of("mappings"), creditors, clock);
        }

        List<String> queries() {
            return adapter.queries("erp-acme-sap", Desk.ACME, "odoo", "02:00");
        }

        void takeKeys(Iterator<Map<String, Object>> rows) {
            adapter.takeRows("erp-acme-sap", Desk.ACME, "odoo", "odoo", "delta", "openItemKeys", rows);
        }

        long open() {
            return database.sql()
                    .sql("select count(*) from open_item where settled_cause is null")
                    .query(Long.class)
                    .single();
        }

        void take(Iterator<Map<String, Object>> rows) {
            adapter.takeRows("erp-acme-sap", Desk.ACME, "odoo", "odoo", "", "openItem", rows);
        }

        String mark() {
            return adapter.ask("erp-acme-sap", "odoo", "", "openItem").watermark();
        }

        long items() {
            return database.sql()
                    .sql("select count(*) from open_item")
                    .query(Long.class)
                    .single();
        }
    }

    private static List<Map<String, Object>> rows(String... written) {
        return IntStream.range(0, written.length)
                .mapToObj(n -> row(n, written[n]))
                .toList();
    }

    private static Map<String, Object> row(int line, String written) {
        Map<String, Object> row = new HashMap<>();
        row.put("line_id", 100 + line);
        row.put("partner_id", 10);
        row.put("document_no", "FAC/2026/0000" + line);
        row.put("instalment", 1L);
        row.put("type", "out_invoice");
        row.put("issue_date", Date.valueOf(LocalDate.of(2026, 1, 5)));
        row.put("due_date", Date.valueOf(LocalDate.of(2026, 2, 5)));
        row.put("currency", "EUR");
        row.put("original_amount", new BigDecimal("70.00"));
        row.put("open_amount", new BigDecimal("70.00"));
        row.put("payment_reference", null);
        row.put("discount_date", null);
        row.put("discount_amount", null);
        row.put("reversed_no", null);
        row.put("write_date", Timestamp.valueOf(written));
        return row;
    }
}
