package io.sollecito.app;

import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.support.DefaultExchange;

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
