package io.sollecito.delivery.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailAuthenticator;

/**
 * Sends over kept SMTP connections: camel-mail itself connects anew for every message. Time-outs are in milliseconds. The
 * read time-out also covers the answer to the final dot, for which RFC 5321 allows the server ten minutes: a shorter one
 * makes uncertain dispatches.
 */
public final class PooledMailSenderAdapter implements JavaMailSender, AutoCloseable {

    /** After so much rest a connection is asked (NOOP) whether it still lives. */
    private static final Duration CHECK_AFTER = Duration.ofSeconds(5);

    /** Some servers close after a number of messages. */
    private static final int MESSAGES_PER_CONNECTION = 1000;

    private final Deque<KeptConnection> idle = new ArrayDeque<>();
    private final Properties properties = new Properties();
    private Semaphore permits = new Semaphore(4, true);
    private String host;
    private int port = 25;
    private String username;
    private String password;
    private String protocol = "smtp";
    private Session session;
    private boolean closed;

    public PooledMailSenderAdapter() {
        setConnectTimeout(10_000);
        setReadTimeout(630_000);
        setWriteTimeout(60_000);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        for (String plainOrEncrypted : List.of("mail.smtp.socketFactory", "mail.smtp.ssl.socketFactory")) {
            properties.put(plainOrEncrypted, new PromptSockets());
            properties.setProperty(plainOrEncrypted + ".fallback", "false");
        }
    }

    @Override
    public void send(MimeMessage mail) throws MessagingException {
        permits.acquireUninterruptibly();
        try {
            KeptConnection kept = usable();
            if (kept != null) {
                try {
                    sendOver(kept, mail);
                    return;
                } catch (SmtpFailure failure) {
                    if (failure.ending() || SmtpAnswers.isAnswered(failure)) {
                        throw failure;
                    }
                    // The kept connection was dead before the server took anything: a new one is no repetition.
                }
            }
            sendOver(connect(), mail);
        } finally {
            permits.release();
        }
    }

    private void sendOver(KeptConnection connection, MimeMessage mail) throws SmtpFailure {
        boolean keep = false;
        try {
            connection.send(mail);
            keep = true;
        } catch (SmtpFailure failure) {
            keep = SmtpAnswers.isAnswered(failure);
            throw failure;
        } finally {
            giveBack(connection, keep);
        }
    }

    private KeptConnection usable() {
        KeptConnection connection = takeIdle();
        while (connection != null && !connection.isUsable(CHECK_AFTER)) {
            connection.close();
            connection = takeIdle();
        }
        return connection;
    }

    private synchronized KeptConnection takeIdle() {
        return idle.pollFirst();
    }

    private void giveBack(KeptConnection connection, boolean keep) {
        synchronized (this) {
            if (keep && !closed && connection.sent() < MESSAGES_PER_CONNECTION) {
                idle.addFirst(connection);
                return;
            }
        }
        connection.close();
    }

    private KeptConnection connect() throws SmtpFailure {
        return KeptConnection.open(getSession(), host, port, "smtps".equals(protocol), username, password);
    }

    /** Closes the idle connections; those in use close when they are given back. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (KeptConnection connection = takeIdle(); connection != null; connection = takeIdle()) {
            connection.close();
        }
    }

    /** How many connections at most. */
    public void setConnections(int connections) {
        permits = new Semaphore(connections, true);
    }

    public void setConnectTimeout(int millis) {
        properties.setProperty("mail.smtp.connectiontimeout", Integer.toString(millis));
    }

    public void setReadTimeout(int millis) {
        properties.setProperty("mail.smtp.timeout", Integer.toString(millis));
    }

    public void setWriteTimeout(int millis) {
        properties.setProperty("mail.smtp.writetimeout", Integer.toString(millis));
    }

    /** Whether to insist on STARTTLS; not for smtps, which is encrypted from the start. */
    public void setStartTls(boolean required) {
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(required));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(required));
    }

    @Override
    public synchronized Session getSession() {
        if (session == null) {
            properties.setProperty("mail.smtp.auth", Boolean.toString(username != null && !username.isEmpty()));
            session = Session.getInstance(properties);
        }
        return session;
    }

    @Override
    public synchronized void setSession(Session session) {
        this.session = session;
    }

    @Override
    public Properties getJavaMailProperties() {
        return properties;
    }

    @Override
    public void setJavaMailProperties(Properties additional) {
        properties.putAll(additional);
    }

    @Override
    public void addAdditionalJavaMailProperty(String key, String value) {
        properties.setProperty(key, value);
    }

    @Override
    public String getHost() {
        return host;
    }

    @Override
    public void setHost(String host) {
        this.host = host;
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public void setPort(int port) {
        this.port = port;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public void setUsername(String username) {
        this.username = username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void setPassword(String password) {
        this.password = password;
    }

    @Override
    public String getProtocol() {
        return protocol;
    }

    @Override
    public void setProtocol(String protocol) {
        this.protocol = protocol;
    }

    @Override
    public MailAuthenticator getAuthenticator() {
        return null;
    }

    @Override
    public void setAuthenticator(MailAuthenticator authenticator) {
        throw new UnsupportedOperationException("this sender logs in with its own user name and password");
    }
}
