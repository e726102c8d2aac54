package io.sollecito.app;

import io.sollecito.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Copies what lies on a mounted disk to a folder of our own. */
final class WorkingCopy {

    private WorkingCopy() {}

    private record State(long size, FileTime modified) {
        static State of(Path file) throws IOException {
            return new State(Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    /** The copy, by a name that is the same each time; empty when the file changed meanwhile. */
    static Optional<Path> of(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = Sha256.hex(file.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        Path copy = folder.resolve(name.substring(0, 32) + ".copy");
        State before = State.of(file);
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        if (State.of(file).equals(before) && Files.size(copy) == before.size()) {
            return Optional.of(copy);
        }
        Files.delete(copy);
        return Optional.empty();
    }
}
