package io.sollecito.intake;

import io.sollecito.mapping.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that were delivered apart, in one archive: from here on they are one export, with one hash, and are kept, released
 * and read again together. The same files make the same bytes.
 */
final class Bundle implements AutoCloseable {

    private static final String EXTENSION = ".zip";

    private final InputFile archive;

    private Bundle(InputFile archive) {
        this.archive = archive;
    }

    static Bundle of(InputFile file, List<InputFile> others) throws IOException {
        Path path = Files.createTempFile("hub-together-", EXTENSION);
        Bundle bundle = new Bundle(new InputFile(path, file.name() + EXTENSION));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (InputFile each :
                    Stream.concat(Stream.of(file), others.stream()).toList()) {
                ZipEntry entry = new ZipEntry(each.name());
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(each.path(), zip);
                zip.closeEntry();
            }
            return bundle;
        } catch (IOException | RuntimeException failed) {
            bundle.close();
            throw failed;
        }
    }

    /** The name of the file that an archive was made for. */
    static String deliveredName(String archive) {
        return archive.endsWith(EXTENSION) ? archive.substring(0, archive.length() - EXTENSION.length()) : archive;
    }

    InputFile archive() {
        return archive;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(archive.path());
    }
}
