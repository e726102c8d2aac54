package io.sollecito.delivery.print;

import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;

/** Reads to which key a profile's letters are encrypted. */
final class EncryptionReader {

    private static final String KEY = "encryptTo";

    private final ProfileFields fields;
    private final boolean installed;

    /** @param installed whether OpenPGP's library is there */
    EncryptionReader(ProfileFields fields, boolean installed) {
        this.fields = fields;
        this.installed = installed;
    }

    /** The key's file, or null when letters are not encrypted. */
    Path read(YamlNode profile) {
        String name = fields.text(profile, KEY);
        if (name == null) {
            return null;
        }
        YamlNode node = profile.get(KEY);
        Path key = Path.of(profile.file()).resolveSibling(name);
        if (!installed) {
            fields.problem(
                    node, "letters cannot be encrypted: the OpenPGP library is not installed", PgpLibrary.REMEDY);
            return key;
        }
        try {
            PgpZip.check(key);
        } catch (IOException unusable) {
            fields.problem(
                    node,
                    "'" + name + "' is no key to encrypt to: " + unusable.getMessage(),
                    "Put the print house's public key beside this file, as 'gpg --export --armor' writes it.");
        }
        return key;
    }
}
