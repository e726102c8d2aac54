package io.sollecito.intake.pull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The right that a person gave when logging in: a refresh token in a file. A server that gives another one with each token
 * takes the old one no more; the new one is in the file before its token is used.
 */
final class RefreshTokenFile implements Grant {

    private final Path file;

    RefreshTokenFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public Map<String, String> fields() throws IOException {
        String token = Files.isReadable(file) ? Files.readString(file).strip() : "";
        if (!AccessToken.isToken(token)) {
            throw ApiFailure.lasting("there is no refresh token in " + file + ": log in and put it there");
        }
        if (!Files.isWritable(file.getParent())) {
            throw ApiFailure.lasting("a new refresh token could not be written beside " + file);
        }
        return Map.of("grant_type", "refresh_token", "refresh_token", token);
    }

    /** Written aside, for nobody else to read, and moved into place: the old one or the new one is there, whatever crashes. */
    @Override
    public void renewed(String refreshToken) throws IOException {
        if (AccessToken.isToken(refreshToken)) {
            Path partial = Files.createTempFile(file.getParent(), "token-", null);
            Files.writeString(partial, refreshToken);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
