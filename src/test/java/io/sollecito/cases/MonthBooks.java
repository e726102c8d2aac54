package io.sollecito.cases;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.cases.MonthFiles.Booking;
import io.sollecito.cases.MonthFiles.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * A creditor's ERP and bank over a month: what is really owed and paid, and the files that show it. It never looks into
 * the hub; told when a file had been taken, it knows what the hub must know from then on.
 */
final class MonthBooks {

    /** A file and how many records it has; statements have none. */
    record Delivery(String folder, String name, byte[] content, int records) {}

    static final String ERP = "erp/export/ar";
    static final String BANK = "bank/statements/acme";

    private static final BusinessDays BANK_DAYS = BusinessDays.of("IT");

    private final Random random;
    private final int debtors;
    private final int newPerDay;
    private final List<MonthItem> items = new ArrayList<>();
    private final Map<String, MonthItem> byPrintedNo = new HashMap<>();
    private final Map<LocalDate, List<Runnable>> bookings = new HashMap<>();
    private final Map<String, List<LongConsumer>> shown = new HashMap<>();
    private final Map<String, Delivery> deliveries = new HashMap<>();
    private final Map<MonthItem, LocalDate> credits = new HashMap<>();
    private final List<Booking> booked = new ArrayList<>();
    private final Set<MonthItem> netted = new HashSet<>();
    private List<Booking> before = List.of();
    private LocalDate beforeDay;
    private Delivery lastStatement;
    private BigDecimal balance = new BigDecimal("100000.00");
    private int statements;
    private boolean calm;

    MonthBooks(int all, int businessDays, LocalDate first, Random random) {
        this.random = random;
        this.debtors = Math.max(20, all / 5);
        this.newPerDay = all * 2 / 5 / businessDays;
        int atFirst = all - newPerDay * businessDays;
        for (int n = 0; n < atFirst; n++) {
            invoice(first.minusDays(60), first.plusDays(random.nextInt(55) - 25));
        }
    }

    /** What the ERP exports and the bank shows on the morning of that business day. */
    List<Delivery> morning(LocalDate today) {
        LocalDate bankDay = BANK_DAYS.plus(today, -1);
        bookings.getOrDefault(today, List.of()).forEach(Runnable::run);
        netted.clear();
        net(today);
        for (int n = 0; n < newPerDay; n++) {
            invoice(today, today.plusDays(2 + random.nextInt(20)));
        }
        for (int n = 0; n < Math.max(1, newPerDay / 20); n++) {
            credit(today);
        }
        block();
        List<Delivery> files = new ArrayList<>();
        files.add(delivery(ERP, "FBL5N_DEBITOREN_" + compact(today) + ".csv", MonthFiles.debtors(debtors), debtors));
        List<Booking> movements = movements(bankDay, today);
        files.add(snapshot(today));
        files.addAll(statements(bankDay, movements));
        return files;
    }

    /** That file had been taken by then: the hub knows what it says. */
    void taken(String file, long millis) {
        shown.getOrDefault(file, List.of()).forEach(what -> what.accept(millis));
        shown.remove(file);
    }

    /** From now on every record can be read. */
    void calm() {
        calm = true;
    }

    MonthItem printed(String number) {
        return byPrintedNo.get(number);
    }

    List<MonthItem> items() {
        return items;
    }

    /** Every file that was ever delivered, by name. */
    Map<String, Delivery> deliveries() {
        return deliveries;
    }

    /** Every movement of the account that a statement shows. */
    List<Booking> booked() {
        return booked;
    }

