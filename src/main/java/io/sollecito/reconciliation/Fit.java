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
        if (possible.isEmpty() || possible.size() > MOST_REDUCTIONS) {
            return Optional.empty();
        }
        List<Reduction> only = null;
        for (int choice = 1; choice < 1 << possible.size(); choice++) {
            List<Reduction> chosen = chosen(possible, choice);
            BigDecimal sum = chosen.stream().map(Reduction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(gap) == 0) {
                if (only != null) {
                    return Optional.empty();
                }
                only = chosen;
            }
        }
        return Optional.ofNullable(only).map(chosen -> new Fit(lessReductions(positions, chosen), sentence(chosen)));
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
