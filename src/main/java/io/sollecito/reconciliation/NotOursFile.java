package io.sollecito.reconciliation;

import io.sollecito.model.Problem;
import io.sollecito.reconciliation.NotOursRule.Money;
import io.sollecito.yaml.CheckedFields;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a file of rules for money that is no debtor's, and collects what is wrong with it. */
final class NotOursFile {

    static final List<String> KEYS = List.of("rules", "shipped");
    static final List<String> RULE_KEYS =
            List.of("name", "reason", "money", "words", "from", "iban", "code", "account", "always");
    static final List<String> TELLING = List.of("words", "from", "iban", "code", "account");
    static final List<String> MONEY = List.of("in", "out");
    static final List<String> YES_NO = List.of("true", "false");

    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private final YamlNode root;
    private final List<Problem> problems = new ArrayList<>();
    private final Checked fields = new Checked(problems);

    private static final class Checked extends CheckedFields {
        Checked(List<Problem> problems) {
            super(problems);
        }
    }

    NotOursFile(YamlNode root) {
        this.root = root;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Whether the shipped rules follow. */
    boolean withShipped() {
        return fields.oneOf(root, "shipped", YES_NO, "true").equals("true");
    }

    List<NotOursRule> rules() {
        if (!root.isMap() || root.get("rules") == null) {
            fields.wrong(
                    root, "there are no 'rules'", "Begin with 'rules:' and a list; rules: [] for none of your own.");
            return List.of();
        }
        fields.addAll(root.unknownKeys(KEYS));
        withShipped();
        List<NotOursRule> rules = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (YamlNode node : root.get("rules").list()) {
            if (!node.isMap()) {
                fields.wrong(
                        node, "a rule is a map", "Such as {name: parking, reason: parking fees, words: [Parken]}.");
                continue;
            }
            rules.add(rule(node));
            String name = text(node, "name");
            if (names.contains(name)) {
                fields.wrong(node, "a rule '" + name + "' stands above already", "Give each rule a name of its own.");
            }
            names.add(name);
        }
        return rules;
    }

    private NotOursRule rule(YamlNode node) {
        fields.addAll(node.unknownKeys(RULE_KEYS));
        for (String key : List.of("name", "reason")) {
            if (text(node, key).isBlank()) {
                fields.wrong(node, "a rule needs a '" + key + "'", "People are told it with each payment: add it.");
            }
        }
        if (TELLING.stream().allMatch(key -> node.get(key) == null)) {
            fields.wrong(
                    node,
                    "the rule would fit every payment",
                    "Say by what it knows them: " + String.join(", ", TELLING) + ".");
        }
        String money = fields.oneOf(node, "money", MONEY, "both").toUpperCase(Locale.ROOT);
        List<String> words = words(node, "words");
        List<String> names = words(node, "from");
        List<String> codes = words(node, "code");
        return new NotOursRule(
                text(node, "name"),
                text(node, "reason"),
                Money.valueOf(money),
                words.isEmpty() ? null : NotOursRule.anyWord(words),
                names.isEmpty() ? null : NotOursRule.anyWord(names),
                accounts(node, "iban"),
                codes.isEmpty() ? null : NotOursRule.anyCode(codes),
                accounts(node, "account"),
                fields.oneOf(node, "always", YES_NO, "false").equals("true"));
    }

    private List<String> words(YamlNode node, String key) {
        List<String> words = new ArrayList<>();
        if (node.get(key) != null) {
            for (YamlNode word : node.get(key).list()) {
                if (LETTER.matcher(word.text()).find()) {
                    words.add(word.text().strip());
                } else {
                    fields.wrong(
                            word, "this is no word to look for", "Write one with letters or digits, or leave it out.");
                }
            }
        }
        return words;
    }

    private Set<String> accounts(YamlNode node, String key) {
        return words(node, key).stream()
                .map(account -> account.replace(" ", "").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String text(YamlNode node, String key) {
        YamlNode value = node.get(key);
        return value == null ? "" : value.text().strip();
    }
}
