package io.sollecito.reminders;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.connections.Freshness;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.proposals.ProposalChanges;
import io.sollecito.ledger.proposals.ProposalChanges.Account;
import io.sollecito.ledger.proposals.ProposalChanges.Change;
import io.sollecito.ledger.proposals.ProposalRelease;
import io.sollecito.ledger.proposals.ProposalRelease.Released;
import io.sollecito.ledger.proposals.Proposals;
import io.sollecito.ledger.proposals.Scope;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.ledger.reminders.PlannedReminders;
import io.sollecito.ledger.reminders.PlannedReminders.Planned;
import io.sollecito.ledger.reminders.PlanningLock;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.ledger.reminders.PlanningRuns.Begun;
import io.sollecito.ledger.reminders.PlanningRuns.Recorded;
import io.sollecito.ledger.reminders.Thanks;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.Recipients;
import io.sollecito.model.Refused;
import io.sollecito.model.RunKind;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.message.Templates;
import io.sollecito.reminders.plan.Plans;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What people decide about a creditor's proposal (law 13): to approve it as a whole or in part, to change it, to let what is
 * approved go. No run plans for the creditor meanwhile. Thanks for payments go with a release.
 */
public final class ProposalDesk {

    private final Database database;
    private final Proposals proposals;
    private final ProposalChanges changes;
    private final ProposalRelease release;
    private final PlanningRuns runs;
    private final PlannedReminders planned;
    private final Cases cases;
    private final Freshness freshness;
    private final ThanksRun thanks;
    private final Plans plans;
    private final ChargeRules rules;
    private final ReturnTimes returns;
    private final Supplier<Templates> folder;
    private Templates templates;
    private final Clock clock;

    /** @param templates read once, when the first message is to go by another channel */
    public ProposalDesk(
            Database database,
            Connections connections,
            Journal journal,
            Plans plans,
            ChargeRules rules,
            ReturnTimes returns,
            Supplier<Templates> templates,
            Clock clock) {
        this.database = database;
        this.proposals = new Proposals(database, journal, clock);
        this.changes = new ProposalChanges(database, proposals, journal, clock);
        this.release = new ProposalRelease(database, proposals, plans, clock);
        this.runs = new PlanningRuns(database, clock);
        this.planned = new PlannedReminders(database, journal, clock);
        this.cases = new Cases(database);
        this.freshness = new Freshness(connections);
        this.thanks = new ThanksRun(new Thanks(database, clock, journal), plans, clock);
        this.plans = plans;
        this.rules = rules;
        this.returns = returns;
        this.folder = templates;
        this.clock = clock;
    }

    /** Approves the messages that are meant; returns how many were not approved before. */
    public int approve(Creditor creditor, long run, Scope scope, String user, String reason) {
        return alone(creditor, () -> {
            proposal(creditor, run);
            return proposals.approve(creditor.code(), run, scope, user, reason);
        });
    }

    /** Lets the approved messages go. */
    public Released release(Creditor creditor, long run, String user, String reason) {
        return alone(creditor, () -> {
            proposal(creditor, run);
            LocalDate today = LocalDate.ofInstant(clock.instant(), creditor.zone());
            List<String> late = freshness.stale(creditor, today);
            if (!late.isEmpty()) {
                throw new Refused("nothing is released on stale facts: " + String.join("; ", late));
            }
            Released released = release.release(creditor, run, user, reason);
            thanks.run(creditor, today);
            return released;
        });
    }

    /** Takes what is meant out of the proposal; it is planned again by the next run. Returns how many items. */
    public int leaveOut(Creditor creditor, long run, Scope scope, String user, String reason) {
        return change(creditor, run, scope, item -> new Change(item, Directions.OUT, null, user, reason));
    }

    /** The step before the proposed one instead, for each item that is meant. Returns how many items. */
    public int stepBack(Creditor creditor, long run, Scope scope, String user, String reason) {
        return change(creditor, run, scope, item -> new Change(item, Directions.BACK, null, user, reason));
    }

