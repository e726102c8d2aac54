package io.sollecito.app;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.DefaultExchange;
import org.apache.commons.net.ftp.FTPFile;

/** The other files of a file's folder and of the folders below it, on a server or a disk. */
final class FilesBeside {

    private final GenericFileOperations<Object> operations;
    private final GenericFile<Object> file;

    FilesBeside(GenericFileOperations<Object> operations, GenericFile<Object> file) {
        this.operations = operations;
        this.file = file;
    }

    /** @param name of a file of the folder, or of a folder below it as {@code folder/name} */
    boolean exists(String name) {
        return operations.existsFile(path(name));
    }

    /** The length and the time stamp of a file, as they are told now; empty when nobody tells them. */
    List<Long> state(String name) {
        if (file.getFile() instanceof File) {
            File disk = new File(path(name));
            return disk.exists() ? List.of(disk.length(), disk.lastModified()) : List.of();
        }
        try {
            Object[] listed = operations.listFiles(path(name));
            return Stream.of(listed).flatMap(FilesBeside::lengthAndTime).toList();
        } catch (GenericFileOperationFailedException gone) {
            return List.of();
        }
    }

    private static Stream<Long> lengthAndTime(Object listed) {
        if (listed instanceof SftpRemoteFile<?> remote) {
            return Stream.of(remote.getFileLength(), remote.getLastModified());
        }
        return listed instanceof FTPFile remote && remote.getTimestamp() != null
                ? Stream.of(remote.getSize(), remote.getTimestamp().getTimeInMillis())
                : Stream.empty();
    }

    /** Moves a file that may not be there; one that has the new name already is replaced. */
    void moveIfThere(String from, String to) {
        if (exists(from)) {
            move(from, to);
        }
    }

    /** Moves a file; one that has the new name already is replaced, a folder that is missing is made. */
    void move(String from, String to) {
        GenericFile<Object> target = named(to);
        try {
            operations.deleteFile(target.getAbsoluteFilePath());
        } catch (GenericFileOperationFailedException absent) {
            // There is nothing to replace; whether the name is free is seen below.
        }
        if (!operations.buildDirectory(target.getParent(), target.isAbsolute())) {
            throw new GenericFileOperationFailedException("the folder " + target.getParent() + " cannot be made");
        }
        if (!operations.renameFile(path(from), target.getAbsoluteFilePath())) {
            throw new GenericFileOperationFailedException("the server refuses");
        }
    }

    void store(String name, String text, CamelContext context) {
        Exchange content = new DefaultExchange(context);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        content.getIn().setBody(bytes);
        operations.storeFile(path(name), content, bytes.length);
    }

    private String path(String name) {
        return named(name).getAbsoluteFilePath();
    }

    private GenericFile<Object> named(String name) {
        GenericFile<Object> other = operations.newGenericFile();
        file.copyFrom(file, other);
        other.changeFileName(name);
        return other;
    }
}
