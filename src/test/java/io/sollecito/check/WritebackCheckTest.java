package io.sollecito.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Routes that write back name a layout that there is, say who posts, and are the only ones to their ERP. */
class WritebackCheckTest {

    private static final Path OFF = Path.of("routes/writeback-acme.camel.yaml.off");

    @TempDir
    private Path root;

    @Test
    void acmes_write_back_has_no_problem_once_it_is_switched_on() throws IOException {
        house();
        Files.copy(OFF, root.resolve("routes/writeback-acme.camel.yaml"));

        assertThat(new Check(House.read(root)).problems()).isEmpty();
    }

    @Test
    void a_layout_that_is_not_there_another_word_and_a_second_route_to_one_erp_are_told() throws IOException {
        house();
        Files.copy(OFF, root.resolve("routes/writeback-acme.camel.yaml"));
        Files.writeString(
                root.resolve("routes/writeback-twice.camel.yaml"),
                Files.readString(OFF)
                        .replace("routeId: writeback-acme", "routeId: writeback-twice")
                        .replace("value: hub}", "value: both}")
                        .replace("{name: layout, value: sap}", "{name: layout, value: sapp}"));

        assertThat(new Check(House.read(root)).problems())
                .extracting(problem -> problem.line() + ": " + problem.message())
                .containsExactly(
                        "8: source 'sap' is written back by another route already",
                        "9: 'both' cannot post payments",
                        "10: there is no layout 'sapp'");
    }

    private void house() throws IOException {
        for (String folder : new String[] {"config", "mappings", "reminders", "routes"}) {
            FileSystemUtils.copyRecursively(Path.of(folder), root.resolve(folder));
        }
    }
}