    /** What the newest snapshot says is open, credits deducted. */
    BigDecimal openTotal() {
        return items.stream().map(item -> item.open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void invoice(LocalDate issued, LocalDate due) {
        add(random.nextInt(debtors), issued, due, cents(5_000, 500_000));
    }

    private void credit(LocalDate today) {
        MonthItem invoice = items.get(random.nextInt(items.size()));
        if (invoice.isInvoice() && !invoice.moving) {
            MonthItem credit = add(
                    invoice.debtor,
                    today,
                    today,
                    invoice.open
                            .divide(BigDecimal.valueOf(4), 2, RoundingMode.DOWN)
                            .negate());
            credits.put(credit, BANK_DAYS.plus(today, 3));
        }
    }

    private MonthItem add(int debtor, LocalDate issued, LocalDate due, BigDecimal open) {
        int number = items.size();
        MonthItem item = new MonthItem(
                debtor, "18%08d".formatted(number), "2026/%d".formatted(10_000 + number), issued, due, open);
        items.add(item);
        byPrintedNo.put(item.printedNo, item);
        return item;
    }

    /** Credits are set off against an invoice of their debtor that nobody is about to pay. */
    private void net(LocalDate today) {
        credits.entrySet().removeIf(entry -> {
            MonthItem credit = entry.getKey();
            if (entry.getValue().isAfter(today)) {
                return false;
            }
            items.stream()
                    .filter(item -> item.debtor == credit.debtor
                            && !item.moving
                            && item.open.compareTo(credit.open.negate()) > 0)
                    .findFirst()
                    .ifPresent(item -> {
                        item.open = item.open.add(credit.open);
                        credit.open = BigDecimal.ZERO;
                        netted.add(item);
                    });
            return true;
        });
    }

    /** Disputes begin and end. */
    private void block() {
        for (MonthItem item : items) {
            if (item.blocked ? random.nextInt(5) == 0 : item.isInvoice() && random.nextInt(200) == 0) {
                item.blocked = !item.blocked;
            }
        }
    }

    private List<Booking> movements(LocalDate bankDay, LocalDate today) {
        List<Booking> movements = new ArrayList<>();
        for (MonthItem item : items) {
            boolean known = item.issued.isBefore(today);
            if (known && item.isInvoice() && !item.moving && !netted.contains(item) && random.nextInt(1000) < 28) {
                movements.add(payment(item, bankDay, today));
            }
        }
        if (random.nextInt(4) == 0) {
            movements.add(new Booking(bankDay, new BigDecimal("-7.50"), reference(9_000_000), "Canone", null));
        }
        return movements;
    }

    private Booking payment(MonthItem item, LocalDate bankDay, LocalDate today) {
        item.moving = true;
        int kind = random.nextInt(100);
        BigDecimal amount = item.open;
        String text = "Saldo fattura " + item.printedNo;
        int payer = item.debtor;
        if (kind < 5) {
            amount = item.open.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
        } else if (kind < 9) {
            text = "Bonifico";
            payer = debtors + random.nextInt(1000);
        } else {
            item.paidOn = bankDay;
        }
        BigDecimal rest = item.open.subtract(amount);
        // Now and then the ERP knows before the bank shows it.
        LocalDate bookedOn = kind > 92 ? today : BANK_DAYS.plus(today, 1 + random.nextInt(2));
        Runnable booking = () -> {
            item.open = rest;
            item.moving = rest.signum() != 0;
        };
        if (bookedOn.equals(today)) {
            booking.run();
        } else {
            bookings.computeIfAbsent(bookedOn, day -> new ArrayList<>()).add(booking);
        }
        return new Booking(bankDay, amount, reference(items.indexOf(item)), text, payer);
    }

    private String reference(int number) {
        return "B%05d%07d".formatted(statements, number);
    }

    private Delivery snapshot(LocalDate today) {
        List<MonthItem> listed =
                items.stream().filter(item -> item.open.signum() != 0).toList();
        List<MonthItem> known =
                listed.stream().filter(item -> item.issued.isBefore(today)).toList();
        MonthItem spoilt = calm || random.nextInt(3) > 0 ? null : known.get(random.nextInt(known.size()));
        String name = "FBL5N_OPOS_" + compact(today) + ".csv";
        List<LongConsumer> says = new ArrayList<>();
        for (MonthItem item : items) {
            if (item != spoilt) {
                boolean open = item.open.signum() != 0;
                boolean blocked = item.blocked;
                says.add(millis -> item.shown(open, blocked, millis));
            }
        }
        shown.put(name, says);
        return delivery(ERP, name, MonthFiles.items(listed, spoilt), listed.size());
    }

    /** The bank day's statement; sometimes over two days, sometimes the one before once more under another name. */
    private List<Delivery> statements(LocalDate bankDay, List<Booking> movements) {
        List<Delivery> files = new ArrayList<>();
        if (lastStatement != null && random.nextInt(3) == 0) {
            files.add(delivery(BANK, "again-" + lastStatement.name(), lastStatement.content(), 0));
        }
        boolean overlapping = beforeDay != null && random.nextInt(4) == 0;
        List<Booking> entries = new ArrayList<>(overlapping ? before : List.of());
        entries.addAll(movements);
        BigDecimal opening = overlapping ? balance.subtract(sum(before)) : balance;
        Statement statement = new Statement(++statements, overlapping ? beforeDay : bankDay, bankDay, opening, entries);
        String name = "camt053_" + compact(bankDay) + ".xml";
        shown.put(
                name,
                items.stream()
                        .filter(item -> bankDay.equals(item.paidOn))
                        .map(item -> (LongConsumer) item::settled)
                        .toList());
        lastStatement = delivery(BANK, name, MonthFiles.statement(statement), 0);
        files.add(lastStatement);
        balance = balance.add(sum(movements));
        before = movements;
        beforeDay = bankDay;
        booked.addAll(movements);
        return files;
    }

    private Delivery delivery(String folder, String name, byte[] content, int records) {
        Delivery delivery = new Delivery(folder, name, content, records);
        deliveries.put(name, delivery);
        return delivery;
    }

    private BigDecimal cents(int from, int to) {
        return BigDecimal.valueOf(from + random.nextInt(to - from), 2);
    }

    private static BigDecimal sum(List<Booking> bookings) {
        return bookings.stream().map(Booking::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String compact(LocalDate day) {
        return day.toString().replace("-", "");
    }
}
