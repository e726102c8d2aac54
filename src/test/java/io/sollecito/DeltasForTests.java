package io.sollecito;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The mapping {@code sap-fbl5n} for a source that delivers what changed. */
public final class DeltasForTests {

    private DeltasForTests() {}

    /** @return a folder of mappings below {@code work}; nodes that share it write the same */
    public static Path mappings(Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("mappings"));
        Path whole = Files.createTempFile(folder, "mapping", null);
        Files.writeString(
                whole,
                Files.readString(Path.of("mappings/sap-fbl5n.yaml")).replace("delivers: snapshot", "delivers: delta"));
        Files.move(whole, folder.resolve("sap-fbl5n.yaml"), StandardCopyOption.ATOMIC_MOVE);
        return folder;
    }
}
