package io.sollecito.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who copies a route from docs/connectors.md has a route that is right, but for the secrets, which are his own. */
class ConnectorsPageTest {

    private static final Pattern ROUTE = Pattern.compile("```yaml\n(- templatedRoute:.*?)```", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("routeId: (\\S+)");

    @TempDir
    private Path house;

    @Test
    void every_route_on_the_page_passes_the_check() throws IOException {
        Path templates = Files.createDirectories(house.resolve("routes/templates"));
        try (Stream<Path> shipped = Files.list(Path.of("routes/templates"))) {
            for (Path template : shipped.toList()) {
                Files.copy(template, templates.resolve(template.getFileName()));
            }
        }
        Matcher route = ROUTE.matcher(Files.readString(Path.of("docs/connectors.md")));
        int routes = 0;
        while (route.find()) {
            Matcher id = ID.matcher(route.group(1));
            assertThat(id.find()).isTrue();
            Files.writeString(house.resolve("routes").resolve(id.group(1) + ".camel.yaml"), route.group(1));
            routes++;
        }

        List<Problem> problems = new RouteCheck(
                        house.resolve("routes"),
                        Path.of("mappings"),
                        List.of("MINE-IT"),
                        new KnownProperties(Set.of(), name -> null))
                .problems();

        assertThat(routes).isGreaterThanOrEqualTo(4);
        assertThat(problems)
                .filteredOn(problem -> !problem.message().matches("my\\S+ is not set|mine\\S+ is not set"))
                .isEmpty();
    }
}
