package io.sollecito.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A hub's data folder is its own while it runs: the lock goes with the process, however that ends. */
final class DataFolder implements AutoCloseable {

    /** Another hub has it. */
    static final class InUse extends RuntimeException {
        InUse(Path folder, String holder) {
            super("Another hub is running on the data folder " + folder
                    + (holder.isBlank() ? "" : " (process " + holder + ")")
                    + ": two would send everything twice. End it first, or give this one its own folder, ledger and"
                    + " announcement: sollecito.data, sollecito.ledger.url, sollecito.endpoint.");
        }
    }

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws InUse when another hub runs on it, in this process or another */
    static DataFolder take(Path folder) {
        try {
            Path file = Files.createDirectories(folder).resolve("hub.lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new InUse(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(channel);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
