package io.sollecito.demo.companies;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.demo.companies.DemoItem.Discount;
import io.sollecito.demo.companies.DemoItem.Kind;
import io.sollecito.demo.servers.OdooDatabase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Lumière Équipements SAS on Odoo: its database is polled; larger invoices fall due in two instalments. */
public final class LumiereFrance extends Company {

    public static final String CODE = "LUMIERE-FR";
    public static final String IBAN = Numbers.frenchIban("30066", "10041", 20_300_400L);
    public static final String BIC = "BDLYFRPP";

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalTime BOOKED = LocalTime.of(5, 0);
    private static final BigDecimal INSTALMENTS_FROM = new BigDecimal("2000");
    private static final BigDecimal FIRST_SHARE = new BigDecimal("0.40");
    private static final BankAccount.Mishaps MISHAPS = new BankAccount.Mishaps(12, 23, 28);
    private static final Map<Integer, String> CREDITS = Map.of(5, "2001", 14, "2003", 22, "2007");

    private final OdooWriter odoo;
    private final OdooNumbers numbers;

    public LumiereFrance(OdooDatabase database, LocalDate start, long seed) {
        this(database, start, seed, new OdooNumbers());
    }

    private LumiereFrance(OdooDatabase database, LocalDate start, long seed, OdooNumbers numbers) {
        super(
                CODE,
                DemoDebtor.read("lumiere-debtors.csv"),
                BusinessDays.of("FR"),
                new BankAccount(
                        new Camt053.Account(IBAN, "Lumière Équipements SAS", BIC, 8),
                        TargetDays.previous(start),
                        new BigDecimal("21877.05"),
                        MISHAPS,
                        true),
                new Books(Books.Partials.ON_INVOICE, numbers::payment),
                "AC04",
                CREDITS,
                seed);
        this.numbers = numbers;
        this.odoo = new OdooWriter(database.dataSource());
        odoo.found("Lumière Équipements SAS", debtors(), utc(start.minusDays(100)));
    }

    /** The number ranges of this ERP; credit notes have one of their own, as Odoo's journals allow. */
    private static final class OdooNumbers {
        private int invoice;
        private int credit;
        private int payment;

        String payment(LocalDate paid) {
            return "BNK1/%d/%05d".formatted(paid.getYear(), ++payment);
        }
    }

    @Override
    List<DemoItem> invoice(DemoDebtor debtor, LocalDate issued, BigDecimal gross, Discount discount) {
        String number = "FAC/%d/%05d".formatted(issued.getYear(), ++numbers.invoice);
        if (gross.compareTo(INSTALMENTS_FROM) < 0 || discount != null) {
            return List.of(instalment(number, 1, debtor, issued, 20, gross, discount));
        }
        BigDecimal first = gross.multiply(FIRST_SHARE).setScale(2, RoundingMode.HALF_UP);
        return List.of(
                instalment(number, 1, debtor, issued, 15, first, null),
                instalment(number, 2, debtor, issued, 45, gross.subtract(first), null));
    }

    private static DemoItem instalment(
            String number,
            int instalment,
            DemoDebtor debtor,
            LocalDate issued,
            int days,
            BigDecimal amount,
            Discount discount) {
        return new DemoItem(
                number,
                number,
                instalment,
                debtor,
                Kind.INVOICE,
                issued,
                issued.plusDays(days),
                amount,
                discount,
                null);
    }

    @Override
    DemoItem creditNote(DemoItem invoice, LocalDate issued, BigDecimal amount) {
        String number = "RFAC/%d/%05d".formatted(issued.getYear(), ++numbers.credit);
        return new DemoItem(
                number, number, 1, invoice.debtor, Kind.CREDIT_NOTE, issued, issued, amount.negate(), null, null);
    }

    @Override
    List<String> deliver(LocalDate morning, int businessDay) {
        List<DemoItem> changed = books().takeChanged();
        odoo.write(changed, items(), utc(morning));
        delivered().take(items());
        return changed.isEmpty() ? List.of() : List.of(changed.size() + " journal items in Odoo");
    }

    private static LocalDateTime utc(LocalDate morning) {
        return LocalDateTime.ofInstant(morning.atTime(BOOKED).atZone(ZONE).toInstant(), ZoneOffset.UTC);
    }
}
