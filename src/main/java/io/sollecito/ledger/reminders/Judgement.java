package io.sollecito.ledger.reminders;

import io.sollecito.model.AgreementState;
import io.sollecito.model.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of an agreement by the money that arrived. Pure.
 *
 * @param arrived of what was agreed on, in time
 * @param due how much should have arrived by then
 */
record Judgement(AgreementState state, BigDecimal arrived, BigDecimal due) {

    /** Money that arrived on a day. */
    record Arrival(LocalDate day, BigDecimal amount) {}

    /**
     * @param instalments in the order of their days
     * @param nothingOpen whether nothing is open any more of what it is about
     * @param knownBefore money of days before it is all known
     */
    static Judgement of(
            List<Instalment> instalments, List<Arrival> arrivals, boolean nothingOpen, LocalDate knownBefore) {
        LocalDate last = instalments.get(instalments.size() - 1).lastDay();
        BigDecimal all = arrived(arrivals, last);
        BigDecimal agreed = instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (nothingOpen) {
            return new Judgement(all.signum() > 0 ? AgreementState.KEPT : AgreementState.LAPSED, all, agreed);
        }
        BigDecimal due = BigDecimal.ZERO;
        for (Instalment instalment : instalments) {
            due = due.add(instalment.amount());
            BigDecimal inTime = arrived(arrivals, instalment.lastDay());
            if (instalment.lastDay().isBefore(knownBefore) && inTime.compareTo(due) < 0) {
                boolean partly = instalments.size() == 1 && inTime.signum() > 0;
                return new Judgement(partly ? AgreementState.PARTLY_KEPT : AgreementState.BROKEN, inTime, due);
            }
        }
        return new Judgement(last.isBefore(knownBefore) ? AgreementState.KEPT : AgreementState.RUNNING, all, agreed);
    }

    /** What is missing of what should have arrived. */
    BigDecimal missing() {
        return due.subtract(arrived).max(BigDecimal.ZERO);
    }

    private static BigDecimal arrived(List<Arrival> arrivals, LocalDate lastDay) {
        return arrivals.stream()
                .filter(arrival -> !arrival.day().isAfter(lastDay))
                .map(Arrival::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
