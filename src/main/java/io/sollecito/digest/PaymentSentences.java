package io.sollecito.digest;

import static io.sollecito.digest.StorySentences.because;
import static io.sollecito.digest.StorySentences.line;
import static io.sollecito.digest.StorySentences.minute;
import static io.sollecito.digest.StorySentences.money;

import io.sollecito.ledger.stories.PaymentFacts.About;
import io.sollecito.ledger.stories.PaymentFacts.Allocated;
import io.sollecito.ledger.stories.PaymentFacts.Booked;
import io.sollecito.ledger.stories.PaymentFacts.Candidate;
import io.sollecito.ledger.stories.PaymentFacts.Learned;
import io.sollecito.ledger.stories.PaymentFacts.WrittenBack;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.time.ZoneId;

/** One plain sentence for each fact about payments. */
final class PaymentSentences {

    private final ZoneId zone;

    /** @param zone in which days begin */
    PaymentSentences(ZoneId zone) {
        this.zone = zone;
    }

    StoryLine allocated(Allocated f) {
        String payment = f.payment() == null
                ? "without a payment"
                : (f.refund() ? "by" : "from") + " payment " + f.payment() + " of " + f.booked()
                        + (f.payer() == null ? "" : (f.refund() ? " to " : " by ") + f.payer());
        if (f.amount().signum() < 0) {
            if (f.refund()) {
                return line(
                        f.at(),
                        money(f.amount().negate(), f.currency()) + " of the credit " + f.number() + " refunded "
                                + payment + " (" + f.by() + "): " + Words.evidence(f.evidence()) + ".");
            }
            String state = f.state().equals("pending") ? "; the ERP still shows the credit open" : "";
            return line(
                    f.at(),
                    money(f.amount().negate(), f.currency()) + " of the credit " + f.number()
                            + " netted with what came " + payment + " (" + f.by() + ")" + state + ".");
        }
        String why = f.payment() == null ? "" : ": " + Words.evidence(f.evidence());
        return line(
                f.at(),
                money(f.amount(), f.currency()) + " allocated to " + f.number() + " as " + f.purpose() + " " + payment
                        + " (" + f.by() + ")" + why + ".");
    }

    /** What became of an allocation later; null while it is as it was made. */
    StoryLine allocatedLater(Allocated f) {
        if (f.state().equals("pending")) {
            return null;
        }
        String what = switch (f.state()) {
            case "confirmed" -> "The ERP accounts for it: the allocation of ";
            case "reversed" -> "Undone: the allocation of ";
            case "reversal-pending" -> "The bank returned the money: the allocation of ";
            default -> "The ERP accounts for the return: the allocation of ";
        };
        return line(
                f.stateAt(),
                what + money(f.amount(), f.currency()) + " to " + f.number() + " is " + f.state()
                        + because(f.explanation()) + ".");
    }

    StoryLine writtenBack(WrittenBack f) {
        String sent = f.sentAt() == null ? ", which waits to be sent." : ", sent at " + minute(f.sentAt(), zone) + ".";
        return line(
                f.madeAt(),
                "Written back to the ERP: the " + f.kind() + " of " + money(f.amount(), f.currency()) + " to "
                        + f.number() + " is in batch " + f.batch() + ", file " + f.file() + sent);
    }

    StoryLine candidate(Candidate f) {
        return line(
                f.at(),
                "Payment " + f.payment() + " could be for " + f.number() + ", candidate " + f.candidate() + " with "
                        + money(f.amount(), f.currency()) + " and score "
                        + f.score().stripTrailingZeros().toPlainString() + ": " + Words.evidence(f.evidence()) + ".");
    }

    StoryLine booked(Booked f) {
        return line(
                f.at(),
                "Statement " + f.file() + " shows " + money(f.amount(), f.currency()) + " of " + f.day()
                        + (f.payer() == null ? "" : (f.amount().signum() < 0 ? " to " : " from ") + f.payer())
                        + (f.remittance() == null || f.remittance().isBlank()
                                ? ""
                                : ", \u201c" + f.remittance().strip() + "\u201d")
                        + more(f) + ".");
    }

    StoryLine assigned(Booked f) {
        String rest = money(f.unallocated(), f.currency());
        String what = f.unallocated().signum() == 0
                ? f.decision()
                : f.decision().equals("allocated")
                        ? "allocated but for " + rest + ", which is left over"
                        : f.decision() + ", " + rest + " not allocated";
        return line(f.decidedAt(), "Decided by " + f.by() + ": " + what + "; " + Words.evidence(f.evidence()) + ".");
    }

    private static String more(Booked f) {
        String original =
                f.more().original() == null || !Amounts.isCurrency(f.more().originalCurrency())
                        ? null
                        : "instructed as " + money(f.more().original(), f.more().originalCurrency());
        return because(original)
                + because(
                        f.more().charges() == null
                                ? null
                                : "charges " + money(f.more().charges(), f.currency()))
                + because(f.more().code() == null ? null : "code " + f.more().code());
    }

    /** What a return or a fee is about; null for any other payment. */
    StoryLine about(Booked f) {
        if (f.about() == null) {
            return null;
        }
        String fee = f.fee() == null ? "" : "; " + money(f.fee(), f.currency()) + " of it are the bank's fee";
        return line(
                f.decidedAt(),
                f.decision().equals("returned")
                        ? "It gives back payment " + f.about() + fee + "."
                        : "It is the bank's fee for the return that is payment " + f.about() + ".");
    }

    /** What became of a payment through another one. */
    StoryLine linked(About f) {
        BigDecimal amount = f.amount().abs();
        return line(
                f.at(),
                f.decision().equals("returned")
                        ? "Given back by payment " + f.id() + " of " + f.day() + ": " + money(amount, f.currency())
                                + "."
                        : "The bank took a fee of " + money(amount, f.currency()) + " for it (payment " + f.id()
                                + ").");
    }

    StoryLine learned(Learned f) {
        String shared = f.sharedSince() == null
                ? ""
                : "; since " + f.sharedSince() + " it tells nothing any more, because others pay from it too";
        return line(
                f.last().atStartOfDay(zone).toInstant(),
                "Account " + f.iban() + " pays for this debtor, as " + Words.plural(f.times(), "payment", "payments")
                        + " taught, first on " + f.first() + ", last on "
                        + f.last() + shared + ".");
    }
}
