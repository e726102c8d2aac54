package io.sollecito.demo.companies;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.demo.companies.DemoItem.Discount;
import io.sollecito.demo.companies.DemoItem.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A simulated creditor: issues invoices and credit notes, has debtors who pay into its bank account, and clerks who book
 * that in the ERP some days later, now and then earlier. What it delivers to the hub is up to its ERP.
 */
public abstract class Company {

    private static final int HISTORY_DAYS = 75;
    private static final int PATIENCE_BEFORE_START = 25;
    private static final BigDecimal AMBIGUOUS = new BigDecimal("500.00");
    private static final BigDecimal TWO_PERCENT = new BigDecimal("0.02");
    private static final BigDecimal TENTH = new BigDecimal("0.10");
    private static final Set<Habit> PROMPT = Set.of(
            Habit.ON_TIME,
            Habit.EARLY_DISCOUNT,
            Habit.TYPO,
            Habit.WRONG_REFERENCE,
            Habit.TWIN,
            Habit.OVERPAYS,
            Habit.RETURNED,
            Habit.THROUGH_STRANGER,
            Habit.COLLECTIVE);

    private final String code;
    private final List<DemoDebtor> debtors;
    private final BusinessDays calendar;
    private final BankAccount account;
    private final Books books;
    private final String returnReason;
    private final Random random;
    private final Map<String, DebtorMind> minds = new LinkedHashMap<>();
    private final Map<String, LocalDate> nextIssue = new HashMap<>();
    private final DeliveredTotals delivered = new DeliveredTotals();
    private final TreeMap<LocalDate, List<Runnable>> desk = new TreeMap<>();
    private final TreeMap<LocalDate, List<Transfer>> toReceive = new TreeMap<>();
    private final TreeMap<LocalDate, List<Transfer>> toReturn = new TreeMap<>();
    private final Map<Integer, String> creditsOnDay;
    private boolean returnedOnce;
    private int businessDay;

    /**
     * @param returnReason why the one returned payment comes back, such as AM04
     * @param creditsOnDay on which business day from the start which debtor gets a credit note
     */
    Company(
            String code,
            List<DemoDebtor> debtors,
            BusinessDays calendar,
            BankAccount account,
            Books books,
            String returnReason,
            Map<Integer, String> creditsOnDay,
            long seed) {
        this.code = code;
        this.debtors = debtors;
        this.calendar = calendar;
        this.account = account;
        this.books = books;
        this.returnReason = returnReason;
        this.creditsOnDay = creditsOnDay;
        this.random = new Random(seed + code.hashCode());
        debtors.forEach(debtor -> minds.put(debtor.number(), new DebtorMind(debtor, seed)));
    }

    public String code() {
        return code;
    }

    public List<DemoDebtor> debtors() {
        return debtors;
    }

    public BankAccount account() {
        return account;
    }

    public boolean worksOn(LocalDate day) {
        return calendar.isOpen(day);
    }

    Books books() {
        return books;
    }

    /** What the hub can know from the exports delivered so far. */
    DeliveredTotals delivered() {
        return delivered;
    }

    List<DemoItem> items() {
        return books.items();
    }

