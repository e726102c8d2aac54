package io.sollecito.truth;

import java.math.BigDecimal;
import java.util.List;

/** Payments that the ERP knew before the bank showed them (law 10). */
final class ErpFirst {

    private ErpFirst() {}

    static List<Told> booked(Stage stage) {
        Customer customer = stage.customerOfKnownAccount();
        stage.bills(customer, stage.between(0, 3));
        Bill bill = stage.cast.closedByErp(customer, stage.cast.amount());
        if (stage.in(70)) {
            return List.of(Numbered.named(stage, Kind.ERP_BOOKED_FIRST, bill, "mentions"));
        }
        Sender sender = new Sender(stage.named(customer).name(), customer.iban());
        return List.of(stage.told(
                Kind.ERP_BOOKED_FIRST,
                bill.open(),
                sender,
                stage.phrase(customer, "generic"),
                Truth.settles(Share.all(bill.first())),
                clerk -> clerk.isFrom(sender, customer)
                        && Clerk.choices(clerk.world().items(customer), bill.open()) == 0));
    }

    /** Likely the one that the ERP closed, but who knows: to allocate it to the open one is wrong. */
    static List<Told> oneOfEquals(Stage stage) {
        Customer customer = stage.customerOfKnownAccount();
        Bill bill = stage.cast.closedByErp(customer, stage.cast.amount());
        stage.cast.bill(customer, bill.open());
        return List.of(stage.told(
                Kind.ERP_BOOKED_ONE_OF_EQUALS,
                bill.open(),
                stage.sender(customer),
                stage.phrase(customer, "generic"),
                new Truth.Settles(Stage.shares(List.of(bill)), false, BigDecimal.ZERO)));
    }
}
