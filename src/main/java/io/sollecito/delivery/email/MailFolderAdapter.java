package io.sollecito.delivery.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps e-mails as files instead of sending them, each whole or not at all, named by its message id: an attempt that is
 * repeated makes the same file.
 */
public final class MailFolderAdapter {

    private Path folder = Path.of("mails");

    /** @throws IOException when the disk takes no more */
    public void keep(MimeMessage mail) throws IOException, MessagingException {
        Path file = folder.resolve(name(mail.getMessageID()));
        Files.createDirectories(folder);
        Path begun = Files.createTempFile(folder, ".mail", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(begun)) {
                mail.writeTo(out);
            }
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static String name(String messageId) {
        return messageId.replaceAll("[^A-Za-z0-9@._-]", "").replaceAll("^[.]+", "") + ".eml";
    }

    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }
}
