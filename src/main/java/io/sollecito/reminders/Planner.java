package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.CreditedPayees;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payee;
import io.sollecito.model.Payees;
import io.sollecito.model.PlannedReminder;
import io.sollecito.reminders.charges.ChargeLaw;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.CollectionCalendar;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.plan.Plans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides, debtor by debtor, who is reminded of what on a day, and why not. Pure: it reads nothing but its arguments. */
public final class Planner {

    /** What one message may ask for together; who is paid is null for the creditor. */
    private record Account(String currency, Payee payTo) {

        static Account of(Standing standing) {
            OpenItem item = standing.item().item();
            return new Account(item.currency(), item.payTo());
        }
    }

    /** So that the order in which a source lists its items decides nothing. */
    private static final Comparator<Standing> OLDEST_FIRST = Comparator.comparing(
            Standing::item,
            Comparator.comparing(
                    CaseItem::item,
                    Comparator.comparing(OpenItem::dueDate, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(OpenItem::documentNo)
                            .thenComparingInt(OpenItem::instalment)
                            .thenComparing(OpenItem::source)));

    private final Plans plans;
    private final ChargeRules rules;
    private final CollectionCalendar collections;
    private final Payees payees;
    private final Map<String, String> creditor;

    /**
     * @param payees whom the creditor's items may be paid to
     * @param creditor facts that a plan's conditions may ask about: code, name, country, zone, baseCurrency
     */
    public Planner(Plans plans, ChargeRules rules, ReturnTimes returns, Payees payees, Map<String, String> creditor) {
        this.payees = payees;
        this.plans = plans;
        this.rules = rules;
        this.collections = new CollectionCalendar(returns, creditor.getOrDefault("country", ""));
        this.creditor = Map.copyOf(creditor);
    }

    /** Without factors, and without the times within which what banks collect may come back. */
    public Planner(Plans plans, ChargeRules rules, Map<String, String> creditor) {
        this(plans, rules, ReturnTimes.NONE, Payees.NONE, creditor);
    }

    public CasePlan plan(DebtorCase debtorCase, PlanningDay day) {
        CasePlan plan = planned(day.directions().applied(debtorCase, day.asOf()), day);
        return ErpHistory.explained(day.directions().applied(plan), day.asOf());
    }

    private CasePlan planned(DebtorCase given, PlanningDay day) {
        Plans.Chooser chooser = plans.chooserFor(creditor, given, day.asOf());
        DebtorCase debtorCase = withPayees(ErpHistory.applied(given, chooser, day.asOf()));
        Charging charging = charging(debtorCase, day);
        Reach reach = new Reach(debtorCase.debtor(), debtorCase.suspended());
        WeeklyLimit limit = new WeeklyLimit(debtorCase, plans, day.asOf());
        ItemCheck check = new ItemCheck(
                chooser, new Interval(debtorCase, plans), limit, charging, reach, collections, payees, day);
        List<Standing> standings =
                debtorCase.items().stream().map(check::standing).toList();
        if (standings.stream().noneMatch(Standing::ready)) {
            return new CasePlan(
                    debtorCase, standings.stream().map(Standing::decision).toList(), List.of());
        }
        Map<Account, List<Standing>> byAccount = standings.stream()
                .sorted(OLDEST_FIRST)
                .collect(Collectors.groupingBy(Account::of, LinkedHashMap::new, Collectors.toList()));
        Map<Account, Messages> messages = new LinkedHashMap<>();
        byAccount.forEach((account, items) -> messages.put(
                account, new Messages(debtorCase.debtor(), reach, limit, charging, day, account.currency(), items)));
        messages.values().forEach(Messages::plan);

        List<ItemDecision> decisions = standings.stream()
                .map(standing -> messages.get(Account.of(standing)).decisionOf(standing))
                .toList();
        List<PlannedReminder> reminders = new ArrayList<>();
        messages.values().forEach(made -> reminders.addAll(made.reminders()));
        return new CasePlan(debtorCase, decisions, reminders);
    }

    /** With factors as the creditor names them; a credit that names an assigned document is off what its factor is paid. */
    private DebtorCase withPayees(DebtorCase debtorCase) {
        if (debtorCase.items().stream().allMatch(item -> item.item().payTo() == null)) {
            return debtorCase;
        }
        DebtorCase named = payees.applied(debtorCase);
        CreditedPayees credited =
                new CreditedPayees(named.items().stream().map(CaseItem::item).toList());
        return named.withItems(named.items().stream()
                .map(item -> item.paidTo(credited.of(item.item())))
                .toList());
    }

    private Charging charging(DebtorCase debtorCase, PlanningDay day) {
        ChargeLaw law = new ChargeLaw(
                rules, creditor.getOrDefault("country", ""), debtorCase.debtor().debtorClass());
        return new Charging(law, debtorCase.charges(), plans, day.asOf());
    }
}
