package io.sollecito.delivery.print;

import io.sollecito.delivery.print.bill.BillForm;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/print/*.yaml}: what creditors have agreed with their print houses, one file per print house. */
public final class PrintProfiles {

    private PrintProfiles() {}

    /**
     * The profiles by creditor; a creditor without one posts no letters.
     *
     * @throws ProblemsFound with the problems of all files at once
     */
    public static Map<String, PrintProfile> load(Path folder) {
        List<Problem> problems = new ArrayList<>();
        Map<String, PrintProfile> profiles = read(folder, null, problems);
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return profiles;
    }

    /**
     * How bills are written, by creditor.
     *
     * @throws ProblemsFound with the problems of all files at once
     */
    public static Map<String, BillForm> bills(Path folder) {
        Map<String, BillForm> forms = new HashMap<>();
        load(folder).forEach((creditor, profile) -> forms.put(creditor, profile.bill()));
        return forms;
    }

    /** Everything that is wrong in a folder; {@code creditors} are the codes that there are. */
    public static List<Problem> check(Path folder, Collection<String> creditors) {
        List<Problem> problems = new ArrayList<>();
        read(folder, creditors, problems);
        return problems;
    }

    /** The creditors that files of a folder name, whatever else is wrong there. */
    public static Set<String> creditors(Path folder) {
        return Set.copyOf(read(folder, null, new ArrayList<>()).keySet());
    }

    /** Everything that is wrong in one file. */
    public static List<Problem> checkFile(Path file, Collection<String> creditors) {
        List<Problem> problems = new ArrayList<>();
        read(file, creditors, new HashMap<>(), problems);
        return problems;
    }

    private static Map<String, PrintProfile> read(Path folder, Collection<String> creditors, List<Problem> problems) {
        Map<String, PrintProfile> profiles = new HashMap<>();
        for (Path file : Yaml.files(folder)) {
            read(file, creditors, profiles, problems);
        }
        return profiles;
    }

    private static void read(
            Path file, Collection<String> creditors, Map<String, PrintProfile> profiles, List<Problem> problems) {
        try {
            YamlNode node = Yaml.read(file);
            ProfileReader reader = new ProfileReader(node);
            reader.read().forEach((creditor, profile) -> {
                YamlNode sender = node.get("creditors").get(creditor);
                if (profiles.putIfAbsent(creditor, profile) != null) {
                    problems.add(sender.problem(
                            "creditor " + creditor + " has a print house already",
                            "Name it in one file only: its letters go to one print house."));
                }
                if (creditors != null && !creditors.contains(creditor)) {
                    problems.add(sender.problem(
                            "there is no creditor " + creditor, "Known are " + String.join(", ", creditors) + "."));
                }
            });
            reader.problems().stream().distinct().forEach(problems::add);
        } catch (ProblemsFound unreadable) {
            problems.addAll(unreadable.problems());
        }
    }
}
