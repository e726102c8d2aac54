package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.Recalls;
import io.sollecito.ledger.outbox.Receipts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two letters of 100.00, dispatches 1 and 2 about items 1 and 2, are with the print house; the cut-off is in half an hour. */
class RecallRunTest {

    private static final String BATCH = "ACME-IT-20260302-O1";
    private static final String HEAD = "eventId;letterId;state;providerCode;reason;eventTime\n";

    private final Map<String, String> uploaded = new LinkedHashMap<>();
    private boolean broken;

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_is_paid_before_the_cut_off_is_recalled_alone_and_once(OutboxForTests hub) {
        sent(hub);
        assertThat(run(hub)).isZero();
        assertThat(uploaded).isEmpty();

        hub.pays(1, "100.00");
        assertThat(run(hub)).isEqualTo(1);
        assertThat(uploaded).containsExactly(Map.entry(BATCH + ".recall.csv", "letterId;reason\r\nACME-IT-1;PAID\r\n"));
        assertThat(hub.state(1)).isEqualTo("sent");
        assertThat(journal(hub, "recall-requested")).isEqualTo(1);

        uploaded.clear();
        assertThat(run(hub)).isZero();
        assertThat(uploaded).isEmpty();
        assertThat(journal(hub, "recall-requested")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void from_the_cut_off_on_none_is_recalled(OutboxForTests hub) {
        sent(hub);
        hub.pays(1, "100.00");
        hub.clock.forward(Duration.ofMinutes(30));
        assertThat(run(hub)).isZero();
        assertThat(uploaded).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_part_payment_recalls_and_paid_interest_does_not(OutboxForTests hub) {
        sent(hub);
        hub.pays(1, "0.01");
        hub.pays(2, "5.00");
        hub.exec("update allocation set purpose = 'interest' where item_id = 2");
        assertThat(run(hub)).isEqualTo(1);
        assertThat(uploaded.get(BATCH + ".recall.csv")).isEqualTo("letterId;reason\r\nACME-IT-1;AMOUNT\r\n");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_about_an_item_that_is_on_hold_now_is_recalled(OutboxForTests hub) {
        sent(hub);
        hold(hub, "1", "deceased", LocalDate.of(2026, 3, 2), null);
        hold(hub, "2", "dispute", LocalDate.of(2026, 3, 3), null);
        hold(hub, "2", "promise", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));
        assertThat(run(hub)).isEqualTo(1);
        assertThat(uploaded.get(BATCH + ".recall.csv")).isEqualTo("letterId;reason\r\nACME-IT-1;HOLD\r\n");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_about_an_item_that_the_erp_holds_now_is_recalled(OutboxForTests hub) {
        sent(hub);
        hub.exec(
                "update open_item set details = ? where id = 1",
                "{\"withheld\":[],\"precedingDocuments\":[],\"holds\":[\"dispute\"]}");
        hub.exec("update open_item set in_collection = true where id = 2");
        assertThat(run(hub)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_asks_to_pay_the_factor_is_not_recalled_because_its_item_was_assigned(OutboxForTests hub) {
        sent(hub);
        hub.exec(
                "update open_item set details = ?",
                "{\"withheld\":[],\"precedingDocuments\":[],\"holds\":[\"assigned\"],\"payTo\":{\"name\":\"Fattore\",\"iban\":\"IT60X0542811101000000123456\",\"bic\":null}}");
        hub.exec("update reminder set pay_to = 'IT60X0542811101000000123456'");
        hold(hub, "1", "assigned", LocalDate.of(2026, 3, 2), null);
        assertThat(run(hub)).isZero();

        hub.exec("update open_item set details = ? where id = 2", "{\"holds\":[\"assigned\"]}");
        assertThat(run(hub)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_asks_to_pay_another_than_its_item_is_paid_to_now_is_recalled(OutboxForTests hub) {
        sent(hub);
        hub.exec("update reminder set pay_to = 'DE02120300000000202051' where debtor = '2'");
        hub.exec(
                "update open_item set details = ?",
                "{\"withheld\":[],\"holds\":[\"assigned\"],\"payTo\":{\"name\":\"Fattore\",\"iban\":\"IT60X0542811101000000123456\",\"bic\":null}}");
        assertThat(run(hub)).isEqualTo(2);
        assertThat(uploaded.get(BATCH + ".recall.csv"))
                .isEqualTo("letterId;reason\r\nACME-IT-1;HOLD\r\nACME-IT-2;HOLD\r\n");
    }

    private static void hold(OutboxForTests hub, String debtor, String kind, LocalDate from, LocalDate to) {
        hub.exec(
                "insert into hold (creditor, source, debtor, kind, reason, owner, starts_on, ends_on)"
                        + " values ('ACME-IT', 'sap', ?, ?, 'a letter came', 'anna', ?, ?)",
                debtor,
                kind,
                from,
                to);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_later_recall_repeats_the_earlier_one_whose_file_it_replaces(OutboxForTests hub) {
        sent(hub);
        hub.pays(1, "100.00");
        run(hub);
        hub.exec("update open_item set erp_open = 0, settled_cause = 'payment' where id = 2");
        assertThat(run(hub)).isEqualTo(1);
        assertThat(uploaded.get(BATCH + ".recall.csv"))
                .isEqualTo("letterId;reason\r\nACME-IT-1;PAID\r\nACME-IT-2;PAID\r\n");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_recall_that_could_not_be_uploaded_is_tried_again(OutboxForTests hub) {
        sent(hub);
        hub.pays(1, "100.00");
        broken = true;
        assertThat(run(hub)).isZero();
        assertThat(hub.single(Integer.class, "select count(*) from receipt")).isZero();
        broken = false;
        assertThat(run(hub)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void too_late_or_no_answer_counts_as_sent(OutboxForTests hub) throws Exception {
        sent(hub);
        hub.pays(1, "100.00");
        hub.pays(2, "100.00");
        run(hub);
        assertThat(answer(hub, 1, HEAD + "e1;ACME-IT-1;TOO_LATE;;;2026-03-02T08:20:00Z\n"))
                .isEqualTo(1);
        for (long dispatch : List.of(1L, 2L)) {
            assertThat(hub.state(dispatch)).isEqualTo("sent");
            assertThat(hub.reminderState(dispatch)).isEqualTo("sent");
            assertThat(hub.guards(dispatch)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_cancelled_letter_never_left_and_its_step_may_be_done_again(OutboxForTests hub) throws Exception {
        sent(hub);
        hub.pays(1, "40.00");
        run(hub);
        String cancelled = HEAD + "e1;ACME-IT-1;CANCELLED;;;2026-03-02T08:20:00Z\n";
        assertThat(answer(hub, 1, cancelled)).isEqualTo(1);
        assertThat(answer(hub, 2, cancelled)).isZero();
        assertThat(answer(hub, 3, HEAD + "e2;ACME-IT-1;TOO_LATE;;;2026-03-02T08:40:00Z\n"))
                .isEqualTo(1);
        assertThat(hub.state(1)).isEqualTo("cancelled");
        assertThat(hub.reminderState(1)).isEqualTo("cancelled");
        assertThat(hub.guards(1)).isZero();
        assertThat(journal(hub, "dispatch-cancelled")).isEqualTo(1);
        assertThat(hub.state(2)).isEqualTo("sent");
        assertThat(run(hub)).isZero();

        answers(hub).acknowledgement("ACME-IT", BATCH + ".ack.json", bytes("{\"result\":\"ACCEPTED\"}"));
        assertThat(hub.state(1)).isEqualTo("cancelled");
        hub.reminder("1", "second", 1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_was_printed_or_is_of_another_batch_is_not_cancelled(OutboxForTests hub) throws Exception {
        sent(hub);
        hub.exec("update dispatch set batch_id = 'ACME-IT-20260227-O1' where id = 2");
        answer(
                hub,
                1,
                HEAD + "e1;ACME-IT-1;PRINTED;;;2026-03-02T08:10:00Z\n"
                        + "e2;ACME-IT-1;CANCELLED;;;2026-03-02T08:20:00Z\n"
                        + "e3;ACME-IT-2;CANCELLED;;;2026-03-02T08:20:00Z\n");
        assertThat(hub.state(1)).isEqualTo("sent");
        assertThat(hub.state(2)).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_answer_that_comes_while_the_trigger_is_on_its_way_waits(OutboxForTests hub) throws Exception {
        List<Claim> claims = built(hub);
        hub.outbox.sending(claims);
        byte[] refusal = bytes("{\"result\":\"REJECTED\",\"code\":\"CHECKSUM\"}");
        assertThatThrownBy(() -> answers(hub).acknowledgement("ACME-IT", BATCH + ".ack.json", refusal))
                .hasMessageContaining("is still leaving");
        claims.forEach(claim -> hub.outbox.sent(claim, "m" + claim.dispatchId()));
        assertThat(answers(hub).acknowledgement("ACME-IT", BATCH + ".ack.json", refusal))
                .isEqualTo(2);
    }

    private static List<Claim> built(OutboxForTests hub) {
        for (String debtor : List.of("1", "2")) {
            hub.dispatch(hub.reminder(debtor, "second", hub.item(debtor, debtor, "100.00")), "letter", "Via Roma 1");
        }
        List<Claim> claims = hub.claim("letter");
        batches(hub)
                .built(
                        new LetterBatches.Batch(
                                BATCH,
                                "ACME-IT",
                                "ORDINARY",
                                2,
                                2,
                                "00",
                                hub.clock.instant().plusSeconds(1800),
                                null),
                        PrintForTests.packed(claims));
        return claims;
    }

    private static void sent(OutboxForTests hub) {
        hub.outbox.sending(built(hub)).forEach(claim -> hub.outbox.sent(claim, "ACME-IT-" + claim.dispatchId()));
        batches(hub).move("ACME-IT", BATCH, "sent", null);
    }

    private int run(OutboxForTests hub) {
        return new RecallRun(recalls(hub), this::upload).run(OutboxForTests.ACME, hub.clock.instant());
    }

    private String upload(String route, Object body) throws IOException {
        assertThat(route).isEqualTo("print-ACME-IT");
        if (broken) {
            throw new IOException("connection reset");
        }
        PackageFile file = (PackageFile) body;
        uploaded.put(file.name(), new String(file.bytes(), StandardCharsets.UTF_8));
        return null;
    }

    private static int answer(OutboxForTests hub, int number, String csv) throws Exception {
        return answers(hub).status("ACME-IT", BATCH + ".status." + number + ".csv", bytes(csv));
    }

    private static int journal(OutboxForTests hub, String event) {
        return hub.single(Integer.class, "select count(*) from journal where event = ?", event);
    }

    private static PrintHouseAnswers answers(OutboxForTests hub) {
        return new PrintForTests(hub).answers;
    }

    private static Recalls recalls(OutboxForTests hub) {
        return new Recalls(
                hub.database,
                hub.clock,
                hub.journal,
                new Receipts(hub.database),
                Map.of("ACME-IT", OutboxForTests.ACME));
    }

    private static LetterBatches batches(OutboxForTests hub) {
        return new LetterBatches(hub.database, hub.clock, hub.journal);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
