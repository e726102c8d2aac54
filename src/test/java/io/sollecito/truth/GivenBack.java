package io.sollecito.truth;

import java.util.List;

/** Payments that a bank takes back. */
final class GivenBack {

    private static final List<String> REASONS = List.of("AC04", "AM04", "MD06", "AC06", "MS03");

    private GivenBack() {}

    /** The payment and its return in one statement. */
    static List<Told> soon(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer());
        Sender sender = stage.sender(bill.customer());
        Told paid = Numbered.named(stage, Kind.RETURNED_AT_ONCE, bill, "mentions", sender);
        Truth truth = new Truth.GivesBack(paid.entry().bankReference(), Stage.shares(List.of(bill)));
        return List.of(
                paid,
                stage.back(
                        Kind.RETURNED_AT_ONCE,
                        bill.open(),
                        sender,
                        stage.words().any("returns", stage.random),
                        paid.payment().endToEndId(),
                        stage.in(80) ? stage.any(REASONS) : null,
                        truth));
    }

    /** The return of what an earlier statement brought; found by its end-to-end id. */
    static List<Told> late(Stage stage) {
        Bill bill = stage.cast.settled(stage.customer(), stage.cast.amount());
        Sender sender = stage.sender(bill.customer());
        String endToEnd = "DD" + Ibans.digits(stage.random, 10);
        String bankReference = stage.bankReference();
        List<Share> shares = Stage.shares(List.of(bill));
        stage.world.add(new World.Earlier(bill.open(), endToEnd, bankReference, sender, shares));
        return List.of(stage.back(
                Kind.RETURNED_LATER,
                bill.open(),
                sender,
                stage.words().any("returns", stage.random),
                endToEnd,
                stage.any(REASONS),
                new Truth.GivesBack(bankReference, shares)));
    }
}
