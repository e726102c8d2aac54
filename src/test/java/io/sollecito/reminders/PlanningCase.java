package io.sollecito.reminders;

import io.sollecito.Changed;
import io.sollecito.model.Address;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.ChargeHistory;
import io.sollecito.model.Contact;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payees;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.PlanMove;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import io.sollecito.model.SuspendedAddress;
import io.sollecito.model.Withheld;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One debtor's items, a plan and a day: what the planner's tests are made of. */
final class PlanningCase {

    static final String PLAN = """
            plan: standard
            for: "debtor.country == 'IT'"
            minimum: {EUR: 10.00}
            interval: 7d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: courtesy,  when: 5d before due, by: [email], template: courtesy}
              - {name: due-today, when: on due, by: [email], also: [sms], template: due-today}
              - {name: first, when: 3d after due, by: [email, letter], template: first-reminder}
              - {name: second, when: 10d after due, by: [letter], template: second-reminder}
              - {name: third, when: 20d after due, by: [letter], template: third-reminder}
            """;

    static final ReturnTimes RETURNS = ReturnTimes.load(Path.of("reminders"));

    private Debtor debtor = debtor("IT", "amministrazione@rossi.example", "+39 333 1234567");
    private Plans plans = plans(PLAN);
    private final List<CaseItem> items = new ArrayList<>();
    private final List<SentStep> otherHistory = new ArrayList<>();
    private final List<SuspendedAddress> suspended = new ArrayList<>();
    private ChargeRules rules = ChargeRules.NONE;
    private ReturnTimes returns = RETURNS;
    private String country = "IT";
    private ChargeHistory charges = ChargeHistory.NONE;
    private PayingHabit habit = PayingHabit.NONE;
    private PlanMove move;

    static Plans plans(String... yaml) {
        return new Plans(java.util.Arrays.stream(yaml)
                .map(text -> PlanLoader.parse("plan.yaml", text))
                .toList());
    }

    static Debtor debtor(String country, String email, String phone) {
        return new Debtor(
                "ACME-IT",
                "sap",
                "4711",
                "Rossi S.r.l.",
                "business",
                null,
                "it",
                country,
                new Address(List.of("Via Roma 1"), "20121", "Milano", country),
                List.of(),
                null,
                List.of(),
                List.of(new Contact("accounts-payable", "Anna Bianchi", email, phone)));
    }

    PlanningCase under(String... yaml) {
        plans = plans(yaml);
        return this;
    }

    PlanningCase habitIs(PayingHabit known) {
        habit = known;
        return this;
    }

    PlanningCase movedTo(PlanMove placed) {
        move = placed;
        return this;
    }

    /** The shipped law on late payment, as that country's creditor has it. */
    PlanningCase byLawOf(String creditorCountry) {
        rules = ChargeRules.load(Path.of("reminders"));
        country = creditorCountry;
        return this;
    }

    PlanningCase charged(ChargeHistory history) {
        charges = history;
        return this;
    }

    PlanningCase debtorIs(Debtor other) {
        debtor = other;
        return this;
    }

    PlanningCase invoice(String number, String due, String amount, SentStep... history) {
        return add(item(number, DocumentType.INVOICE, due, amount, "EUR", List.of()), history);
    }

    /** One of which a part has been paid. */
    PlanningCase invoiceOf(String number, String due, String open, String original, SentStep... history) {
        return add(item(number, 1, DocumentType.INVOICE, due, open, original, "EUR", List.of()), history);
    }

    PlanningCase instalment(int instalment, String number, String due, String amount, SentStep... history) {
        return add(item(number, instalment, DocumentType.INVOICE, due, amount, amount, "EUR", List.of()), history);
    }

    PlanningCase invoiceIn(String currency, String number, String due, String amount) {
        return add(item(number, DocumentType.INVOICE, due, amount, currency, List.of()));
    }

    PlanningCase credit(String number, String amount, String... of) {
        return add(item(number, DocumentType.CREDIT_NOTE, "2026-01-01", amount, "EUR", List.of(of)));
    }

    PlanningCase credit(DocumentType type, String number, String amount, String... of) {
        return add(item(number, type, "2026-01-01", amount, "EUR", List.of(of)));
    }

    /** The last item's issue date; null: it has none. */
    PlanningCase issued(String day) {
        return lastItem("issueDate", day == null ? null : LocalDate.parse(day));
    }

    /** The number that the last item's document prints. */
    PlanningCase printed(String number) {
        return lastItem("printedNo", number);
    }

