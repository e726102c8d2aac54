package io.sollecito.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of mistakes in {@code errors/routes/api}: routes to an API whose parameters are wrong, or do not go together. */
class ApiCheckTest {

    @TempDir
    Path house;

    static Stream<Path> instances() throws IOException {
        return Files.list(catalogue())
                .filter(file -> file.toString().endsWith(".camel.yaml"))
                .sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("instances")
    void a_route_that_cannot_work_is_reported_as_the_catalogue_says(Path file) throws IOException {
        Path templates = Files.createDirectories(house.resolve("routes/templates"));
        Files.copy(catalogue().resolve("erp-api.template.yaml"), templates.resolve("erp-api.camel.yaml"));
        Files.copy(file, house.resolve("routes").resolve(file.getFileName()));

        String told = new RouteCheck(
                        house.resolve("routes"),
                        house.resolve("mappings"),
                        List.of(),
                        new KnownProperties(List.of(), name -> "set"))
                .problems().stream()
                        .map(Problem::toString)
                        .map(text -> text.replace(house + "/", ""))
                        .collect(Collectors.joining("\n", "", "\n"));

        assertThat(told)
                .isEqualTo(Files.readString(
                        file.resolveSibling(file.getFileName().toString().replace(".camel.yaml", ".expected.txt"))));
    }

    private static Path catalogue() {
        try {
            return Path.of(ApiCheckTest.class.getResource("/errors/routes/api").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
