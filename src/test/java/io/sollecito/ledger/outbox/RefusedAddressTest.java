package io.sollecito.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.reminders.Fallbacks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server says before it accepts anything that there is no such address. */
class RefusedAddressTest {

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_refused_address_is_suspended_and_all_that_waits_for_it_falls_back(Database database) {
        OutboxForTests hub = new OutboxForTests(database);
        Outbox outbox = outbox(hub);
        long refused = email(hub, "4711", "1");
        long waiting = email(hub, "4711", "2");

        Claim claim = sending(outbox);
        assertThat(outbox.addressRefused(claim, "5.1.1", "550 5.1.1 nobody")).isTrue();

        assertThat(hub.reason(refused)).isEqualTo("550 5.1.1 nobody");
        assertThat(hub.state(waiting)).isEqualTo("failed");
        assertThat(texts(hub, "select channel || ' ' || state from dispatch order by id"))
                .containsExactly("email failed", "email failed", "letter waiting", "letter waiting");
        assertThat(texts(hub, "select channel || ' ' || address || ' ' || reason from suspended_address"))
                .containsExactly("email a@rossi.example refused with 5.1.1");
        assertThat(hub.reminderState(refused)).isEqualTo("waiting");
        assertThat(hub.guards(refused)).isOne();
        assertThat(texts(hub, "select details from journal")).noneMatch(details -> details.contains("rossi.example"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void another_refusal_falls_back_and_suspends_nothing(Database database) {
        OutboxForTests hub = new OutboxForTests(database);
        Outbox outbox = outbox(hub);
        email(hub, "4711", "1");
        email(hub, "4711", "2");

        assertThat(outbox.failed(sending(outbox), "550", "550 5.7.1 policy", true))
                .isTrue();

        assertThat(texts(hub, "select channel || ' ' || state from dispatch order by id"))
                .containsExactly("email failed", "email waiting", "letter waiting");
        assertThat(texts(hub, "select address from suspended_address")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_worker_whose_claim_is_no_longer_its_own_suspends_nothing(Database database) {
        OutboxForTests hub = new OutboxForTests(database);
        Outbox outbox = outbox(hub);
        email(hub, "4711", "1");
        Claim claim = sending(outbox);
        outbox.sent(claim, "id");

        assertThat(outbox.addressRefused(claim, "5.1.1", "550 5.1.1 nobody")).isFalse();

        assertThat(texts(hub, "select state from dispatch")).containsExactly("sent");
        assertThat(texts(hub, "select address from suspended_address")).isEmpty();
    }

    private static Outbox outbox(OutboxForTests hub) {
        return new Outbox(
                hub.database,
                hub.clock,
                hub.journal,
                hub.connections,
                Map.of("ACME-IT", OutboxForTests.ACME),
                SendPolicy.DEFAULT,
                new Fallbacks(hub.database, hub.journal, hub.clock, (plan, debtor, channel, from) -> from));
    }

    private static long email(OutboxForTests hub, String debtor, String item) {
        long reminder = hub.reminder(debtor, "first", hub.item(debtor, debtor + "-" + item, "100.00"));
        hub.exec("update reminder set channels = '[\"email\",\"letter\"]' where id = ?", reminder);
        return hub.dispatch(reminder, "email", "a@rossi.example");
    }

    private static Claim sending(Outbox outbox) {
        return outbox.sending(outbox.claim("test", "ACME-IT", Set.of("email"), 10))
                .get(0);
    }

    private static List<String> texts(OutboxForTests hub, String query) {
        return hub.database.sql().sql(query).query(String.class).list();
    }
}
