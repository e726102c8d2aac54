package io.sollecito.delivery.print;

import io.sollecito.model.Sha256;
import java.nio.charset.StandardCharsets;

/** One file of a package. Its name is made by the hub, and refused if it could be anything but a name. */
public record PackageFile(String name, byte[] bytes) {

    public PackageFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,150}") || name.contains("..")) {
            throw new IllegalArgumentException("not a plain file name: " + name);
        }
    }

    static PackageFile text(String name, String text) {
        return new PackageFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** In lower-case hex. */
    public String sha256() {
        return sha256(bytes);
    }

    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }
}
