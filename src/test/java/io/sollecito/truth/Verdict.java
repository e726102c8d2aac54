package io.sollecito.truth;

import io.sollecito.model.OpenItem;
import io.sollecito.reconciliation.Allocation;
import io.sollecito.reconciliation.Decision;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a decision is worth, given the truth. */
enum Verdict {
    /** Allocated, or given back, exactly as it is. */
    RIGHT,
    /** Allocated or given back otherwise, or without a way to know. */
    WRONG,
    /** Put aside as no debtor's although it is one's. */
    HIDDEN,
    /** Left to a person, the truth being the first candidate. */
    FIRST,
    /** Left to a person, the truth being another candidate. */
    LISTED,
    /** Left to a person without the truth. */
    LEFT;

    private record Part(OpenItem item, String purpose) {}

    static Verdict of(Decision decision, Truth truth, Engine engine) {
        if (decision instanceof Decision.Allocated allocated
                && !allocated.allocations().isEmpty()) {
            return isTrue(allocated.allocations(), truth, engine) ? RIGHT : WRONG;
        }
        if (decision instanceof Decision.Returned returned
                && !returned.takenBack().isEmpty()) {
            return truth instanceof Truth.GivesBack given && givesBack(returned.takenBack(), given, engine)
                    ? RIGHT
                    : WRONG;
        }
        if (decision instanceof Decision.NotOurs) {
            return truth instanceof Truth.NotADebtors ? RIGHT : HIDDEN;
        }
        if (decision instanceof Decision.Candidates candidates) {
            for (int i = 0; i < candidates.candidates().size(); i++) {
                if (isTrue(candidates.candidates().get(i).allocations(), truth, engine)) {
                    return i == 0 ? FIRST : LISTED;
                }
            }
        }
        return LEFT;
    }

    private static boolean isTrue(List<Allocation> allocations, Truth truth, Engine engine) {
        if (!(truth instanceof Truth.Settles settles)) {
            return false;
        }
        Map<Part, BigDecimal> given = parts(allocations, engine);
        BigDecimal writtenOff = given.entrySet().stream()
                .filter(part -> part.getKey().purpose().equals("write-off"))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        given.keySet().removeIf(part -> part.purpose().equals("write-off"));
        boolean isWriteOffFine = writtenOff.signum() == 0 || writtenOff.compareTo(settles.keptByBanks()) == 0;
        return isWriteOffFine && given.equals(parts(settles.shares()));
    }

    private static boolean givesBack(List<Allocation> takenBack, Truth.GivesBack truth, Engine engine) {
        Map<Part, BigDecimal> given = parts(takenBack, engine);
        given.replaceAll((part, amount) -> amount.negate());
        return given.equals(parts(truth.shares()));
    }

    /** The withheld part is no question of matching: it is left out. */
    private static Map<Part, BigDecimal> parts(List<Allocation> allocations, Engine engine) {
        Map<Part, BigDecimal> parts = new HashMap<>();
        allocations.stream()
                .filter(allocation -> !allocation.purpose().word().equals("withholding"))
                .forEach(allocation ->
                        add(parts, engine.item(allocation), allocation.purpose().word(), allocation.amount()));
        return parts;
    }

    private static Map<Part, BigDecimal> parts(List<Share> shares) {
        Map<Part, BigDecimal> parts = new HashMap<>();
        shares.forEach(share -> add(parts, share.item(), share.purpose(), share.amount()));
        return parts;
    }

    private static void add(Map<Part, BigDecimal> parts, OpenItem item, String purpose, BigDecimal amount) {
        parts.merge(new Part(item, purpose), amount.setScale(2), BigDecimal::add);
    }
}
