package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.digest.StoryLine;
import io.sollecito.digest.Why;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.reminders.Thanks;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;

/** Who has paid all that his last reminder asked for is thanked once, and nobody else is. Today is 2 March 2026. */
class ThanksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final String PLAN = """
            plan: standard
            calendar: {country: IT, weekdays: [MON, TUE, WED, THU, FRI], window: "10:00-18:00", zone: Europe/Rome}
            steps:
              - {name: receipt-check, when: 5d after issue, by: [email], template: receipt-check}
              - {name: first, when: 3d after due, by: [email], template: first-reminder}
            thanks: {template: thank-you, when: paid after a reminder, by: [email, sms]}
            """;

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    private static int thank(OutboxForTests hub) {
        return run(hub).run(OutboxForTests.ACME, TODAY);
    }

    private static ThanksRun run(OutboxForTests hub) {
        return new ThanksRun(
                new Thanks(hub.database, hub.clock, hub.journal),
                new Plans(List.of(PlanLoader.parse("standard.yaml", PLAN))),
                hub.clock);
    }

    /** A reminder of these items that left two weeks ago. */
    private static long reminded(OutboxForTests hub, long... items) {
        String step = "step-" + hub.single(Integer.class, "select count(*) from reminder");
        long reminder = hub.reminder("4711", step, items);
        long dispatch = hub.dispatch(reminder, "email", "a@rossi.example");
        hub.exec("update dispatch set state = 'sent' where id = ?", dispatch);
        hub.exec("update reminder set state = 'sent', effective_on = ? where id = ?", TODAY.minusDays(14), reminder);
        return reminder;
    }

    private static String decided(OutboxForTests hub, long reminder) {
        return hub.single(
                String.class, "select coalesce(reason, 'thanked') from thanks where reminder_id = ?", reminder);
    }

    private static void settle(OutboxForTests hub, long item, String cause) {
        hub.exec(
                "update open_item set erp_open = 0, settled_cause = ?, settled_at = ? where id = ?",
                cause,
                Database.at(hub.clock.instant()),
                item);
    }

    private static List<Claim> claim(OutboxForTests hub) {
        return hub.claim("email");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void who_paid_all_of_the_last_reminder_is_thanked_once_in_the_window_and_keeps_his_steps(OutboxForTests hub) {
        long first = hub.item("4711", "1042", "100.00");
        long second = hub.item("4711", "1043", "50.00");
        long reminder = reminded(hub, first, second);
        assertThat(thank(hub)).isZero();

        hub.pays(first, "100.00");
        assertThat(thank(hub)).isZero();
        hub.pays(second, "50.00");
        assertThat(thank(hub)).isOne();
        assertThat(thank(hub)).isZero();

        assertThat(claim(hub)).isEmpty();
        hub.clock.forward(Duration.ofHours(1));
        assertThat(claim(hub)).singleElement().satisfies(claim -> {
            assertThat(claim.recipient()).isEqualTo("a@rossi.example");
            assertThat(hub.outbox.sending(List.of(claim))).hasSize(1);
            assertThat(hub.outbox.sent(claim, "<id@x>")).isTrue();
        });
        assertThat(thank(hub)).isZero();
        assertThat(hub.single(
                        String.class,
                        "select r.template || ' ' || r.step || ' ' || r.state from reminder r where r.id <> ?",
                        reminder))
                .isEqualTo("thank-you thanks sent");
        assertThat(hub.single(
                        Integer.class,
                        "select count(*) from reminder_item where role = 'paid' and not advances and guard is null"
                                + " and amount = 0"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_receipt_check_asks_for_nothing_and_is_neither_thanked_for_nor_in_the_way(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        long reminder = reminded(hub, item);
        long checked = reminded(hub, hub.item("4711", "1043", "50.00"));
        hub.exec("update reminder set step = 'receipt-check' where id = ?", checked);
        hub.exec("update open_item set erp_open = 0, settled_cause = 'payment' where document_no = '1043'");
        assertThat(thank(hub)).isZero();

        hub.pays(item, "100.00");
        assertThat(thank(hub)).isOne();
        assertThat(decided(hub, reminder)).isEqualTo("thanked");
        assertThat(hub.single(Integer.class, "select count(*) from thanks where reminder_id = ?", checked))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_erps_own_payment_is_thanked_for_and_a_settlement_that_is_none_is_not(OutboxForTests hub) {
        for (String cause : List.of("payment", "credit", "write-off", "collected", "assigned", "replaced")) {
            long item = hub.item("4711", cause, "100.00");
            long reminder = reminded(hub, item);
            settle(hub, item, cause);
            hub.exec("update open_item set in_collection = settled_cause = 'collected' where id = ?", item);
            thank(hub);

            assertThat(decided(hub, reminder))
                    .isEqualTo(
                            switch (cause) {
                                case "payment" -> "thanked";
                                case "credit" -> "credit was settled by a credit, not by a payment";
                                case "write-off" -> "write-off was settled as a write-off, not by a payment";
                                case "collected" -> "collected was settled by collection, not by a payment";
                                case "assigned" -> "assigned was settled by assignment, not by a payment";
                                default -> "replaced was settled by another number, not by a payment";
                            });
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nobody_is_thanked_for_what_his_bank_was_debited_and_what_is_pending_is_not_overdue(OutboxForTests hub) {
        long collected = hub.item("4711", "1042", "100.00");
        hub.exec("update open_item set in_collection = true where id = ?", collected);
        long reminder = reminded(hub, collected);
        hub.pays(collected, "100.00");
        thank(hub);
        assertThat(decided(hub, reminder)).isEqualTo("1042 was settled by collection, not by a payment");

        long pending = hub.item("4711", "1043", "100.00");
        hub.exec("update open_item set in_collection = true where id = ?", pending);
        long paid = hub.item("4711", "1044", "70.00");
        long other = reminded(hub, paid);
        hub.pays(paid, "70.00");
        thank(hub);
        assertThat(decided(hub, other)).isEqualTo("thanked");
        hub.clock.forward(Duration.ofHours(3));
        assertThat(claim(hub)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_rest_that_was_written_off_is_not_thanked_for(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        long reminder = reminded(hub, item);
        hub.pays(item, "99.00");
        hub.pays(item, "1.00");
        hub.exec("update allocation set purpose = 'write-off' where amount = 1");

        thank(hub);

        assertThat(decided(hub, reminder)).isEqualTo("a part of 1042 was written off");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_closed_an_item_may_turn_out_to_be_a_payment_for_ten_days(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        long reminder = reminded(hub, item);
        settle(hub, item, "unknown");

        assertThat(thank(hub)).isZero();
        assertThat(hub.single(Integer.class, "select count(*) from thanks")).isZero();
        run(hub).run(OutboxForTests.ACME, TODAY.plusDays(11));
        assertThat(decided(hub, reminder)).isEqualTo("nobody knows how 1042 was settled");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void who_paid_what_was_to_be_debited_is_thanked_though_the_erp_closed_it_before_the_bank_showed_the_money(
            OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        long reminder = reminded(hub, item);
        settle(hub, item, "collected");
        thank(hub);

        hub.exec("update open_item set settled_cause = 'payment' where id = ?", item);
        thank(hub);

        assertThat(decided(hub, reminder)).isEqualTo("thanked");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void who_owes_something_else_that_is_due_is_not_thanked_and_what_is_not_due_does_not_matter(OutboxForTests hub) {
        long paid = hub.item("4711", "1042", "100.00");
        long other = hub.item("4711", "1043", "50.00");
        long reminder = reminded(hub, paid);
        hub.pays(paid, "100.00");
        thank(hub);
        assertThat(decided(hub, reminder)).isEqualTo("1043 is overdue");

        hub.exec("update open_item set due_date = ? where id = ?", TODAY, other);
        long next = reminded(hub, paid);
        thank(hub);
        assertThat(decided(hub, next)).isEqualTo("thanked");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nobody_on_hold_without_an_address_or_with_charges_to_pay_is_thanked(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        hub.pays(item, "100.00");
        for (String kind : List.of("handed-over", "insolvency", "deceased", "dispute")) {
            long reminder = reminded(hub, item);
            hub.exec(
                    "insert into hold (creditor, source, debtor, kind, reason, owner, starts_on)"
                            + " values ('ACME-IT', 'sap', '4711', ?, 'so', 'anna', ?)",
                    kind,
                    TODAY.minusDays(1));
            thank(hub);
            assertThat(decided(hub, reminder)).isEqualTo("the debtor is on hold (" + kind + ")");
            hub.exec("delete from hold");
        }
        hub.exec(
                "insert into hold (creditor, source, debtor, kind, reason, owner, starts_on)"
                        + " values ('ACME-IT', 'sap', '4711', 'promise', 'kept', 'anna', ?)",
                TODAY.minusDays(1));
        long promised = reminded(hub, item);
        thank(hub);
        assertThat(decided(hub, promised)).isEqualTo("thanked");
        hub.clock.forward(Duration.ofHours(1));
        assertThat(claim(hub)).hasSize(1);

        hub.exec(
                "insert into charge (creditor, source, debtor, reminder_id, item_id, step, kind, currency, amount, basis,"
                        + " created_at) values ('ACME-IT', 'sap', '4711', ?, ?, 'first', 'fee', 'EUR', 5, 'agreed', ?)",
                promised,
                item,
                Database.at(hub.clock.instant()));
        long charged = reminded(hub, item);
        thank(hub);
        assertThat(decided(hub, charged)).isEqualTo("charges are still to be paid");
        hub.exec("delete from charge");

        hub.exec(
                "update debtor set canonical = replace(replace(canonical, 'a@rossi.example', ''), '+393331234567', '')");
        long unreachable = reminded(hub, item);
        thank(hub);
        assertThat(decided(hub, unreachable)).isEqualTo("the debtor has no usable address");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_mailbox_that_is_suspended_is_not_thanked_by_mail(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        reminded(hub, item);
        hub.pays(item, "100.00");
        hub.exec(
                "insert into suspended_address (creditor, channel, address, reason, dispatch_id, since)"
                        + " values ('ACME-IT', 'email', 'a@rossi.example', 'bounced', 1, ?)",
                Database.at(hub.clock.instant()));

        assertThat(thank(hub)).isOne();
        assertThat(hub.single(String.class, "select channel || ' ' || recipient from dispatch where state = 'waiting'"))
                .isEqualTo("sms +393331234567");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void only_the_last_reminder_counts_and_a_telephone_task_is_none(OutboxForTests hub) {
        long early = hub.item("4711", "1042", "100.00");
        long late = hub.item("4711", "1043", "50.00");
        long first = reminded(hub, early);
        long second = reminded(hub, late);
        hub.pays(early, "100.00");
        assertThat(thank(hub)).isZero();
        assertThat(hub.single(Integer.class, "select count(*) from thanks")).isZero();

        long task = hub.reminder("4711", "call", late);
        hub.exec("update dispatch set state = 'sent' where id = ?", hub.dispatch(task, "task", "4711"));
        hub.exec("update reminder set state = 'sent', effective_on = ? where id = ?", TODAY.minusDays(2), task);
        hub.pays(late, "50.00");
        assertThat(thank(hub)).isOne();
        assertThat(decided(hub, second)).isEqualTo("thanked");
        assertThat(hub.single(Integer.class, "select count(*) from thanks where reminder_id = ?", first))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void who_is_no_longer_to_be_thanked_when_it_would_leave_is_not(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        long reminder = reminded(hub, item);
        hub.pays(item, "100.00");
        thank(hub);
        hub.clock.forward(Duration.ofHours(1));
        hub.item("4711", "1043", "50.00");

        assertThat(claim(hub)).isEmpty();
        assertThat(hub.single(String.class, "select reason from dispatch where state = 'cancelled'"))
                .isEqualTo("something of the debtor is overdue");
        assertThat(thank(hub)).isZero();
        assertThat(decided(hub, reminder)).isEqualTo("thanked");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_that_goes_back_takes_the_thanks_along(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        reminded(hub, item);
        hub.pays(item, "100.00");
        thank(hub);
        hub.clock.forward(Duration.ofHours(1));
        hub.exec("update allocation set state = 'reversed'");

        assertThat(claim(hub)).isEmpty();
        assertThat(hub.single(String.class, "select reason from dispatch where state = 'cancelled'"))
                .contains("changed");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void no_reminder_is_thanked_for_twice_whoever_tries(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        long reminder = reminded(hub, item);
        hub.pays(item, "100.00");
        thank(hub);

        assertThatThrownBy(() -> hub.exec(
                        "insert into thanks (reminder_id, thank_you, decided_at) values (?, 99, ?)",
                        reminder,
                        Database.at(hub.clock.instant())))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(hub.single(Integer.class, "select count(*) from reminder where step = 'thanks'"))
                .isOne();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_story_tells_who_was_thanked_and_why_nobody_was(OutboxForTests hub) {
        long item = hub.item("4711", "1042", "100.00");
        long reminder = reminded(hub, item);
        hub.pays(item, "100.00");
        thank(hub);
        long thankYou = hub.single(Long.class, "select thank_you from thanks");
        Why why = new Why(hub.database, hub.journal, OutboxForTests.ACME.zone());

        assertThat(why.tell("1042").lines())
                .extracting(StoryLine::text)
                .contains(
                        "All that reminder " + reminder + " asked for is paid: thank-you " + thankYou + ".",
                        "Thank-you " + thankYou + " for the payment, by plan standard; it is now waiting.");

        hub.exec("update thanks set thank_you = null, reason = '1043 is overdue'");
        assertThat(why.tell("reminder:" + reminder).lines())
                .extracting(StoryLine::text)
                .contains("Nobody is thanked for what reminder " + reminder + " asked for: 1043 is overdue.");
    }
}
