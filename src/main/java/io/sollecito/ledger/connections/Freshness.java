package io.sollecito.ledger.connections;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.connections.Connections.Connection;
import io.sollecito.ledger.connections.Connections.Health;
import io.sollecito.model.Creditor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether a creditor's facts are fresh enough to remind anybody on them (law 8). */
public final class Freshness {

    private final Connections connections;

    public Freshness(Connections connections) {
        this.connections = connections;
    }

    /**
     * Why a creditor's facts are not fresh on that day: one sentence per late connection; empty when all are fresh. A
     * creditor without any ERP connection is never fresh.
     */
    public List<String> stale(Creditor creditor, LocalDate today) {
        BusinessDays bankDays = BusinessDays.of(creditor.country());
        List<String> reasons = new ArrayList<>();
        boolean erp = false;
        for (Health health : connections.health()) {
            Connection connection = health.connection();
            if (!connection.creditor().equals(creditor.code())
                    || connection.kind().equals("channel")) {
                continue;
            }
            erp |= connection.kind().equals("erp");
            if (connection.expects().equals("none")) {
                continue;
            }
            if (health.factsAsOf() == null) {
                reasons.add(connection.name() + " has never delivered");
                continue;
            }
            LocalDate asOf = LocalDate.ofInstant(health.factsAsOf(), creditor.zone());
            int age = bankDays.between(asOf, today);
            if (age > connection.limitDays()) {
                reasons.add(connection.name() + " delivered last as of " + asOf + ", " + age
                        + " bank days ago; the limit is " + connection.limitDays());
            }
        }
        if (!erp) {
            reasons.add("no ERP connection is known");
        }
        return reasons;
    }

    /**
     * The connections whose delivery of that day has not arrived yet: a run waits for them until its deadline. An ERP owes
     * the day's export, a bank the statement of the bank day before.
     */
    public List<String> awaited(Creditor creditor, LocalDate today) {
        BusinessDays bankDays = BusinessDays.of(creditor.country());
        if (!bankDays.isOpen(today)) {
            return List.of();
        }
        List<String> awaited = new ArrayList<>();
        for (Health health : connections.health()) {
            Connection connection = health.connection();
            if (!connection.creditor().equals(creditor.code())
                    || !connection.expects().equals("daily")) {
                continue;
            }
            LocalDate owed = connection.kind().equals("bank") ? bankDays.plus(today, -1) : today;
            boolean arrived = health.factsAsOf() != null
                    && !LocalDate.ofInstant(health.factsAsOf(), creditor.zone()).isBefore(owed);
            if (!arrived) {
                awaited.add(connection.name());
            }
        }
        return awaited;
    }

    /**
     * The day up to which the money that arrived may not be known in full: all of the days before it is. Banks tell it;
     * without any that delivers, the ERPs do.
     */
    public LocalDate moneyKnownBefore(Creditor creditor, LocalDate today) {
        List<Health> telling = telling(creditor, "bank");
        BusinessDays bankDays = BusinessDays.of(creditor.country());
        return (telling.isEmpty() ? telling(creditor, "erp") : telling)
                .stream()
                        .map(health -> wholeDays(health, creditor))
                        .min(Comparator.naturalOrder())
                        .map(bankDays::onOrAfter)
                        .filter(day -> day.isBefore(today))
                        .orElse(today);
    }

    private List<Health> telling(Creditor creditor, String kind) {
        return connections.health().stream()
                .filter(health -> health.connection().creditor().equals(creditor.code()))
                .filter(health -> health.connection().kind().equals(kind)
                        && !health.connection().expects().equals("none"))
                .toList();
    }

    /** The first day that had not ended when the facts were as they are; a statement's day ends with its last second. */
    private static LocalDate wholeDays(Health health, Creditor creditor) {
        return health.factsAsOf() == null
                ? LocalDate.EPOCH
                : LocalDate.ofInstant(health.factsAsOf().plusSeconds(1), creditor.zone());
    }
}
