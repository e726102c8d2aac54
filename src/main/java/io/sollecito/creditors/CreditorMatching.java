package io.sollecito.creditors;

import io.sollecito.model.Amounts;
import io.sollecito.model.MatchingRules;
import io.sollecito.model.MatchingRules.SameAmount;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code matching:} in a creditor's file: when its payments are allocated, proposed or left. What is missing is as usual. */
final class CreditorMatching {

    static final String KEY = "matching";
    private static final String ALLOCATE_FROM = "allocateFrom";
    private static final String PROPOSE_FROM = "proposeFrom";
    private static final String LEAD = "lead";
    private static final String FEE_TOLERANCE = "feeTolerance";
    private static final String REPORTED_FEES = "reportedFees";
    private static final String DISCOUNT_GRACE_DAYS = "discountGraceDays";
    private static final String SAME_AMOUNT = "sameAmount";
    private static final List<String> KEYS =
            List.of(ALLOCATE_FROM, PROPOSE_FROM, LEAD, FEE_TOLERANCE, REPORTED_FEES, DISCOUNT_GRACE_DAYS, SAME_AMOUNT);
    private static final Map<String, SameAmount> SAME =
            Map.of("person", SameAmount.PERSON, "oldest", SameAmount.OLDEST);

    /** Below this, an assignment that speaks for itself and a guess are not told apart. */
    private static final BigDecimal LEAST_TO_ALLOCATE = new BigDecimal("0.90");

    private static final BigDecimal LEAST_LEAD = new BigDecimal("1");
    private static final BigDecimal MOST_LEAD = new BigDecimal("1000");
    private static final int MOST_GRACE_DAYS = 30;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,4})?");

    private CreditorMatching() {}

    static MatchingRules of(YamlNode creditor) {
        YamlNode matching = creditor.get(KEY);
        MatchingRules usual = MatchingRules.DEFAULT;
        if (matching == null) {
            return usual;
        }
        return new MatchingRules(
                decimal(matching.get(ALLOCATE_FROM), usual.allocateFrom()),
                decimal(matching.get(PROPOSE_FROM), usual.proposeFrom()),
                decimal(matching.get(LEAD), usual.lead()),
                amounts(matching.get(FEE_TOLERANCE), usual.feeTolerance()),
                amounts(matching.get(REPORTED_FEES), usual.reportedFees()),
                decimal(matching.get(DISCOUNT_GRACE_DAYS), BigDecimal.valueOf(usual.discountGraceDays()))
                        .intValue(),
                matching.get(SAME_AMOUNT) == null
                        ? usual.sameAmount()
                        : SAME.get(matching.get(SAME_AMOUNT).text().strip()));
    }

    static List<Problem> problems(YamlNode creditor) {
        YamlNode matching = creditor.get(KEY);
        if (matching == null) {
            return List.of();
        }
        if (!matching.isMap()) {
            return List.of(
                    matching.problem("'matching' has keys below it", "Such as matching: {feeTolerance: {EUR: 1.00}}."));
        }
        List<Problem> problems = new ArrayList<>(matching.unknownKeys(KEYS));
        between(matching.get(ALLOCATE_FROM), LEAST_TO_ALLOCATE, BigDecimal.ONE, problems);
        between(
                matching.get(PROPOSE_FROM),
                BigDecimal.ZERO,
                decimal(matching.get(ALLOCATE_FROM), BigDecimal.ONE),
                problems);
        between(matching.get(LEAD), LEAST_LEAD, MOST_LEAD, problems);
        checkAmounts(matching.get(FEE_TOLERANCE), problems);
        checkAmounts(matching.get(REPORTED_FEES), problems);
        YamlNode days = matching.get(DISCOUNT_GRACE_DAYS);
        if (days != null && !days.text().strip().matches("[0-9]{1,2}")
                || days != null && Integer.parseInt(days.text().strip()) > MOST_GRACE_DAYS) {
            problems.add(days.problem(
                    "'" + days.text() + "' is no number of days",
                    "Write whole days from 0 to " + MOST_GRACE_DAYS + "."));
        }
        YamlNode same = matching.get(SAME_AMOUNT);
        if (same != null && !SAME.containsKey(same.text().strip())) {
            problems.add(same.problem(
                    "'" + same.text() + "' is not known here",
                    "Write person (a person decides, the usual one) or oldest (what is due first is paid)."));
        }
        return problems;
    }

    private static void between(YamlNode node, BigDecimal least, BigDecimal most, List<Problem> problems) {
        if (node == null) {
            return;
        }
        BigDecimal value = decimal(node, null);
        if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            problems.add(node.problem(
                    "'" + node.text() + "' does not lie between " + least.toPlainString() + " and "
                            + most.toPlainString(),
                    "Write a number with a decimal point, such as 0.97 for a score."));
        }
    }

    private static void checkAmounts(YamlNode node, List<Problem> problems) {
        if (node == null) {
            return;
        }
        if (!node.isMap()) {
            problems.add(node.problem("an amount names its currency", "Such as {EUR: 1.00}."));
        }
        problems.addAll(node.repeatedKeys());
        node.map().forEach((currency, amount) -> {
            if (!Amounts.isCurrency(currency)) {
                problems.add(amount.problem("'" + currency + "' is no ISO 4217 currency", "Write a code such as EUR."));
            }
            if (decimal(amount, null) == null) {
                problems.add(amount.problem(
                        "'" + amount.text() + "' is no amount", "Write it with a decimal point, such as 1.00."));
            }
        });
    }

    private static Map<String, BigDecimal> amounts(YamlNode node, Map<String, BigDecimal> usual) {
        if (node == null) {
            return usual;
        }
        Map<String, BigDecimal> amounts = new HashMap<>();
        node.map().forEach((currency, amount) -> amounts.put(currency, decimal(amount, BigDecimal.ZERO)));
        return amounts;
    }

    private static BigDecimal decimal(YamlNode node, BigDecimal otherwise) {
        boolean fits = node != null && DECIMAL.matcher(node.text().strip()).matches();
        return fits ? new BigDecimal(node.text().strip()) : otherwise;
    }
}
