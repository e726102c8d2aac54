package io.sollecito.cli;

import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.InputFiles;
import io.sollecito.mapping.Unreadable;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The files of a call, {@code -} being standard input; what cannot be read is a problem each. */
final class GivenFiles implements AutoCloseable {

    private static final String STANDARD_INPUT = "-";

    private final List<InputFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<InputFiles> opened = new ArrayList<>();
    private Path copy;

    private GivenFiles() {}

    static GivenFiles of(List<String> names, boolean workbooks) {
        GivenFiles given = new GivenFiles();
        names.forEach(name -> given.add(name, workbooks));
        return given;
    }

    List<InputFile> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    private void add(String name, boolean workbooks) {
        Path path = name.equals(STANDARD_INPUT) ? standardInput() : Path.of(name);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            problems.add(Problem.of(name, "cannot be read", "Check that the file exists."));
            return;
        }
        try {
            InputFiles unpacked = InputFiles.of(List.of(new InputFile(path, name)), workbooks);
            opened.add(unpacked);
            files.addAll(unpacked.files());
        } catch (Unreadable damaged) {
            problems.add(damaged.problem());
        }
    }

    /** Files are read twice, which standard input cannot be. */
    private Path standardInput() {
        try {
            if (copy == null) {
                copy = Files.createTempFile("hub-map-", null);
                Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    @Override
    public void close() {
        opened.forEach(InputFiles::close);
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
