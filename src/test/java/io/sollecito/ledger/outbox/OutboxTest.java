package io.sollecito.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.ledger.journal.Journal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboxTest {

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_dispatch_that_leaves_makes_its_reminder_sent(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        List<Claim> claims = hub.claim("email");
        assertThat(claims).extracting(Claim::dispatchId).containsExactly(dispatch);
        assertThat(hub.claim("email")).isEmpty();

        assertThat(hub.outbox.sending(claims)).hasSize(1);
        assertThat(hub.state(dispatch)).isEqualTo("sending");
        assertThat(hub.outbox.sent(claims.get(0), "<id@acme.example>")).isTrue();

        assertThat(hub.state(dispatch)).isEqualTo("sent");
        assertThat(hub.reminderState(dispatch)).isEqualTo("sent");
        assertThat(hub.guards(dispatch)).isEqualTo(1);
        assertThat(hub.single(LocalDate.class, "select effective_on from reminder"))
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(hub.journal.of("dispatch:" + dispatch))
                .extracting(Journal.Row::event)
                .containsExactly("dispatch-sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_over_the_providers_daily_limit_waits_for_the_creditors_next_day(OutboxForTests hub) {
        for (int i = 1; i <= 5; i++) {
            hub.email("D" + i);
        }
        hub.dispatch(hub.reminder("D1", "sms", hub.item("D1", "s", "5.00")), "sms", "+393331234567");
        Outbox limited = new Outbox(
                hub.database,
                hub.clock,
                hub.journal,
                hub.connections,
                Map.of("ACME-IT", OutboxForTests.ACME),
                SendPolicy.DEFAULT,
                dispatch -> false,
                new DailyLimits(hub.database, Map.of("ACME-IT", 4))); // one place is the digest's
        Set<String> channels = Set.of("email", "sms");

        List<Claim> today = limited.claim("a", "ACME-IT", channels, 2);
        today = Stream.concat(today.stream(), limited.claim("b", "ACME-IT", channels, 100).stream())
                .toList();
        limited.sending(today).forEach(claim -> limited.sent(claim, "id-" + claim.dispatchId()));

        assertThat(today).extracting(Claim::channel).containsExactlyInAnyOrder("email", "email", "email", "sms");
        hub.clock.forward(Duration.ofHours(14)); // 23:00 in Rome
        assertThat(limited.claim("a", "ACME-IT", channels, 100)).isEmpty();
        hub.clock.forward(Duration.ofHours(1));
        assertThat(limited.claim("a", "ACME-IT", channels, 100))
                .extracting(Claim::channel)
                .containsExactly("email", "email");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_daily_limit_counts_the_digests_that_were_handed_over_and_keeps_the_places_of_the_others(
            OutboxForTests hub) {
        for (int i = 1; i <= 5; i++) {
            hub.email("D" + i);
        }
        DailyLimits limits = new DailyLimits(hub.database, Map.of("ACME-IT", 4));
        DigestMails digests = new DigestMails(hub.database, hub.journal);
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThat(left(hub, limits)).isEqualTo(3);
        digests.handedOver("ACME-IT", day.minusDays(1));
        digests.handedOver("LUMIERE-FR", day);
        digests.handedOver("ACME-IT", day);
        assertThat(left(hub, limits)).isEqualTo(3);
        digests.handedOver("ACME-IT", day);
        digests.handedOver("ACME-IT", day);
        assertThat(left(hub, limits)).isEqualTo(1);
    }

    private static int left(OutboxForTests hub, DailyLimits limits) {
        return hub.database.inTransaction(() -> limits.left(OutboxForTests.ACME, hub.clock.instant()));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_after_planning_cancels_in_the_claiming_transaction(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        hub.pays(1, "100.00");
        assertCancelled(hub, dispatch, "the amount of item 1 changed");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_between_claim_and_send_cancels_too(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        List<Claim> claims = hub.claim("email");
        hub.pays(1, "40.00");
        assertThat(hub.outbox.sending(claims)).isEmpty();
        assertThat(hub.state(dispatch)).isEqualTo("cancelled");
        assertThat(hub.guards(dispatch)).isZero();
        assertThat(hub.outbox.sent(claims.get(0), "late")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_hold_placed_after_planning_cancels(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        hub.exec("insert into hold (creditor, source, debtor, kind, reason, owner, starts_on) values"
                + " ('ACME-IT', 'sap', '4711', 'dispute', 'goods missing', 'anna', '2026-03-02')");
        assertCancelled(hub, dispatch, "item 1 is on hold");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_hold_that_ended_or_has_not_begun_cancels_nothing(OutboxForTests hub) {
        hub.email("4711");
        hub.exec("insert into hold (creditor, source, debtor, kind, reason, owner, starts_on, ends_on) values"
                + " ('ACME-IT', 'sap', '4711', 'promise', 'p', 'anna', '2026-02-01', '2026-03-01')");
        hub.exec("insert into hold (creditor, source, debtor, kind, reason, owner, starts_on) values"
                + " ('ACME-IT', 'sap', '4711', 'promise', 'p', 'anna', '2026-03-03')");
        assertThat(hub.claim("email")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_listed_credit_that_changed_cancels(OutboxForTests hub) {
        long invoice = hub.item("4711", "1", "100.00");
        long credit = hub.item("4711", "2", "-30.00");
        long reminder = hub.reminder("4711", "first", invoice);
        hub.list(reminder, credit, "credit", null);
        long dispatch = hub.dispatch(reminder, "email", "a@rossi.example");
        hub.exec("update open_item set erp_open = -50 where id = ?", credit);
        assertCancelled(hub, dispatch, "the amount of item 2 changed");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_that_is_not_clear_cancels(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        hub.exec(
                "insert into bank_statement (connection, creditor, file_name, content_hash, account, state, received_at)"
                        + " values ('bank', 'ACME-IT', 'f', 'h', 'a', 'applied', current_timestamp)");
        hub.exec("insert into bank_entry (statement_id, creditor, account, booking_date, amount, currency, reversal,"
                + " fingerprint, twin) values (1, 'ACME-IT', 'a', '2026-03-01', 100, 'EUR', false, 'f', 0)");
        hub.exec("insert into payment (entry_id, creditor, seq, booking_date, amount, currency, decision, decided_by,"
                + " unallocated, decided_at) values (1, 'ACME-IT', 1, '2026-03-01', 100, 'EUR', 'candidates', 'run', 100,"
                + " current_timestamp)");
        hub.exec("insert into candidate (payment_id, ranking, score, evidence, item_id, amount, suspends_until)"
                + " values (1, 1, 0.5, 'amount', 1, 100, '2099-12-31')");
        assertCancelled(hub, dispatch, "item 1 is payment-unclear");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_tells_of_a_collection_leaves_only_while_it_is_to_come(OutboxForTests hub) {
        long told = hub.email("1");
        long late = hub.email("2");
        hub.exec("update reminder_item set role = 'not-yet-due'");
        hub.exec("update open_item set in_collection = true where debtor = '1'");

        assertThat(hub.claim("email")).extracting(Claim::dispatchId).containsExactly(told);
        assertThat(hub.reason(late)).contains("is not being collected any more");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void settled_frozen_collected_and_changed_items_cancel(OutboxForTests hub) {
        long settled = hub.email("1");
        hub.exec("update open_item set settled_cause = 'credit' where debtor = '1'");
        long frozen = hub.email("2");
        hub.exec("update open_item set frozen = true where debtor = '2'");
        long collected = hub.email("3");
        hub.exec("update open_item set in_collection = true where debtor = '3'");
        long changed = hub.email("4");
        exportAppliedAfterPlanning(hub);
        hub.exec("update open_item set changed_export = 2, due_date = '2026-04-01' where debtor = '4'");

        assertThat(hub.claim("email")).isEmpty();
        assertThat(hub.reason(settled)).contains("is settled (credit)");
        assertThat(hub.reason(frozen)).contains("is frozen");
        assertThat(hub.reason(collected)).contains("is being collected");
        assertThat(hub.reason(changed)).contains("changed after it was planned");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_credit_that_came_in_after_planning_cancels(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        exportAppliedAfterPlanning(hub);
        long credit = hub.item("4711", "9", "-100.00");
        hub.exec("update open_item set created_export = 2, changed_export = 2 where id = ?", credit);

        assertThat(hub.claim("email")).isEmpty();
        assertThat(hub.reason(dispatch)).contains("a credit came in");
    }

    /** It was received before: a held one that people released, or one of a node whose clock is late. */
    private static void exportAppliedAfterPlanning(OutboxForTests hub) {
        hub.exec("insert into export (connection, creditor, source, kind, delivers, file_name, content_hash, as_of,"
                + " received_at, state, facts_no) select connection, creditor, source, kind, delivers, file_name, 'h2',"
                + " as_of, received_at, state, 1 from export");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_listed_credit_that_a_return_reopened_leaves(OutboxForTests hub) {
        long invoice = hub.item("4711", "1", "100.00");
        long credit = hub.item("4711", "9", "-20.00");
        long reminder = hub.reminder("4711", "first", invoice);
        hub.list(reminder, credit, "credit", null);
        hub.exec("update open_item set erp_open = 0 where id = ?", credit);
        hub.exec(
                "insert into allocation (item_id, amount, purpose, state, since, made_at, made_by, state_at) select id, -20,"
                        + " 'principal', 'reversal-pending', current_timestamp, current_timestamp, 'run',"
                        + " current_timestamp from open_item where id = ?",
                credit);
        hub.dispatch(reminder, "email", "a@rossi.example");

        assertThat(hub.claim("email")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_stale_creditor_sends_nothing(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        hub.clock.forward(Duration.ofDays(7));
        assertCancelled(hub, dispatch, "stale: erp-acme-sap delivered last as of 2026-03-02");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_parallel_channel_is_cancelled_without_undoing_what_was_sent(OutboxForTests hub) {
        long email = hub.email("4711");
        long sms = hub.dispatch(1, "sms", "+393331234567");
        List<Claim> claims = hub.outbox.sending(hub.claim("email"));
        hub.outbox.sent(claims.get(0), "id");
        hub.pays(1, "100.00");
        assertThat(hub.claim("sms")).isEmpty();
        assertThat(hub.state(sms)).isEqualTo("cancelled");
        assertThat(hub.reminderState(email)).isEqualTo("sent");
        assertThat(hub.guards(email)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_transient_failure_waits_longer_each_time_and_ends_undelivered(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        Outbox outbox = hub.outbox(new SendPolicy(
                Duration.ofMinutes(2), Duration.ofMinutes(15), List.of(Duration.ofMinutes(1), Duration.ofMinutes(5))));
        for (Duration pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5))) {
            Claim claim = outbox.sending(outbox.claim("w", "ACME-IT", Set.of("email"), 10))
                    .get(0);
            assertThat(outbox.failed(claim, "421", "try later", false)).isTrue();
            assertThat(hub.state(dispatch)).isEqualTo("waiting");
            assertThat(hub.guards(dispatch)).isEqualTo(1);
            hub.clock.forward(pause.minusSeconds(1));
            assertThat(outbox.claim("w", "ACME-IT", Set.of("email"), 10)).isEmpty();
            hub.clock.forward(Duration.ofSeconds(1));
        }
        Claim last = outbox.sending(outbox.claim("w", "ACME-IT", Set.of("email"), 10))
                .get(0);
        outbox.failed(last, "421", "try later", false);

        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.fellBack).containsExactly(dispatch);
        assertThat(hub.reminderState(dispatch)).isEqualTo("undelivered");
        assertThat(hub.guards(dispatch)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_permanent_failure_falls_back_under_the_same_reminder(OutboxForTests hub) {
        hub.hasFallback = true;
        long dispatch = hub.email("4711");
        Claim claim = hub.outbox.sending(hub.claim("email")).get(0);
        hub.outbox.failed(claim, "550", "no such user", true);

        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.reminderState(dispatch)).isEqualTo("waiting");
        assertThat(hub.guards(dispatch)).isEqualTo(1);
        assertThat(hub.claim("letter")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_uncertain_send_is_repeated_only_by_a_person(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        Claim claim = hub.outbox.sending(hub.claim("email")).get(0);
        hub.outbox.uncertain(claim, "<id@acme.example>", "timeout", "no answer to the final dot");
        assertThat(hub.reminderState(dispatch)).isEqualTo("uncertain");
        assertThat(hub.guards(dispatch)).isEqualTo(1);
        assertThat(hub.claim("email")).isEmpty();

        assertThat(hub.recovery.release(dispatch, "anna", "seen by phone")).isTrue();
        assertThat(hub.recovery.release(dispatch, "anna", "seen by phone")).isFalse();
        assertThat(hub.reminderState(dispatch)).isEqualTo("waiting");
        Claim again = hub.outbox.sending(hub.claim("email")).get(0);
        hub.outbox.uncertain(again, "<id@acme.example>", "timeout", "no answer to the final dot");
        assertThat(hub.recovery.giveUp(dispatch, "anna", "seen by phone")).isTrue();
        assertThat(hub.reminderState(dispatch)).isEqualTo("undelivered");
        assertThat(hub.guards(dispatch)).isZero();
        assertThat(hub.journal.of("dispatch:" + dispatch))
                .filteredOn(row -> row.actor().equals("anna"))
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_uncertain_send_that_a_person_knows_of_counts_as_sent(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        Claim claim = hub.outbox.sending(hub.claim("email")).get(0);
        hub.outbox.uncertain(claim, "<id@acme.example>", "timeout", "no answer");
        assertThat(hub.recovery.confirmSent(dispatch, "anna", "seen by phone")).isTrue();
        assertThat(hub.reminderState(dispatch)).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_sender_killed_before_sending_leaves_it_waiting_and_in_the_middle_uncertain(OutboxForTests hub) {
        long claimed = hub.email("1");
        long sending = hub.email("2");
        List<Claim> claims = hub.claim("email");
        hub.outbox.sending(claims.subList(1, 2));

        hub.clock.forward(Duration.ofMinutes(11));
        assertThat(hub.recovery.expireLeases()).isEqualTo(1);
        assertThat(hub.state(claimed)).isEqualTo("waiting");
        assertThat(hub.state(sending)).isEqualTo("sending");

        hub.clock.forward(Duration.ofMinutes(15));
        hub.recovery.expireLeases();
        assertThat(hub.state(sending)).isEqualTo("uncertain");
        assertThat(hub.reminderState(sending)).isEqualTo("uncertain");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void late_writes_of_a_stopped_worker_are_fenced_off(OutboxForTests hub) {
        long dispatch = hub.email("4711");
        Claim late = hub.claim("email").get(0);
        hub.clock.forward(Duration.ofMinutes(11));
        assertThat(hub.outbox.sending(List.of(late))).isEmpty();
        hub.recovery.expireLeases();
        Claim current = hub.claim("email").get(0);

        assertThat(hub.outbox.sending(List.of(late))).isEmpty();
        assertThat(hub.outbox.sent(late, "x")).isFalse();
        assertThat(hub.outbox.failed(late, "550", "x", true)).isFalse();
        assertThat(hub.outbox.uncertain(late, "x", "timeout", "x")).isFalse();
        assertThat(hub.outbox.returned(late, "x")).isFalse();
        assertThat(hub.state(dispatch)).isEqualTo("claimed");
        assertThat(hub.outbox.sending(List.of(current))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void dispatches_of_one_debtor_and_channel_keep_their_order(OutboxForTests hub) {
        long first = hub.email("4711");
        long second =
                hub.dispatch(hub.reminder("4711", "second", hub.item("4711", "9", "5.00")), "email", "a@b.example");
        assertThat(hub.claim("email")).extracting(Claim::dispatchId).containsExactly(first);
        assertThat(hub.claim("email")).isEmpty();
        hub.clock.forward(Duration.ofMinutes(11));
        hub.recovery.expireLeases();
        hub.outbox.held(hub.claim("email").get(0), "no name");
        assertThat(hub.claim("email")).extracting(Claim::dispatchId).containsExactly(second);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void debtors_of_two_sources_with_one_number_do_not_wait_for_each_other(OutboxForTests hub) {
        long first = hub.email("4711");
        long second =
                hub.dispatch(hub.reminder("4711", "second", hub.item("4711", "9", "5.00")), "email", "a@b.example");
        hub.exec("update dispatch set source = 'odoo' where id = ?", second);

        assertThat(hub.claim("email")).extracting(Claim::dispatchId).containsExactly(first, second);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void two_workers_never_claim_one_dispatch(OutboxForTests hub) throws Exception {
        for (int i = 0; i < 120; i++) {
            hub.email("D" + i);
        }
        ConcurrentLinkedQueue<Long> claimed = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(4);
        Callable<Void> worker = () -> {
            start.await();
            for (int idle = 0; idle < 20; ) {
                List<Claim> claims = hub.outbox.claim(Thread.currentThread().getName(), "ACME-IT", Set.of("email"), 7);
                claims.forEach(claim -> claimed.add(claim.dispatchId()));
                idle = claims.isEmpty() ? idle + 1 : 0;
            }
            return null;
        };
        ExecutorService workers = Executors.newFixedThreadPool(4);
        for (var done : workers.invokeAll(List.of(worker, worker, worker, worker))) {
            done.get();
        }
        workers.shutdown();
        assertThat(claimed).hasSize(120).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_check_reads_open_amounts_as_the_view_does(OutboxForTests hub) {
        for (String allocated : List.of("30.00", "100.00", "130.00")) {
            long item = hub.item("D" + allocated, allocated, "100.00");
            hub.pays(item, allocated);
            long reminder = hub.reminder("D" + allocated, "first", item);
            hub.exec(
                    "update reminder_item set amount = (select open_amount from item_effective where id = ?)"
                            + " where reminder_id = ?",
                    item,
                    reminder);
            hub.dispatch(reminder, "email", "a@rossi.example");
        }
        assertThat(hub.claim("email")).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_claimed_batch_loads_what_its_messages_say(OutboxForTests hub) {
        long overdue = hub.item("4711", "1", "100.00");
        hub.item("4711", "2", "-30.00");
        long dispatch = hub.dispatch(hub.reminder("4711", "first", overdue), "email", "a@rossi.example");
        hub.exec(
                "update open_item set details = '{\"holds\":[\"x\"]}', discount_until = '2026-01-25',"
                        + " discount_amount = 2.5 where id = ?",
                overdue);
        hub.exec("update reminder set attachments = '[\"account-statement\"]'");
        hub.dispatch(hub.reminder("4712", "first", hub.item("4712", "3", "9.00")), "email", "b@rossi.example");
        hub.exec("update reminder set attachments = '[]' where debtor = '4712'");

        Map<Long, DispatchContent> contents =
                new DispatchContents(hub.database).load(hub.claim("email"), LocalDate.of(2026, 3, 2));
        DispatchContent content = contents.get(dispatch);
        assertThat(content.debtor().contacts().get(0).email()).isEqualTo("a@rossi.example");
        assertThat(content.items()).hasSize(1);
        assertThat(content.items().get(0).item().discount().amount()).isEqualTo(new BigDecimal("2.50"));
        assertThat(content.items().get(0).item().dueDate()).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(content.items().get(0).item().holds()).containsExactly("x");
        assertThat(content.statement()).extracting(item -> item.documentNo()).containsExactlyInAnyOrder("1", "2");
        contents.remove(dispatch);
        assertThat(contents.values())
                .singleElement()
                .satisfies(other ->
                        assertThat(other.statement()).as("not attached").isEmpty());
        assertThat(content.consideredUntil()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    private static void assertCancelled(OutboxForTests hub, long dispatch, String reason) {
        assertThat(hub.claim("email")).isEmpty();
        assertThat(hub.state(dispatch)).isEqualTo("cancelled");
        assertThat(hub.reason(dispatch)).startsWith(reason);
        assertThat(hub.reminderState(dispatch)).isEqualTo("cancelled");
        assertThat(hub.guards(dispatch)).isZero();
        assertThat(hub.journal.of("dispatch:" + dispatch)).hasSize(1);
    }
}
