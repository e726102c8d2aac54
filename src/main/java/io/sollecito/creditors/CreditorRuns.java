package io.sollecito.creditors;

import io.sollecito.model.Problem;
import io.sollecito.model.RunRules;
import io.sollecito.model.RunRules.Review;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code runs:} in a creditor's file: which planning runs a person looks at before their messages leave. */
final class CreditorRuns {

    static final String KEY = "runs";
    private static final String REVIEW = "review";
    private static final String FIRST_RUNS = "firstRuns";
    private static final String AT_MOST = "atMost";
    private static final List<String> KEYS = List.of(REVIEW, FIRST_RUNS, AT_MOST);
    private static final List<String> REVIEWS = List.of("none", "first", "all", "shadow");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");

    private CreditorRuns() {}

    static RunRules of(YamlNode creditor) {
        YamlNode runs = creditor.get(KEY);
        if (runs == null) {
            return RunRules.DEFAULT;
        }
        Review review = Review.valueOf(runs.get(REVIEW).text().strip().toUpperCase(Locale.ROOT));
        return new RunRules(
                review,
                count(runs.get(FIRST_RUNS), RunRules.USUAL_FIRST_RUNS),
                count(runs.get(AT_MOST), review == Review.FIRST ? RunRules.USUAL_AT_MOST : null));
    }

    static List<Problem> problems(YamlNode creditor) {
        YamlNode runs = creditor.get(KEY);
        if (runs == null) {
            return List.of();
        }
        YamlNode review = runs.isMap() ? runs.get(REVIEW) : null;
        if (review == null) {
            return List.of(runs.problem(
                    "'runs' says which planning runs a person looks at", "Such as runs: {review: first}."));
        }
        List<Problem> problems = new ArrayList<>(runs.unknownKeys(KEYS));
        String known = review.text().strip();
        if (!REVIEWS.contains(known)) {
            problems.add(review.problem(
                    "'" + review.text() + "' is not known here",
                    "Write none (messages leave by themselves), first (the first runs are proposals), all (all runs are)"
                            + " or shadow (nothing leaves)."));
        }
        for (String key : List.of(FIRST_RUNS, AT_MOST)) {
            YamlNode count = runs.get(key);
            if (count != null && !COUNT.matcher(count.text().strip()).matches()) {
                problems.add(count.problem("'" + count.text() + "' is no count", "Write a whole number from 1."));
            }
        }
        reviewed(runs.get(FIRST_RUNS), known, List.of("first"), problems);
        reviewed(runs.get(AT_MOST), known, List.of("first", "all"), problems);
        return problems;
    }

    /** What would have no effect is rather a mistake than a wish. */
    private static void reviewed(YamlNode key, String review, List<String> reviews, List<Problem> problems) {
        if (key != null && REVIEWS.contains(review) && !reviews.contains(review)) {
            problems.add(key.problem(
                    "this has no effect with review: " + review,
                    "It goes with review: " + String.join(" or ", reviews) + "; take it out, or change the review."));
        }
    }

    private static Integer count(YamlNode node, Integer otherwise) {
        return node == null ? otherwise : Integer.valueOf(node.text().strip());
    }
}
