package io.sollecito.demo.companies;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.demo.companies.DemoItem.Discount;
import io.sollecito.demo.companies.DemoItem.Kind;
import io.sollecito.demo.servers.SftpWorld;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Acme Italia S.p.A. on an SAP-like ERP: each business morning a file of all open items and one of all customers. One
 * morning a row is broken, one brings yesterday's items unchanged, one brings nothing, and that file comes two days late.
 */
public final class AcmeItalia extends Company {

    public static final String CODE = "ACME-IT";
    public static final String IBAN = Numbers.italianIban("05034", "01600", 100_200_300L);
    public static final String BIC = "BADEITMM";
    public static final int BROKEN_ROW_DAY = 7;
    public static final int UNCHANGED_DAY = 11;
    public static final int SILENT_DAY = 14;
    public static final int LATE_FILE_DAY = 16;

    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
    private static final LocalTime DELIVERY = LocalTime.of(5, 30);
    private static final DateTimeFormatter FILE_DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final BankAccount.Mishaps MISHAPS = new BankAccount.Mishaps(9, 17, 24);
    private static final Map<Integer, String> CREDITS =
            Map.of(3, "104724", 9, "104717", 12, "104713", 20, "104711", 27, "104733");

    private final SftpWorld sftp;
    private final SapNumbers numbers;
    private Fbl5n.File withheld;
    private Instant withheldTime;

    public AcmeItalia(SftpWorld sftp, LocalDate start, long seed) {
        this(sftp, start, seed, new SapNumbers());
    }

    private AcmeItalia(SftpWorld sftp, LocalDate start, long seed, SapNumbers numbers) {
        super(
                CODE,
                DemoDebtor.read("acme-debtors.csv"),
                BusinessDays.of("IT"),
                new BankAccount(
                        new Camt053.Account(IBAN, "Acme Italia S.p.A.", BIC, 2),
                        TargetDays.previous(start),
                        new BigDecimal("48210.37"),
                        MISHAPS,
                        false),
                new Books(Books.Partials.AS_ITEMS, paid -> numbers.payment()),
                "AM04",
                CREDITS,
                seed);
        this.sftp = sftp;
        this.numbers = numbers;
    }

    /** The number ranges of this ERP. */
    private static final class SapNumbers {
        private int invoice = 1_800_000_100;
        private int credit = 1_600_000_040;
        private int payment = 1_400_000_500;
        private int printed = 1000;
        private int printedCredit;

        String payment() {
            return Integer.toString(++payment);
        }
    }

    @Override
    List<DemoItem> invoice(DemoDebtor debtor, LocalDate issued, BigDecimal gross, Discount discount) {
        int terms = debtor.habit() == Habit.THROUGH_STRANGER ? 14 : debtor.habit() == Habit.PUBLIC_BODY ? 30 : 21;
        return List.of(new DemoItem(
                Integer.toString(++numbers.invoice),
                issued.getYear() + "/" + ++numbers.printed,
                1,
                debtor,
                Kind.INVOICE,
                issued,
                issued.plusDays(terms),
                gross,
                discount,
                null));
    }

    @Override
    DemoItem creditNote(DemoItem invoice, LocalDate issued, BigDecimal amount) {
        return new DemoItem(
                Integer.toString(++numbers.credit),
                "NC" + issued.getYear() + "/" + ++numbers.printedCredit,
                1,
                invoice.debtor,
                Kind.CREDIT_NOTE,
                issued,
                issued,
                amount.negate(),
                null,
                null);
    }

    @Override
    boolean quiet(int businessDay) {
        return businessDay == UNCHANGED_DAY;
    }

    @Override
    List<String> deliver(LocalDate morning, int day) {
        Instant time = morning.atTime(DELIVERY).atZone(ZONE).toInstant();
        List<String> delivered = new ArrayList<>();
        Fbl5n.File items = Fbl5n.openItems(
                "FBL5N_OPOS_" + FILE_DATE.format(morning) + ".csv",
                items(),
                day == BROKEN_ROW_DAY ? broken(morning) : null);
        if (day == SILENT_DAY) {
            withheld = items;
            withheldTime = time;
            return delivered;
        }
        if (day == LATE_FILE_DAY) {
            put(withheld, withheldTime, delivered);
        }
        put(Fbl5n.debtors("FBL5N_DEBITOREN_" + FILE_DATE.format(morning) + ".csv", debtors()), time, delivered);
        put(items, time, delivered);
        delivered().take(items());
        return delivered;
    }

    private void put(Fbl5n.File file, Instant time, List<String> delivered) {
        sftp.put(SftpWorld.ERP, file.name(), file.content(), time);
        delivered.add(file.name());
    }

    /** The item whose amount is spoilt on the day of the broken row: one that an earlier export had. */
    private DemoItem broken(LocalDate morning) {
        return items().stream()
                .filter(item -> item.kind == Kind.INVOICE && item.open.signum() > 0)
                .filter(item -> item.issued.isBefore(morning.minusDays(7)))
                .findFirst()
                .orElseThrow();
    }
}
