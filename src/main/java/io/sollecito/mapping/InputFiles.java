package io.sollecito.mapping;

import io.sollecito.mapping.source.Archive;
import io.sollecito.mapping.source.BrokenSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Files that came together, archives unpacked; what was unpacked is gone when this is closed. */
public final class InputFiles implements AutoCloseable {

    private final List<InputFile> files = new ArrayList<>();
    private final List<Archive> archives = new ArrayList<>();

    private InputFiles() {}

    /**
     * @param workbooks whether zip files are what the mapping reads, unless their names say otherwise
     * @throws Unreadable when an archive is damaged, or unpacks to more than is plausible
     */
    public static InputFiles of(List<InputFile> given, boolean workbooks) throws Unreadable {
        InputFiles inputs = new InputFiles();
        try {
            for (InputFile file : given) {
                inputs.add(file, workbooks);
            }
            return inputs;
        } catch (BrokenSource damaged) {
            inputs.close();
            throw new Unreadable(damaged.problem());
        } catch (IOException disk) {
            inputs.close();
            throw new UncheckedIOException(disk);
        }
    }

    /** In the order in which they were given, an archive's in its own. */
    public List<InputFile> files() {
        return files;
    }

    private void add(InputFile file, boolean workbooks) throws IOException, BrokenSource {
        if (!Archive.isPacked(file.path(), file.name(), workbooks)) {
            files.add(file);
            return;
        }
        Archive archive = Archive.unpack(file.path(), file.name());
        archives.add(archive);
        boolean one = archive.files().size() == 1 && !file.name().endsWith(".zip");
        archive.files()
                .forEach((entry, path) -> files.add(new InputFile(path, one ? entry : file.name() + "/" + entry)));
    }

    @Override
    public void close() {
        for (Archive archive : archives) {
            try {
                archive.close();
            } catch (IOException disk) {
                throw new UncheckedIOException(disk);
            }
        }
    }
}
