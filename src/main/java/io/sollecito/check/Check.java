package io.sollecito.check;

import io.sollecito.creditors.CreditorFiles;
import io.sollecito.delivery.print.PrintProfiles;
import io.sollecito.mapping.Mapping;
import io.sollecito.model.Creditor;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.reconciliation.NotOursRules;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.disputes.DisputeReasons;
import io.sollecito.reminders.message.Templates;
import io.sollecito.reminders.simulation.BehaviourFile;
import io.sollecito.reminders.simulation.SendingCosts;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks all files of a house before anything starts; every problem is told at once. */
public final class Check {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingLong(Problem::line).thenComparingLong(Problem::column);

    /** A language's templates lie two folders below the reminders. */
    private static final int DEEPEST = 3;

    private static final String SECRETS = "sollecito.signing.";

    private final House house;

    public Check(House house) {
        this.house = house;
    }

    /** Every problem, by file, line and column; empty when all is well. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(house.problems());
        problems.addAll(misnamed());
        problems.addAll(creditors());
        problems.addAll(NotOursRules.check(house.creditors()));
        problems.addAll(PrintProfiles.check(house.print(), creditorCodes()));
        problems.addAll(routes().problems());
        problems.addAll(new WritebackCheck(house.routes(), house.writeback()).problems());
        Yaml.files(house.mappings()).forEach(file -> problems.addAll(Mapping.check(file)));
        problems.addAll(ChargeRules.check(house.reminders()));
        problems.addAll(SendingCosts.check(house.reminders()));
        problems.addAll(BehaviourFile.check(house.reminders()));
        problems.addAll(DisputeReasons.check(house.reminders()));
        problems.addAll(ReturnTimes.check(house.reminders()));
        problems.addAll(new PlanCheck(house.reminders()).problems());
        problems.addAll(Templates.check(house.reminders().resolve("templates")));
        problems.addAll(texts().problems());
        return problems.stream().distinct().sorted(BY_PLACE).toList();
    }

    /** How many parts the text messages take, a line each. */
    public List<String> smsTexts() {
        return texts().lines();
    }

    private SmsTexts texts() {
        return SmsTexts.of(house.reminders().resolve("templates"), loadedCreditors());
    }

    /** What is no mistake but should be meant: connections that a creditor does not have. */
    public List<Problem> notes() {
        Map<String, Set<String>> kinds = routes().kinds();
        Set<String> posting = PrintProfiles.creditors(house.print());
        return codes().stream()
                .flatMap(code -> new MissingConnections(
                                code, kinds.getOrDefault(code.text().strip(), Set.of()), posting)
                        .notes().stream())
                .toList();
    }

    private RouteCheck routes() {
        return new RouteCheck(house.routes(), house.mappings(), creditorCodes(), house.properties());
    }

    /** The problems of these files or folders only; a file outside the house is checked as what its content says it is. */
    public List<Problem> problems(List<Path> wanted) {
        List<Problem> all = problems();
        List<Problem> problems = new ArrayList<>();
        for (Path file : wanted) {
            if (!Files.isReadable(file)) {
                problems.add(Problem.of(file.toString(), "cannot be read", "Check that the file exists."));
            } else if (isOfTheHouse(file)) {
                all.stream()
                        .filter(problem -> plain(Path.of(problem.file())).startsWith(plain(file)))
                        .forEach(problems::add);
            } else {
                problems.addAll(new LooseFile(file, house, creditorCodes(), loadedCreditors()).problems());
            }
        }
        return problems.stream().distinct().sorted(BY_PLACE).toList();
    }

    private boolean isOfTheHouse(Path file) {
        return Files.isDirectory(file)
                || folders().anyMatch(folder -> plain(file).startsWith(plain(folder)))
                || plain(file).equals(plain(house.creditors().resolveSibling(NotOursRules.FILE)))
                || plain(file).endsWith(Path.of("config", "application.yaml"));
    }

    private static Path plain(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private List<Problem> creditors() {
        try {
            return CreditorFiles.load(house.creditors()).stream()
                    .filter(creditor -> creditor.howToPay().link() != null
                            && creditor.howToPay().link().isSigned()
                            && !house.properties().isSet(SECRETS + creditor.code()))
                    .flatMap(creditor -> unsigned(creditor.code()))
                    .toList();
        } catch (ProblemsFound found) {
            return found.problems();
        }
    }

    private Stream<Problem> unsigned(String creditor) {
        return nodes().filter(file -> file.get("creditor").text().strip().equals(creditor))
                .map(file -> file.get("paymentLink")
                        .problem(
                                "nothing signs this payment link: " + SECRETS + creditor + " is not set",
                                "Give it in config/application.yaml by reference, or leave {signature} out."));
    }

    /** None when one of their files has a problem. */
    private List<Creditor> loadedCreditors() {
        try {
            return CreditorFiles.load(house.creditors());
        } catch (ProblemsFound toldAlready) {
            return List.of();
        }
    }

    private TreeSet<String> creditorCodes() {
        return codes().stream().map(YamlNode::text).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of files with problems too: what is wrong there is told once, not again by every route. */
    private List<YamlNode> codes() {
        return nodes().map(file -> file.get("creditor")).toList();
    }

    private Stream<YamlNode> nodes() {
        List<YamlNode> nodes = new ArrayList<>();
        for (Path file : Yaml.files(house.creditors())) {
            try {
                YamlNode node = Yaml.read(file);
                if (node.get("creditor") != null) {
                    nodes.add(node);
                }
            } catch (ProblemsFound toldAlready) {
                continue;
            }
        }
        return nodes.stream();
    }

    /** Files that look as if they were read and are not. */
    private List<Problem> misnamed() {
        return folders()
                .filter(Files::isDirectory)
                .flatMap(Check::filesIn)
                .filter(file -> file.toString().endsWith(".yml"))
                .map(file -> Problem.of(
                        file.toString(), "is not read: its name ends with .yml", "Rename it to end with .yaml."))
                .toList();
    }

    private Stream<Path> folders() {
        return Stream.of(
                house.routes(),
                house.mappings(),
                house.reminders(),
                house.creditors(),
                house.print(),
                house.writeback());
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
