package io.sollecito.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoHouseTest {

    @TempDir
    private Path folder;

    @Test
    void it_holds_the_demo_companies_files_and_nothing_that_somebody_added() throws IOException {
        List<String> settings = DemoHouse.in(folder);

        assertThat(names("routes"))
                .hasSize(15)
                .allSatisfy(name -> assertThat(name).containsAnyOf("acme", "lumiere", "templates"));
        assertThat(names("mappings")).containsExactly("odoo.yaml", "sap-fbl5n.yaml");
        assertThat(names("config")).containsExactly("creditors");
        assertThat(settings)
                .contains("sollecito.routes=" + folder.resolve("routes"))
                .anySatisfy(setting -> assertThat(setting).startsWith("spring.config.location="));
    }

    private List<String> names(String of) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(of))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
