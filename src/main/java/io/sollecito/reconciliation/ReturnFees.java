package io.sollecito.reconciliation;

import io.sollecito.model.Telling;
import io.sollecito.reconciliation.Decision.NotOurs;
import io.sollecito.reconciliation.Decision.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a bank takes for a return in an entry of its own belongs to the return: by a reference, or as the day's only one. */
final class ReturnFees {

    private ReturnFees() {}

    /** Tells the fees among the decisions for which of the returns they were taken. */
    static void link(List<Incoming> payments, Decision[] decisions) {
        int[] returns = IntStream.range(0, decisions.length)
                .filter(i -> decisions[i] instanceof Returned)
                .toArray();
        for (int i = 0; i < decisions.length && returns.length > 0; i++) {
            if (decisions[i] instanceof NotOurs fee && NotOursRules.RETURN_FEE.equals(fee.rule())) {
                decisions[i] = linked(fee, payments.get(i), payments, returns);
            }
        }
    }

    private static NotOurs linked(NotOurs fee, Incoming payment, List<Incoming> payments, int[] returns) {
        List<Integer> named = new ArrayList<>();
        List<Integer> sameDay = new ArrayList<>();
        for (int index : returns) {
            Incoming returned = payments.get(index);
            if (returned.account().equals(payment.account())
                    && returned.bookingDate().equals(payment.bookingDate())) {
                sameDay.add(index);
            }
            if (isSame(payment.endToEndId(), returned.endToEndId())
                    || isSame(payment.bankReference(), returned.bankReference())) {
                named.add(index);
            }
        }
        List<Integer> found = named.isEmpty() ? sameDay : named;
        if (found.size() != 1) {
            return fee;
        }
        List<String> evidence = new ArrayList<>(fee.evidence());
        evidence.add(
                named.isEmpty() ? "the only return of that day and account" : "the return is found by its reference");
        return new NotOurs(List.copyOf(evidence), fee.rule(), ThisTime.key(found.get(0)));
    }

    private static boolean isSame(String reference, String other) {
        return Telling.reference(reference) != null && reference.equals(other);
    }
}
