package io.sollecito.cli;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.check.House;
import io.sollecito.model.DebtorCase;
import io.sollecito.reminders.Planner;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.simulation.Behaviour;
import io.sollecito.reminders.simulation.BehaviourFile;
import io.sollecito.reminders.simulation.Scene;
import io.sollecito.reminders.simulation.SendingCosts;
import io.sollecito.reminders.simulation.Simulation;
import io.sollecito.reminders.simulation.Terms;
import io.sollecito.yaml.Yaml;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub simulate}: what plans would come to over time: messages, their cost, cash, and what is still open at the end. */
@Command(
        name = "simulate",
        description =
                "Plays plans over time on a file of open items: how many messages, what they cost, which cash, what is left."
                        + " Several plans are compared side by side. Writes nothing.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final String NONE = "none";
    private static final int LONGEST_DAYS = 3 * 366;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day, such as 2026-03-02.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day.")
    private LocalDate to;

    @Option(
            names = "--open-items",
            required = true,
            paramLabel = "FILE",
            description = "Open items and debtors on the first day, as 'hub map --json' prints them.")
    private Path openItems;

    @Option(names = "--history", paramLabel = "FILE", description = "What was sent before: lines of kind 'sent'.")
    private Path history;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "A plan file, for those whom it is for. May be given several times: one column each.")
    private List<Path> planFiles = new ArrayList<>();

    @Option(
            names = "--plans",
            paramLabel = "DIR",
            description = "A folder of plans, each debtor by the one that is for him; the house's if neither is given.")
    private List<Path> planFolders = new ArrayList<>();

    @Option(
            names = "--behaviour",
            paramLabel = "NAME",
            defaultValue = NONE,
            description =
                    "How debtors pay: a file, or the name of one in reminders/behaviour such as 'typical'. 'none', the"
                            + " default: nobody pays.")
    private String behaviour;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another one lets other debtors pay.")
    private long seed;

    @Option(
            names = "--approve",
            paramLabel = "DAYS",
            defaultValue = "1",
            description = "After so many business days a person approves what waits for it; 'none': nobody does.")
    private String approve;

    @Option(names = "--per", defaultValue = "month", paramLabel = "PERIOD", description = "Cash by 'month' or 'week'.")
    private String per;

    @Option(names = "--json", description = "JSON lines on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Supplier<House> house;
    private final LongSupplier nanos;

    /** @param house where it keeps plans, behaviours, costs and what may be charged, and its creditors */
    SimulateCommand(Supplier<House> house, LongSupplier nanos) {
        this.house = house;
        this.nanos = nanos;
    }

    @Override
    public Integer call() {
        checkUsage();
        Path reminders = house.get().reminders();
        Map<String, Plans> candidates = candidates(reminders);
        Terms terms = new Terms(from, to, behaviour(reminders), SendingCosts.load(reminders), approveAfter(), seed);
        ChargeRules rules = ChargeRules.load(reminders);
        PlanCases read = PlanCases.read(openItems, history);
        FileCreditors creditors = new FileCreditors(
                read, openItems, house.get().creditors(), spec.commandLine().getErr());
        List<DebtorCase> cases = read.cases();
        SimulationProgress progress =
                new SimulationProgress(spec.commandLine().getErr(), nanos, candidates.size() * cases.size());
        List<Simulated> simulated = new ArrayList<>();
        candidates.forEach((name, plans) -> {
            Simulation simulation =
                    new Simulation(terms, scenes(plans, rules, ReturnTimes.load(reminders), creditors, cases));
            simulated.add(new Simulated(name, plans.all(), simulation.play(cases, progress::played)));
        });
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            new SimulationAsJson(out, per.equals("week")).print(terms, simulated);
        } else {
            new SimulationAsText(out, per.equals("week")).print(terms, simulated);
        }
        out.flush();
        return 0;
    }

    private void checkUsage() {
        if (to.isBefore(from)) {
            throw wrong("--to " + to + " is before --from " + from);
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw wrong("at most three years are played at once");
        }
        if (!approve.equals(NONE) && !approve.matches("[0-9]{1,2}")) {
            throw wrong("--approve is a number of business days, or 'none'");
        }
        if (!List.of("month", "week").contains(per)) {
            throw wrong("--per is 'month' or 'week'");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private int approveAfter() {
        return approve.equals(NONE) ? -1 : Integer.parseInt(approve);
    }

    /** What is compared, each by the name of its column. */
    private Map<String, Plans> candidates(Path house) {
        Map<String, Plans> candidates = new LinkedHashMap<>();
        for (Path file : planFiles) {
            Plans plans = new Plans(List.of(PlanLoader.load(file)));
            put(candidates, plans.all().get(0).name(), file, plans);
        }
        for (Path folder : planFolders) {
            put(candidates, folder.toAbsolutePath().normalize().getFileName().toString(), folder, Plans.load(folder));
        }
        if (candidates.isEmpty()) {
            candidates.put("plans", Plans.load(house.resolve("plans")));
        }
        return candidates;
    }

    /** Two of one name go by where they lie. */
    private static void put(Map<String, Plans> candidates, String name, Path place, Plans plans) {
        candidates.put(candidates.containsKey(name) ? place.toString() : name, plans);
    }

    private Behaviour behaviour(Path house) {
        if (behaviour.equals(NONE)) {
            return Behaviour.NONE;
        }
        Path folder = house.resolve(BehaviourFile.FOLDER);
        Path file = behaviour.endsWith(".yaml") ? Path.of(behaviour) : folder.resolve(behaviour + ".yaml");
        if (!behaviour.endsWith(".yaml") && !Files.exists(file)) {
            List<String> known = Yaml.files(folder).stream().map(Yaml::nameOf).toList();
            throw wrong("there is no behaviour '" + behaviour + "'; known: none"
                    + (known.isEmpty() ? "" : ", " + String.join(", ", known)));
        }
        return BehaviourFile.load(file);
    }

    private static Map<String, Scene> scenes(
            Plans plans, ChargeRules rules, ReturnTimes returns, FileCreditors creditors, List<DebtorCase> cases) {
        Map<String, Scene> scenes = new HashMap<>();
        for (DebtorCase each : cases) {
            scenes.computeIfAbsent(
                    each.debtor().creditor(), code -> scene(code, plans, rules, returns, creditors, each));
        }
        return scenes;
    }

    /** What nobody says of a creditor: the days of the first plan, the currency of his first item. */
    private static Scene scene(
            String code,
            Plans plans,
            ChargeRules rules,
            ReturnTimes returns,
            FileCreditors creditors,
            DebtorCase first) {
        Map<String, String> facts = creditors.facts(code);
        String country = facts.get("country");
        String currency = facts.get("baseCurrency");
        return new Scene(
                new Planner(plans, rules, returns, creditors.payees(code), facts),
                country.isEmpty() ? plans.all().get(0).calendar().days() : BusinessDays.of(country),
                currency.isEmpty() ? first.items().get(0).item().currency() : currency);
    }
}