    /** The last item is to be collected on its due date. */
    PlanningCase inCollection() {
        return lastItem("inCollection", true);
    }

    /** The same by that means, and shown as presented since that day; null: nobody knows. */
    PlanningCase collectedBy(String means, String presentedOn) {
        return lastItem("paymentMeans", means)
                .inCollection()
                .last("presentedOn", presentedOn == null ? null : LocalDate.parse(presentedOn));
    }

    PlanningCase withoutReturnTimes() {
        returns = ReturnTimes.NONE;
        return this;
    }

    /** What had been collected of the last item came back on that day. */
    PlanningCase returned(String day) {
        return last("returnedOn", LocalDate.parse(day));
    }

    /** The last item has no due date. */
    PlanningCase undated() {
        return lastItem("dueDate", null);
    }

    static OpenItem collected(String means, OpenItem item) {
        return Changed.with(Changed.with(item, "paymentMeans", means), "inCollection", true);
    }

    PlanningCase held(Hold... holds) {
        return last("holds", List.of(holds));
    }

    PlanningCase approved(String step) {
        return last("approved", Set.of(step));
    }

    PlanningCase unclear() {
        return last("unclear", true);
    }

    PlanningCase frozen() {
        return last("frozen", true);
    }

    PlanningCase settled() {
        return last("settled", true);
    }

    /** What the ERP says of the last item besides: its own reasons not to remind, and what is not demanded of it. */
    PlanningCase withheld(List<Withheld> parts, String... erpHolds) {
        return lastItem("withheld", parts).lastItem("holds", List.of(erpHolds));
    }

    /** Messages to that address came back. */
    PlanningCase suspended(SuspendedAddress address) {
        suspended.add(address);
        return this;
    }

    PlanningCase remindedOfOthers(SentStep step) {
        otherHistory.add(step);
        return this;
    }

    CasePlan on(String day) {
        return on(PlanningDay.of(LocalDate.parse(day)));
    }

    CasePlan on(PlanningDay day) {
        Planner planner = new Planner(
                plans,
                rules,
                returns,
                Payees.NONE,
                Map.of("code", "ACME-IT", "country", country, "baseCurrency", "EUR"));
        return planner.plan(new DebtorCase(debtor, items, otherHistory, suspended, charges, habit, move), day);
    }

    static SentStep sent(String step, String effective) {
        return step(step, effective, SentStep.State.SENT, null);
    }

    static SentStep step(String step, String effective, SentStep.State state, String reason) {
        return new SentStep("standard", step, 0, "email", LocalDate.parse(effective), state, null, reason);
    }

    static List<String> outcomes(CasePlan plan) {
        return plan.decisions().stream().map(PlanningCase::text).toList();
    }

    static String text(ItemDecision decision) {
        return decision.outcome().text() + (decision.step() == null ? "" : " " + decision.step());
    }

    static List<String> lines(PlannedReminder reminder) {
        return reminder.lines().stream()
                .map(line -> line.item().item().documentNo() + " " + line.role().text()
                        + (line.advances() ? " " + line.step() : "") + " " + line.amount())
                .toList();
    }

    private PlanningCase add(OpenItem item, SentStep... history) {
        CaseItem known = CaseItem.of(item).withHistory(List.of(history));
        items.add(Changed.with(known, "id", items.size() + 1L));
        return this;
    }

    private PlanningCase last(String component, Object value) {
        return last(item -> Changed.with(item, component, value));
    }

    private PlanningCase lastItem(String component, Object value) {
        return last(item -> Changed.with(item, "item", Changed.with(item.item(), component, value)));
    }

    private PlanningCase last(UnaryOperator<CaseItem> change) {
        items.set(items.size() - 1, change.apply(items.get(items.size() - 1)));
        return this;
    }

    static OpenItem item(
            String number, DocumentType type, String due, String amount, String currency, List<String> preceding) {
        return item(number, 1, type, due, amount, amount, currency, preceding);
    }

    private static OpenItem item(
            String number,
            int instalment,
            DocumentType type,
            String due,
            String open,
            String original,
            String currency,
            List<String> preceding) {
        return new OpenItem(
                "ACME-IT",
                "sap",
                instalment == 1 ? number : number + "/" + instalment,
                "4711",
                number,
                null,
                instalment,
                type,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse(due),
                DueDateOrigin.SOURCE,
                currency,
                new BigDecimal(original),
                new BigDecimal(open),
                null,
                null,
                false,
                null,
                List.of(),
                preceding,
                null,
                List.of(),
                1);
    }
}
