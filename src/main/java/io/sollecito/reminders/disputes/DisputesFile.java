package io.sollecito.reminders.disputes;

import io.sollecito.model.DisputeReason;
import io.sollecito.model.DisputeReason.Answer;
import io.sollecito.model.Problem;
import io.sollecito.reminders.message.DisputeAnswer;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code disputes.yaml}, collecting everything that is wrong in it. */
final class DisputesFile {

    static final List<String> KEYS = List.of("disputes");
    static final List<String> REASON_KEYS = List.of("code", "name", "days", "answers");
    static final List<String> LANGUAGES = List.of("it", "fr", "de", "en");
    static final List<String> ANSWER_KEYS = List.of("subject", "text");
    static final String CODE = "[a-z]+(-[a-z]+)*";
    private static final int MOST_DAYS = 365;

    private final List<Problem> problems = new ArrayList<>();
    private final List<DisputeReason> reasons = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    DisputesFile(YamlNode root) {
        problems.addAll(root.unknownKeys(KEYS));
        YamlNode disputes = root.get("disputes");
        if (disputes == null || !disputes.isList()) {
            problems.add(root.problem("'disputes' is no list", "Write one entry per reason, such as - code: price."));
            return;
        }
        disputes.list().forEach(this::read);
    }

    List<DisputeReason> reasons() {
        return List.copyOf(reasons);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void read(YamlNode entry) {
        if (!entry.isMap()) {
            problems.add(entry.problem("a reason has a code, a name, days and answers", "Such as - code: price."));
            return;
        }
        problems.addAll(entry.unknownKeys(REASON_KEYS));
        String code = text(entry, "code");
        String name = text(entry, "name");
        if (!code.isEmpty() && !code.matches(CODE)) {
            problems.add(entry.get("code").problem("'" + code + "' is no code", "Write small letters, such as no-invoice."));
        } else if (!code.isEmpty() && !codes.add(code)) {
            problems.add(entry.get("code").problem("code " + code + " stands twice", "Give each reason its own."));
        }
        int days = days(entry);
        Map<String, Answer> answers = answers(entry);
        reasons.add(new DisputeReason(code, name, days, answers));
    }

    private int days(YamlNode entry) {
        String given = text(entry, "days");
        if (given.isEmpty()) {
            return 0;
        }
        if (!given.matches("[1-9][0-9]{0,2}") || Integer.parseInt(given) > MOST_DAYS) {
            problems.add(entry.get("days")
                    .problem(
                            "'" + given + "' is no number of days",
                            "Write how long such a dispute holds, from 1 to " + MOST_DAYS + "."));
            return 0;
        }
        return Integer.parseInt(given);
    }

    private Map<String, Answer> answers(YamlNode entry) {
        YamlNode answers = entry.get("answers");
        if (answers == null || !answers.isMap()) {
            problems.add(entry.problem(
                    "'answers' is missing", "Write a subject and a text below each of it, fr, de and en."));
            return Map.of();
        }
        problems.addAll(answers.unknownKeys(LANGUAGES));
        Map<String, Answer> read = new HashMap<>();
        for (String language : LANGUAGES) {
            YamlNode answer = answers.get(language);
            if (answer == null || !answer.isMap()) {
                problems.add(answers.problem(
                        "the answer in '" + language + "' is missing", "Debtors are answered in their language: add it."));
                continue;
            }
            problems.addAll(answer.unknownKeys(ANSWER_KEYS));
            read.put(language, new Answer(template(answer, "subject"), template(answer, "text")));
        }
        return read;
    }

    private String template(YamlNode answer, String key) {
        String text = text(answer, key);
        DisputeAnswer.unknown(text)
                .forEach(name -> problems.add(answer.get(key)
                        .problem(
                                "[[" + name + "]] is no variable of an answer",
                                "Use one of " + String.join(", ", DisputeAnswer.VARIABLES) + ".")));
        return text;
    }

    private String text(YamlNode node, String key) {
        YamlNode value = node.get(key);
        if (value == null || !value.isText() || value.text().isBlank()) {
            problems.add(node.problem("'" + key + "' is missing", "Add it: every reason has it."));
            return "";
        }
        return value.text().strip();
    }
}
