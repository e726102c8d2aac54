package io.sollecito.truth;

import java.math.BigDecimal;
import java.util.List;

/** Payments of another amount than the document's. */
final class Deductions {

    private Deductions() {}

    static List<Told> discountInTime(Stage stage) {
        return List.of(discounted(stage, Kind.DISCOUNT_IN_TIME, stage.in(60) ? "mentions" : "discounted"));
    }

    private static Told discounted(Stage stage, Kind kind, String heading) {
        Bill bill =
                stage.cast.discounted(stage.customer(), stage.between(2, 3), Cast.TODAY.plusDays(stage.between(0, 8)));
        return Numbered.named(
                stage, kind, bill, heading, stage.sender(bill.customer()), less(bill), withDiscount(bill));
    }

    private static BigDecimal less(Bill bill) {
        return bill.open().subtract(bill.first().discount().amount());
    }

    private static Truth withDiscount(Bill bill) {
        return Truth.settles(Share.part(bill.first(), less(bill)), Share.discount(bill.first()));
    }

    static List<Told> discountUnnamed(Stage stage) {
        Customer customer = stage.customerOfKnownAccount();
        stage.bills(customer, stage.between(0, 3));
        Bill bill = stage.cast.discounted(customer, stage.between(2, 3), Cast.TODAY.plusDays(stage.between(0, 8)));
        Sender sender = stage.sender(customer);
        return List.of(stage.told(
                Kind.DISCOUNT_WITHOUT_NUMBER,
                less(bill),
                sender,
                stage.phrase(customer, "generic"),
                withDiscount(bill),
                clerk -> clerk.isFrom(sender, customer)
                        && clerk.isOnlyItem(sender, less(bill))
                        && Clerk.choices(clerk.world().items(customer), less(bill)) == 0));
    }

    static List<Told> discountLate(Stage stage) {
        Bill bill = stage.cast.discounted(
                stage.customer(), stage.between(2, 3), Cast.TODAY.minusDays(stage.between(12, 40)));
        return List.of(Numbered.named(
                stage,
                Kind.DISCOUNT_LATE,
                bill,
                stage.in(60) ? "mentions" : "discounted",
                stage.sender(bill.customer()),
                less(bill),
                Truth.settles(Share.part(bill.first(), less(bill)))));
    }

    static List<Told> keptByBanks(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer(), stage.cast.amount().add(BigDecimal.valueOf(150)));
        BigDecimal fee = stage.any(
                List.of("0.50", "1.00", "2.50", "4.00", "5.00", "7.50", "10.00", "12.50", "15.00", "25.00").stream()
                        .map(BigDecimal::new)
                        .toList());
        BigDecimal amount = bill.open().subtract(fee);
        return List.of(Numbered.named(
                stage,
                Kind.KEPT_BY_BANKS,
                bill,
                "mentions",
                stage.sender(bill.customer()),
                amount,
                new Truth.Settles(List.of(Share.part(bill.first(), amount)), true, fee)));
    }

    static List<Told> withheld(Stage stage) {
        Bill bill = stage.cast.withheld(stage.customer(), stage.any(List.of(4, 20)));
        BigDecimal amount = bill.open().subtract(bill.first().withheld().get(0).amount());
        return List.of(Numbered.named(
                stage,
                Kind.TAX_WITHHELD,
                bill,
                "mentions",
                stage.sender(bill.customer()),
                amount,
                Truth.settles(Share.part(bill.first(), amount))));
    }

    static List<Told> overpaid(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer());
        BigDecimal more = stage.in(30) ? bill.open() : BigDecimal.valueOf(stage.between(3, 300));
        return List.of(Numbered.named(
                stage,
                Kind.OVERPAID,
                bill,
                "mentions",
                stage.sender(bill.customer()),
                bill.open().add(more),
                Stage.paid(List.of(bill))));
    }

    static List<Told> partial(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer(), stage.cast.amount().add(BigDecimal.valueOf(100)));
        BigDecimal amount = stage.partOf(bill.open(), 25, 80);
        return List.of(Numbered.named(
                stage,
                Kind.PARTIAL_NUMBERED,
                bill,
                stage.in(50) ? "partial" : "mentions",
                stage.sender(bill.customer()),
                amount,
                Truth.settles(Share.part(bill.first(), amount))));
    }

    static List<Told> partialUnnamed(Stage stage) {
        Customer customer = stage.cast.customer();
        List<Bill> bills = stage.bills(customer, stage.between(1, 4));
        return List.of(stage.told(
                Kind.PARTIAL_WITHOUT_NUMBER,
                stage.unlike(customer, () -> stage.partOf(stage.any(bills).open(), 25, 80)),
                stage.sender(customer),
                stage.phrase(customer, stage.in(50) ? "generic" : "onaccount"),
                new Truth.Person()));
    }

    static List<Told> creditNamed(Stage stage) {
        Customer customer = stage.customer();
        Bill bill = stage.cast.bill(customer);
        Bill credit = stage.cast.credit(customer, Cast.share(bill.open(), stage.between(5, 60)));
        Lists.Pattern pattern = Lists.Pattern.of(stage.phrase(customer, "credit"));
        Sender sender = stage.sender(customer);
        return List.of(stage.told(
                Kind.LESS_CREDIT_NOTE,
                bill.open().add(credit.open()),
                sender,
                pattern.write(List.of(bill, credit)),
                Stage.paid(List.of(bill, credit)),
                clerk -> clerk.reads(pattern.item(), bill, sender, null)
                        && clerk.reads(pattern.item(), credit, sender, null)));
    }

    static List<Told> creditUnnamed(Stage stage) {
        Customer customer = stage.customer();
        Bill bill = stage.cast.bill(customer);
        Bill credit = stage.cast.credit(customer, Cast.share(bill.open(), stage.between(5, 60)));
        Sender sender = stage.sender(customer);
        BigDecimal amount = bill.open().add(credit.open());
        String phrase = stage.phraseThatFits(bill, "mentions");
        return List.of(stage.told(
                Kind.CREDIT_NOTE_NOT_NAMED,
                amount,
                sender,
                Spelling.of(phrase, bill),
                Stage.paid(List.of(bill, credit)),
                clerk -> clerk.mayBeFrom(sender, customer)
                        && clerk.reads(phrase, bill, sender, null)
                        && clerk.isOnlyChoice(List.of(customer), amount)));
    }
}
