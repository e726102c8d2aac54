package io.sollecito.bank.camt;

import io.sollecito.model.Amounts;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Divides an entry into its payments. Where the bank says how, the payments add up to the entry: what the details leave
 * over is a payment of its own. Where several details carry no amount in the entry's currency, theirs is null or of the
 * currency that the bank gives.
 *
 * @param transactions how many the bank says there are (NbOfTxs), 0 when it does not say
 * @param information AddtlNtryInf, the text when the details have none
 * @param transactionCode the entry's, where the details have none of their own; or null
 * @param charges of the entry as a whole, or null
 */
record EntryPayments(
        BigDecimal amount,
        String currency,
        boolean reversal,
        int transactions,
        String ownAccount,
        String information,
        String transactionCode,
        CamtValues.Amount charges) {

    List<Payment> of(List<Details> details) {
        if (details.isEmpty()) {
            return List.of(rest(amount, transactions));
        }
        List<BigDecimal> amounts = new ArrayList<>();
        details.forEach(part -> amounts.add(signed(part)));
        if (isOfTheReversed(amounts)) {
            amounts.replaceAll(BigDecimal::negate);
        }
        boolean moreThanGiven = transactions > details.size();
        if (details.size() == 1 && !moreThanGiven && !isPart(amounts.get(0))) {
            return List.of(payment(details.get(0), amount, currency));
        }
        if (details.size() == 1 && amounts.get(0) == null) {
            // one of many, and its amount is not told: its references must not stand for the whole
            return List.of(rest(amount, transactions));
        }
        int unknown = (int) amounts.stream().filter(a -> a == null).count();
        BigDecimal left =
                amount.subtract(amounts.stream().filter(a -> a != null).reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < details.size(); i++) {
            Details part = details.get(i);
            BigDecimal known = amounts.get(i);
            if (known == null && unknown == 1 && !moreThanGiven && left.signum() == amount.signum()) {
                payments.add(payment(part, left, currency));
                left = BigDecimal.ZERO;
            } else if (known == null) {
                payments.add(undivided(part));
            } else {
                payments.add(payment(part, known, currency));
            }
        }
        boolean divided = payments.stream().allMatch(p -> p.amount() != null && currency.equals(p.currency()));
        if (divided && left.signum() != 0) {
            payments.add(rest(left, transactions - details.size()));
        }
        return payments;
    }

    /** Some banks sign the details of a reversal as the payments that it takes back. */
    private boolean isOfTheReversed(List<BigDecimal> amounts) {
        return reversal
                && amounts.stream().noneMatch(Objects::isNull)
                && amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(amount.negate()) == 0;
    }

    /** Whether a single detail leaves over something of the entry, which is not its payment then. */
    private boolean isPart(BigDecimal single) {
        return single != null
                && single.signum() == amount.signum()
                && single.abs().compareTo(amount.abs()) < 0;
    }

    /** The detail's amount in the entry's currency, signed; null when the bank does not say it. */
    private BigDecimal signed(Details part) {
        CamtValues.Amount own =
                inCurrency(part.booked()) ? part.booked() : inCurrency(part.amount()) ? part.amount() : null;
        return own == null ? null : signed(part, own.value());
    }

    private boolean inCurrency(CamtValues.Amount candidate) {
        return candidate != null && candidate.currency().equals(currency);
    }

    private BigDecimal signed(Details part, BigDecimal value) {
        boolean credit = part.credit() == null ? amount.signum() >= 0 : part.credit();
        return credit ? value : value.negate();
    }

    private Payment undivided(Details part) {
        CamtValues.Amount foreign = part.amount();
        return foreign == null
                ? payment(part, null, currency)
                : payment(part, signed(part, foreign.value()), foreign.currency());
    }

    private Payment payment(Details part, BigDecimal value, String valueCurrency) {
        String remittance = part.remittance() != null
                ? part.remittance()
                : part.additional() != null ? part.additional() : information;
        return new Payment(
                value,
                valueCurrency,
                part.endToEndId(),
                part.creditorReference(),
                remittance,
                counterparty(part, value),
                part.returnReason(),
                particulars(part, value, valueCurrency));
    }

    /** What the payment was before exchange and charges, where that is something else. */
    private Particulars particulars(Details part, BigDecimal value, String valueCurrency) {
        CamtValues.Amount kept = part.charges() != null || transactions > 1 ? part.charges() : charges;
        CamtValues.Amount first = part.original();
        boolean other = first != null
                && !(first.currency().equals(valueCurrency)
                        && Amounts.same(first.value(), value == null ? null : value.abs()));
        return new Particulars(
                part.transactionCode() != null ? part.transactionCode() : transactionCode,
                kept != null && kept.currency().equals(valueCurrency) ? kept.value() : null,
                other ? first.value() : null,
                other ? first.currency() : null);
    }

    /** @param of so many payments, as far as the bank says */
    private Payment rest(BigDecimal value, int of) {
        return new Payment(
                value,
                currency,
                null,
                null,
                information,
                null,
                null,
                new Particulars(transactionCode, null, null, null, of > 1 ? of : null));
    }

    /** The other side. A returned payment keeps its first roles, so the debtor is the other side of its debit. */
    private Counterparty counterparty(Details part, BigDecimal value) {
        boolean credit = value == null ? amount.signum() >= 0 : value.signum() >= 0;
        boolean returned = reversal || part.returnReason() != null;
        boolean debtor = credit != returned;
        Counterparty first = debtor ? part.debtor() : part.creditor();
        Counterparty second = debtor ? part.creditor() : part.debtor();
        if (isOwn(first) || (first == null && returned)) {
            return isOwn(second) ? null : second;
        }
        return first;
    }

    private boolean isOwn(Counterparty party) {
        return party != null && party.iban() != null && party.iban().equals(ownAccount);
    }
}
