package io.sollecito.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that takes every message, counts it and forgets all but the last: it costs as little as one can. */
final class SinkSmtpServer implements AutoCloseable {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 15;

    private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile byte[] last = new byte[0];

    SinkSmtpServer() throws IOException {
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    /** The message taken last, from its first header to its final dot. */
    byte[] last() {
        return last;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                start(() -> talk(client));
            }
        } catch (IOException closed) {
            // the measurement is over
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            Input in = new Input(client.getInputStream());
            OutputStream out = client.getOutputStream();
            say(out, "220 sink");
            for (String verb = in.verb(); verb != null; verb = in.verb()) {
                switch (verb) {
                    case "DATA" -> {
                        say(out, "354 go on");
                        last = in.message();
                        accepted.incrementAndGet();
                        say(out, "250 taken");
                    }
                    case "QUIT" -> say(out, "221 bye");
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // the client hung up
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void start(Runnable talk) {
        Thread thread = new Thread(talk, "sink-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads without a lock a byte, as the libraries' streams have. */
    private static final class Input {
        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER];
        private int at;
        private int filled;

        Input(InputStream in) {
            this.in = in;
        }

        /** The first four letters of a line, or null at the end. */
        String verb() throws IOException {
            StringBuilder verb = new StringBuilder();
            for (int next = read(); next >= 0; next = read()) {
                if (next == '\n') {
                    return verb.toString();
                }
                if (verb.length() < 4) {
                    verb.append((char) next);
                }
            }
            return null;
        }

        byte[] message() throws IOException {
            byte[] message = new byte[BUFFER];
            int length = 0;
            int matched = 0;
            while (matched < END.length) {
                int next = read();
                if (next < 0) {
                    throw new IOException("cut off");
                }
                if (length == message.length) {
                    message = Arrays.copyOf(message, 2 * length);
                }
                message[length++] = (byte) next;
                matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
            }
            return Arrays.copyOf(message, length);
        }

        private int read() throws IOException {
            if (at == filled) {
                at = 0;
                filled = in.read(buffer);
                if (filled <= 0) {
                    filled = 0;
                    return -1;
                }
            }
            return buffer[at++];
        }
    }
}
