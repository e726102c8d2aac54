package io.sollecito.reminders.simulation;

import io.sollecito.model.DebtorCase;
import java.util.Collection;
import java.util.Map;

/**
 * Plays plans over time, debtor by debtor, with the planner of the nightly run: what is planned counts as sent when it would
 * leave, and debtors pay as a behaviour says. Nothing new falls due but what is in the cases.
 */
public final class Simulation {

    private final Terms terms;
    private final Map<String, Scene> creditors;

    /** @param creditors by code */
    public Simulation(Terms terms, Map<String, Scene> creditors) {
        this.terms = terms;
        this.creditors = Map.copyOf(creditors);
    }

    /** @param played is called after each debtor */
    public Tally play(Collection<DebtorCase> cases, Runnable played) {
        Tally all = new Tally();
        for (DebtorCase each : cases) {
            all.add(new DebtorSimulation(each, creditors.get(each.debtor().creditor()), terms).play());
            played.run();
        }
        return all;
    }
}
