package io.sollecito.reminders.simulation;

import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.Recipients;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one message costs its creditor, by currency and channel: {@code reminders/costs.yaml}. */
public final class SendingCosts {

    public static final String FILE = "costs.yaml";

    /** Nothing is known. */
    public static final SendingCosts NONE = new SendingCosts(Map.of());

    static final String AMOUNT = "[0-9]{1,6}(\\.[0-9]{1,4})?";

    private final Map<String, Map<String, BigDecimal>> costs;

    private SendingCosts(Map<String, Map<String, BigDecimal>> costs) {
        this.costs = Map.copyOf(costs);
    }

    /**
     * Those of a house; without the file, none.
     *
     * @param reminders the folder that the file lies in
     * @throws ProblemsFound with all problems of the file
     */
    public static SendingCosts load(Path reminders) {
        Path file = reminders.resolve(FILE);
        return Files.exists(file) ? read(Yaml.read(file)) : NONE;
    }

    /** @throws ProblemsFound with all problems of the file */
    static SendingCosts read(YamlNode root) {
        List<Problem> problems = new ArrayList<>();
        SendingCosts costs = read(root, problems);
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return costs;
    }

    /** Everything that is wrong in the house's file. */
    public static List<Problem> check(Path reminders) {
        return ProblemsFound.by(() -> load(reminders));
    }

    /** Everything that is wrong in such a file. */
    public static List<Problem> check(YamlNode root) {
        List<Problem> problems = new ArrayList<>();
        read(root, problems);
        return problems;
    }

    /** Empty when the file says nothing about it. */
    Optional<BigDecimal> of(String currency, String channel) {
        return Optional.ofNullable(costs.getOrDefault(currency, Map.of()).get(channel));
    }

    private static SendingCosts read(YamlNode root, List<Problem> problems) {
        AssumptionFields fields = new AssumptionFields(problems);
        Map<String, Map<String, BigDecimal>> costs = new HashMap<>();
        String such = "costs: {EUR: {letter: 1.80}}";
        if (fields.isMap(root, List.of("costs"), such)
                && fields.required(root, "costs", "{EUR: {letter: 1.80}}") != null) {
            fields.addAll(root.get("costs").repeatedKeys());
            root.get("costs").map().forEach((currency, channels) -> {
                if (!Amounts.isCurrency(currency)) {
                    fields.wrong(channels, "'" + currency + "' is no currency", "Use an ISO 4217 code such as EUR.");
                }
                if (fields.isMap(channels, Recipients.CHANNELS, such)) {
                    costs.put(currency, amounts(channels, fields));
                }
            });
        }
        return new SendingCosts(costs);
    }

    private static Map<String, BigDecimal> amounts(YamlNode channels, AssumptionFields fields) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        channels.map().forEach((channel, amount) -> {
            if (amount.text().matches(AMOUNT)) {
                amounts.put(channel, new BigDecimal(amount.text()));
            } else {
                fields.wrong(amount, "'" + amount.text() + "' is no amount", "Write it with a decimal point: 1.80.");
            }
        });
        return amounts;
    }
}