    /** Which of a debtor's documents a message names. */
    public Set<String> documentsMentioned(String debtor, String text) {
        return books.items().stream()
                .filter(item -> item.debtor.number().equals(debtor) && item.kind != Kind.PAYMENT)
                .map(item -> item.printedNo)
                .filter(number -> Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(number) + "(?![0-9])")
                        .matcher(text)
                        .find())
                .collect(Collectors.toSet());
    }

    /** One document as this ERP numbers and splits it; amounts include tax. */
    abstract List<DemoItem> invoice(DemoDebtor debtor, LocalDate issued, BigDecimal gross, Discount discount);

    abstract DemoItem creditNote(DemoItem invoice, LocalDate issued, BigDecimal amount);

    /** Hands the figures of its n-th business day to the hub; returns a line for people about each thing delivered. */
    abstract List<String> deliver(LocalDate day, int businessDay);

    /** Whether the clerks book nothing that day, so that the export equals the one before. */
    boolean quiet(int businessDay) {
        return businessDay < 0;
    }

    /** Makes the invoices from before the first day that are still open then. */
    public void openOn(LocalDate start) {
        for (DemoDebtor debtor : debtors) {
            nextIssue.put(debtor.number(), start.minusDays(HISTORY_DAYS).plusDays(random.nextInt(12)));
        }
        for (LocalDate day = start.minusDays(HISTORY_DAYS); day.isBefore(start); day = day.plusDays(1)) {
            if (calendar.isOpen(day)) {
                issueDue(day, start);
            }
        }
    }

    /** The clerks' work up to that morning and what the ERP then delivers; counts of both. */
    public Morning morning(LocalDate day) {
        int before = books.items().size();
        int booked = 0;
        businessDay++;
        if (!quiet(businessDay)) {
            issueDue(day, null);
            credit(day);
            while (!desk.isEmpty() && !desk.firstKey().isAfter(day)) {
                List<Runnable> work = desk.pollFirstEntry().getValue();
                work.forEach(Runnable::run);
                booked += work.size();
            }
        }
        return new Morning(books.items().size() - before, booked, deliver(day, businessDay));
    }

    /** New items, pieces of clerks' work, and what was delivered. */
    public record Morning(int newItems, int booked, List<String> delivered) {}

    /** Debtors read what came for them, by debtor number, and pay; returns the transfers that they ordered. */
    public List<Transfer> afternoon(LocalDate day, Map<String, List<Reminded>> messages) {
        messages.forEach((debtor, read) -> read.forEach(minds.get(debtor)::read));
        if (!TargetDays.isOpen(day)) {
            return List.of();
        }
        giveBack(day);
        List<Transfer> ordered = new ArrayList<>();
        for (DemoDebtor debtor : debtors) {
            for (Transfer transfer : minds.get(debtor.number()).pay(day)) {
                ordered.add(transfer);
                LocalDate booked = transfer.announced() ? TargetDays.next(day) : day;
                toReceive.computeIfAbsent(booked, d -> new ArrayList<>()).add(transfer);
                LocalDate visible = calendar.plus(day, 1 + (transfer.announced() ? 0 : clerkDays(transfer)));
                onDesk(visible, () -> books.book(transfer, visible));
                planReturn(transfer, booked);
            }
        }
        while (!toReceive.isEmpty() && !toReceive.firstKey().isAfter(day)) {
            toReceive.pollFirstEntry().getValue().forEach(transfer -> account.receive(day, transfer));
        }
        return ordered;
    }

    private int clerkDays(Transfer transfer) {
        return switch (transfer.debtor().habit()) {
            case WRONG_REFERENCE, THROUGH_STRANGER -> 5 + random.nextInt(3);
            case RETURNED -> 1;
            default -> random.nextInt(4);
        };
    }

    private void onDesk(LocalDate visible, Runnable work) {
        desk.computeIfAbsent(visible, d -> new ArrayList<>()).add(work);
    }

    private void planReturn(Transfer transfer, LocalDate booked) {
        if (transfer.debtor().habit() == Habit.RETURNED && !returnedOnce) {
            returnedOnce = true;
            LocalDate back = booked;
            for (int i = 0; i < 3; i++) {
                back = TargetDays.next(back);
            }
            toReturn.computeIfAbsent(back, d -> new ArrayList<>()).add(transfer);
        }
    }

    private void giveBack(LocalDate day) {
        while (!toReturn.isEmpty() && !toReturn.firstKey().isAfter(day)) {
            for (Transfer transfer : toReturn.pollFirstEntry().getValue()) {
                account.giveBack(day, transfer, returnReason);
                minds.get(transfer.debtor().number()).returned(transfer);
                LocalDate visible = calendar.plus(day, 2);
                onDesk(visible, () -> books.undo(transfer));
            }
        }
    }

    /** @param start when it is set, what was surely paid before it is left out */
    private void issueDue(LocalDate day, LocalDate start) {
        for (DemoDebtor debtor : debtors) {
            if (nextIssue.get(debtor.number()).isAfter(day)) {
                continue;
            }
            nextIssue.put(debtor.number(), day.plusDays(9 + random.nextInt(12)));
            BigDecimal gross = gross(debtor);
            boolean discounted = debtor.habit() == Habit.EARLY_DISCOUNT;
            Discount discount = discounted
                    ? new Discount(day.plusDays(10), gross.multiply(TWO_PERCENT).setScale(2, RoundingMode.HALF_UP))
                    : null;
            for (DemoItem item : invoice(debtor, day, gross, discount)) {
                if (start == null || stillOpen(item, start)) {
                    books.add(item);
                    minds.get(debtor.number()).issued(item);
                }
            }
        }
    }

    private static boolean stillOpen(DemoItem item, LocalDate start) {
        Habit habit = item.debtor.habit();
        int patience = PROMPT.contains(habit) ? 0 : habit == Habit.NEVER ? HISTORY_DAYS : PATIENCE_BEFORE_START;
        boolean discountTaken = item.discount != null && item.discount.until().isBefore(start.plusDays(4));
        return !discountTaken && !item.due.isBefore(start.minusDays(patience));
    }

    private BigDecimal gross(DemoDebtor debtor) {
        boolean large = debtor.group().equals("key");
        BigDecimal random100 = BigDecimal.valueOf(18_000L + random.nextInt(large ? 1_800_000 : 380_000), 2);
        boolean ambiguous = debtor.habit() == Habit.THROUGH_STRANGER
                || debtor.habit() == Habit.AFTER_TWO_REMINDERS && random.nextInt(2) == 0;
        return ambiguous ? AMBIGUOUS : random100;
    }

    private void credit(LocalDate day) {
        String debtor = creditsOnDay.get(businessDay);
        if (debtor == null) {
            return;
        }
        books.items().stream()
                .filter(item -> item.debtor.number().equals(debtor) && item.kind == Kind.INVOICE)
                .filter(item -> item.sent.signum() == 0 && item.open.signum() > 0)
                .findFirst()
                .ifPresent(invoice -> credit(invoice, day));
    }

    /** Every debtor who never pays has the whole invoice cancelled, the others a tenth of it credited. */
    private void credit(DemoItem invoice, LocalDate day) {
        boolean whole = invoice.debtor.habit() == Habit.NEVER;
        BigDecimal amount =
                whole ? invoice.original : invoice.original.multiply(TENTH).setScale(2, RoundingMode.HALF_UP);
        DemoItem credit = books.add(creditNote(invoice, day, amount));
        minds.get(invoice.debtor.number()).issued(credit);
        if (whole) {
            invoice.sent = invoice.original;
            credit.sent = credit.original;
            onDesk(calendar.plus(day, 2), () -> books.net(invoice, credit));
        }
    }
}
