package io.sollecito.truth;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Money that is no debtor's: a phrase is the sender's name, a bar, and the text. */
final class Foreign {

    private Foreign() {}

    static List<Told> in(Stage stage, String heading) {
        return List.of(moved(stage, heading, amount(stage)));
    }

    static List<Told> out(Stage stage, String heading) {
        return List.of(moved(
                stage, heading, BigDecimal.valueOf(-stage.between(50, 9_000)).movePointLeft(2)));
    }

    private static Told moved(Stage stage, String heading, BigDecimal amount) {
        Kind kind = Kind.valueOf(heading.toUpperCase(Locale.ROOT).replace('-', '_'));
        Bill decoy = stage.cast.bill(stage.customer());
        String[] parts = stage.words().any(heading, stage.random).split("\\|", -1);
        String iban = kind == Kind.OWN_TRANSFER
                ? stage.world.house().savings()
                : stage.in(70) ? Ibans.any(stage.world.house().language().country(), stage.random) : null;
        return stage.told(
                kind,
                amount,
                new Sender(parts[0].isBlank() ? null : parts[0].strip(), iban),
                stage.noise(parts[1].strip(), decoy),
                new Truth.NotADebtors());
    }

    /** Now and then just what somebody owes. */
    private static BigDecimal amount(Stage stage) {
        return stage.in(25) ? stage.cast.bill(stage.customer()).open() : stage.cast.amount();
    }
}
