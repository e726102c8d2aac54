package io.sollecito.demo.companies;

import io.sollecito.demo.companies.BankBooking.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A company's account at its bank. Every bank day ends with a statement, delivered next morning as camt.053; one comes
 * twice, one overlaps the one before, one comes two days late.
 */
public final class BankAccount {

    /**
     * Which statements go wrong, by their number from the first.
     *
     * @param twice comes again next morning under another name
     * @param overlapping repeats the day before
     * @param late is withheld for two days
     */
    record Mishaps(int twice, int overlapping, int late) {}

    /** A statement file as the bank leaves it. */
    public record StatementFile(String name, LocalDate delivered, byte[] content) {}

    private static final BigDecimal MONTHLY_FEE = new BigDecimal("-12.50");
    private static final BigDecimal INTEREST = new BigDecimal("3.41");
    private static final int BATCH_EVERY = 5;

    private final Camt053.Account account;
    private final Mishaps mishaps;
    private final boolean twinsWithoutReference;
    private final List<BankBooking> bookings = new ArrayList<>();
    private final List<StatementFile> withheld = new ArrayList<>();
    private final List<StatementFile> again = new ArrayList<>();
    private LocalDate nextDay;
    private BigDecimal balance;
    private BigDecimal previousOpening;
    private int statements;
    private int entries;

    BankAccount(
            Camt053.Account account,
            LocalDate firstDay,
            BigDecimal balance,
            Mishaps mishaps,
            boolean twinsWithoutReference) {
        this.account = account;
        this.nextDay = firstDay;
        this.balance = balance;
        this.mishaps = mishaps;
        this.twinsWithoutReference = twinsWithoutReference;
    }

    public String iban() {
        return account.iban();
    }

    List<BankBooking> bookings() {
        return bookings;
    }

    BankBooking receive(LocalDate day, Transfer transfer) {
        boolean twin = transfer.parts().isEmpty()
                || bookings.stream()
                        .anyMatch(known -> known.day.equals(day)
                                && known.transfer != null
                                && known.transfer.debtor() == transfer.debtor()
                                && known.amount.compareTo(transfer.amount()) == 0);
        return book(
                Kind.RECEIVED,
                day,
                transfer.amount(),
                transfer,
                null,
                twin && twinsWithoutReference ? null : nextReference(day));
    }

    BankBooking giveBack(LocalDate day, Transfer transfer, String reason) {
        return book(Kind.RETURNED, day, transfer.amount().negate(), transfer, reason, nextReference(day));
    }

    private BankBooking book(
            Kind kind, LocalDate day, BigDecimal amount, Transfer transfer, String reason, String reference) {
        BankBooking booking = new BankBooking(kind, day, amount, transfer, reason, reference);
        bookings.add(booking);
        return booking;
    }

    private String nextReference(LocalDate day) {
        return "%s%s%06d"
                .formatted(account.bic().substring(0, 4), day.toString().replace("-", ""), ++entries);
    }

    /** The files that lie in the bank's folder on that morning. */
    List<StatementFile> deliver(LocalDate morning) {
        List<StatementFile> files = new ArrayList<>(again);
        again.clear();
        while (nextDay.isBefore(morning)) {
            close(nextDay, morning, files);
            nextDay = TargetDays.next(nextDay);
        }
        return files;
    }

    private void close(LocalDate day, LocalDate morning, List<StatementFile> files) {
        bookCharges(day);
        int number = ++statements;
        BigDecimal opening = balance;
        List<BankBooking> ofDay = on(day);
        balance = ofDay.stream().map(booking -> booking.amount).reduce(balance, BigDecimal::add);
        boolean overlapping = number == mishaps.overlapping();
        LocalDate from = overlapping ? TargetDays.previous(day) : day;
        List<BankBooking> shown = new ArrayList<>(overlapping ? on(from) : List.of());
        shown.addAll(ofDay);
        byte[] content = Camt053.write(
                account,
                new Camt053.Statement(number, from, day, overlapping ? previousOpening : opening, balance),
                entries(shown, number));
        StatementFile file = new StatementFile(name(day, number, ""), morning, content);
        previousOpening = opening;
        if (number == mishaps.late()) {
            withheld.add(file);
            return;
        }
        if (number == mishaps.late() + 2) {
            withheld.forEach(late -> files.add(new StatementFile(late.name(), morning, late.content())));
            withheld.clear();
            show(on(TargetDays.previous(TargetDays.previous(day))), morning);
        }
        if (number == mishaps.twice()) {
            again.add(new StatementFile(name(day, number, "_copia"), TargetDays.next(day), content));
        }
        show(shown, morning);
        files.add(file);
    }

    private String name(LocalDate day, int number, String suffix) {
        return "camt053_%s_%s_%05d%s.xml"
                .formatted(account.iban(), day.toString().replace("-", ""), number, suffix);
    }

    private static void show(List<BankBooking> shown, LocalDate morning) {
        shown.stream().filter(booking -> booking.deliveredOn == null).forEach(booking -> booking.deliveredOn = morning);
    }

    private void bookCharges(LocalDate day) {
        if (TargetDays.next(day).getMonth() != day.getMonth()) {
            book(Kind.FEE, day, MONTHLY_FEE, null, null, nextReference(day));
            if (day.getMonthValue() % 3 == 0) {
                book(Kind.INTEREST, day, INTEREST, null, null, nextReference(day));
            }
        }
    }

    private List<BankBooking> on(LocalDate day) {
        return bookings.stream().filter(booking -> booking.day.equals(day)).toList();
    }

    /** Groups bookings into entries: each its own, but now and then the first two receipts come as one batch. */
    private static List<List<BankBooking>> entries(List<BankBooking> shown, int number) {
        List<BankBooking> batch = shown.stream()
                .filter(booking -> booking.kind == Kind.RECEIVED && booking.bankReference != null)
                .limit(2)
                .toList();
        boolean batched = number % BATCH_EVERY == 0 && batch.size() == 2;
        List<List<BankBooking>> entries = new ArrayList<>();
        if (batched) {
            entries.add(batch);
        }
        shown.stream()
                .filter(booking -> !batched || !batch.contains(booking))
                .forEach(booking -> entries.add(List.of(booking)));
        return entries;
    }
}
