package io.sollecito.cli;

import io.sollecito.delivery.print.PrintProfiles;
import io.sollecito.delivery.print.bill.BillIntake;
import io.sollecito.delivery.task.CallScripts;
import io.sollecito.digest.Health;
import io.sollecito.digest.Why;
import io.sollecito.intake.Intake;
import io.sollecito.intake.Rematching;
import io.sollecito.intake.StatementRelease;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.bills.BillComparison;
import io.sollecito.ledger.bills.Bills;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.PlanMoves;
import io.sollecito.ledger.dossiers.Dossiers;
import io.sollecito.ledger.erasure.Erasure;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.Successions;
import io.sollecito.ledger.figures.AgedReceivables;
import io.sollecito.ledger.figures.OwingDebtors;
import io.sollecito.ledger.items.Items;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.journal.SealWatch;
import io.sollecito.ledger.mailbox.Replies;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.OutboxRecovery;
import io.sollecito.ledger.payments.Payments;
import io.sollecito.ledger.payments.Splitting;
import io.sollecito.ledger.payments.WaitingStatements;
import io.sollecito.ledger.payments.WriteOffs;
import io.sollecito.ledger.proposals.Proposals;
import io.sollecito.ledger.reminders.Approvals;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.ledger.reminders.Charges;
import io.sollecito.ledger.reminders.DebtorMerges;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.stories.References;
import io.sollecito.ledger.tasks.TaskResults;
import io.sollecito.ledger.tasks.Tasks;
import io.sollecito.ledger.totals.ControlTotals;
import io.sollecito.ledger.totals.SourceTotal;
import io.sollecito.model.Creditor;
import io.sollecito.model.Refused;
import io.sollecito.reconciliation.NotOursRules;
import io.sollecito.reminders.PlanPreview;
import io.sollecito.reminders.ProposalDesk;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.disputes.DisputeReasons;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.Templates;
import io.sollecito.reminders.plan.Plans;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The capabilities that commands on the ledger call, made from a ledger and the house's folders. */
public final class LedgerTools {

    /**
     * @param data where the hub keeps files
     * @param print what is agreed with print houses
     */
    public record Folders(Path routes, Path mappings, Path reminders, Path data, Path print) {

        /** With the usual folder of print houses. */
        public Folders(Path routes, Path mappings, Path reminders, Path data) {
            this(routes, mappings, reminders, data, Path.of("config/print"));
        }

        /** Where files wait that are held or could not be read. */
        Path kept() {
            return data.resolve("kept");
        }
    }

    private final Database database;
    private final Clock clock;
    private final Map<String, Creditor> creditors = new LinkedHashMap<>();
    private final Folders folders;
    private final Journal journal;
    private final Connections connections;
    private final Exports exports;
    private final Quarantine quarantine;
    private final NotOursRules rules;

    /** With the shipped rules for money that is no debtor's. */
    public LedgerTools(Database database, Clock clock, Collection<Creditor> creditors, Folders folders) {
        this(database, clock, creditors, folders, NotOursRules.shipped());
    }

    /** @param rules for money that is no debtor's */
    public LedgerTools(
            Database database, Clock clock, Collection<Creditor> creditors, Folders folders, NotOursRules rules) {
        this.database = database;
        this.clock = clock;
        creditors.forEach(creditor -> this.creditors.put(creditor.code(), creditor));
        this.folders = folders;
        this.rules = rules;
        this.journal = new Journal(database, clock);
        this.connections = new Connections(database, clock);
        this.exports = new Exports(
                database, connections, journal, clock, new Rematching(database, this::configured, clock, rules));
        this.quarantine = new Quarantine(database, exports, journal, clock);
    }

    List<Creditor> creditors() {
        return List.copyOf(creditors.values());
    }

    /**
     * Those that a call is about.
     *
     * @param only the code of the one that it names, or null: all
     */
    List<Creditor> creditors(String only) {
        if (only == null) {
            return creditors();
        }
        return List.of(
                creditor(only).orElseThrow(() -> CannotDo.unclear("Creditor '" + only + "' is not configured.")));
    }

    /** What there is of each creditor, by its code. */
    <T> List<T> ofEach(Function<String, List<T>> list) {
        return creditors.keySet().stream()
                .flatMap(code -> list.apply(code).stream())
                .toList();
    }

    Optional<Creditor> creditor(String code) {
        return Optional.ofNullable(creditors.get(code));
    }

    /** @throws Refused when the configuration has no such creditor */
    Creditor configured(String code) {
        return creditor(code).orElseThrow(() -> new Refused("creditor " + code + " is not configured"));
    }

