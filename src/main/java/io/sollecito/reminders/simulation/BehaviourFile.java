package io.sollecito.reminders.simulation;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.Recipients;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and checks how debtors are assumed to pay: {@code reminders/behaviour/*.yaml}. */
public final class BehaviourFile {

    /** The folder, beside the plans. */
    public static final String FOLDER = "behaviour";

    static final List<String> KEYS = List.of("behaviour", "payers", "reminders", "partial", "disputes");
    static final List<String> PAYER_KEYS = List.of("name", "share", "onTime", "late", "answers");
    static final List<String> REMINDER_KEYS = List.of("by", "step", "within", "pays");
    static final List<String> PARTIAL_KEYS = List.of("share", "pays");
    static final List<String> DISPUTE_KEYS = List.of("share", "days");

    private static final double ROUNDING = 0.005;

    private final List<Problem> problems = new ArrayList<>();
    private final AssumptionFields fields = new AssumptionFields(problems);
    private final YamlNode root;

    private BehaviourFile(YamlNode root) {
        this.root = root;
    }

    /** @throws ProblemsFound with all problems of the file */
    public static Behaviour load(Path file) {
        return read(Yaml.read(file));
    }

    /** @throws ProblemsFound with all problems of the file */
    static Behaviour read(YamlNode root) {
        BehaviourFile file = new BehaviourFile(root);
        Behaviour behaviour = file.behaviour();
        if (!file.problems.isEmpty()) {
            throw new ProblemsFound(sorted(file.problems));
        }
        return behaviour;
    }

    /** Everything that is wrong in such a file. */
    public static List<Problem> check(YamlNode root) {
        BehaviourFile file = new BehaviourFile(root);
        file.behaviour();
        return sorted(file.problems);
    }

    /** Everything that is wrong in the house's files. */
    public static List<Problem> check(Path reminders) {
        List<Problem> problems = new ArrayList<>();
        for (Path file : Yaml.files(reminders.resolve(FOLDER))) {
            try {
                problems.addAll(check(Yaml.read(file)));
            } catch (ProblemsFound broken) {
                problems.addAll(broken.problems());
            }
        }
        return problems;
    }

    private Behaviour behaviour() {
        if (!fields.isMap(root, KEYS, "behaviour: typical")) {
            return Behaviour.NONE;
        }
        String name = fields.name(root, "behaviour", "typical");
        List<Payer> payers = payers(fields.required(root, "payers", "[{name: prompt, share: {business: 100}}]"));
        List<Answer> answers = answers(root.get("reminders"));
        YamlNode partial = root.get("partial");
        boolean parts = partial != null && fields.isMap(partial, PARTIAL_KEYS, "partial: {share: 5, pays: 50}");
        YamlNode disputes = root.get("disputes");
        boolean disputed = disputes != null && fields.isMap(disputes, DISPUTE_KEYS, "disputes: {share: 2, days: 30d}");
        return new Behaviour(
                name,
                payers,
                answers,
                parts ? fields.percent(partial, "share", 0) : 0,
                parts ? (int) fields.percent(partial, "pays", 50) : 0,
                disputed ? fields.percent(disputes, "share", 0) : 0,
                disputed ? fields.days(disputes, "days") : 0);
    }

    private List<Payer> payers(YamlNode node) {
        List<Payer> payers = new ArrayList<>();
        if (node == null) {
            return payers;
        }
        for (YamlNode each : node.list()) {
            if (fields.isMap(each, PAYER_KEYS, "{name: prompt, share: {business: 100}, onTime: 80}")) {
                payers.add(new Payer(
                        fields.name(each, "name", "prompt"),
                        shares(fields.required(each, "share", "{business: 50, consumer: 50, public: 50, unknown: 50}")),
                        fields.percent(each, "onTime", 0),
                        late(each.get("late")),
                        fields.percent(each, "answers", 100)));
            }
        }
        if (problems.isEmpty()) {
            checkShares(payers, node);
        }
        return payers;
    }

    private void checkShares(List<Payer> payers, YamlNode node) {
        for (String debtorClass : Behaviour.CLASSES) {
            double all = payers.stream()
                    .mapToDouble(payer -> payer.shareOf(debtorClass))
                    .sum();
            if (Math.abs(all - 100) > ROUNDING) {
                fields.wrong(
                        node,
                        "the shares of class " + debtorClass + " come to "
                                + Double.toString(all).replaceAll("\\.0$", "") + " per cent",
                        "Every debtor is of one kind: let each class come to 100.");
            }
        }
    }

    private Map<String, Double> shares(YamlNode node) {
        Map<String, Double> shares = new HashMap<>();
        if (node != null && fields.isMap(node, Behaviour.CLASSES, "share: {business: 50, consumer: 50}")) {
            node.map().forEach((debtorClass, share) -> shares.put(debtorClass, fields.percent(share)));
        }
        return shares;
    }

    private List<Payer.Late> late(YamlNode node) {
        List<Payer.Late> late = new ArrayList<>();
        if (node == null) {
            return late;
        }
        if (!node.isMap()) {
            fields.wrong(node, "'late' says how many pay within how many days", "Such as late: {5d: 60, 30d: 95}.");
        }
        fields.addAll(node.repeatedKeys());
        node.map().forEach((days, share) -> {
            Payer.Late point = new Payer.Late(fields.numberOfDays(share, days), fields.percent(share));
            Payer.Late before = late.isEmpty() ? new Payer.Late(0, 0) : late.get(late.size() - 1);
            if (point.days() <= before.days() || point.paid() < before.paid()) {
                fields.wrong(
                        share,
                        "'" + days + "' does not follow the one before",
                        "Days and shares rise: each share counts all who have paid by then.");
            }
            late.add(point);
        });
        return late;
    }

    private List<Answer> answers(YamlNode node) {
        List<Answer> answers = new ArrayList<>();
        if (node == null) {
            return answers;
        }
        for (YamlNode each : node.list()) {
            if (fields.isMap(each, REMINDER_KEYS, "{by: email, within: 7d, pays: 25}")
                    && fields.required(each, "by", "email") != null) {
                answers.add(new Answer(
                        fields.oneOf(each, "by", Recipients.CHANNELS, ""),
                        each.get("step") == null ? null : fields.name(each, "step", "first"),
                        fields.days(each, "within"),
                        fields.required(each, "pays", "25") == null ? 0 : fields.percent(each, "pays", 0)));
            }
        }
        return answers;
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream().sorted(Problem.BY_PLACE).toList();
    }
}
