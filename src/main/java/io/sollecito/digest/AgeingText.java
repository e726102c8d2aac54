package io.sollecito.digest;

import io.sollecito.ledger.figures.AgedReceivables.Figures;
import io.sollecito.ledger.figures.Ageing;
import io.sollecito.model.Creditor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How old what a creditor is owed is, and by whom, in the words of the digest; its own currency first. */
public final class AgeingText {

    private AgeingText() {}

    public static String write(Creditor creditor, LocalDate day, Figures aged) {
        List<Section> sections = new ArrayList<>();
        aged.ageing().stream()
                .sorted(Comparator.comparing(
                        (Ageing ageing) -> !ageing.currency().equals(creditor.baseCurrency())))
                .forEach(ageing -> {
                    sections.add(AgeingSections.ageing(ageing, aged.largest()));
                    sections.addAll(AgeingSections.dso(ageing, aged.dso()));
                });
        String what = sections.isEmpty() ? "Nothing is open" : "Ageing";
        return DigestText.write(creditor.name(), what + ", " + Words.longDay(day), sections);
    }
}
