package io.sollecito.reminders.message;

import io.sollecito.model.OpenItem;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of item tables. */
final class ItemRows {

    private final Language language;
    private final Map<String, String> labels;
    private final LocalDate date;

    /** @param date from which days overdue are counted back */
    ItemRows(Language language, Map<String, String> labels, LocalDate date) {
        this.language = language;
        this.labels = labels;
        this.date = date;
    }

    /** Whether the message is about a listed item: the others are listed for information. */
    static boolean counts(Listed listed) {
        return switch (listed.role()) {
            case "overdue", "credit", "paid" -> true;
            case "upcoming", "not-yet-due" -> listed.advances();
            default -> false;
        };
    }

    /** Whether the message is about a listed debt: it is to be paid, or will be collected. */
    static boolean isDebt(Listed listed) {
        return counts(listed)
                && !listed.role().equals("credit")
                && !listed.role().equals("paid");
    }

    /** Whether the message announces that the bank collects a listed item: planning demands nothing of it. */
    static boolean isAnnounced(Listed listed) {
        return listed.advances() && listed.role().equals("not-yet-due");
    }

    /** Whether some of the counted items are due and others fall due shortly. */
    boolean mixesUpcoming(List<Listed> counted) {
        List<Listed> debts = counted.stream()
                .filter(listed -> !listed.role().equals("credit"))
                .toList();
        boolean overdue = debts.stream().anyMatch(listed -> listed.role().equals("overdue"));
        long upcoming = debts.stream()
                .filter(listed -> listed.role().equals("upcoming"))
                .filter(listed -> overdue || daysOverdue(listed.item(), date) < 0)
                .count();
        return upcoming > 0 && upcoming < debts.size();
    }

    List<Map<String, Object>> of(List<Listed> listed) {
        return listed.stream()
                .map(one -> row(one.item(), one.amount())
                        .put(Variable.STATUS, labels.get(status(one).tag()))
                        .map())
                .toList();
    }

    List<Map<String, Object>> ofStatement(List<OpenItem> items) {
        return items.stream().map(item -> row(item, item.openAmount()).map()).toList();
    }

    private Values row(OpenItem item, BigDecimal open) {
        Values row = new Values()
                .put(Variable.NUMBER, item.numberForDebtor())
                .put(Variable.TYPE, labels.get(type(item).tag()))
                .put(Variable.ISSUE_DATE, day(item.issueDate()))
                .put(Variable.DUE_DATE, item.isCredit() ? null : day(item.dueDate()))
                .put(Variable.ORIGINAL_AMOUNT, amount(item, item.originalAmount()))
                .put(Variable.PAID_AMOUNT, amount(item, item.originalAmount().subtract(open)))
                .put(Variable.OPEN_AMOUNT, amount(item, open))
                .put(Variable.ITEM_REFERENCE, ownReference(item));
        if (item.instalment() > 1) {
            row.put(Variable.INSTALMENT, String.valueOf(item.instalment()));
        }
        long days = daysOverdue(item, date);
        if (days > 0 && !item.isCredit()) {
            row.put(Variable.DAYS_OVERDUE, String.valueOf(days));
        }
        if (days == 1) {
            // the row's own word hides the page's plural
            row.all(Map.of(Label.DAYS_OVERDUE.tag(), labels.get(Label.DAY_OVERDUE.tag())));
        }
        return row;
    }

    /** The item's payment reference, or null when it only repeats one of the item's numbers. */
    private static String ownReference(OpenItem item) {
        String reference = item.paymentReference();
        boolean repeats = reference == null
                || compact(reference).equals(compact(item.numberForDebtor()))
                || compact(reference).equals(compact(item.documentNo()));
        return repeats ? null : reference;
    }

    private static String compact(String number) {
        return number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /** Full days since the due date; zero or less when it is not past or unknown. */
    static long daysOverdue(OpenItem item, LocalDate date) {
        return item.dueDate() == null ? 0 : ChronoUnit.DAYS.between(item.dueDate(), date);
    }

    private String day(LocalDate day) {
        return day == null ? null : language.date(day);
    }

    private String amount(OpenItem item, BigDecimal amount) {
        return language.amount(amount, item.currency());
    }

    private static Label type(OpenItem item) {
        return switch (item.type()) {
            case INVOICE -> Label.TYPE_INVOICE;
            case CREDIT_NOTE -> Label.TYPE_CREDIT_NOTE;
            case DEBIT_NOTE -> Label.TYPE_DEBIT_NOTE;
            case ADVANCE -> Label.TYPE_ADVANCE;
            case PAYMENT_ON_ACCOUNT -> Label.TYPE_PAYMENT_ON_ACCOUNT;
            case OTHER -> Label.TYPE_OTHER;
        };
    }

    private Label status(Listed listed) {
        if (isDebt(listed) && listed.item().inCollection()) {
            return Label.STATUS_COLLECTED;
        }
        return switch (listed.role()) {
            case "upcoming" -> date.equals(listed.item().dueDate()) ? Label.STATUS_DUE_TODAY : Label.STATUS_UPCOMING;
            case "overdue" -> Label.STATUS_OVERDUE;
            case "not-yet-due" -> Label.STATUS_NOT_YET_DUE;
            case "credit" -> Label.STATUS_CREDIT;
            case "held" -> Label.STATUS_HELD;
            case "paid" -> Label.STATUS_PAID;
            default -> throw new IllegalArgumentException("no item has role " + listed.role());
        };
    }
}
