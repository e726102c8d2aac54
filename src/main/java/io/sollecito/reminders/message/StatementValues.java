package io.sollecito.reminders.message;

import io.sollecito.model.AgeBucket;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an account statement says of a debtor's open items: overdue, not yet due, credits, disputed, and their age. */
final class StatementValues {

    private static final Comparator<OpenItem> BY_DUE_DATE = Comparator.comparing(
                    OpenItem::dueDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OpenItem::numberForDebtor)
            .thenComparing(OpenItem::instalment);

    private final List<OpenItem> items;
    private final String currency;
    private final LocalDate date;
    private final Language language;
    private final Map<String, String> labels;
    private final ListedCharges charges;
    private final Set<String> disputed;

    StatementValues(ReminderFacts facts, Language language, Map<String, String> labels) {
        this.items = facts.statement().stream()
                .filter(item -> item.openAmount().signum() != 0)
                .sorted(BY_DUE_DATE)
                .toList();
        this.currency = facts.currency();
        this.date = facts.date();
        this.language = language;
        this.labels = labels;
        this.charges = facts.charges();
        this.disputed = facts.items().stream()
                .filter(listed -> listed.role().equals("held"))
                .map(listed -> listed.item().itemKey())
                .collect(Collectors.toSet());
    }

    /** Replaces the total by the balance of all open items, the charges by all that stand, and adds sections and ageing. */
    void addTo(Values values) {
        List<Map<String, Object>> sections = new ArrayList<>();
        addSection(sections, Label.SECTION_OVERDUE, item -> isDebt(item) && isOverdue(item));
        addSection(sections, Label.SECTION_NOT_YET_DUE, item -> isDebt(item) && !isOverdue(item));
        addSection(sections, Label.SECTION_CREDITS, OpenItem::isCredit);
        addSection(sections, Label.SECTION_DISPUTED, item -> !item.isCredit() && isDisputed(item));
        values.list(Variable.SECTIONS, sections)
                .list(Variable.AGEING, ageing())
                .put(Variable.TOTAL_AMOUNT, amount(total(items)))
                .put(Variable.AMOUNT_TO_PAY, amount(total(items).add(charges.sumOfStatement())));
        new ChargeRows(language, labels, currency).addTo(values, charges.statement());
    }

    private void addSection(List<Map<String, Object>> sections, Label title, Predicate<OpenItem> belongs) {
        List<OpenItem> members = items.stream().filter(belongs).toList();
        if (members.isEmpty()) {
            return;
        }
        sections.add(new Values()
                .put(Variable.SECTION_TITLE, labels.get(title.tag()))
                .put(Variable.SECTION_TOTAL, amount(total(members)))
                .list(Variable.INVOICES, new ItemRows(language, labels, date).ofStatement(members))
                .map());
    }

    private List<Map<String, Object>> ageing() {
        Map<AgeBucket, BigDecimal> buckets = new EnumMap<>(AgeBucket.class);
        for (AgeBucket bucket : AgeBucket.values()) {
            buckets.put(bucket, BigDecimal.ZERO);
        }
        items.stream()
                .filter(item -> !item.isCredit())
                .forEach(item -> buckets.merge(AgeBucket.of(item.dueDate(), date), item.openAmount(), BigDecimal::add));
        return buckets.entrySet().stream()
                .map(entry -> new Values()
                        .put(
                                Variable.BUCKET_NAME,
                                labels.get(label(entry.getKey()).tag()))
                        .put(Variable.BUCKET_AMOUNT, amount(entry.getValue()))
                        .map())
                .toList();
    }

    private static Label label(AgeBucket bucket) {
        return switch (bucket) {
            case NOT_DUE -> Label.BUCKET_NOT_DUE;
            case TO_30 -> Label.BUCKET_TO_30;
            case TO_60 -> Label.BUCKET_TO_60;
            case TO_90 -> Label.BUCKET_TO_90;
            case OVER_90 -> Label.BUCKET_OVER_90;
        };
    }

    private boolean isDebt(OpenItem item) {
        return !item.isCredit() && !isDisputed(item);
    }

    /** Listed as held by the reminder that the statement goes with. */
    private boolean isDisputed(OpenItem item) {
        return disputed.contains(item.itemKey());
    }

    private boolean isOverdue(OpenItem item) {
        return ItemRows.daysOverdue(item, date) > 0;
    }

    private static BigDecimal total(List<OpenItem> some) {
        return some.stream().map(OpenItem::openAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String amount(BigDecimal amount) {
        return language.amount(amount, currency);
    }
}
