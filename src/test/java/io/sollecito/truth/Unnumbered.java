package io.sollecito.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Payments that name no document, and yet leave one reading only. */
final class Unnumbered {

    private Unnumbered() {}

    static List<Told> byAccount(Stage stage) {
        Customer customer = stage.customerOfKnownAccount();
        stage.bills(customer, stage.between(0, 5));
        Sender sender = stage.in(75) ? stage.sender(customer) : new Sender(null, customer.iban());
        return List.of(one(stage, Kind.ACCOUNT_ONLY, customer, new Sender(sender.name(), customer.iban())));
    }

    static List<Told> byName(Stage stage) {
        Customer customer = stage.customer();
        return List.of(one(stage, Kind.NAME_ONLY, customer, stage.named(customer)));
    }

    private static Told one(Stage stage, Kind kind, Customer customer, Sender sender) {
        Bill bill = stage.cast.bill(customer);
        return stage.told(
                kind,
                bill.open(),
                sender,
                stage.in(20) ? null : stage.phrase(customer, "generic"),
                Truth.settles(Share.all(bill.first())),
                clerk -> clerk.senders(sender).contains(customer)
                        && clerk.isOnlyItem(sender, bill.open())
                        && clerk.isOnlyChoice(clerk.senders(sender), bill.open()));
    }

    static List<Told> balance(Stage stage) {
        Customer customer = stage.cast.customer();
        List<Bill> bills = new ArrayList<>(stage.bills(customer, stage.between(2, 9)));
        if (stage.in(25)) {
            bills.add(stage.cast.credit(customer, Cast.share(bills.get(0).open(), 20)));
        }
        return List.of(chosen(stage, Kind.WHOLE_BALANCE, customer, bills, "balance"));
    }

    static List<Told> subset(Stage stage) {
        Customer customer = stage.cast.customer();
        List<Bill> bills = stage.bills(customer, stage.between(4, 9));
        return List.of(chosen(stage, Kind.UNIQUE_SUBSET, customer, bills.subList(0, stage.between(2, 3)), "generic"));
    }

    private static Told chosen(Stage stage, Kind kind, Customer customer, List<Bill> paid, String heading) {
        Sender sender = stage.sender(customer);
        return stage.told(
                kind,
                Stage.sum(paid),
                sender,
                stage.phrase(customer, heading),
                Stage.paid(paid),
                clerk -> clerk.isFrom(sender, customer) && clerk.isOnlyChoice(List.of(customer), Stage.sum(paid)));
    }

    static List<Told> customerNumber(Stage stage) {
        Customer customer = stage.customer();
        Bill bill = stage.cast.bill(customer);
        Sender sender = stage.in(50) ? stage.named(customer) : stage.cast.stranger();
        String number = customer.master().debtor();
        return List.of(stage.told(
                Kind.CUSTOMER_NUMBER,
                bill.open(),
                sender,
                Spelling.of(stage.phraseThatFits(bill, "customer"), bill),
                Truth.settles(Share.all(bill.first())),
                clerk -> clerk.isOnlyChoice(List.of(customer), bill.open())
                        && clerk.world().customers().stream()
                                .noneMatch(other -> other != customer
                                        && other.master().debtor().equals(number))
                        && clerk.world()
                                .numbered(Long.parseLong(number.replaceAll("[^0-9]", "")))
                                .isEmpty()));
    }

    static List<Told> factoring(Stage stage) {
        String iban = Ibans.any(stage.world.house().language().country(), stage.random);
        Sender factor = new Sender(stage.cast.stranger().name(), iban);
        List<Bill> bills = new ArrayList<>();
        for (int i = stage.between(2, 4); i > 0; i--) {
            bills.addAll(stage.bills(stage.cast.paidThrough(iban), 2));
        }
        return List.of(Numbered.named(stage, Kind.SHARED_ACCOUNT_NUMBERED, stage.any(bills), "mentions", factor));
    }

    static List<Told> reference(Stage stage) {
        Bill bill = referenced(stage);
        String reference = bill.first().paymentReference();
        boolean structured = stage.in(70);
        return List.of(stage.told(
                Kind.REFERENCE,
                bill.open(),
                stage.sender(bill.customer()),
                structured ? null : written(stage, reference),
                structured ? reference : null,
                stage.endToEnd(),
                Truth.settles(Share.all(bill.first())),
                clerk -> true));
    }

    /** One digit of the reference is another; that it was meant is likely, not certain. */
    static List<Told> wrongReference(Stage stage) {
        Bill bill = referenced(stage);
        String reference = bill.first().paymentReference();
        int at = reference.length() - stage.between(2, 5);
        char other = (char) ('0' + (reference.charAt(at) - '0' + stage.between(1, 9)) % 10);
        String wrong = reference.substring(0, at) + other + reference.substring(at + 1);
        return List.of(stage.told(
                Kind.REFERENCE_WITH_BAD_CHECK_DIGITS,
                bill.open(),
                stage.sender(bill.customer()),
                written(stage, wrong),
                new Truth.Settles(Stage.shares(List.of(bill)), false, BigDecimal.ZERO)));
    }

    private static Bill referenced(Stage stage) {
        Customer customer = stage.customer();
        return stage.cast.referenced(customer, References.any(customer, stage.random));
    }

    private static String written(Stage stage, String reference) {
        String printed = References.printed(reference);
        return stage.in(50)
                ? printed
                : stage.words().any("reference", stage.random).replace("{reference}", printed);
    }
}
