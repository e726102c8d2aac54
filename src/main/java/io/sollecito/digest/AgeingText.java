package io.sollecito.digest;

import io.sollecito.ledger.figures.AgedReceivables.Aged;
import io.sollecito.model.Creditor;
import java.time.LocalDate;
import java.util.List;

/** How old what a creditor is owed is, in the words of the digest. */
public final class AgeingText {

    private AgeingText() {}

    public static String write(Creditor creditor, LocalDate day, Aged aged) {
        List<Section> sections = aged.ageing().stream()
                .flatMap(ageing -> AgeingSections.of(
                        ageing,
                        false,
                        aged.largest(),
                        Sections.dso(aged.dso(), ageing.currency()))
                        .stream())
                .toList();
        return DigestText.write(
                creditor.name(), (sections.isEmpty() ? "Nothing is open, " : "Ageing, ") + Words.longDay(day), sections);
    }
}
