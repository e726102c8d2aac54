package io.sollecito.reminders.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How debtors are assumed to pay. All shares are per cent.
 *
 * @param partialShare of the payments pay a part only
 * @param partialPays that part
 * @param disputeShare of the items are disputed when they are first reminded after due
 * @param disputeDays for so long
 */
public record Behaviour(
        String name,
        List<Payer> payers,
        List<Answer> answers,
        double partialShare,
        int partialPays,
        double disputeShare,
        int disputeDays) {

    public static final List<String> CLASSES = List.of("business", "consumer", "public", "unknown");

    /** Nobody pays anything: what a plan can come to at most. */
    public static final Behaviour NONE = new Behaviour("none", List.of(), List.of(), 0, 0, 0, 0);

    public Behaviour {
        payers = List.copyOf(payers);
        answers = List.copyOf(answers);
    }

    boolean nobodyPays() {
        return payers.isEmpty();
    }

    /**
     * @param debtorClass null: unknown
     * @param lot that falls to the debtor
     */
    Payer payer(String debtorClass, Draw lot) {
        String known = debtorClass == null ? "unknown" : debtorClass;
        double rest = lot.fraction() * 100;
        for (Payer payer : payers) {
            rest -= payer.shareOf(known);
            if (rest < 0) {
                return payer;
            }
        }
        return payers.get(payers.size() - 1);
    }

    /** What a reminder by these channels leads to: the strongest of them counts, and a step's own figure before a channel's. */
    Optional<Answer> answer(String step, List<String> channels) {
        return channels.stream()
                .flatMap(channel -> answers.stream()
                        .filter(answer -> answer.isOf(step, channel))
                        .max(Comparator.comparing(answer -> answer.step() == null ? 0 : 1))
                        .stream())
                .max(Comparator.comparingDouble(Answer::pays));
    }
}