    /** Another channel for the messages that are meant; it must reach the debtor. Returns how many items. */
    public int channel(Creditor creditor, long run, Scope scope, String channel, String user, String reason) {
        if (!Recipients.CHANNELS.contains(channel) || channel.equals("handover")) {
            throw new Refused("'" + channel + "' is no channel that a reminder can go by instead");
        }
        return change(creditor, run, scope, item -> new Change(item, Directions.CHANNEL, channel, user, reason));
    }

    private int change(Creditor creditor, long run, Scope scope, Function<Long, Change> change) {
        return alone(
                creditor,
                () -> database.inTransaction(() -> {
                    Recorded recorded = proposal(creditor, run);
                    List<Account> accounts = changes.accounts(run, scope);
                    if (accounts.isEmpty()) {
                        throw new Refused("no message of run " + run + " that waits for release is meant");
                    }
                    return accounts.stream()
                            .mapToInt(account -> change(creditor, recorded, account, change))
                            .sum();
                }));
    }

    private int change(Creditor creditor, Recorded run, Account account, Function<Long, Change> change) {
        List<Change> wanted = account.items().stream().map(change).toList();
        long facts = CreditorLock.take(database, creditor.code());
        changes.record(creditor.code(), run.id(), account, wanted);
        Directions directions = new Directions(changes.of(run.id(), account.source(), account.debtor()));
        List<CasePlan> again = plans(creditor, account, new PlanningDay(run.date(), clock.instant(), null, directions));
        again.forEach(plan -> wanted.forEach(each -> check(creditor, plan, each)));
        planned.commit(new Begun(run.id(), RunKind.PROPOSAL), creditor, new Planned(facts, again), same -> again);
        return wanted.size();
    }

    private List<CasePlan> plans(Creditor creditor, Account account, PlanningDay day) {
        Planner planner = new Planner(plans, rules, returns, creditor.payees(), PlanningRun.facts(creditor));
        Debtor debtor = Debtor.knownByNumber(creditor.code(), account.source(), account.debtor());
        return cases.again(creditor.code(), day.asOf(), List.of(new DebtorCase(debtor, List.of(), List.of()))).stream()
                .map(one -> planner.plan(one, day))
                .toList();
    }

    /** What was wanted came to be, or nothing is changed. */
    private void check(Creditor creditor, CasePlan plan, Change change) {
        Directions.unmet(plan, change).ifPresent(why -> {
            throw new Refused(why);
        });
        if (change.kind().equals(Directions.CHANNEL)) {
            checkChannel(creditor, plan, change);
        }
    }

    private void checkChannel(Creditor creditor, CasePlan plan, Change change) {
        Debtor debtor = plan.debtorCase().debtor();
        plan.reminders().stream()
                .filter(reminder -> reminder.lines().stream()
                        .anyMatch(line ->
                                line.advances() && change.item() == line.item().id()))
                .filter(reminder -> reminder.template() == null
                        || !templates()
                                .speaks(reminder.template(), change.channel(), debtor.language(), creditor.language()))
                .findFirst()
                .ifPresent(reminder -> {
                    String who =
                            reminder.template() == null ? "step " + reminder.step() : "template " + reminder.template();
                    throw new Refused(who + " has no words for " + change.channel());
                });
    }

    private Templates templates() {
        if (templates == null) {
            templates = folder.get();
        }
        return templates;
    }

    private Recorded proposal(Creditor creditor, long run) {
        Optional<Recorded> found = runs.find(creditor.code(), run);
        if (found.isEmpty() || found.get().kind() != RunKind.PROPOSAL) {
            throw new Refused("run " + run + " is no proposal of " + creditor.code());
        }
        return found.get();
    }

    private <T> T alone(Creditor creditor, Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        try {
            if (!runs.alone(creditor.code(), lock -> result.set(work.get()))) {
                throw new Refused("a run of " + creditor.code() + " is under way; try again when it is done");
            }
        } catch (PlanningLock.Lost lost) {
            throw new Refused(lost.getMessage());
        }
        return result.get();
    }
}
