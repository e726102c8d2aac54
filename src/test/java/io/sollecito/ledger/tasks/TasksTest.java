package io.sollecito.ledger.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.digest.Why;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.CallResult;
import io.sollecito.model.CallResult.Dispute;
import io.sollecito.model.CallResult.NoAnswer;
import io.sollecito.model.CallResult.Promise;
import io.sollecito.model.CallResult.Reached;
import io.sollecito.model.CallResult.WrongNumber;
import io.sollecito.model.Contact;
import io.sollecito.model.DisputeReason;
import io.sollecito.model.Recipients;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Telephone tasks: who is called, what a result does, and when nobody calls any more. */
class TasksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final DisputeReason PRICE = new DisputeReason("price", "another price", 15, Map.of());

    private OutboxForTests hub;
    private TaskResults results;

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_promise_holds_the_items_and_ends_the_task(Database database) {
        open(database);
        long item = hub.item("1", "A1", "100.00");
        long task = task("1", item);

        List<String> said = record(
                task,
                new Promise(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 11), new BigDecimal("60.00"), "kind"));

        assertThat(said)
                .singleElement()
                .asString()
                .isEqualTo(
                        "agreement 1: EUR 60.00 by 2026-03-09 (booked by 2026-03-11); until then no reminder of item:"
                                + item + " by hold 1");
        assertThat(hub.single(
                        String.class,
                        "select kind || ' ' || owner || ' ' || ends_on from hold where item_id = ?",
                        item))
                .isEqualTo("promise anna 2026-03-11");
        assertThat(calls()).isEmpty();
        assertThat(hub.journal.of("dispatch:" + task))
                .singleElement()
                .satisfies(row -> assertThat(row.event() + " " + row.actor() + " " + row.details())
                        .contains("task-result anna", "\"reason\":\"by phone\"", "\"result\":\"promise\"")
                        .doesNotContain("kind"));
        hub.clock.forward(Duration.ofDays(30));
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_task_takes_one_result_and_another_only_after_a_follow_up(Database database) {
        open(database);
        long task = task("1", hub.item("1", "A1", "100.00"));
        record(task, new NoAnswer(TODAY.plusDays(1), null));
        assertThat(calls()).as("not again today").isEmpty();
        hub.clock.forward(Duration.ofDays(1));
        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.lastResult()).isEqualTo("no-answer");
            assertThat(call.followUp()).isEqualTo(TODAY.plusDays(1));
        });
        record(task, new Reached("will look into it", null));

        assertThatThrownBy(() -> record(task, new Reached(null, null)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has its result: reached, by anna; only a follow-up takes another");
        assertThatThrownBy(() -> record(99, new Reached(null, null))).hasMessageContaining("there is no task 99");
        assertThat(hub.single(Integer.class, "select count(*) from task_result"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_dispute_holds_the_named_items_only_and_the_others_are_still_called_about(Database database) {
        open(database);
        long disputed = hub.item("1", "A1", "100.00");
        long other = hub.item("1", "A2", "50.00");
        long foreign = hub.item("2", "B1", "10.00");
        long task = task("1", disputed, other);

        assertThatThrownBy(() -> record(task, new Dispute(PRICE, List.of(foreign), null)))
                .hasMessageContaining("is none that the call is about");
        record(task, new Dispute(PRICE, List.of(disputed), null));

        assertThat(hub.single(String.class, "select reason from hold where item_id = ?", disputed))
                .isEqualTo("by phone (another price)");
        assertThat(hub.single(String.class, "select code || ' ' || ends_on from hold"))
                .isEqualTo("price " + TODAY.plusDays(15));
        long next = task("1", disputed, other);
        hub.clock.forward(Duration.ofDays(1));
        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo(next);
            assertThat(call.items()).extracting(OpenTask.Item::id).containsExactly(other);
        });
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_wrong_number_is_not_used_any_more_and_finance_is_told(Database database) {
        open(database);
        long task = task("1", hub.item("1", "A1", "100.00"));
        assertThat(Recipients.toCall(calls().get(0).debtor()))
                .map(Contact::phone)
                .contains("+393331234567");

        record(task, new WrongNumber(null));

        assertThat(hub.single(String.class, "select channel || ' ' || address || ' ' || reason from suspended_address"))
                .isEqualTo("phone +393331234567 is a wrong number");
        task("1", hub.item("1", "A2", "100.00"));
        hub.clock.forward(Duration.ofDays(1));
        assertThat(Recipients.toCall(calls().get(0).debtor())).isEmpty();
        assertThat(Recipients.of(calls().get(0).debtor(), "sms")).isEmpty();
        assertThat(hub.journal.of("address:1"))
                .singleElement()
                .satisfies(row -> assertThat(row.actor()).isEqualTo("anna"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nobody_calls_about_what_is_paid_and_the_task_closes_itself_with_the_cause(Database database) {
        open(database);
        long paid = hub.item("1", "A1", "100.00");
        long written = hub.item("1", "A2", "50.00");
        long half = hub.item("2", "B1", "80.00");
        long task = task("1", paid, written);
        long stays = task("2", half);
        hub.pays(paid, "100.00");
        hub.pays(half, "30.00");
        hub.exec("update open_item set settled_cause = 'write-off', erp_open = 0 where id = ?", written);

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo(stays);
            assertThat(call.total()).isEqualByComparingTo("50.00");
        });
        assertThatThrownBy(() -> record(task, new Reached(null, null))).hasMessageContaining("nothing of it is open");
        assertThat(results.closeSettled("ACME-IT")).isEqualTo(1);
        assertThat(results.closeSettled("ACME-IT")).isZero();
        assertThatThrownBy(() -> record(task, new Reached(null, null)))
                .hasMessageContaining("its result: settled, by run");
        assertThat(new Why(hub.database, hub.journal, OutboxForTests.ACME.zone())
                        .tell("task:" + task)
                        .lines())
                .anySatisfy(line -> assertThat(line.text())
                        .startsWith("Task " + task + " closed itself: nothing of it is open any more")
                        .contains("A1 payment", "A2 write-off"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void of_a_debtor_with_several_tasks_one_is_shown_a_day(Database database) {
        open(database);
        long first = task("1", hub.item("1", "A1", "100.00"));
        task("1", hub.item("1", "A2", "100.00"));
        task("2", hub.item("2", "B1", "100.00"));

        Tasks.Calls all = new Tasks(hub.database).of("ACME-IT", today(), hub.clock.instant());

        assertThat(all.now()).extracting(OpenTask::id).contains(first).hasSize(2);
        assertThat(all.later()).isEqualTo(1);
        record(first, new Reached(null, null));
        assertThat(calls()).extracting(call -> call.debtor().debtor()).containsExactly("2");
    }

    private void open(Database database) {
        hub = new OutboxForTests(database);
        results = new TaskResults(database, hub.journal, hub.clock);
    }

    private long task(String debtor, long... items) {
        long task = hub.dispatch(hub.reminder(debtor, "call", items), "task", debtor);
        hub.exec("update dispatch set state = 'sent' where id = ?", task);
        // A later task lists an item at a step of its own.
        hub.exec("update reminder_item set guard = null");
        return task;
    }

    private List<String> record(long task, CallResult result) {
        return results.record(task, result, today(), "anna", "by phone");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(hub.clock.instant(), OutboxForTests.ACME.zone());
    }

    private List<OpenTask> calls() {
        return new Tasks(hub.database)
                .of("ACME-IT", today(), hub.clock.instant())
                .now();
    }
}
