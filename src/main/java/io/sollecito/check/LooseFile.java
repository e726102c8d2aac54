package io.sollecito.check;

import io.sollecito.creditors.CreditorFiles;
import io.sollecito.delivery.print.PrintProfiles;
import io.sollecito.delivery.writeback.WritebackLayouts;
import io.sollecito.mapping.Mapping;
import io.sollecito.model.Creditor;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.reconciliation.NotOursRules;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.disputes.DisputeReasons;
import io.sollecito.reminders.message.Templates;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.simulation.BehaviourFile;
import io.sollecito.reminders.simulation.SendingCosts;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A file that lies outside the house: its content says what it is, and the house what it may refer to. */
final class LooseFile {

    private final Path file;
    private final House house;
    private final Collection<String> creditors;
    private final Collection<Creditor> loaded;

    /** @param loaded the creditors, for how long their texts become */
    LooseFile(Path file, House house, Collection<String> creditors, Collection<Creditor> loaded) {
        this.file = file;
        this.house = house;
        this.creditors = creditors;
        this.loaded = loaded;
    }

    List<Problem> problems() {
        try {
            YamlNode root = Yaml.read(file);
            if (root.isList()
                    && root.list().stream().anyMatch(entry -> has(entry, "templatedRoute", "routeTemplate"))) {
                return new RouteCheck(house.routes(), house.mappings(), creditors, house.properties()).problemsOf(file);
            }
            if (has(root, "source", "records")) {
                return Mapping.check(file);
            }
            if (has(root, "plan", "steps")) {
                return plan(root);
            }
            if (has(root, "rates", "countries")) {
                return ChargeRules.check(root);
            }
            if (has(root, "behaviour", "payers")) {
                return BehaviourFile.check(root);
            }
            if (has(root, "costs")) {
                return SendingCosts.check(root);
            }
            if (has(root, "disputes")) {
                return DisputeReasons.check(root);
            }
            if (has(root, "collections")) {
                return ReturnTimes.check(root);
            }
            if (has(root, "rules", "shipped")) {
                return NotOursRules.check(root);
            }
            if (has(root, "profile", "products")) {
                return PrintProfiles.checkFile(file, creditors);
            }
            if (has(root, "layout", "columns")) {
                return WritebackLayouts.checkFile(file);
            }
            if (has(root, "creditor")) {
                return CreditorFiles.check(file);
            }
            if (has(root, "subject", "title", "body", "script")) {
                List<Problem> problems = new ArrayList<>(Templates.checkMessage(root, Files.readAllLines(file)));
                problems.addAll(SmsTexts.ofFile(file, loaded).problems());
                return problems;
            }
            return List.of(root.problem(
                    "this is nothing that the hub reads",
                    "A file begins with one of - templatedRoute, source, plan, rates, disputes, collections, behaviour, costs,"
                            + " rules, creditor, profile, layout or subject."));
        } catch (ProblemsFound broken) {
            return broken.problems();
        } catch (IOException unreadable) {
            return List.of(Problem.of(file.toString(), "cannot be read", "Check that the file exists."));
        }
    }

    private List<Problem> plan(YamlNode root) {
        List<Problem> problems = new ArrayList<>(new PlanCheck(house.reminders()).withoutWords(root));
        try {
            PlanLoader.load(file);
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
        }
        return problems;
    }

    private static boolean has(YamlNode map, String... keys) {
        return Stream.of(keys).anyMatch(key -> map.get(key) != null);
    }
}
