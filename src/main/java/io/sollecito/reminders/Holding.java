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

    /**
     * Why a person or the source wants it left alone.
     *
     * @param collected where it stands at the bank that collects it, or null
     */
    static Optional<String> of(
            CaseItem item, Progress progress, String collected, BigDecimal demanded, LocalDate asOf) {
        for (Hold hold : item.holds()) {
            if (hold.holdsOn(asOf) && hold.isAbout(item.item()) && !hold.isPartial()) {
                return Optional.of(
                        hold.hasPassed(asOf)
                                ? hold + "; the money of its last days is not known yet"
                                : hold.toString());
            }
        }
        if (!item.item().holdsInForce().isEmpty()) {
            return Optional.of(String.join(", ", item.item().holdsInForce()) + ", says "
                    + item.item().source());
        }
        if (collected != null) {
            return Optional.of(collected);
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

    /** What is open of the item less what is withheld or disputed. */
    static BigDecimal demanded(CaseItem item, LocalDate asOf) {
        OpenItem open = item.item();
        BigDecimal demanded = open.openAmount();
        for (Withheld part : open.withheld()) {
            if (part.until() == null || part.until().isAfter(asOf)) {
                demanded = demanded.subtract(part.amount());
            }
        }
        for (Hold hold : item.holds()) {
            if (hold.isPartial() && hold.holdsOn(asOf)) {
                demanded = demanded.subtract(hold.terms().part());
            }
        }
        return Amounts.scaled(demanded, open.currency());
    }
}
