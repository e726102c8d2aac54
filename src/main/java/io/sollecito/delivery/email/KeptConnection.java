package io.sollecito.delivery.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open SMTP connection, used by one thread at a time; it knows how far a failed send had come. */
final class KeptConnection {

    private static final Logger LOG = LoggerFactory.getLogger(KeptConnection.class);

    private final TrackedTransport transport;
    private long usedAt = System.nanoTime();
    private int sent;

    private KeptConnection(TrackedTransport transport) {
        this.transport = transport;
    }

    /** @param encrypted from the first byte (smtps) */
    static KeptConnection open(
            Session session, String host, int port, boolean encrypted, String username, String password)
            throws SmtpFailure {
        URLName server = new URLName("smtp", host, port, null, username, null);
        TrackedTransport transport = new TrackedTransport(session, server, encrypted);
        try {
            if (username == null || username.isEmpty()) {
                transport.connect(host, port, null, null);
            } else {
                transport.connect(host, port, username, password);
            }
        } catch (MessagingException failure) {
            throw new SmtpFailure(failure, false);
        }
        return new KeptConnection(transport);
    }

    void send(MimeMessage mail) throws SmtpFailure {
        transport.ending = false;
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            sent++;
        } catch (MessagingException failure) {
            throw new SmtpFailure(failure, transport.ending);
        } finally {
            usedAt = System.nanoTime();
        }
    }

    int sent() {
        return sent;
    }

    /** Whether it was used just now, or the server still answers. */
    boolean isUsable(Duration checkAfter) {
        return System.nanoTime() - usedAt < checkAfter.toNanos() || transport.isConnected();
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException late) {
            LOG.debug("an SMTP connection did not close cleanly", late);
        }
    }

    private static final class TrackedTransport extends SMTPTransport {
        private boolean ending;

        TrackedTransport(Session session, URLName server, boolean encrypted) {
            super(session, server, "smtp", encrypted);
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            ending = true;
            super.finishData();
        }
    }
}
