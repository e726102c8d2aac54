package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder.Line;
import io.sollecito.model.PlannedReminder.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What a message lists. */
final class MessageLines {

    private MessageLines() {}

    /**
     * @param advancing the items that the message advances
     * @param demanded those that it demands
     * @param shares what it nets
     * @param standings all items of the debtor in that currency
     */
    static List<Line> of(
            List<Standing> advancing,
            List<Standing> demanded,
            List<Credits.Share> shares,
            List<Standing> standings,
            LocalDate asOf) {
        Set<Standing> own = identitySet(advancing);
        List<Line> lines = new ArrayList<>();
        for (Standing standing : demanded) {
            Role role = role(standing, asOf);
            lines.add(
                    own.contains(standing)
                            ? new Line(
                                    standing.item(),
                                    role,
                                    true,
                                    standing.step().name(),
                                    standing.repeat(),
                                    standing.demanded())
                            : line(standing.item(), role, standing.demanded()));
        }
        shares.forEach(share -> lines.add(line(share.credit(), Role.CREDIT, share.amount())));
        if (!Grouping.isAlone(advancing)) {
            standings.stream()
                    .filter(standing -> heldButShown(standing, asOf))
                    .forEach(held -> lines.add(line(held.item(), Role.HELD, held.demanded())));
        }
        return lines;
    }

    /** What is collected is listed for information: nobody is asked to pay it. */
    private static Role role(Standing standing, LocalDate asOf) {
        if (standing.item().item().inCollection()) {
            return Role.NOT_YET_DUE;
        }
        return standing.overdueOn(asOf) ? Role.OVERDUE : Role.UPCOMING;
    }

    private static boolean heldButShown(Standing standing, LocalDate asOf) {
        return !standing.ready()
                && standing.decision().outcome() == PlanOutcome.HELD
                && standing.item().holds().stream().anyMatch(hold -> hold.holdsOn(asOf))
                && standing.item().holds().stream()
                        .filter(hold -> hold.holdsOn(asOf))
                        .allMatch(hold -> hold.mayBeListed());
    }

    private static Line line(CaseItem item, Role role, BigDecimal amount) {
        return new Line(item, role, false, null, 0, amount);
    }

    /** By identity: two items may be equal. */
    static Set<Standing> identitySet(List<Standing> standings) {
        Set<Standing> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(standings);
        return set;
    }
}
