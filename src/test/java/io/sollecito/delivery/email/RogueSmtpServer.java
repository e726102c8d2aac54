package io.sollecito.delivery.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that misbehaves where it is told to. An answer of null closes the connection, "" says nothing at all. */
final class RogueSmtpServer implements AutoCloseable {

    final List<String> accepted = new CopyOnWriteArrayList<>();
    final List<String> senders = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile int messagesPerConnection = Integer.MAX_VALUE;

    /** @param answers by step: greeting, EHLO, MAIL, RCPT, DATA, dot; the others are what a good server says */
    RogueSmtpServer(Map<String, String> answers) throws IOException {
        this.answers = new java.util.HashMap<>(answers);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "rogue-smtp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on a connection is closed without a word after that many messages. */
    void closeAfter(int messages) {
        messagesPerConnection = messages;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                connections.incrementAndGet();
                Thread talk = new Thread(() -> talk(client), "rogue-smtp-client");
                talk.setDaemon(true);
                talk.start();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = client.getOutputStream();
            int messages = 0;
            if (!say(out, "greeting", "220 rogue")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                if (verb.equals("MAIL")) {
                    senders.add(line.replaceAll("^MAIL FROM:<([^>]*)>.*$", "$1"));
                }
                if (!say(out, verb, verb.equals("DATA") ? "354 go on" : "250 ok")) {
                    return;
                }
                if (verb.equals("DATA") && answers.getOrDefault("DATA", "354").startsWith("354")) {
                    List<String> data = new ArrayList<>();
                    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                        data.add(text);
                    }
                    accepted.add(String.join("\n", data));
                    if (!say(out, "dot", "250 queued") || ++messages >= messagesPerConnection) {
                        return;
                    }
                }
            }
        } catch (IOException gone) {
            // the client closed
        }
    }

    private boolean say(OutputStream out, String step, String usual) throws IOException {
        String answer = answers.containsKey(step) ? answers.get(step) : usual;
        if (answer == null) {
            return false;
        }
        if (!answer.isEmpty()) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
