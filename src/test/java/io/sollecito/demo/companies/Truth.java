package io.sollecito.demo.companies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What really happened in the simulated companies up to a moment: an oracle independent of the hub.
 *
 * @param openAsDelivered by creditor and debtor, what the ERP's last delivered figures call open (credits negative);
 *     debtors without open items are missing
 * @param movements everything that the banks booked, in order
 * @param settlements what that money was meant for
 * @param items every item that the ERPs hold
 */
public record Truth(
        Map<String, Map<String, BigDecimal>> openAsDelivered,
        List<Movement> movements,
        List<Settlement> settlements,
        List<Item> items) {

    /** An item as its ERP holds it now; {@code kind}: INVOICE, CREDIT_NOTE, PAYMENT. */
    public record Item(
            String creditor,
            String debtor,
            String documentNo,
            String printedNo,
            int instalment,
            String kind,
            LocalDate dueDate,
            BigDecimal original,
            BigDecimal openInErp) {}

    /**
     * One transaction on a creditor's bank account, signed from its side; {@code debtor} is null for fees and interest.
     * {@code deliveredOn} is the morning of the first statement file that shows it, null until then.
     *
     * @param kind RECEIVED, RETURNED, FEE, INTEREST
     */
    public record Movement(
            String creditor,
            String debtor,
            String kind,
            LocalDate bookedOn,
            LocalDate deliveredOn,
            BigDecimal amount,
            String endToEndId,
            String reference,
            String remittance) {}

    /**
     * The part of a movement that its payer meant for an item, discount included; negative when it came back.
     *
     * @param quoted the transfer names the item's number or quotes a reference, so that the hub can know
     */
    public record Settlement(
            String creditor,
            String debtor,
            String documentNo,
            int instalment,
            BigDecimal amount,
            LocalDate bookedOn,
            LocalDate deliveredOn,
            boolean quoted) {}

    /** The truth about these companies now. */
    public static Truth of(List<Company> companies) {
        List<Movement> movements = new ArrayList<>();
        List<Settlement> settlements = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        Map<String, Map<String, BigDecimal>> open = new TreeMap<>();
        for (Company company : companies) {
            open.put(company.code(), company.delivered().byDebtor());
            for (BankBooking booking : company.account().bookings()) {
                movements.add(movement(company.code(), booking));
                settlements.addAll(settlements(company.code(), booking));
            }
            company.items().forEach(item -> items.add(item(company.code(), item)));
        }
        return new Truth(open, movements, settlements, items);
    }

    private static Movement movement(String creditor, BankBooking booking) {
        Transfer transfer = booking.transfer;
        return new Movement(
                creditor,
                transfer == null ? null : transfer.debtor().number(),
                booking.kind.name(),
                booking.day,
                booking.deliveredOn,
                booking.amount,
                transfer == null ? null : transfer.endToEndId(),
                transfer == null ? null : transfer.reference(),
                transfer == null ? null : transfer.remittance());
    }

    private static List<Settlement> settlements(String creditor, BankBooking booking) {
        Transfer transfer = booking.transfer;
        if (transfer == null) {
            return List.of();
        }
        boolean back = booking.kind == BankBooking.Kind.RETURNED;
        return transfer.parts().stream()
                .map(part -> new Settlement(
                        creditor,
                        transfer.debtor().number(),
                        part.item().documentNo,
                        part.item().instalment,
                        back ? part.settles().negate() : part.settles(),
                        booking.day,
                        booking.deliveredOn,
                        transfer.reference() != null || transfer.remittance().contains(part.item().printedNo)))
                .toList();
    }

    private static Item item(String creditor, DemoItem item) {
        return new Item(
                creditor,
                item.debtor.number(),
                item.documentNo,
                item.printedNo,
                item.instalment,
                item.kind.name(),
                item.due,
                item.original,
                item.open);
    }

    /** Open by that creditor's ERP as last delivered, credits deducted. */
    public BigDecimal openTotal(String creditor) {
        return openAsDelivered.get(creditor).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What statements delivered up to that morning show as paid for an item, where the payer said so. */
    public BigDecimal knownPaid(String creditor, String documentNo, int instalment, LocalDate morning) {
        return settlements.stream()
                .filter(part -> part.creditor().equals(creditor)
                        && part.documentNo().equals(documentNo)
                        && part.instalment() == instalment)
                .filter(Settlement::quoted)
                .filter(part ->
                        part.deliveredOn() != null && !part.deliveredOn().isAfter(morning))
                .map(Settlement::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether a reminder for this item on that day would ask for money that the hub could know to be there. */
    public boolean knownSettled(Item item, LocalDate morning) {
        return knownPaid(item.creditor(), item.documentNo(), item.instalment(), morning)
                        .compareTo(item.original())
                >= 0;
    }
}
