package io.sollecito.ledger.payments;

import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.util.List;

/** Decides what payments are for, in the transaction that records them or changes the facts. */
public interface PaymentDecider {

    /** A payment that nobody decided yet, with its entry and the account that it was booked on. */
    record NewPayment(String account, Statement.Entry entry, Statement.Payment payment) {}

    /**
     * A part of a payment for an item.
     *
     * @param purpose principal, interest, costs, discount, write-off, withholding
     * @param confirmed whether the ERP has booked it already: it explains a decrease that nothing explained
     */
    record Part(long itemId, BigDecimal amount, String purpose, boolean confirmed) {}

    record Candidate(BigDecimal score, String evidence, List<Part> parts) {}

    /**
     * @param decision allocated, candidates, unmatched, notOurs, returned
     * @param parts of an allocated payment
     * @param candidates of a payment that a person decides, best first
     * @param about of a return: the id of the payment that it gives back; of a bank's fee for a return: that return; -1
     *     minus its index when that is one of these new payments, or null when it is not known
     * @param returnFee what the bank took for a return, or null
     */
    record Decided(
            String decision,
            BigDecimal unallocated,
            List<String> evidence,
            List<Part> parts,
            List<Candidate> candidates,
            Long about,
            BigDecimal returnFee) {}

    /** One decision per payment, in their order. */
    List<Decided> decide(List<NewPayment> payments, MatchFacts facts);
}
