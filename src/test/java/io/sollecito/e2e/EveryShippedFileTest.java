package io.sollecito.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.check.Check;
import io.sollecito.check.House;
import io.sollecito.creditors.CreditorFiles;
import io.sollecito.mapping.Mapping;
import io.sollecito.reminders.message.Templates;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.ReminderPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an integrator finds in the folders is what he copies: every file of them is sound. */
class EveryShippedFileTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path CREDITORS = Path.of("config/creditors");

    @Test
    void routes_and_templates_have_no_problem() {
        assertThat(files(ROUTES, ".camel.yaml")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(files(ROUTES.resolve("templates"), ".camel.yaml")).hasSizeGreaterThanOrEqualTo(6);
        Check shipped = new Check(House.read(Path.of("")));
        assertThat(shipped.problems(List.of(ROUTES))).isEmpty();
        assertThat(shipped.notes()).isEmpty();
    }

    @Test
    void connections_hold_nothing_but_an_instance_of_a_connector() {
        assertThat(files(ROUTES, ".yaml"))
                .allSatisfy(file -> assertThat(code(file)).first().isEqualTo("- templatedRoute:"));
    }

    @Test
    void no_connection_holds_a_secret() {
        assertThat(files(ROUTES, ".yaml"))
                .allSatisfy(file -> assertThat(code(file))
                        .filteredOn(line -> line.contains("name: password"))
                        .allSatisfy(line -> assertThat(line).contains("value: \"{{")));
    }

    @Test
    void mappings_have_no_problem_and_say_what_they_are_for() {
        assertThat(files(MAPPINGS, ".yaml")).hasSizeGreaterThanOrEqualTo(2).allSatisfy(file -> {
            assertThat(Mapping.check(file)).isEmpty();
            assertThat(lines(file)).first().asString().startsWith("# ");
        });
    }

    @Test
    void every_plan_loads_and_names_templates_that_there_are() {
        Set<String> templates = Templates.load(Path.of("reminders/templates")).names();
        List<ReminderPlan> plans = plansInTheirOrder();
        Set<String> wanted = plans.stream()
                .flatMap(plan -> plan.steps().stream().map(step -> step.template()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());

        assertThat(plans)
                .extracting(ReminderPlan::name)
                .contains("consumers", "default", "key-accounts", "standard-de", "standard-fr", "standard-it");
        assertThat(wanted).isNotEmpty().isSubsetOf(templates);
    }

    @Test
    void somebody_is_reminded_whoever_he_is() {
        List<ReminderPlan> plans = plansInTheirOrder();

        assertThat(plans.get(plans.size() - 1).condition()).isNull();
    }

    private static List<ReminderPlan> plansInTheirOrder() {
        return files(Path.of("reminders/plans"), ".yaml").stream()
                .map(PlanLoader::load)
                .sorted(Comparator.comparingInt(ReminderPlan::order))
                .toList();
    }

    @Test
    void every_language_has_every_template() {
        assertThat(Templates.check(Path.of("reminders/templates"))).isEmpty();
        for (String language : List.of("de", "en", "fr", "it")) {
            assertThat(files(Path.of("reminders/templates", language), ".yaml"))
                    .extracting(file -> file.getFileName().toString())
                    .as(language)
                    .containsExactlyElementsOf(files(Path.of("reminders/templates/en"), ".yaml").stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void creditors_are_complete_and_their_logos_are_there() {
        assertThat(CreditorFiles.load(CREDITORS)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(creditor -> {
            assertThat(creditor.accounts()).isNotEmpty();
            assertThat(Path.of(creditor.letterhead().logo())).isRegularFile();
        });
    }

    private static List<String> code(Path file) {
        return lines(file).stream()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