    Folders folders() {
        return folders;
    }

    /** In which moments are told: the first creditor's. */
    ZoneId zone() {
        return creditors.values().stream().map(Creditor::zone).findFirst().orElse(ZoneId.of("UTC"));
    }

    /** The day that it is where the creditor is. */
    LocalDate today(String creditor) {
        return LocalDate.ofInstant(
                clock.instant(), creditor(creditor).map(Creditor::zone).orElseGet(this::zone));
    }

    /** All that the work writes is written together or not at all. */
    void together(Runnable work) {
        database.inTransaction(work);
    }

    Journal journal() {
        return journal;
    }

    Exports exports() {
        return exports;
    }

    Quarantine quarantine() {
        return quarantine;
    }

    References references() {
        return new References(database);
    }

    Items items() {
        return new Items(database);
    }

    Holds holds() {
        return new Holds(database, journal, clock);
    }

    Replies replies() {
        return new Replies(database, journal, clock);
    }

    Successions successions() {
        return new Successions(database, journal, clock);
    }

    DebtorMerges merges() {
        return new DebtorMerges(database, journal, clock);
    }

    SuspendedAddresses addresses() {
        return new SuspendedAddresses(database, journal, clock);
    }

    Approvals approvals() {
        return new Approvals(database, journal);
    }

    OwingDebtors owingDebtors() {
        return new OwingDebtors(database);
    }

    AgedReceivables agedReceivables() {
        return new AgedReceivables(database);
    }

    ControlTotals controlTotals() {
        return new ControlTotals(database, journal, clock);
    }

    List<SourceTotal> totals(String creditor) {
        return ControlTotals.of(database, creditor, clock.instant());
    }

    Proposals proposals() {
        return new Proposals(database, journal, clock);
    }

    /** Reads the plans, as they are now. */
    ProposalDesk proposalDesk() {
        return new ProposalDesk(
                database,
                connections,
                journal,
                plans(),
                ChargeRules.load(folders.reminders()),
                ReturnTimes.load(folders.reminders()),
                () -> Templates.load(folders.reminders().resolve("templates")),
                clock);
    }

    Charges charges() {
        return new Charges(database, journal, clock);
    }

    StatementRelease statements() {
        return new StatementRelease(new WaitingStatements(database, clock), clock, rules);
    }

    Payments payments() {
        return new Payments(database, clock, creditors);
    }

    WriteOffs writeOffs() {
        return new WriteOffs(database, clock, creditors);
    }

    Splitting splitting() {
        return new Splitting(database, clock);
    }

    Dossiers dossiers() {
        return new Dossiers(database, journal, clock);
    }

    /** Reads the print houses' profiles, so that a column that was just named is found. */
    BillIntake bills() {
        return new BillIntake(
                new Bills(database, journal, clock),
                new BillComparison(database, clock),
                new Alarms(database, clock, journal),
                PrintProfiles.bills(folders.print()));
    }

    Tasks tasks() {
        return new Tasks(database);
    }

    TaskResults taskResults() {
        return new TaskResults(database, journal, clock);
    }

    /** Reads the file, so that a reason that was just added can be used. */
    DisputeReasons disputeReasons() {
        return DisputeReasons.load(folders.reminders());
    }

    /** Reads the templates, so that the words are those of now. */
    CallScripts scripts() {
        Composer composer = new Composer(Templates.load(folders.reminders().resolve("templates")), Path.of(""));
        return new CallScripts(new DispatchContents(database), composer::script);
    }

    /** Payments booked up to that day are considered. */
    LocalDate paymentsConsideredUntil(String creditor, LocalDate today) {
        return new DispatchContents(database).consideredUntil(creditor, today);
    }

    Instant now() {
        return clock.instant();
    }

    Erasure erasure() {
        return new Erasure(database, journal);
    }

    OutboxRecovery recovery() {
        return new OutboxRecovery(database, clock, journal, creditors);
    }

    Intake intake() {
        return new Intake(exports, quarantine, folders.kept());
    }

    Why why() {
        return new Why(database, journal, zone());
    }

    Health health() {
        return new Health(connections, creditors(), clock, () -> SealWatch.late(database, clock.instant()));
    }

    PlanMoves moves() {
        return new PlanMoves(database, journal, clock);
    }

    /** Reads the plans, so that a plan that was just changed can be tried. */
    Plans plans() {
        return Plans.load(folders.reminders().resolve("plans"));
    }

    PlanPreview planPreview() {
        return new PlanPreview(
                new Cases(database),
                connections,
                plans(),
                ChargeRules.load(folders.reminders()),
                ReturnTimes.load(folders.reminders()));
    }
}
