package io.sollecito.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sollecito.calendar.BusinessDays;
import io.sollecito.model.CasePlan;
import io.sollecito.model.DebtorCase;
import io.sollecito.reminders.Planner;
import io.sollecito.reminders.PlanningDay;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub plan}: what a planning run would do with a file of open items, and why, item by item. */
@Command(
        name = "plan",
        description = "What a planning run would do that day and why, item by item; writes nothing.",
        mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {

    private static final int FRESH_FOR_BANK_DAYS = 2;
    private static final List<String> CREDITOR_FACTS = List.of("name", "country", "zone", "baseCurrency");

    @Option(
            names = "--open-items",
            required = true,
            paramLabel = "FILE",
            description = "Open items and debtors, as 'hub map --json' prints them.")
    private Path openItems;

    @Option(names = "--plan", required = true, paramLabel = "PLAN", description = "The plan file.")
    private Path planFile;

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "The day, such as 2026-02-17.")
    private LocalDate asOf;

    @Option(names = "--history", paramLabel = "FILE", description = "What was sent before: lines of kind 'sent'.")
    private Path history;

    @Option(
            names = "--facts-as-of",
            paramLabel = "DATE",
            description = "How old the open items are; without it they count as fresh.")
    private LocalDate factsAsOf;

    @Option(names = "--json", description = "JSON lines on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ReminderPlan plan = PlanLoader.load(planFile);
        PlanCases cases = PlanCases.read(openItems, history);
        Plans plans = new Plans(List.of(plan));
        Map<String, Planner> planners = new HashMap<>();
        List<CasePlan> planned = cases.cases().stream()
                .map(debtorCase -> planners.computeIfAbsent(
                                debtorCase.debtor().creditor(), code -> new Planner(plans, facts(cases, code)))
                        .plan(debtorCase, day(plan, cases, debtorCase)))
                .toList();
        PlanReport report = new PlanReport(planned);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            report.json(out);
        } else {
            report.text(out);
        }
        out.flush();
        return 0;
    }

    private PlanningDay day(ReminderPlan plan, PlanCases cases, DebtorCase debtorCase) {
        if (factsAsOf == null) {
            return PlanningDay.of(asOf);
        }
        String country = facts(cases, debtorCase.debtor().creditor()).get("country");
        BusinessDays bankDays = country.isEmpty() ? plan.calendar().days() : BusinessDays.of(country);
        int age = bankDays.between(factsAsOf, asOf);
        String stale = age <= FRESH_FOR_BANK_DAYS
                ? null
                : "the facts are as of " + factsAsOf + ", " + age + " bank days ago; the limit is "
                        + FRESH_FOR_BANK_DAYS;
        return new PlanningDay(asOf, null, stale);
    }

    private static Map<String, String> facts(PlanCases cases, String code) {
        Map<String, String> facts = new HashMap<>();
        facts.put("code", code);
        JsonNode known = cases.creditor(code);
        for (String name : CREDITOR_FACTS) {
            facts.put(name, known == null ? "" : known.path(name).asText(""));
        }
        return facts;
    }
}
