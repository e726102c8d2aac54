package io.sollecito.delivery.print;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.delivery.LetterId;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.PrintSilence;
import io.sollecito.ledger.outbox.PrintSilence.Doubt;
import io.sollecito.ledger.outbox.PrintSilence.Owed;
import io.sollecito.model.Creditor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Alarms when a print house is silent for longer than was agreed: on working days only, and once for each thing. */
public final class PrintWatch {

    private final PrintSilence silence;
    private final Alarms alarms;
    private final Map<String, PrintProfile> profiles;

    /** @param profiles by creditor; one without a profile posts no letters */
    public PrintWatch(PrintSilence silence, Alarms alarms, Map<String, PrintProfile> profiles) {
        this.silence = silence;
        this.alarms = alarms;
        this.profiles = Map.copyOf(profiles);
    }

    /** Looks at all that is owed; returns how many alarms are new. */
    public int run(Creditor creditor, Instant now) {
        PrintProfile profile = profiles.get(creditor.code());
        LocalDate today = LocalDate.ofInstant(now, creditor.zone());
        BusinessDays days = BusinessDays.of(creditor.country());
        return profile == null || !days.isOpen(today) ? 0 : new Look(creditor, profile, days, today, now).all();
    }

    private final class Look {

        private final Creditor creditor;
        private final PrintProfile.Answers agreed;
        private final BusinessDays days;
        private final LocalDate today;
        private final Instant now;
        private int raised;

        private Look(Creditor creditor, PrintProfile profile, BusinessDays days, LocalDate today, Instant now) {
            this.creditor = creditor;
            this.agreed = profile.answers();
            this.days = days;
            this.today = today;
            this.now = now;
        }

        private int all() {
            for (Owed batch : silence.unacknowledged(creditor.code())) {
                if (batch.since().plus(agreed.acknowledgement()).isBefore(now)) {
                    raise(
                            "acknowledgement-missing",
                            "batch:" + batch.batchId(),
                            "batch " + batch.batchId() + " has not been acknowledged by the print house");
                }
            }
            silence.unposted(creditor.code(), now).stream()
                    .filter(letter -> isLate(letter.since(), agreed.posting()))
                    .forEach(letter -> letter("letter-stuck", letter, "was not handed over to the post"));
            silence.undelivered(creditor.code(), now).stream()
                    .filter(letter -> Product.valueOf(letter.product()).isFollowed())
                    .filter(letter -> isLate(letter.since(), agreed.delivery()))
                    .forEach(letter -> letter("letter-overdue", letter, "was neither delivered nor returned"));
            silence.unansweredRecalls(creditor.code()).stream()
                    .filter(letter -> isLate(letter.since(), 1))
                    .forEach(letter ->
                            letter("recall-unanswered", letter, "was recalled without an answer: it counts as sent"));
            silence.evidence(creditor.code()).forEach(this::evidence);
            return raised;
        }

        private void evidence(Doubt doubt) {
            String letter = LetterId.of(creditor.code(), doubt.dispatchId());
            if (doubt.arrived()) {
                raise(
                        "evidence-differs",
                        "dispatch:" + doubt.dispatchId(),
                        "the evidence of letter " + letter + " is not the file that was announced");
            } else if (isLate(doubt.since(), agreed.posting())) {
                raise(
                        "evidence-missing",
                        "dispatch:" + doubt.dispatchId(),
                        "the evidence of letter " + letter + " was announced and did not come");
            }
        }

        private void letter(String kind, Owed letter, String what) {
            raise(
                    kind,
                    "dispatch:" + letter.dispatchId(),
                    "letter " + LetterId.of(creditor.code(), letter.dispatchId()) + " of batch " + letter.batchId()
                            + " " + what);
        }

        /** Whether more than that many working days have passed. */
        private boolean isLate(Instant since, int workingDays) {
            return days.between(LocalDate.ofInstant(since, creditor.zone()), today) > workingDays;
        }

        private void raise(String kind, String subject, String message) {
            if (alarms.raise(creditor.code(), kind, subject, message)) {
                raised++;
            }
        }
    }
}
