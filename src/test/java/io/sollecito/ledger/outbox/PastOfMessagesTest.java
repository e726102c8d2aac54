package io.sollecito.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.model.Past;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PastOfMessagesTest {

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_message_knows_what_was_promised_last_about_its_items_and_how_many_went_before(OutboxForTests hub) {
        long item = hub.item("4711", "1", "100.00");
        long earlier = hub.dispatch(hub.reminder("4711", "courtesy", item), "email", "a@rossi.example");
        hub.exec("update dispatch set state = 'sent', message_id = 'one' where id = ?", earlier);
        long dispatch = hub.dispatch(hub.reminder("4711", "first", item), "email", "a@rossi.example");
        for (String state : List.of("broken", "partly-kept", "kept")) {
            hub.exec(
                    "insert into agreement (creditor, kind, currency, made_on, made_at, state, arrived, state_at)"
                            + " values ('ACME-IT', 'promise', 'EUR', '2026-02-20', now(), ?, 30, now())",
                    state);
        }
        hub.exec("insert into agreement_instalment (agreement_id, seq, due_on, last_day, amount)"
                + " select id, 1, date '2026-02-25', date '2026-02-27', 100 + id from agreement");
        hub.exec(
                "insert into hold (creditor, source, debtor, item_id, kind, reason, owner, starts_on, agreement_id, outcome)"
                        + " select 'ACME-IT', 'sap', '4711', ?, 'promise', 'x', 'anna', date '2026-02-20', id, state from agreement",
                item);

        Past past = new DispatchContents(hub.database)
                .load(
                        List.of(new Claim(dispatch, 0, "ACME-IT", "4711", "email", "a@rossi.example", 0, 0)),
                        LocalDate.of(2026, 3, 2))
                .get(dispatch)
                .past();

        assertThat(past.messages()).isEqualTo(1);
        assertThat(past.broken().amount()).isEqualByComparingTo("102");
        assertThat(past.broken().arrived()).isEqualByComparingTo("30");
        assertThat(past.broken().day()).isEqualTo(LocalDate.of(2026, 2, 25));
    }
}
