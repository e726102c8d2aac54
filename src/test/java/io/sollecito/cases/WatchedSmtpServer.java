package io.sollecito.cases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * An SMTP server that accepts every message with its final dot, and tells where each dialogue stands before it goes on:
 * whoever listens may kill the client there.
 */
final class WatchedSmtpServer implements AutoCloseable {

    /** Where a dialogue stands; the server's next word is still to be said. */
    enum Stage {
        RECIPIENT,
        DATA,
        /** In the middle of the message's text. */
        TEXT,
        /** The dot has come: the message is accepted, and the client does not know it yet. */
        DOT,
        ANSWERED
    }

    /** A message that was accepted, as it came; {@code begun}: when its text was asked for, in milliseconds. */
    record Message(long begun, String source) {}

    private static final int LINES_BEFORE_TEXT = 20;

    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private volatile Consumer<Stage> watcher = stage -> {};
    private volatile Consumer<Message> reader = message -> {};

    WatchedSmtpServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Message ids in the order of acceptance. */
    List<String> accepted() {
        return accepted;
    }

    void watch(Consumer<Stage> next) {
        watcher = next;
    }

    /** Who is given each message before its acceptance is answered. */
    void read(Consumer<Message> next) {
        reader = next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                start(() -> talk(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            say(out, "220 watched");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (verb.equals("RCPT")) {
                    watcher.accept(Stage.RECIPIENT);
                }
                if (!verb.equals("DATA")) {
                    say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
                } else if (!data(in, out)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the client died
        }
    }

    /** Whether the message came to its end. */
    private boolean data(BufferedReader in, OutputStream out) throws IOException {
        watcher.accept(Stage.DATA);
        long begun = System.currentTimeMillis();
        say(out, "354 go on");
        StringBuilder source = new StringBuilder();
        String id = null;
        int lines = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                accepted.add(id);
                reader.accept(new Message(begun, source.toString()));
                watcher.accept(Stage.DOT);
                say(out, "250 queued");
                watcher.accept(Stage.ANSWERED);
                return true;
            }
            source.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            if (id == null && line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            }
            if (++lines == LINES_BEFORE_TEXT) {
                watcher.accept(Stage.TEXT);
            }
        }
        return false;
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void start(Runnable talk) {
        Thread thread = new Thread(talk, "watched-smtp");
        thread.setDaemon(true);
        thread.start();
    }
}
