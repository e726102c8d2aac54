package io.sollecito.reminders.plan;

import dev.cel.common.types.CelType;
import io.sollecito.expression.Condition;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.Recipients;
import io.sollecito.model.Risk;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that a plan's conditions may ask about. A text that is not known is empty.
 *
 * @param name such as debtor.country
 * @param type text, number (a whole one), amount or texts
 */
record PlanFact(String name, String type, Function<PlanFacts, Object> of) {

    /** A hand-over never rests on it alone. */
    static final String RISK = "debtor.risk";

    static final List<PlanFact> ALL = List.of(
            debtor("number", Debtor::debtor),
            debtor("source", Debtor::source),
            debtor("name", Debtor::name),
            debtor("class", Debtor::debtorClass),
            debtor("vatId", Debtor::vatId),
            debtor("language", Debtor::language),
            debtor("country", Recipients::countryOf),
            debtor("payer", Debtor::payer),
            new PlanFact("debtor.tags", "texts", facts -> facts.debtorCase().debtor().tags()),
            new PlanFact("debtor.owes", "amount", PlanFact::owes),
            number(
                    RISK,
                    facts -> Risk.of(
                                    facts.debtorCase().habit(),
                                    facts.debtorCase().items(),
                                    facts.asOf())
                            .score()),
            habit("items", PayingHabit::items),
            habit("averageDaysLate", habit -> habit.paid().average()),
            habit("usualDaysLate", habit -> habit.paid().usual()),
            habit("spread", habit -> habit.paid().spread()),
            habit("remindedShare", PayingHabit::remindedShare),
            habit("keptPromises", PayingHabit::kept),
            habit("brokenPromises", PayingHabit::broken),
            habit("disputes", PayingHabit::disputes),
            habit("returnedPayments", PayingHabit::returned),
            creditor("code"),
            creditor("name"),
            creditor("country"),
            creditor("zone"),
            creditor("baseCurrency"),
            item("source", OpenItem::source),
            item("documentNo", OpenItem::documentNo),
            item("type", item -> item.type().name()),
            item("currency", OpenItem::currency),
            item("paymentMeans", OpenItem::paymentMeans),
            new PlanFact(
                    "item.openAmount",
                    "amount",
                    facts -> Condition.amount(facts.item().openAmount())),
            new PlanFact(
                    "item.originalAmount",
                    "amount",
                    facts -> Condition.amount(facts.item().originalAmount())),
            number("item.daysOverdue", PlanFact::daysOverdue));

    /** What comes before the first dot. */
    String variable() {
        return name.substring(0, name.indexOf('.'));
    }

    /** What comes after it. */
    String key() {
        return name.substring(name.indexOf('.') + 1);
    }

    CelType celType() {
        return switch (type) {
            case "number" -> Condition.NUMBER;
            case "amount" -> Condition.AMOUNT;
            case "texts" -> Condition.LIST_OF_TEXTS;
            default -> Condition.TEXT;
        };
    }

    /** What a variable has, in the order in which problems list it. */
    static Stream<PlanFact> of(String variable) {
        return ALL.stream().filter(fact -> fact.variable().equals(variable));
    }

    private static PlanFact debtor(String key, Function<Debtor, String> value) {
        return new PlanFact(
                "debtor." + key,
                "text",
                facts -> text(value.apply(facts.debtorCase().debtor())));
    }

    private static PlanFact habit(String key, Function<PayingHabit, Integer> value) {
        return number(
                "debtor.habit." + key,
                facts -> value.apply(facts.debtorCase().habit()));
    }

    private static PlanFact creditor(String key) {
        return new PlanFact(
                "creditor." + key, "text", facts -> text(facts.creditor().get(key)));
    }

    private static PlanFact item(String key, Function<OpenItem, String> value) {
        return new PlanFact("item." + key, "text", facts -> text(value.apply(facts.item())));
    }

    private static PlanFact number(String name, Function<PlanFacts, Integer> value) {
        return new PlanFact(name, "number", facts -> (long) value.apply(facts));
    }

    /** Negative before the due date. */
    private static int daysOverdue(PlanFacts facts) {
        return facts.item().dueDate() == null
                ? 0
                : (int) ChronoUnit.DAYS.between(facts.item().dueDate(), facts.asOf());
    }

    /** In the creditor's base currency, credits deducted; what is in others is not converted and not in it. */
    private static Object owes(PlanFacts facts) {
        String currency = facts.creditor().getOrDefault("baseCurrency", "");
        return Condition.amount(facts.debtorCase().items().stream()
                .map(CaseItem::item)
                .filter(item -> item.currency().equals(currency))
                .map(OpenItem::openAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
