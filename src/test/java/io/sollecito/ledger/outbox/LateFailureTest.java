package io.sollecito.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.ledger.outbox.SmsReports.Report;
import io.sollecito.ledger.reminders.Fallbacks;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message is found to have failed days after it left: what follows is about what is owed then (law 6). */
class LateFailureTest {

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_was_paid_meanwhile_is_not_handed_over(OutboxForTests hub) {
        long item = hub.item("4711", "4711-1", "100.00");
        sentThenFailed(hub, item, () -> hub.pays(item, "100.00"));

        assertThat(channels(hub)).containsExactly("sms failed");
        assertThat(hub.single(String.class, "select state from reminder")).isEqualTo("undelivered");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_on_hold_by_now_is_not_handed_over(OutboxForTests hub) {
        long item = hub.item("4711", "4711-1", "100.00");
        sentThenFailed(
                hub,
                item,
                () -> hub.exec(
                        "insert into hold (creditor, source, debtor, item_id, kind, reason, owner, starts_on)"
                                + " values ('ACME-IT', 'sap', '4711', ?, 'dispute', 'x', 'anna', date '2026-03-01')",
                        item));

        assertThat(channels(hub)).containsExactly("sms failed");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_still_owed_is_handed_over(OutboxForTests hub) {
        long item = hub.item("4711", "4711-1", "100.00");
        sentThenFailed(hub, item, () -> {});

        assertThat(channels(hub)).containsExactly("sms failed", "handover sent");
    }

    private static void sentThenFailed(OutboxForTests hub, long item, Runnable meanwhile) {
        long reminder = hub.reminder("4711", "last", item);
        hub.exec("update reminder set channels = '[\"sms\",\"handover\"]'");
        long dispatch = hub.dispatch(reminder, "sms", "+393331234567");
        Claim claim = hub.claim("sms").get(0);
        hub.outbox.sending(List.of(claim));
        SmsParts parts = new SmsParts(hub.database, hub.clock);
        parts.prepare(dispatch, 1);
        parts.move(dispatch, 1, "sent", "a1");
        hub.outbox.sent(claim, "a1");
        meanwhile.run();
        Fallbacks fallbacks =
                new Fallbacks(hub.database, hub.journal, hub.clock, (plan, debtor, channel, notBefore) -> notBefore);
        new SmsReports(
                        hub.database,
                        hub.clock,
                        new SmsSettlement(
                                hub.database,
                                hub.clock,
                                hub.journal,
                                Map.of("ACME-IT", OutboxForTests.ACME),
                                fallbacks))
                .take(new Report("sms-receipts", "ACME-IT", "a1", "EXPIRED", null));
    }

    private static List<String> channels(OutboxForTests hub) {
        return hub.database
                .sql()
                .sql("select channel || ' ' || state from dispatch order by id")
                .query(String.class)
                .list();
    }
}
