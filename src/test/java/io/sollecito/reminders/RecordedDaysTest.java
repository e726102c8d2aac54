package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CreditorReference;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.PlanOutcome;
import io.sollecito.reminders.charges.ChargeRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ledger recorded of many days is what each of them would decide again. */
class RecordedDaysTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final int DAYS = 30;

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, PlanningCase.plans(PlanningCase.PLAN)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void each_recorded_day_decides_the_same_again_from_the_history_before_it(PlanningLedger ledger) {
        for (String debtor : List.of("4711", "4712")) {
            ledger.debtor(debtor, "a@rossi.example");
            ledger.item(debtor, "I1-" + debtor, "2026-02-20", "100.00");
            ledger.item(debtor, "I2-" + debtor, "2026-03-09", "50.00");
            ledger.item(debtor, "I3-" + debtor, "2026-03-20", "4.00");
        }
        ledger.item("4712", "C1", "2026-03-01", "-120.00");
        Map<LocalDate, Map<Long, ItemDecision>> recorded = new TreeMap<>();
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            ledger.runOn(date.toString());
            recorded.put(date, recorded(ledger));
            ledger.sendAll(date.toString());
        }

        List<DebtorCase> end = new ArrayList<>();
        new Cases(ledger.database).forEachBatch("ACME-IT", FIRST.plusDays(DAYS), end::addAll);
        Planner planner = new Planner(ledger.plans, ChargeRules.NONE, PlanningRun.facts(PlanningLedger.ACME));
        recorded.forEach((date, decisions) -> {
            Map<Long, ItemDecision> again = new HashMap<>();
            for (DebtorCase debtor : end) {
                DebtorCase then = debtor.withItems(
                        debtor.items().stream().map(item -> before(item, date)).toList());
                List<ItemDecision> made =
                        planner.plan(then, PlanningDay.of(date)).decisions();
                for (int i = 0; i < made.size(); i++) {
                    again.put(then.items().get(i).id(), made.get(i));
                }
            }
            assertThat(again).as(date.toString()).isEqualTo(decisions);
        });
        assertThat(ledger.reminded()).doesNotHaveDuplicates().hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_reference_names_one_set_of_items_and_is_never_used_again(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.item("4711", "I2", "2026-03-08", "50.00");
        for (String day : List.of("2026-03-04", "2026-03-11")) {
            ledger.runOn(day);
            ledger.sendAll(day);
        }
        Map<String, String> before = itemsByReference(ledger);
        ledger.runOn("2026-03-11");
        ledger.runOn("2026-03-28");

        Map<String, String> after = itemsByReference(ledger);
        assertThat(before).hasSizeGreaterThan(1);
        assertThat(after).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
        assertThat(after.keySet()).allMatch(CreditorReference::isValid);
        assertThat((long) after.size()).isEqualTo(ledger.count("reminder"));
    }

    private static Map<String, String> itemsByReference(PlanningLedger ledger) {
        Map<String, String> items = new TreeMap<>();
        ledger.database
                .sql()
                .sql("select r.reference, i.document_no from reminder r join reminder_item ri on ri.reminder_id = r.id"
                        + " join open_item i on i.id = ri.item_id order by r.id, i.id")
                .query((rs, n) -> items.merge(rs.getString(1), rs.getString(2), (a, b) -> a + " " + b))
                .list();
        return items;
    }

    private static CaseItem before(CaseItem item, LocalDate date) {
        return item.withHistory(item.history().stream()
                .filter(sent -> sent.effective().isBefore(date))
                .toList());
    }

    private static Map<Long, ItemDecision> recorded(PlanningLedger ledger) {
        Map<Long, ItemDecision> decisions = new HashMap<>();
        ledger.database
                .sql()
                .sql("select item_id, outcome, plan, step, reason from latest_decision")
                .query(rs -> {
                    decisions.put(
                            rs.getLong("item_id"),
                            new ItemDecision(
                                    PlanOutcome.of(rs.getString("outcome")),
                                    rs.getString("plan"),
                                    rs.getString("step"),
                                    rs.getString("reason")));
                });
        return decisions;
    }
}
