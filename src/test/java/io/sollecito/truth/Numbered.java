package io.sollecito.truth;

import java.math.BigDecimal;
import java.util.List;

/** Payments that name one document. */
final class Numbered {

    private Numbered() {}

    static List<Told> full(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer());
        return List.of(named(stage, Kind.FULL_NUMBER, bill, "mentions"));
    }

    static List<Told> beside(Stage stage) {
        Bill decoy = stage.cast.bill(stage.customer());
        Bill bill = stage.cast.bill(stage.customer());
        String phrase = stage.phraseThatFits(bill, "noise");
        Sender sender = stage.sender(bill.customer());
        return List.of(stage.told(
                Kind.NOISE_BESIDE_NUMBER,
                bill.open(),
                sender,
                stage.noise(Spelling.of(phrase, bill), decoy),
                Truth.settles(Share.all(bill.first())),
                clerk -> clerk.reads(phrase, bill, sender, bill.open())));
    }

    static Told named(Stage stage, Kind kind, Bill bill, String heading) {
        return named(stage, kind, bill, heading, stage.sender(bill.customer()));
    }

    static Told named(Stage stage, Kind kind, Bill bill, String heading, Sender sender) {
        return named(stage, kind, bill, heading, sender, bill.open(), Stage.paid(List.of(bill)));
    }

    /** Names the bill and pays an amount of it. */
    static Told named(
            Stage stage, Kind kind, Bill bill, String heading, Sender sender, BigDecimal amount, Truth truth) {
        String phrase = stage.phraseThatFits(bill, heading);
        BigDecimal telling = bill.asks(amount) ? amount : null;
        return stage.told(
                kind,
                amount,
                sender,
                Spelling.of(phrase, bill),
                truth,
                clerk -> clerk.reads(phrase, bill, sender, telling)
                        && (telling != null || clerk.mayBeFrom(sender, bill.customer())));
    }

    static List<Told> thirdParty(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer());
        return List.of(named(stage, Kind.THIRD_PARTY, bill, "mentions", stage.cast.stranger()));
    }

    static List<Told> instalment(Stage stage) {
        Bill bill = stage.cast.instalments(stage.customer(), stage.between(2, 5));
        boolean all = stage.in(25);
        Truth truth = all ? Stage.paid(List.of(bill)) : Truth.settles(Share.all(bill.first()));
        BigDecimal amount = all ? bill.open() : bill.first().openAmount();
        return List.of(named(stage, Kind.INSTALMENT, bill, "mentions", stage.sender(bill.customer()), amount, truth));
    }

    static List<Told> endToEnd(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer());
        Sender sender = stage.sender(bill.customer());
        String number = Spelling.of(stage.in(50) ? "{plain}" : "{full}", bill);
        return List.of(stage.told(
                Kind.NUMBER_AS_END_TO_END_ID,
                bill.open(),
                sender,
                stage.in(50) ? null : stage.phrase(bill.customer(), "generic"),
                null,
                number,
                Truth.settles(Share.all(bill.first())),
                clerk -> clerk.reads("{full}", bill, sender, bill.open())));
    }

    static List<Told> wrongDigit(Stage stage) {
        Bill bill = stage.cast.bill(stage.customer());
        String phrase = "";
        while (!phrase.contains("{full}")) {
            phrase = stage.phraseThatFits(bill, "mentions");
        }
        String wrong = mistyped(stage, bill);
        Sender sender = stage.sender(bill.customer());
        return List.of(stage.told(
                Kind.WRONG_DIGIT,
                bill.open(),
                sender,
                Spelling.of(phrase.replace("{full}", wrong), bill),
                Truth.settles(Share.all(bill.first())),
                clerk -> clerk.mayBeFrom(sender, bill.customer())
                        && clerk.isOnlyItem(sender, bill.open())
                        && !clerk.world().isNumber(wrong)));
    }

    /** Two neighbours changed places, or one digit is another, within the last four digits. */
    private static String mistyped(Stage stage, Bill bill) {
        String number = bill.number();
        String serial = bill.style().zeros(bill.serial());
        int start = number.lastIndexOf(serial) + Math.max(0, serial.length() - 4);
        char[] digits = number.toCharArray();
        int last = number.lastIndexOf(serial) + serial.length() - 1;
        int at = stage.between(start, Math.max(start, last - 1));
        if (at < last && digits[at] != digits[at + 1] && stage.in(55)) {
            char moved = digits[at];
            digits[at] = digits[at + 1];
            digits[at + 1] = moved;
        } else {
            digits[at] = (char) ('0' + (digits[at] - '0' + stage.between(1, 9)) % 10);
        }
        return new String(digits);
    }

    static List<Told> rentNumbered(Stage stage) {
        List<Bill> rents = rents(stage);
        return List.of(named(stage, Kind.RECURRING_NUMBERED, stage.any(rents), "mentions"));
    }

    static List<Told> rentOfMonth(Stage stage) {
        Bill rent = stage.any(rents(stage));
        Sender sender = stage.sender(rent.customer());
        return List.of(stage.told(
                Kind.RECURRING_WITH_MONTH,
                rent.open(),
                sender,
                Spelling.of(stage.phraseThatFits(rent, "period"), rent),
                Truth.settles(Share.all(rent.first())),
                clerk -> clerk.isFrom(sender, rent.customer())));
    }

    static List<Told> rentUnnamed(Stage stage) {
        Bill rent = stage.any(rents(stage));
        return List.of(stage.told(
                Kind.RECURRING_UNNAMED,
                rent.open(),
                stage.sender(rent.customer()),
                stage.phrase(rent.customer(), "generic"),
                new Truth.Person()));
    }

    /** The same amount for some months. */
    private static List<Bill> rents(Stage stage) {
        Customer tenant = stage.cast.customer();
        BigDecimal rent = BigDecimal.valueOf(stage.between(8, 60) * 50L).setScale(2);
        return java.util.stream.IntStream.rangeClosed(0, stage.between(1, 3))
                .mapToObj(month -> stage.cast.rent(
                        tenant, rent, Cast.TODAY.withDayOfMonth(1).minusMonths(month)))
                .toList();
    }
}
