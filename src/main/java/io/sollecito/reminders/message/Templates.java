package io.sollecito.reminders.message;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All message templates, compiled once. */
public final class Templates {

    private final Map<Language, Map<String, MessageTemplate>> messages = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, String>> labels;
    private final Filling statement;

    private Templates(TemplateFolder folder) {
        labels = folder.labels();
        statement = Filling.html(folder.layouts().get("statement.html"));
        folder.messages().forEach((language, texts) -> {
            Map<String, MessageTemplate> compiled = new TreeMap<>();
            texts.forEach((name, words) -> compiled.put(name, new MessageTemplate(words, folder.layouts())));
            messages.put(language, compiled);
        });
    }

    /** Everything that is wrong in a folder of templates. */
    public static List<Problem> check(Path folder) {
        return TemplateFolder.read(folder).problems();
    }

    /** Everything that is wrong in one file of a message's words, without regard to the other languages. */
    public static List<Problem> checkMessage(YamlNode root, List<String> lines) {
        return MessageText.check(root, lines);
    }

    /** @throws ProblemsFound with everything that is wrong in the folder */
    public static Templates load(Path folder) {
        TemplateFolder read = TemplateFolder.read(folder);
        if (!read.problems().isEmpty()) {
            throw new ProblemsFound(read.problems());
        }
        return new Templates(read);
    }

    /** The templates' names, such as first-reminder, for checking plans. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        messages.values().forEach(texts -> names.addAll(texts.keySet()));
        return names;
    }

    /** The first of these languages that there are templates in; else English, else any. */
    Language language(String wanted, String otherwise) {
        return Language.of(wanted)
                .filter(messages::containsKey)
                .or(() -> Language.of(otherwise).filter(messages::containsKey))
                .orElseGet(() -> messages.containsKey(Language.EN)
                        ? Language.EN
                        : messages.keySet().iterator().next());
    }

    /** @throws MessageHeld when there is no such template */
    MessageTemplate message(Language language, String name) {
        MessageTemplate found = messages.get(language).get(name);
        if (found == null) {
            throw new MessageHeld("there is no template '" + name + "' in language " + language.code());
        }
        return found;
    }

    /**
     * Whether that template has words for that channel, in the language that they are written in.
     *
     * @param wanted the debtor's language, or null
     * @param otherwise the creditor's
     */
    public boolean speaks(String name, String channel, String wanted, String otherwise) {
        MessageTemplate found = messages.get(language(wanted, otherwise)).get(name);
        return found != null && found.speaks(channel);
    }

    Map<String, String> labels(Language language) {
        return labels.get(language);
    }

    Filling statement() {
        return statement;
    }
}
