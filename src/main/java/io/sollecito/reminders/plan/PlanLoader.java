package io.sollecito.reminders.plan;

import io.sollecito.expression.Condition;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and checks one plan file; every problem is reported at once, with its place. */
public final class PlanLoader {

    static final List<String> KEYS = List.of(
            "plan",
            "order",
            "for",
            "minimum",
            "group",
            "grace",
            "interval",
            "limit",
            "catchUp",
            "calendar",
            "steps",
            "afterwards",
            "thanks",
            "adapt");
    static final List<String> CATCH_UPS = List.of("step", "jump");
    static final List<String> LIMIT_KEYS = List.of("week");
    static final List<String> GROUPS = List.of("debtor", "step", "receivable");

    private static final int DEFAULT_ORDER = 100;

    private final List<Problem> problems = new ArrayList<>();
    private final Fields fields = new Fields(problems);
    private final YamlNode root;

    private PlanLoader(YamlNode root) {
        this.root = root;
    }

    /** @throws ProblemsFound with all problems of the file */
    public static ReminderPlan load(Path file) {
        return new PlanLoader(Yaml.read(file)).plan();
    }

    /** @param file the name that problems carry */
    public static ReminderPlan parse(String file, String text) {
        return new PlanLoader(Yaml.parse(file, text)).plan();
    }

    private ReminderPlan plan() {
        if (!root.isMap()) {
            throw new ProblemsFound(
                    List.of(root.problem("a plan file is a map", "Begin with 'plan: NAME', then 'steps:'.")));
        }
        fields.addAll(root.unknownKeys(KEYS));
        String name = fields.name(root, "plan");
        int order = fields.number(root, "order", 0, 9999, DEFAULT_ORDER);
        Condition condition = new ConditionReader(fields).read(root, "for");
        Map<String, Minimum> minimum = new MinimumReader(fields).read(root.get("minimum"));
        String group = fields.oneOf(root, "group", GROUPS, "debtor");
        int grace = fields.days(root, "grace", 0);
        int interval = fields.days(root, "interval", 1);
        int weekLimit = weekLimit(root.get("limit"));
        PlanCalendar calendar = new CalendarReader(fields).read(root);
        String catchUp = fields.oneOf(root, "catchUp", CATCH_UPS, "step");
        List<PlanStep> steps = new ArrayList<>(new StepReader(fields).readAll(root));
        new AfterwardsReader(fields).read(root, steps, interval).ifPresent(steps::add);
        ReminderPlan.Thanks thanks = new ThanksReader(fields).read(root.get("thanks"));
        Adaptation adapt = new AdaptationReader(fields).read(root);
        new HandoverRule(fields).check(root, condition, steps);
        if (!problems.isEmpty()) {
            problems.sort(Problem.BY_PLACE);
            throw new ProblemsFound(problems);
        }
        return new ReminderPlan(
                name,
                order,
                condition,
                minimum,
                ReminderPlan.Group.valueOf(group.toUpperCase(Locale.ROOT)),
                ReminderPlan.CatchUp.valueOf(catchUp.toUpperCase(Locale.ROOT)),
                grace,
                interval,
                weekLimit,
                calendar,
                steps,
                thanks,
                adapt);
    }

    private int weekLimit(YamlNode node) {
        if (node == null) {
            return 0;
        }
        if (!node.isMap()) {
            fields.wrong(node, "'limit' says how many messages in how long", "Such as limit: {week: 2}.");
            return 0;
        }
        fields.addAll(node.unknownKeys(LIMIT_KEYS));
        fields.required(node, "week", "At most so many messages in any seven days, such as week: 2.");
        return fields.number(node, "week", 1, 99, 0);
    }
}
