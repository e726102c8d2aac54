package io.sollecito.reminders;

import io.sollecito.model.Amounts;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Hold;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What keeps an item from being reminded, whatever its plan says. */
final class Holding {

    private Holding() {}

    /** Why a person or the source wants it left alone. */
    static Optional<String> of(
            CaseItem item, Progress progress, boolean stepLeft, BigDecimal demanded, LocalDate asOf) {
        for (Hold hold : item.holds()) {
            if (hold.holdsOn(asOf) && !hold.isPartial()) {
                return Optional.of(hold.toString());
            }
        }
        if (!item.item().holds().isEmpty()) {
            return Optional.of(String.join(", ", item.item().holds()) + ", says "
                    + item.item().source());
        }
        if (item.item().inCollection() && !stepLeft) {
            return Optional.of("collection pending");
        }
        if (item.frozen()) {
            return Optional.of("its newest record is in quarantine");
        }
        if (demanded.signum() <= 0) {
            return Optional.of("all that is open is withheld or disputed");
        }
        return progress.strangerStep()
                .map(step -> "its last step, " + step + ", is not in its plan; a person decides how to go on");
    }

    /** What is open of the item less what is withheld, and less the part that is disputed. */
    static BigDecimal demanded(CaseItem of, LocalDate asOf) {
        OpenItem item = of.item();
        if (item.withheld().isEmpty() && of.holds().isEmpty()) {
            return Amounts.scaled(item.openAmount(), item.currency());
        }
        BigDecimal withheld = item.withheld().stream()
                .filter(part -> part.until() == null || part.until().isAfter(asOf))
                .map(Withheld::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal disputed = of.holds().stream()
                .filter(hold -> hold.isPartial() && hold.holdsOn(asOf))
                .map(hold -> hold.terms().part())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amounts.scaled(item.openAmount().subtract(withheld).subtract(disputed), item.currency());
    }
}
