package io.sollecito.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Debtors' payments whose meaning nobody can know from what the statement shows. */
final class Unclear {

    private static final Truth PERSON = new Truth.Person();

    private Unclear() {}

    static List<Told> amountOnly(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer());
        Sender sender = stage.in(50) ? Sender.NOBODY : stage.cast.stranger();
        return List.of(
                stage.told(Kind.AMOUNT_ONLY, bill.open(), sender, stage.phrase(bill.customer(), "generic"), PERSON));
    }

    static List<Told> onAccount(Stage stage) {
        Customer customer = stage.cast.customer();
        stage.bills(customer, stage.between(2, 5));
        BigDecimal amount = stage.unlike(
                customer, () -> BigDecimal.valueOf(stage.between(1, 40) * 50L).setScale(2));
        return List.of(stage.told(
                Kind.ON_ACCOUNT, amount, stage.sender(customer), stage.phrase(customer, "onaccount"), PERSON));
    }

    static List<Told> twoSubsets(Stage stage) {
        Customer customer = stage.cast.customer();
        BigDecimal first = stage.cast.amount().add(BigDecimal.TEN);
        BigDecimal second = stage.cast.amount().add(BigDecimal.TEN);
        BigDecimal moved = Cast.share(first, stage.between(10, 90));
        for (BigDecimal amount : List.of(first, second, first.subtract(moved), second.add(moved))) {
            stage.cast.bill(customer, amount);
        }
        return List.of(stage.told(
                Kind.AMBIGUOUS_SUBSET,
                first.add(second),
                stage.sender(customer),
                stage.phrase(customer, "generic"),
                PERSON));
    }

    static List<Told> twice(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer());
        Told once = Numbered.named(stage, Kind.PAID_TWICE, bill, "mentions");
        Told again = new Told(Kind.PAID_TWICE, stage.sameAgain(once.entry()), PERSON, clerk -> true);
        return List.of(once, again);
    }

    static List<Told> settledBefore(Stage stage) {
        Customer customer = stage.customer();
        Bill settled = stage.cast.settled(customer, stage.cast.amount());
        if (stage.in(40)) {
            stage.cast.bill(customer, settled.open());
        }
        return List.of(stage.told(
                Kind.SETTLED_BEFORE,
                settled.open(),
                stage.sender(customer),
                Spelling.of(stage.phraseThatFits(settled, "mentions"), settled),
                PERSON));
    }

    static List<Told> prepaid(Stage stage) {
        Customer customer = stage.customer();
        Bill decoy = stage.cast.bill(stage.customer());
        BigDecimal amount =
                stage.in(60) ? BigDecimal.valueOf(stage.between(1, 60) * 50L).setScale(2) : stage.cast.amount();
        String phrase = stage.phrase(customer, "order");
        if (stage.in(30)) {
            phrase = phrase.replace("{order}", "{decoy}");
        }
        return List.of(
                stage.told(Kind.ORDER_PREPAID, amount, stage.sender(customer), stage.noise(phrase, decoy), PERSON));
    }

    static List<Told> namesakes(Stage stage) {
        Customer one = stage.cast.customer();
        Customer other = stage.cast.namesake(one);
        Bill bill = stage.cast.bill(one);
        stage.cast.bill(other, bill.open());
        return List.of(stage.told(Kind.NAMESAKES, bill.open(), stage.named(one), stage.phrase(one, "generic"), PERSON));
    }

    static List<Told> sharedAccount(Stage stage) {
        String iban = Ibans.any(stage.world.house().language().country(), stage.random);
        Sender factor = new Sender(stage.cast.stranger().name(), iban);
        Customer customer = stage.cast.paidThrough(iban);
        Bill bill = stage.cast.bill(customer);
        stage.cast.bill(stage.cast.paidThrough(iban), bill.open());
        stage.bills(stage.cast.paidThrough(iban), 2);
        return List.of(stage.told(
                Kind.SHARED_ACCOUNT_UNNAMED, bill.open(), factor, stage.phrase(customer, "generic"), PERSON));
    }

    static List<Told> collective(Stage stage) {
        List<Bill> bills = new ArrayList<>();
        for (int i = stage.between(2, 6); i > 0; i--) {
            bills.add(stage.cast.bill(stage.customer()));
        }
        return List.of(stage.told(
                Kind.COLLECTIVE_WITHOUT_DETAILS,
                Stage.sum(bills),
                Sender.NOBODY,
                stage.words().any("collective", stage.random).replace("{count}", String.valueOf(bills.size())),
                PERSON));
    }

    /** The same number and amount with both creditors of the account. */
    static List<Told> twoCreditors(Stage stage) {
        if (stage.world.house().creditors().size() < 2) {
            return namesakes(stage);
        }
        Customer customer = stage.cast.customer();
        Bill bill = stage.cast.bill(customer);
        stage.cast.sameNumber(bill, stage.cast.ofAnotherCreditor(customer), bill.open());
        return List.of(stage.told(
                Kind.NUMBER_OF_TWO_CREDITORS,
                bill.open(),
                stage.sender(customer),
                Spelling.of(stage.phraseThatFits(bill, "mentions"), bill),
                PERSON));
    }

    /** Digits of somebody else's document within phones, dates, orders and longer numbers. */
    static List<Told> othersNumbers(Stage stage) {
        Bill decoy = stage.cast.bill(stage.customer());
        Sender sender = stage.in(50) ? stage.cast.stranger() : stage.sender(stage.customer());
        return List.of(stage.told(
                Kind.OTHER_NUMBERS_ONLY,
                stage.cast.amount(),
                sender,
                stage.noise(stage.words().any("noiseonly", stage.random), decoy),
                PERSON));
    }
}
