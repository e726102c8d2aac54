package io.sollecito.reconciliation;

import io.sollecito.model.MatchingRules;
import io.sollecito.reconciliation.Assignment.Weighing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a payment could be for by who paid and how much, when it names nothing that is open. */
final class PayersAssignments {

    private static final double NOT_SURE = 0.9;
    private static final double OLDEST_FIRST = 0.4;
    private static final double WORTH_A_GUESS = 0.6;
    private static final double FEE_OF_UNNAMED = 0.5;

    private final Incoming payment;
    private final Payer payer;
    private final Naming naming;
    private final Book book;
    private final MatchingRules rules;
    private final List<Assignment> found = new ArrayList<>();

    PayersAssignments(Incoming payment, Payer payer, Naming naming, Book book, MatchingRules rules) {
        this.payment = payment;
        this.payer = payer;
        this.naming = naming;
        this.book = book;
        this.rules = rules;
    }

    List<Assignment> find() {
        payer.likely().forEach(this::of);
        return found;
    }

    private void of(Payer.Likely likely) {
        List<Position> positions = book.openOf(likely.family(), payment.currency());
        List<Position> open = positions.stream()
                .filter(position -> !position.item().closedByErp())
                .sorted(Comparator.comparing(
                        position -> position.item().dueDate(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        int before = found.size();
        singles(likely, positions, open);
        balance(likely, positions, open);
        if (found.size() == before) {
            nearly(likely, positions, open);
            subset(likely, positions, open);
        }
        if (found.size() == before && likely == payer.likely().get(0) && likely.strength() >= WORTH_A_GUESS) {
            Weighing weighing = new Weighing()
                    .say("the oldest items first")
                    .speaks(likely.sentence(), likely.strength())
                    .atMost(null, OLDEST_FIRST);
            found.add(weighing.of(Fit.inOrder(open, payment.amount())));
        }
    }

    private void singles(Payer.Likely likely, List<Position> positions, List<Position> open) {
        List<Position> alike = new ArrayList<>();
        for (Position position : positions) {
            Optional<Fit> fit = Fit.exact(List.of(position), payment.amount(), paidOn());
            if (fit.isPresent()) {
                alike.add(position);
            }
        }
        alike.sort(Comparator.comparing(
                position -> position.item().dueDate(), Comparator.nullsLast(Comparator.naturalOrder())));
        boolean oldestFirst = rules.sameAmount() == MatchingRules.SameAmount.OLDEST;
        int rank = 0;
        for (Position position : alike) {
            Fit fit = Fit.exact(List.of(position), payment.amount(), paidOn()).orElseThrow();
            Weighing weighing = weighing(likely, positions, position);
            if (position.item().closedByErp()) {
                weighing.speaks("the ERP has booked just this amount already", Strength.BOOKED_BY_ERP);
            } else if (alike.size() > 1) {
                weighing.say("several items have this amount");
            } else {
                weighing.say("only " + position.item().number() + " has this amount");
            }
            weighing.speaks(fit.evidence(), Strength.ofOne(fit, payment.amount()));
            Months.Fit month = Months.fit(naming.months(), position.item());
            if (month == Months.Fit.YES) {
                weighing.speaks("the text names its month", Strength.NAMED_MONTH);
            } else if (month == Months.Fit.NO) {
                weighing.atMost("the text names another month", NOT_SURE);
            }
            if (alike.size() > 1 && oldestFirst && rank == 0) {
                weighing.speaks("of equal amounts the one that is due first is paid", Strength.BOOKED_BY_ERP);
            } else if (rank > 0) {
                weighing.speaksAgainst(null, 1 + rank * 0.02);
            }
            rank++;
            found.add(weighing.of(fit.allocations()));
        }
    }

    private void balance(Payer.Likely likely, List<Position> positions, List<Position> open) {
        if (open.size() > 1 && Document.sum(open).compareTo(payment.amount()) == 0) {
            found.add(weighing(likely, positions, null)
                    .speaks("the amount is the debtor's whole balance", Strength.WHOLE_BALANCE)
                    .of(Fit.whole(open)));
        }
    }

    private void nearly(Payer.Likely likely, List<Position> positions, List<Position> open) {
        for (Position position : open) {
            Fit.lessFee(List.of(position), payment.amount(), rules.missing(payment.currency(), payment.charges()))
                    .ifPresent(fit -> found.add(weighing(likely, positions, null)
                            .speaks(fit.evidence(), FEE_OF_UNNAMED)
                            .of(fit.allocations())));
        }
    }

    private void subset(Payer.Likely likely, List<Position> positions, List<Position> open) {
        Subset.only(open, payment.amount(), 0)
                .filter(subset -> subset.chosen().size() > 1)
                .ifPresent(subset -> found.add(weighing(likely, positions, null)
                        .speaks(
                                "exactly one choice of " + subset.chosen().size() + " of the " + open.size()
                                        + " open items adds up",
                                subset.strength())
                        .of(Fit.whole(subset.chosen()))));
    }

    /** Who paid, and what speaks against that this is for something that the text does not name. */
    private Weighing weighing(Payer.Likely likely, List<Position> positions, Position single) {
        Weighing weighing = new Weighing().speaks(likely.sentence(), likely.strength());
        naming.invalid().forEach(sentence -> weighing.atMost(sentence, NOT_SURE));
        if (naming.toldElsewhere()) {
            weighing.atMost("what is paid is told apart: it waits for the remittance advice", NOT_SURE);
        }
        naming.paid().forEach(sentence -> weighing.atMost(sentence, NOT_SURE));
        boolean slip = single != null
                && isOneSlipAway(single)
                && !namesWhatIsSettled(likely.family())
                && Document.debtors(naming.documents()).stream().noneMatch(likely.family()::contains);
        if (slip) {
            return weighing.speaks(
                    "a number one slip away from " + single.item().number(), NamedBy.SLIP.strength());
        }
        if (!naming.documents().isEmpty()) {
            weighing.atMost("the text names another document than these", NOT_SURE);
        }
        boolean another =
                naming.namesAnotherLike(positions) || naming.tellsAnother(single == null ? positions : List.of(single));
        return another ? weighing.atMost("the text names another document than the open ones", NOT_SURE) : weighing;
    }

    private boolean namesWhatIsSettled(Set<DebtorKey> family) {
        Set<String> settled = book.settledNumbers(family);
        return !naming.paid().isEmpty()
                || naming.others().stream()
                        .anyMatch(mention -> mention.keys().stream().anyMatch(settled::contains));
    }

    private boolean isOneSlipAway(Position position) {
        if (naming.isOneSlipAwayInShort(position)) {
            return true;
        }
        for (String number :
                List.of(position.item().documentNo(), position.item().number())) {
            for (String key : Numbers.keys(number)) {
                for (Mention mention : naming.others()) {
                    if (mention.keys().stream().anyMatch(other -> Numbers.isOneSlipAway(other, key))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private LocalDate paidOn() {
        return payment.bookingDate().minusDays(rules.discountGraceDays());
    }
}
