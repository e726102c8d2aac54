package io.sollecito.demo.servers;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An SMTP and IMAP server on free loopback ports that keeps every message as a numbered .eml file. Thread-safe. */
public final class MailWorld implements AutoCloseable {

    /** A message as one of its recipients got it; {@code text} is its plain text part. */
    public record Received(LocalDate day, String recipient, String subject, String text, Path file) {}

    private final GreenMail server;
    private final Path folder;
    private final Clock clock;
    private final List<Received> unread = new ArrayList<>();
    private int count;

    private MailWorld(GreenMail server, Path folder, Clock clock) {
        this.server = server;
        this.folder = folder;
        this.clock = clock;
    }

    /** Starts the servers; messages are kept in {@code folder} and dated by {@code clock}. */
    public static MailWorld start(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        MailWorld world = new MailWorld(server, folder, clock);
        server.start();
        server.getUserManager().setMessageDeliveryHandler(world::take);
        return world;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** A mailbox that can be read over IMAP. */
    public void addUser(String email, String password) {
        server.setUser(email, email, password);
    }

    public Path folder() {
        return folder;
    }

    public synchronized int count() {
        return count;
    }

    /** The messages that came since the last call, oldest first. */
    public synchronized List<Received> drain() {
        List<Received> taken = List.copyOf(unread);
        unread.clear();
        return taken;
    }

    private GreenMailUser take(MovingMessage moving, MailAddress recipient) throws MessagingException, UserException {
        keep(moving.getMessage(), recipient.getEmail());
        synchronized (this) {
            GreenMailUser known = server.getUserManager().getUserByEmail(recipient.getEmail());
            return known != null
                    ? known
                    : server.getUserManager()
                            .createUser(recipient.getEmail(), recipient.getEmail(), recipient.getEmail());
        }
    }

    private synchronized void keep(MimeMessage message, String recipient) throws MessagingException {
        LocalDate day = LocalDate.now(clock);
        String subject = message.getSubject() == null ? "" : message.getSubject();
        Path file = folder.resolve("%04d %s %s - %s.eml".formatted(++count, day, recipient, fileName(subject)));
        try (OutputStream out = Files.newOutputStream(file)) {
            message.writeTo(out);
            unread.add(new Received(day, recipient, subject, plainText(message), file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String fileName(String subject) {
        String safe = subject.replaceAll("[^\\p{L}\\p{N} .,-]+", "-").strip();
        return safe.length() > 60 ? safe.substring(0, 60).strip() : safe;
    }

    private static String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String text = plainText(child);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    @Override
    public void close() {
        server.stop();
    }
}
