package io.sollecito.demo.companies;

import io.sollecito.demo.companies.DemoItem.Kind;
import io.sollecito.demo.companies.Transfer.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Decides, as one debtor would, what to pay on a bank day: by his habit, his invoices and the reminders he read. */
final class DebtorMind {

    private static final BigDecimal FIRST_PART = new BigDecimal("0.40");
    private static final String STRANGER = "Fiduciaria Ponte Vecchio";

    private final DemoDebtor debtor;
    private final Random random;
    private final List<DemoItem> items = new ArrayList<>();
    private final List<Reminded> reminders = new ArrayList<>();
    private LocalDate lastPaid = LocalDate.MIN;
    private boolean didOnce;
    private int transfers;

    DebtorMind(DemoDebtor debtor, long seed) {
        this.debtor = debtor;
        this.random = new Random(seed * 31 + debtor.number().hashCode());
    }

    void issued(DemoItem item) {
        items.add(item);
    }

    void read(Reminded reminder) {
        reminders.add(reminder);
    }

    /** The bank sent a transfer back: what it paid is owed again. */
    void returned(Transfer transfer) {
        transfer.parts().forEach(part -> part.item().sent = part.item().sent.subtract(part.settles()));
    }

    List<Transfer> pay(LocalDate day) {
        List<Transfer> paid = switch (debtor.habit()) {
            case ON_TIME -> each(dueBy(day), day);
            case EARLY_DISCOUNT -> early(day);
            case AFTER_ONE_REMINDER -> afterReminders(1, day);
            case AFTER_TWO_REMINDERS -> afterReminders(2, day);
            case PARTIAL -> partly(day);
            case TYPO -> mistyped(dueBy(day.minusDays(2)));
            case WRONG_REFERENCE -> withOwnNumbers(dueBy(day.minusDays(2)));
            case WHOLE_BALANCE -> balance(day);
            case TWO_IN_ONE -> twoInOne(day);
            case TWIN -> twin(day);
            case OVERPAYS -> roundedUp(day);
            case RETURNED -> returnedThenReminded(day);
            case THROUGH_STRANGER -> throughStranger(day);
            case PUBLIC_BODY -> byPaymentOrder(dueBy(day.minusDays(25)));
            case COLLECTIVE -> day.getDayOfWeek() == DayOfWeek.FRIDAY ? together(dueBy(day)) : List.of();
            case NEVER -> List.of();
        };
        for (Transfer transfer : paid) {
            transfer.parts().forEach(part -> part.item().sent = part.item().sent.add(part.settles()));
            lastPaid = day;
        }
        return paid;
    }

    private List<Transfer> each(List<DemoItem> due, LocalDate day) {
        return due.stream()
                .map(item -> transfer(
                        numbers(List.of(item)), referenceFor(List.of(item), day), full(List.of(item)), item.unsent()))
                .toList();
    }

    private List<Transfer> early(LocalDate day) {
        List<Transfer> paid = new ArrayList<>();
        for (DemoItem item : unpaid()) {
            boolean discounted = item.discount != null && !day.isAfter(item.discount.until());
            if (discounted && day.isAfter(item.issued.plusDays(5))) {
                BigDecimal amount = item.unsent().subtract(item.discount.amount());
                Part part = new Part(item, amount, item.discount.amount());
                paid.add(transfer(numbers(List.of(item)), null, List.of(part), amount));
            } else if (!day.isBefore(item.due)) {
                paid.addAll(each(List.of(item), day));
            }
        }
        return paid;
    }

    private List<Transfer> afterReminders(int needed, LocalDate day) {
        List<Reminded> late = lateReminders(day);
        return late.stream().map(Reminded::day).distinct().count() >= needed
                ? asAsked(late.get(late.size() - 1), day)
                : List.of();
    }

    /** Pays what a reminder asks for, its credits deducted, quoting its reference. */
    private List<Transfer> asAsked(Reminded reminder, LocalDate day) {
        List<DemoItem> asked = new ArrayList<>(
                dueBy(day).stream().filter(mentionedIn(reminder)).toList());
        if (asked.isEmpty()) {
            return List.of();
        }
        credits().stream()
                .filter(item -> reminder.documents().contains(item.printedNo))
                .forEach(asked::add);
        BigDecimal total = sum(asked);
        return total.signum() <= 0
                ? List.of()
                : List.of(transfer(numbers(asked), reminder.reference(), full(asked), total));
    }

    private List<Transfer> partly(LocalDate day) {
        List<Reminded> late = lateReminders(day);
        List<DemoItem> due = dueBy(day);
        if (late.isEmpty() || due.isEmpty()) {
            return List.of();
        }
        DemoItem oldest = due.get(0);
        BigDecimal amount = oldest.sent.signum() == 0
                ? oldest.original.multiply(FIRST_PART).setScale(2, RoundingMode.HALF_UP)
                : oldest.unsent();
        Part part = new Part(oldest, amount, BigDecimal.ZERO);
        return List.of(transfer(numbers(List.of(oldest)), null, List.of(part), amount));
    }

    private List<Transfer> mistyped(List<DemoItem> due) {
        return due.stream()
                .map(item -> transfer(
                        Wording.slip(debtor.language(), item.printedNo), null, full(List.of(item)), item.unsent()))
                .toList();
    }

    private List<Transfer> withOwnNumbers(List<DemoItem> due) {
        List<Transfer> paid = new ArrayList<>();
        for (DemoItem item : due) {
            String text = random.nextBoolean()
                    ? Wording.ownOrder(debtor.language(), 45_000_000 + random.nextInt(900_000))
                    : Wording.unspecific(debtor.language());
            paid.add(transfer(text, null, full(List.of(item)), item.unsent()));
        }
        return paid;
    }

