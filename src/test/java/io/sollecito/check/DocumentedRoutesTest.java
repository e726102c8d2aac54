package io.sollecito.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever copies a route out of {@code docs/connectors.md} copies one that the check finds right. */
class DocumentedRoutesTest {

    private static final Pattern ROUTE = Pattern.compile("(?s)```yaml\n(- templatedRoute:.*?routeId: (\\S+).*?)```");
    private static final List<String> CREDITORS = List.of("MINE-IT", "MINE-SE");

    @TempDir
    Path house;

    @Test
    void every_route_that_is_shown_has_no_problem() throws IOException {
        Path templates = Files.createDirectories(house.resolve("routes/templates"));
        try (Stream<Path> shipped = Files.list(Path.of("routes/templates"))) {
            for (Path template : shipped.toList()) {
                Files.copy(template, templates.resolve(template.getFileName()));
            }
        }
        List<MatchResult> shown = ROUTE.matcher(Files.readString(Path.of("docs/connectors.md")))
                .results()
                .toList();
        for (MatchResult route : shown) {
            Files.writeString(house.resolve("routes/" + route.group(2) + ".camel.yaml"), route.group(1));
        }

        assertThat(shown).hasSizeGreaterThanOrEqualTo(4);
        assertThat(new RouteCheck(
                                house.resolve("routes"),
                                Path.of("mappings"),
                                CREDITORS,
                                new KnownProperties(List.of(), name -> "set"))
                        .problems())
                .isEmpty();
    }
}
