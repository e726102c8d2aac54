package io.sollecito.mapping;

import java.nio.file.Path;

/**
 * A file as it came.
 *
 * @param path the local copy
 * @param name the name that it came under, which is data and never part of a path
 */
public record InputFile(Path path, String name) {

    /** The name without the folders that it may carry. */
    String plainName() {
        return plainName(name);
    }

    static String plainName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
