package io.sollecito.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.app.HubSettings;
import io.sollecito.model.Problem;
import io.sollecito.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** The whole house is checked at once; {@code errors} is the catalogue of mistakes, each with what the user is told. */
class CheckTest {

    private static final Path CATALOGUE = Path.of("src/test/resources/errors");

    @TempDir
    Path root;

    static Stream<Path> mistakes() {
        return Stream.of(
                        "mapping",
                        "plan",
                        "behaviour",
                        "costs",
                        "rates",
                        "disputes",
                        "message",
                        "creditor",
                        "print",
                        "not-ours",
                        "collections",
                        "writeback")
                .flatMap(kind -> Yaml.files(CATALOGUE.resolve(kind)).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_is_reported_as_the_catalogue_says(Path file) throws IOException {
        String told = new Check(House.read(Path.of("")))
                .problems(List.of(file)).stream()
                        .map(problem -> problem.toString().replace(CATALOGUE + "/", ""))
                        .collect(Collectors.joining("\n", "", "\n"));

        String name = file.getFileName().toString().replace(".yaml", ".expected.txt");
        assertThat(told).isEqualTo(Files.readString(file.resolveSibling(name)));
    }

    @Test
    void the_shipped_house_has_no_problem() {
        assertThat(new Check(House.read(Path.of(""))).problems()).isEmpty();
    }

    @Test
    void the_problems_of_all_kinds_of_files_are_told_at_once_by_file_and_line() throws IOException {
        brokenHouse();

        assertThat(new Check(House.read(root)).problems())
                .extracting(problem ->
                        root.relativize(Path.of(problem.file())) + ":" + problem.line() + ": " + problem.message())
                .containsExactly(
                        "config/application.yaml:6: unknown key 'heartbeet'",
                        "config/creditors/acme-it.yaml:6: 'Rome' is no time zone",
                        "mappings/sap-fbl5n.yaml:22: decimal and grouping must be two different characters, and no digits"
                                + " or signs",
                        "reminders/plans/standard-it.yaml:11: there is no template 'curtsey'",
                        "reminders/templates/de/thank-you.yaml:0: is missing, other languages have it",
                        "routes/erp-acme-sap.camel.yaml:9: 'dayly' is not what a connection can be expected to deliver");
    }

    @Test
    void one_file_is_told_without_the_others() throws IOException {
        brokenHouse();
        Check check = new Check(House.read(root));

        assertThat(check.problems(List.of(root.resolve("config/creditors/acme-it.yaml"))))
                .extracting(Problem::message)
                .containsExactly("'Rome' is no time zone");
        assertThat(check.problems(List.of(root.resolve("routes/bank-acme.camel.yaml"))))
                .isEmpty();
        assertThat(check.problems(List.of(root.resolve("reminders")))).hasSize(2);
        assertThat(check.problems(List.of(root.resolve("nothing.yaml"))))
                .extracting(Problem::message)
                .containsExactly("cannot be read");
    }

    @Test
    void a_creditor_without_a_connection_is_noted_and_no_problem() throws IOException {
        for (String folder : List.of("config", "mappings", "reminders", "routes")) {
            FileSystemUtils.copyRecursively(Path.of(folder), root.resolve(folder));
        }
        Files.delete(root.resolve("routes/mail-acme.camel.yaml"));
        Files.delete(root.resolve("routes/bank-acme.camel.yaml"));
        Files.delete(root.resolve("routes/print-answers-lumiere.camel.yaml"));
        Files.delete(root.resolve("routes/print-evidence-lumiere.camel.yaml"));
        Files.delete(root.resolve("config/print/routage-lyon.yaml"));

        Check check = new Check(House.read(root));

        assertThat(check.problems()).isEmpty();
        assertThat(check.notes())
                .extracting(note -> root.relativize(Path.of(note.file())) + ":" + note.line() + ": " + note.message())
                .containsExactly(
                        "config/creditors/acme-it.yaml:3: note: ACME-IT: no bank route: only the ERP says who has paid",
                        "config/creditors/acme-it.yaml:3: note: ACME-IT: no mail route: its e-mail steps and its digest"
                                + " can never leave",
                        "config/creditors/lumiere-fr.yaml:1: note: LUMIERE-FR: no print-answers route: what became of"
                                + " its letters is never known",
                        "config/creditors/lumiere-fr.yaml:1: note: LUMIERE-FR: no file of config/print names it:"
                                + " its letters can never leave");
    }

    @Test
    void a_setting_that_refers_to_nothing_is_told_with_its_place() throws IOException {
        Files.createDirectories(root.resolve("config"));
        Files.writeString(
                root.resolve("config/application.yaml"),
                "my:\n  erp:\n    password: ${NO_SUCH_VARIABLE}\n    user: ${NO_SUCH_USER:hub}\n    other: ${my.erp.user}\n");

        House house = House.read(root);

        assertThat(house.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
                .containsExactly("3:15: NO_SUCH_VARIABLE is not set");
        assertThat(house.properties().lookup().apply("my.erp.other")).isEqualTo("hub");
    }

    @Test
    void a_route_elsewhere_is_checked_against_the_templates_of_the_house() throws IOException {
        Path file = root.resolve("elsewhere.camel.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of("routes/erp-acme-sap.camel.yaml")).replace("ACME-IT", "ACNE-IT"));

        assertThat(new Check(House.read(Path.of(""))).problems(List.of(file)))
                .extracting(Problem::message)
                .containsExactly(
                        "routeId 'erp-acme-sap' is not the file's name",
                        "'ACNE-IT' is no creditor of config/creditors");
    }

    @Test
    void a_file_that_nothing_reads_is_told() throws IOException {
        for (String folder : List.of("config", "mappings", "reminders", "routes")) {
            FileSystemUtils.copyRecursively(Path.of(folder), root.resolve(folder));
        }
        rename("config/creditors/lumiere-fr.yaml", "config/creditors/lumiere-fr.yml");
        rename("reminders/plans/default.yaml", "reminders/plans/default.yml");
        rename("routes/mail-acme.camel.yaml", "routes/mail-acme.yaml");

        assertThat(new Check(House.read(root)).problems())
                .extracting(problem -> root.relativize(Path.of(problem.file())) + ": " + problem.message())
                .contains(
                        "config/creditors/lumiere-fr.yml: is not read: its name ends with .yml",
                        "reminders/plans/default.yml: is not read: its name ends with .yml",
                        "routes/mail-acme.yaml: is not loaded: its name does not end with .camel.yaml")
                .anyMatch(told -> told.endsWith("'LUMIERE-FR' is no creditor of config/creditors"));
    }

    private void rename(String from, String to) throws IOException {
        Files.move(root.resolve(from), root.resolve(to));
    }

    @Test
    void the_settings_that_may_be_written_are_those_that_are_read() {
        assertThat(Arrays.stream(HubSettings.class.getRecordComponents())
                        .map(component -> component.getName())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(House.SETTINGS);
    }

    private void brokenHouse() throws IOException {
        for (String folder : List.of("config", "mappings", "reminders", "routes")) {
            FileSystemUtils.copyRecursively(Path.of(folder), root.resolve(folder));
        }
        change("config/application.yaml", "sollecito:\n", "sollecito:\n  heartbeet: false\n");
        change("config/creditors/acme-it.yaml", "Europe/Rome", "Rome");
        change("mappings/sap-fbl5n.yaml", "grouping: \".\"", "grouping: \",\"");
        change("reminders/plans/standard-it.yaml", "template: courtesy", "template: curtsey");
        change("routes/erp-acme-sap.camel.yaml", "value: daily", "value: dayly");
        Files.delete(root.resolve("reminders/templates/de/thank-you.yaml"));
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(root.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(root.resolve(file), text.replace(from, to));
    }
}
