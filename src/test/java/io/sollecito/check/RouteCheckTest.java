package io.sollecito.check;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of mistakes in {@code errors/routes}: each broken file has beside it what the user is told. */
class RouteCheckTest {

    private static final List<String> CREDITORS = List.of("ACME-IT", "LUMIERE-FR");

    private static final Map<String, String> SET =
            Map.of("acme.sap.host", "sftp", "acme.sap.password", "secret", "acme.sap.port", "ssh");
    private static final KnownProperties PROPERTIES = new KnownProperties(SET.keySet(), SET::get);

    @TempDir
    Path house;

    static Stream<Path> instances() throws IOException {
        return catalogue("instances");
    }

    static Stream<Path> templates() throws IOException {
        return catalogue("templates");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("instances")
    void a_broken_route_is_reported_as_the_catalogue_says(Path file) throws IOException {
        build();
        Files.copy(file, house.resolve("routes").resolve(file.getFileName()));

        assertThat(told()).isEqualTo(expected(file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void a_broken_template_is_reported_as_the_catalogue_says(Path file) throws IOException {
        build();
        Files.copy(file, house.resolve("routes/templates").resolve(file.getFileName()));

        assertThat(told()).isEqualTo(expected(file));
    }

    @Test
    void two_files_with_one_route_id_are_reported() throws IOException {
        build();
        String route = Files.readString(errors().resolve("instances/correct.camel.yaml"));
        Files.writeString(house.resolve("routes/correct.camel.yaml"), route);
        Files.writeString(house.resolve("routes/copy.camel.yaml"), route);

        assertThat(told())
                .contains("routes/copy.camel.yaml:3:14: routeId 'correct' is not the file's name")
                .contains("routes/correct.camel.yaml:3:14: routeId 'correct' exists already");
    }

    @Test
    void a_connector_whose_client_is_not_there_is_reported_where_it_is_used() throws IOException {
        build();
        Files.writeString(house.resolve("routes/templates/telex.camel.yaml"), """
                - routeTemplate:
                    id: telex
                    route:
                      from:
                        uri: direct:telex
                        steps:
                          - to: {uri: "telex:{{acme.sap.host}}"}
                """);
        assertThat(told()).isBlank();

        Files.writeString(house.resolve("routes/telex-acme.camel.yaml"), """
                - templatedRoute:
                    routeTemplateRef: telex
                    routeId: telex-acme
                """);
        assertThat(told()).isEqualTo("""
                routes/telex-acme.camel.yaml:2:23: template telex needs Camel's component 'telex', which is not in lib/
                        routeTemplateRef: telex
                                          ^
                    Put camel-telex into lib/ with what it needs. If pom.xml has a profile telex, that does it: mvn -B -q -Ptelex -DskipTests package
                """);
    }

    @Test
    void a_bank_whose_mapping_makes_no_statements_is_reported() throws IOException {
        build();
        Files.writeString(house.resolve("routes/templates/lists.camel.yaml"), """
                - routeTemplate:
                    id: lists
                    parameters: [{name: mapping}]
                    from:
                      uri: file
                      parameters: {directoryName: "{{mapping}}", scheduler.kind: bank}
                      steps: []
                """);
        Files.writeString(house.resolve("routes/lists-acme.camel.yaml"), """
                - templatedRoute:
                    routeTemplateRef: lists
                    routeId: lists-acme
                    parameters:
                      - {name: mapping, value: changes}
                """);
        assertThat(told()).isEqualTo("""
                routes/lists-acme.camel.yaml:5:32: mapping 'changes' makes no statements of files
                          - {name: mapping, value: changes}
                                                   ^
                    Name one with records of kind statement.
                """);

        Files.copy(Path.of("mappings/bank-de-vr.yaml"), house.resolve("mappings/changes.yaml"), REPLACE_EXISTING);
        assertThat(told()).isBlank();
    }

    @Test
    void a_time_of_day_that_is_none_is_reported() throws IOException {
        build();
        Files.writeString(house.resolve("routes/templates/nightly.camel.yaml"), """
                - routeTemplate:
                    id: nightly
                    parameters: [{name: keysAfter}]
                    route:
                      from:
                        uri: "direct:{{keysAfter}}"
                        steps: []
                """);
        Files.writeString(house.resolve("routes/nightly-acme.camel.yaml"), """
                - templatedRoute:
                    routeTemplateRef: nightly
                    routeId: nightly-acme
                    parameters: [{name: keysAfter, value: "2 am"}]
                """);
        assertThat(told()).contains("'2 am' is no time of day").contains("Write it like 02:00, in quotes.");
    }

    @Test
    void a_house_without_routes_has_no_problems() {
        assertThat(new RouteCheck(house.resolve("routes"), house.resolve("mappings"), CREDITORS, PROPERTIES).problems())
                .isEmpty();
    }

    private String told() {
        return new RouteCheck(house.resolve("routes"), house.resolve("mappings"), CREDITORS, PROPERTIES)
                .problems().stream()
                        .map(Problem::toString)
                        .map(text -> text.replace(house.toString() + "/", ""))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private void build() throws IOException {
        Files.createDirectories(house.resolve("routes/templates"));
        Files.createDirectories(house.resolve("mappings"));
        copy("house/templates/erp-sftp.camel.yaml", "routes/templates/erp-sftp.camel.yaml");
        copy("house/templates/erp-ftps.camel.yaml", "routes/templates/erp-ftps.camel.yaml");
        for (String mapping : List.of("sap-fbl5n", "changes", "either-way")) {
            copy("house/mappings/" + mapping + ".yaml", "mappings/" + mapping + ".yaml");
        }
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(errors().resolve(from), house.resolve(to));
    }

    private static String expected(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".camel.yaml", ".expected.txt");
        return Files.readString(file.resolveSibling(name));
    }

    private static Stream<Path> catalogue(String folder) throws IOException {
        return Files.list(errors().resolve(folder))
                .filter(file -> file.toString().endsWith(".camel.yaml"))
                .sorted();
    }

    private static Path errors() {
        try {
            return Path.of(RouteCheckTest.class.getResource("/errors/routes").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
