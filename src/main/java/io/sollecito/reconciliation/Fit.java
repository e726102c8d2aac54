package io.sollecito.reconciliation;

import io.sollecito.model.Discount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways in which an amount settles positions exactly: as they stand, or less discounts and withheld tax. */
record Fit(List<Allocation> allocations, String evidence) {

    private static final int MOST_REDUCTIONS = 12;
    private static final BigDecimal ROUNDING = new BigDecimal("0.05");

    private record Reduction(Position position, BigDecimal amount, Purpose purpose) {}

    /** The one way in which the amount settles all the positions; empty when there is none or more than one. */
    static Optional<Fit> exact(List<Position> positions, BigDecimal amount, LocalDate paidOn) {
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal gap = Document.sum(positions).subtract(amount);
        if (gap.signum() == 0) {
            return Optional.of(new Fit(
                    whole(positions), positions.size() == 1 ? "the amount is what is open" : "the amounts add up"));
        }
        return gap.signum() < 0 ? Optional.empty() : reduced(positions, gap, paidOn);
    }

    /** What is missing is at most a bank's fee: it is written off, from the last debit that is larger. */
    static Optional<Fit> lessFee(List<Position> positions, BigDecimal amount, BigDecimal most) {
        BigDecimal missing = Document.sum(positions).subtract(amount);
        if (missing.signum() <= 0 || missing.compareTo(most) > 0) {
            return Optional.empty();
        }
        Position bears = null;
        for (Position position : positions) {
            bears = position.left().compareTo(missing) > 0 ? position : bears;
        }
        if (bears == null) {
            return Optional.empty();
        }
        Reduction fee = new Reduction(bears, missing, Purpose.WRITE_OFF);
        return Optional.of(new Fit(
                lessReductions(positions, List.of(fee)),
                "only " + missing.toPlainString() + " are missing, which is within the tolerance for bank fees"));
    }

    /** The discounts that may be taken, as people round them: the last one bears the difference. */
    static Optional<Fit> roundedDiscount(List<Position> positions, BigDecimal amount, LocalDate paidOn) {
        BigDecimal taken = Document.sum(positions).subtract(amount);
        List<Reduction> discounts = new ArrayList<>();
        for (Position position : positions) {
            Discount discount = position.item().discount();
            if (discount != null && !paidOn.isAfter(discount.until()) && isReduction(discount.amount(), position)) {
                discounts.add(new Reduction(position, discount.amount(), Purpose.DISCOUNT));
            }
        }
        BigDecimal difference = taken.subtract(sum(discounts));
        if (discounts.isEmpty() || difference.abs().compareTo(ROUNDING) > 0) {
            return Optional.empty();
        }
        Reduction last = discounts.remove(discounts.size() - 1);
        discounts.add(new Reduction(last.position(), last.amount().add(difference), last.purpose()));
        return Optional.of(new Fit(lessReductions(positions, discounts), sentence(discounts)));
    }

    /** Whether nothing is settled but by paying it. */
    boolean isPlain() {
        return allocations.stream().allMatch(allocation -> allocation.purpose().isPaid());
    }

    /** All that is open of the positions. */
    static List<Allocation> whole(List<Position> positions) {
        return positions.stream()
                .map(position -> new Allocation(position.item(), position.left(), Purpose.PRINCIPAL))
                .toList();
    }

    /** From the first position on, until the amount is used up; credits are left alone. */
    static List<Allocation> inOrder(List<Position> positions, BigDecimal amount) {
        List<Allocation> allocations = new ArrayList<>();
        BigDecimal rest = amount;
        for (Position position : positions) {
            if (position.isDebit() && rest.signum() > 0) {
                BigDecimal part = position.left().min(rest);
                allocations.add(new Allocation(position.item(), part, Purpose.PRINCIPAL));
                rest = rest.subtract(part);
            }
        }
        return allocations;
    }

    private static Optional<Fit> reduced(List<Position> positions, BigDecimal gap, LocalDate paidOn) {
        List<Reduction> possible = new ArrayList<>();
        for (Position position : positions) {
            Payable item = position.item();
            Discount discount = item.discount();
            if (discount != null && !paidOn.isAfter(discount.until()) && isReduction(discount.amount(), position)) {
                possible.add(new Reduction(position, discount.amount(), Purpose.DISCOUNT));
            }
            if (isReduction(item.withheld(), position)) {
                possible.add(new Reduction(position, item.withheld(), Purpose.WITHHOLDING));
            }
        }
        if (sum(possible).compareTo(gap) == 0) {
            return Optional.of(new Fit(lessReductions(positions, possible), sentence(possible)));
        }
        if (possible.isEmpty() || possible.size() > MOST_REDUCTIONS) {
            return Optional.empty();
        }
        List<Reduction> only = null;
        for (int choice = 1; choice < 1 << possible.size(); choice++) {
            List<Reduction> chosen = chosen(possible, choice);
            if (sum(chosen).compareTo(gap) == 0) {
                if (only != null) {
                    return Optional.empty();
                }
                only = chosen;
            }
        }
        return Optional.ofNullable(only).map(chosen -> new Fit(lessReductions(positions, chosen), sentence(chosen)));
    }

    private static BigDecimal sum(List<Reduction> reductions) {
        return reductions.stream().map(Reduction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isReduction(BigDecimal amount, Position position) {
        return amount != null && amount.signum() > 0 && amount.compareTo(position.left()) < 0;
    }

    private static List<Reduction> chosen(List<Reduction> possible, int choice) {
        List<Reduction> chosen = new ArrayList<>();
        for (int i = 0; i < possible.size(); i++) {
            if ((choice & 1 << i) != 0) {
                chosen.add(possible.get(i));
            }
        }
        return chosen;
    }

    private static List<Allocation> lessReductions(List<Position> positions, List<Reduction> chosen) {
        List<Allocation> allocations = new ArrayList<>();
        for (Position position : positions) {
            BigDecimal paid = position.left();
            for (Reduction reduction : chosen) {
                if (reduction.position() == position) {
                    paid = paid.subtract(reduction.amount());
                    allocations.add(new Allocation(position.item(), reduction.amount(), reduction.purpose()));
                }
            }
            if (paid.signum() != 0) {
                allocations.add(new Allocation(position.item(), paid, Purpose.PRINCIPAL));
            }
        }
        return allocations;
    }

    private static String sentence(List<Reduction> chosen) {
        StringBuilder text = new StringBuilder("the amount is what is open");
        for (Reduction reduction : chosen) {
            Payable item = reduction.position().item();
            text.append(" less ")
                    .append(reduction.amount().toPlainString())
                    .append(
                            reduction.purpose() == Purpose.DISCOUNT
                                    ? " discount until " + item.discount().until()
                                    : " withheld")
                    .append(" of ")
                    .append(item.number());
        }
        return text.toString();
    }
}
