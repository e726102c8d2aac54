package io.sollecito.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether there is room for what a poll brings: a copy of each file, kept ones, and an embedded ledger's growth. */
final class FreeSpace {

    /** Asks a file system, by the name of a folder that is there. */
    @FunctionalInterface
    interface Usable {
        long bytes(Path folder) throws IOException;
    }

    private static final long MEGABYTE = 1024L * 1024L;

    private final List<Path> folders;
    private final long minimum;
    private final Usable usable;

    /** @param minimum in bytes, on the file system of each folder */
    FreeSpace(List<Path> folders, long minimum) {
        this(folders, minimum, folder -> Files.getFileStore(folder).getUsableSpace());
    }

    FreeSpace(List<Path> folders, long minimum, Usable usable) {
        this.folders = List.copyOf(folders);
        this.minimum = minimum;
        this.usable = usable;
    }

    /** What is short, for people; empty when there is room. */
    Optional<String> shortage() {
        for (Path folder : folders) {
            try {
                long free = usable.bytes(existing(folder));
                if (free < minimum) {
                    return Optional.of("only " + free / MEGABYTE + " MB are free for " + folder + ", the least is "
                            + minimum / MEGABYTE + " MB: nothing is taken until there is room");
                }
            } catch (IOException unknown) {
                return Optional.of("the free space for " + folder + " cannot be read: " + unknown.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Path existing(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
