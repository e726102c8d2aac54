package io.sollecito.ledger.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.BookedAlready.Allocated;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandedOverMoneyTest {

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_for_what_was_handed_over_is_told_once_per_payment(Database database) {
        OutboxForTests hub = new OutboxForTests(database);
        long over = hub.item("1", "A1", "100.00");
        long own = hub.item("2", "B1", "50.00");
        hub.exec(
                "insert into hold (creditor, source, debtor, item_id, kind, reason, owner, starts_on)"
                        + " values ('ACME-IT', 'sap', '1', ?, 'handed-over', 'x', 'run', date '2026-02-01')",
                over);
        HandedOverMoney money = new HandedOverMoney(database, hub.clock, "ACME-IT");

        money.tell(List.of(paid(hub, 7, over, "principal"), paid(hub, 8, own, "principal")));
        money.tell(List.of(paid(hub, 7, over, "principal"), paid(hub, 9, over, "discount")));

        assertThat(database.sql()
                        .sql("select subject || ': ' || message from alarm where kind = 'handed-over-paid'")
                        .query(String.class)
                        .list())
                .containsExactly("payment:7: money came for what was handed over: 40.00 EUR for item:" + over
                        + "; tell whoever collects it today");
        assertThat(hub.journal.of("payment:7"))
                .singleElement()
                .satisfies(row -> assertThat(row.event()).isEqualTo("alarm-handed-over-paid"));
    }

    private static Allocated paid(OutboxForTests hub, long payment, long item, String purpose) {
        return new Allocated(payment, new Part(item, new BigDecimal("40.00"), purpose, false), hub.clock.instant());
    }
}
