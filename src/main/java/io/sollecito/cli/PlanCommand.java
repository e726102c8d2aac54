package io.sollecito.cli;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.check.House;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Creditor;
import io.sollecito.model.DebtorCase;
import io.sollecito.reminders.PlanPreview;
import io.sollecito.reminders.Planner;
import io.sollecito.reminders.PlanningDay;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.plan.ReminderPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub plan}: what a planning run would do with a file of open items, or on the ledger, and why, item by item. */
@Command(
        name = "plan",
        description = "What a planning run would do that day and why, item by item; writes nothing.",
        mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer>, OnLedger {

    private static final int FRESH_FOR_BANK_DAYS = 2;

    @Option(
            names = "--open-items",
            paramLabel = "FILE",
            description = "Open items and debtors, as 'hub map --json' prints them; without it, those of the ledger.")
    private Path openItems;

    @Option(names = "--plan", paramLabel = "PLAN", description = "The plan file, for --open-items.")
    private Path planFile;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day, such as 2026-02-17 (on the ledger: today if not given).")
    private LocalDate asOf;

    @Option(names = "--creditor", paramLabel = "CODE", description = "On the ledger: only this creditor.")
    private String creditor;

    @Option(names = "--history", paramLabel = "FILE", description = "What was sent before: lines of kind 'sent'.")
    private Path history;

    @Option(
            names = "--facts-as-of",
            paramLabel = "DATE",
            description = "How old the open items are; without it they count as fresh.")
    private LocalDate factsAsOf;

    @Option(
            names = "--preview",
            paramLabel = "DIR",
            description =
                    "Writes every message of the run into this new or empty folder (on the ledger of a running hub:"
                            + " relative to the hub's folder), without sending it.")
    private Path previewFolder;

    @Option(names = "--limit", paramLabel = "N", description = "With --preview: at most so many messages.")
    private Integer limit;

    @Option(names = "--json", description = "JSON lines on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Supplier<LedgerTools> ledger;
    private final Supplier<House> house;

    /** @param house where it keeps what may be charged, and the words */
    PlanCommand(Supplier<LedgerTools> ledger, Supplier<House> house) {
        this.ledger = ledger;
        this.house = house;
    }

    @Override
    public boolean needsLedger() {
        return openItems == null;
    }

    @Override
    public Integer call() {
        checkUsage();
        PrintWriter out = spec.commandLine().getOut();
        Consumer<Consumer<CasePlan>> planning = openItems == null ? sink -> ofLedger(ledger.get(), sink) : ofFile();
        try (PlanReport report = new PlanReport(out, json);
                PreviewedRun messages = previewFolder == null ? null : preview()) {
            Consumer<CasePlan> sink = messages == null
                    ? report::add
                    : plan -> {
                        report.add(plan);
                        messages.add(plan);
                    };
            planning.accept(sink);
            report.end();
            if (messages != null) {
                messages.end();
            }
        }
        out.flush();
        return 0;
    }

    private void checkUsage() {
        boolean file = openItems != null;
        if (file && (planFile == null || asOf == null)) {
            throw new ParameterException(spec.commandLine(), "--open-items needs --plan and --as-of");
        }
        if (limit != null && (previewFolder == null || limit < 1)) {
            throw new ParameterException(spec.commandLine(), "--limit is a number of messages and goes with --preview");
        }
        if (file && creditor != null || !file && (planFile != null || history != null || factsAsOf != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--plan, --history and --facts-as-of go with --open-items; --creditor goes with the ledger");
        }
    }

    private PreviewedRun preview() {
        PrintWriter told = spec.commandLine().getErr();
        int most = limit == null ? Integer.MAX_VALUE : limit;
        if (openItems == null) {
            return PreviewedRun.ofLedger(previewFolder, most, told, ledger.get(), house.get(), asOf);
        }
        return PreviewedRun.ofFile(previewFolder, most, told, house.get(), factsAsOf == null ? asOf : factsAsOf);
    }

    private void ofLedger(LedgerTools tools, Consumer<CasePlan> sink) {
        List<Creditor> creditors = tools.creditors(creditor);
        PlanPreview preview = tools.planPreview();
        for (Creditor each : creditors) {
            preview.each(each, asOf == null ? tools.today(each.code()) : asOf, sink);
        }
    }

    /** Reads what is given at once, before anything is written. */
    private Consumer<Consumer<CasePlan>> ofFile() {
        ReminderPlan plan = PlanLoader.load(planFile);
        PlanCases cases = PlanCases.read(openItems, history);
        FileCreditors creditors = new FileCreditors(
                cases, openItems, house.get().creditors(), spec.commandLine().getErr());
        Plans plans = new Plans(List.of(plan));
        ChargeRules rules = plan.charges() ? ChargeRules.load(house.get().reminders()) : ChargeRules.NONE;
        ReturnTimes returns = ReturnTimes.load(house.get().reminders());
        Map<String, Planner> planners = new HashMap<>();
        return sink -> cases.cases()
                .forEach(debtorCase -> sink.accept(planners.computeIfAbsent(
                                debtorCase.debtor().creditor(),
                                code -> new Planner(
                                        plans, rules, returns, creditors.payees(code), creditors.facts(code)))
                        .plan(debtorCase, day(plan, creditors, debtorCase))));
    }

    private PlanningDay day(ReminderPlan plan, FileCreditors creditors, DebtorCase debtorCase) {
        if (factsAsOf == null) {
            return PlanningDay.of(asOf);
        }
        String country = creditors.facts(debtorCase.debtor().creditor()).get("country");
        BusinessDays bankDays = country.isEmpty() ? plan.calendar().days() : BusinessDays.of(country);
        int age = bankDays.between(factsAsOf, asOf);
        String stale = age <= FRESH_FOR_BANK_DAYS
                ? null
                : "the facts are as of " + factsAsOf + ", " + age + " bank days ago; the limit is "
                        + FRESH_FOR_BANK_DAYS;
        return new PlanningDay(asOf, null, stale);
    }
}
