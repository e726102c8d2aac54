package io.sollecito.creditors;

import io.sollecito.model.Creditor.Agreements;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.List;

/** How a creditor's file says that debtors' promises and replies are dealt with. What is missing is as usual. */
final class CreditorAgreements {

    static final String TOLERANCE = "promiseTolerance";
    static final String REPLIES_TO = "repliesTo";
    private static final int MOST_DAYS = 20;

    private CreditorAgreements() {}

    static Agreements of(YamlNode creditor) {
        YamlNode days = creditor.get(TOLERANCE);
        YamlNode owner = creditor.get(REPLIES_TO);
        return new Agreements(
                days == null
                        ? Agreements.USUAL.toleranceDays()
                        : Integer.parseInt(days.text().strip()),
                owner == null || owner.text().isBlank() ? null : owner.text().strip());
    }

    static List<Problem> problems(YamlNode creditor) {
        YamlNode days = creditor.get(TOLERANCE);
        boolean usable = days == null
                || days.text().strip().matches("[0-9]{1,2}")
                        && Integer.parseInt(days.text().strip()) <= MOST_DAYS;
        return usable
                ? List.of()
                : List.of(days.problem(
                        "'" + days.text() + "' is no number of bank days",
                        "Write how long money may arrive after the promised day, from 0 to " + MOST_DAYS
                                + "; leave it out for " + Agreements.USUAL.toleranceDays() + "."));
    }
}