    private List<Transfer> balance(LocalDate day) {
        List<DemoItem> all = new ArrayList<>(unpaid());
        all.addAll(credits());
        boolean thisMonth = lastPaid != LocalDate.MIN && lastPaid.getMonth() == day.getMonth();
        if (day.getDayOfMonth() < 20 || thisMonth || sum(all).signum() <= 0) {
            return List.of();
        }
        return List.of(transfer(Wording.balance(debtor.language()), null, full(all), sum(all)));
    }

    private List<Transfer> twoInOne(LocalDate day) {
        List<DemoItem> due = dueBy(day.minusDays(4));
        boolean pair = due.size() >= 2;
        boolean waitedLong = !due.isEmpty() && due.get(0).due.isBefore(day.minusDays(20));
        return pair ? together(due.subList(0, 2)) : waitedLong ? together(due) : List.of();
    }

    private List<Transfer> together(List<DemoItem> due) {
        return due.isEmpty() ? List.of() : List.of(transfer(numbers(due), null, full(due), sum(due)));
    }

    private List<Transfer> twin(LocalDate day) {
        List<Transfer> paid = new ArrayList<>(each(dueBy(day), day));
        if (!paid.isEmpty() && !didOnce) {
            didOnce = true;
            Transfer first = paid.get(0);
            paid.add(transfer(first.remittance(), first.reference(), List.of(), first.amount()));
        }
        return paid;
    }

    private List<Transfer> roundedUp(LocalDate day) {
        List<DemoItem> due = dueBy(day);
        if (due.isEmpty() || didOnce) {
            return each(due, day);
        }
        didOnce = true;
        DemoItem item = due.get(0);
        BigDecimal rounded =
                item.unsent().divide(BigDecimal.TEN, 0, RoundingMode.UP).movePointRight(1);
        return List.of(transfer(numbers(List.of(item)), null, full(List.of(item)), rounded));
    }

    private List<Transfer> returnedThenReminded(LocalDate day) {
        if (lateReminders(day).isEmpty()) {
            return each(
                    dueBy(day).stream()
                            .filter(item -> item.due.isAfter(lastPaid))
                            .toList(),
                    day);
        }
        return afterReminders(1, day);
    }

    private List<Transfer> throughStranger(LocalDate day) {
        return dueBy(day.minusDays(3)).stream()
                .map(item -> new Transfer(
                        nextEndToEndId(),
                        debtor,
                        STRANGER,
                        Numbers.italianIban("03440", "02800", 777_001),
                        item.unsent(),
                        Wording.unspecific(debtor.language()),
                        null,
                        full(List.of(item)),
                        false))
                .toList();
    }

    private List<Transfer> byPaymentOrder(List<DemoItem> due) {
        return due.stream()
                .map(item -> transfer(
                        Wording.paymentOrder(debtor.language(), 300 + random.nextInt(600), List.of(item.printedNo)),
                        null,
                        full(List.of(item)),
                        item.unsent()))
                .toList();
    }

    /** Past-due reminders read at least a day ago and since the last payment, oldest first. */
    private List<Reminded> lateReminders(LocalDate day) {
        return reminders.stream()
                .filter(reminder ->
                        reminder.day().isBefore(day) && reminder.day().isAfter(lastPaid))
                .filter(reminder -> dueBy(reminder.day().minusDays(1)).stream().anyMatch(mentionedIn(reminder)))
                .toList();
    }

    private static Predicate<DemoItem> mentionedIn(Reminded reminder) {
        Set<String> documents = reminder.documents();
        return item -> documents.isEmpty() || documents.contains(item.printedNo);
    }

    private String referenceFor(List<DemoItem> paid, LocalDate day) {
        for (int i = reminders.size() - 1; i >= 0; i--) {
            Reminded reminder = reminders.get(i);
            boolean sameDocuments = reminder.documents().equals(Set.copyOf(Wording.numbersOf(paid)));
            if (sameDocuments && reminder.day().isBefore(day)) {
                return reminder.reference();
            }
        }
        return null;
    }

    private List<DemoItem> unpaid() {
        return items.stream()
                .filter(item -> item.kind == Kind.INVOICE && item.unsent().signum() > 0)
                .sorted(Comparator.comparing((DemoItem item) -> item.due).thenComparing(item -> item.documentNo))
                .toList();
    }

    private List<DemoItem> credits() {
        return items.stream()
                .filter(item -> item.kind == Kind.CREDIT_NOTE && item.unsent().signum() < 0)
                .toList();
    }

    private List<DemoItem> dueBy(LocalDate day) {
        return unpaid().stream().filter(item -> !item.due.isAfter(day)).toList();
    }

    private String numbers(List<DemoItem> paid) {
        return Wording.invoices(debtor.language(), Wording.numbersOf(paid));
    }

    private static List<Part> full(List<DemoItem> paid) {
        return paid.stream()
                .map(item -> new Part(item, item.unsent(), BigDecimal.ZERO))
                .toList();
    }

    private static BigDecimal sum(List<DemoItem> paid) {
        return paid.stream().map(DemoItem::unsent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Transfer transfer(String text, String reference, List<Part> parts, BigDecimal amount) {
        boolean announced = random.nextInt(8) == 0 && debtor.habit() != Habit.RETURNED;
        return new Transfer(
                nextEndToEndId(), debtor, debtor.name(), debtor.iban(), amount, text, reference, parts, announced);
    }

    private String nextEndToEndId() {
        return debtor.number() + "-" + "%04d".formatted(++transfers);
    }
}
