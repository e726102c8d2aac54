package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the decider only about payments of which nothing is known. A collective amount is never matched (law 9), but it may be
 * known to be no debtor's.
 */
final class ToldBefore implements PaymentDecider {

    private record Waiting(long entry, int seq, String awaits) {}

    private static final String NOT_OURS = "notOurs";

    private final PaymentDecider decider;
    private final Map<Object, Told> byEntry = new IdentityHashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Long> aside = new ArrayList<>();

    ToldBefore(PaymentDecider decider) {
        this.decider = decider;
    }

    void add(long entryId, StatementRows.Fresh fresh) {
        if (fresh.told() != null) {
            byEntry.put(fresh.entry(), fresh.told());
            if (fresh.told().isAside()) {
                aside.add(entryId);
            }
        }
        int seq = 0;
        for (Statement.Payment payment : fresh.entry().payments()) {
            seq++;
            Told told = fresh.told() != null ? fresh.told() : collective(payment);
            if (told != null && told.awaits() != null) {
                waiting.add(new Waiting(entryId, seq, told.awaits()));
            }
        }
    }

    @Override
    public List<Decided> decide(List<NewPayment> payments, MatchFacts facts) {
        List<Integer> open = new ArrayList<>();
        Decided[] decided = new Decided[payments.size()];
        for (int i = 0; i < decided.length; i++) {
            Told told = byEntry.get(payments.get(i).entry());
            if (told == null) {
                open.add(i);
            } else {
                decided[i] = decided(told, payments.get(i).payment());
            }
        }
        if (open.isEmpty()) {
            return List.of(decided);
        }
        List<Decided> answers = decider.decide(open.stream().map(payments::get).toList(), facts);
        for (int i = 0; i < answers.size(); i++) {
            Statement.Payment payment = payments.get(open.get(i)).payment();
            Told collective = collective(payment);
            decided[open.get(i)] =
                    collective == null || answers.get(i).decision().equals(NOT_OURS)
                            ? placed(answers.get(i), open)
                            : decided(collective, payment);
        }
        return List.of(decided);
    }

    /** A return, or a fee for one, names a payment of the same statement by its index among those that the decider was asked about. */
    private static Decided placed(Decided answer, List<Integer> open) {
        Long about = answer.about();
        return about == null || about >= 0
                ? answer
                : new Decided(
                        answer.decision(),
                        answer.unallocated(),
                        answer.evidence(),
                        answer.parts(),
                        answer.candidates(),
                        -1L - open.get((int) (-1 - about)),
                        answer.returnFee());
    }

    private static Decided decided(Told told, Statement.Payment payment) {
        return new Decided(
                told.decision(), payment.amount(), List.of(told.evidence()), List.of(), List.of(), null, null);
    }

    private static Told collective(Statement.Payment payment) {
        Integer payments = payment.particulars().collective();
        return payments == null || payment.amount().signum() < 0 ? null : Told.collective(payments);
    }

    /** No run matches them again, and what counts elsewhere is no payment that a return gives back. */
    void mark(Database database) {
        if (!aside.isEmpty()) {
            database.sql()
                    .sql("update payment set aside = true where entry_id = any(?)")
                    .param(AnyOf.numbers(aside))
                    .update();
        }
        if (!waiting.isEmpty()) {
            database.jdbc()
                    .batchUpdate(
                            "update payment set awaits = ? where entry_id = ? and seq = ? and decision <> '" + NOT_OURS
                                    + "'",
                            waiting.stream()
                                    .map(each -> new Object[] {each.awaits(), each.entry(), each.seq()})
                                    .toList());
        }
    }
}
