package io.sollecito.reminders.simulation;

import io.sollecito.model.Charge;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.PlanOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a simulation comes to. Adding up is exact, so that the order of debtors does not matter. */
public final class Tally {

    /** Messages of one step on one channel; {@code currency} is what they cost their creditor in. */
    public record Channel(String plan, String step, String channel, String currency) {}

    /** @param cost null when nobody knows what one costs */
    public record Sent(int messages, int items, BigDecimal cost) {

        private Sent and(Sent other) {
            return new Sent(
                    messages + other.messages,
                    items + other.items,
                    cost == null || other.cost == null ? null : cost.add(other.cost));
        }
    }

    /** What is open at the end; {@code such} is the reason of one of the items, for people. */
    public record Rest(Sum sum, String such) {

        private Rest and(Rest other) {
            return new Rest(sum.and(other.sum), such.compareTo(other.such) <= 0 ? such : other.such);
        }
    }

    /** Items and what they come to. */
    public record Sum(int items, BigDecimal amount) {

        public static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

        Sum and(Sum other) {
            return new Sum(items + other.items, amount.add(other.amount));
        }
    }

    /** Money of one currency on one day. */
    public record Cash(String currency, LocalDate day) {}

    /** What a message added to its items. */
    public record Charged(String currency, ChargeKind kind) {}

    /** What becomes of what is owed at the start; {@code CREDITED}: settled by the debtor's own credits. */
    public enum Part {
        START,
        PAID,
        CREDITED,
        HANDED_OVER,
        OPEN
    }

    /** A part of one currency's total. */
    public record Share(String currency, Part part) {}

    /** What is open at the end, by what the last run decided about it. */
    public record Left(String currency, PlanOutcome outcome) {}

    private final Map<Channel, Sent> sent = new TreeMap<>(Comparator.comparing(Channel::plan)
            .thenComparing(Channel::step)
            .thenComparing(Channel::channel)
            .thenComparing(Channel::currency));
    private final Map<Cash, BigDecimal> cash =
            new TreeMap<>(Comparator.comparing(Cash::currency).thenComparing(Cash::day));
    private final Map<Charged, BigDecimal> charged =
            new TreeMap<>(Comparator.comparing(Charged::currency).thenComparing(Charged::kind));
    private final Map<Share, Sum> shares =
            new TreeMap<>(Comparator.comparing(Share::currency).thenComparing(Share::part));
    private final Map<Left, Rest> left =
            new TreeMap<>(Comparator.comparing(Left::currency).thenComparing(Left::outcome));
    private final Map<String, BigDecimal> amountDays = new TreeMap<>();
    private int debtors;

    void debtor() {
        debtors++;
    }

    /** @param cost of one message, or null */
    void message(Channel channel, int items, BigDecimal cost) {
        sent.merge(channel, new Sent(1, items, cost), Sent::and);
    }

    void charge(Charge charge) {
        charged.merge(new Charged(charge.item().item().currency(), charge.kind()), charge.amount(), BigDecimal::add);
    }

    /** @param daysLate after the due date, negative before it */
    void paid(String currency, LocalDate day, BigDecimal amount, long daysLate) {
        cash.merge(new Cash(currency, day), amount, BigDecimal::add);
        amountDays.merge(currency, amount.multiply(BigDecimal.valueOf(daysLate)), BigDecimal::add);
        share(currency, Part.PAID, amount);
    }

    void share(String currency, Part part, BigDecimal amount) {
        shares.merge(new Share(currency, part), new Sum(1, amount), Sum::and);
    }

    void left(String currency, PlanOutcome outcome, String reason, BigDecimal amount) {
        share(currency, Part.OPEN, amount);
        left.merge(new Left(currency, outcome), new Rest(new Sum(1, amount), reason), Rest::and);
    }

    void add(Tally other) {
        other.sent.forEach((key, value) -> sent.merge(key, value, Sent::and));
        other.cash.forEach((key, value) -> cash.merge(key, value, BigDecimal::add));
        other.charged.forEach((key, value) -> charged.merge(key, value, BigDecimal::add));
        other.shares.forEach((key, value) -> shares.merge(key, value, Sum::and));
        other.left.forEach((key, value) -> left.merge(key, value, Rest::and));
        other.amountDays.forEach((key, value) -> amountDays.merge(key, value, BigDecimal::add));
        debtors += other.debtors;
    }

    public Map<Channel, Sent> sent() {
        return sent;
    }

    public Map<Cash, BigDecimal> cash() {
        return cash;
    }

    public Map<Charged, BigDecimal> charged() {
        return charged;
    }

    public Sum share(String currency, Part part) {
        return shares.getOrDefault(new Share(currency, part), Sum.NOTHING);
    }

    /** The currencies in which something is owed at the start. */
    public List<String> currencies() {
        return shares.keySet().stream().map(Share::currency).distinct().toList();
    }

    public Map<Left, Rest> left() {
        return left;
    }

    public int debtors() {
        return debtors;
    }

    /** Sum of what was paid, each amount times its days after due. */
    public BigDecimal amountDays(String currency) {
        return amountDays.getOrDefault(currency, BigDecimal.ZERO);
    }
}
