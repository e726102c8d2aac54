package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.ledger.outbox.Recalls;
import io.sollecito.ledger.outbox.Receipts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaidBeforeCutOffTest {

    private static final String BATCH = "ACME-IT-20260302-O1";

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_before_the_cut_off_recalls_the_letter_and_cancels_email_and_sms(OutboxForTests hub)
            throws Exception {
        PrintForTests print = new PrintForTests(hub);
        Map<String, String> uploaded = new LinkedHashMap<>();
        RecallRun recalls = new RecallRun(
                new Recalls(
                        hub.database,
                        hub.clock,
                        hub.journal,
                        new Receipts(hub.database),
                        Map.of("ACME-IT", OutboxForTests.ACME)),
                (route, body) -> {
                    PackageFile file = (PackageFile) body;
                    uploaded.put(file.name(), new String(file.bytes(), StandardCharsets.UTF_8));
                    return null;
                });
        long item = hub.item("4711", "4711-1", "100.00");
        long reminder = hub.reminder("4711", "second", item);
        long letter = hub.dispatch(reminder, "letter", "Debtor 4711\nVia Roma 1");
        long email = hub.dispatch(reminder, "email", "a@rossi.example");
        long sms = hub.dispatch(reminder, "sms", "+393331234567");
        print.sent(BATCH);

        hub.pays(item, "100.00");

        assertThat(hub.claim("email", "sms")).isEmpty();
        assertThat(hub.state(email)).isEqualTo("cancelled");
        assertThat(hub.state(sms)).isEqualTo("cancelled");
        assertThat(recalls.run(OutboxForTests.ACME, hub.clock.instant())).isOne();
        assertThat(uploaded)
                .containsExactly(
                        Map.entry(BATCH + ".recall.csv", "letterId;reason\r\nACME-IT-" + letter + ";PAID\r\n"));
        print.status(BATCH, "e1;ACME-IT-" + letter + ";CANCELLED;;;2026-03-02T08:10:00Z");
        assertThat(hub.state(letter)).isEqualTo("cancelled");
        assertThat(hub.reminderState(letter)).isEqualTo("cancelled");
        assertThat(hub.guards(letter)).isZero();
    }
}
