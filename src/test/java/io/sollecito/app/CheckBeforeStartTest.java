package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class CheckBeforeStartTest {

    @TempDir
    Path folder;

    @Test
    void a_broken_mapping_stops_the_start_before_anything_is_opened() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("mappings"), folder.resolve("mappings"));
        Path mapping = folder.resolve("mappings/sap-fbl5n.yaml");
        Files.writeString(mapping, Files.readString(mapping).replace("separator:", "seperator:"));

        ProblemsFound found = catchThrowableOfType(
                ProblemsFound.class,
                () -> HubApplication.builder()
                        .run(
                                "--sollecito.mappings=" + folder.resolve("mappings"),
                                "--sollecito.endpoint=" + folder.resolve("hub-endpoint.json"),
                                "--sollecito.ledger.url=jdbc:h2:file:" + folder.resolve("ledger")));

        assertThat(found.getMessage()).startsWith(mapping + ":18:3: unknown key 'seperator'");
        assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
        assertThat(folder.resolve("hub-endpoint.json")).doesNotExist();
    }
}
