package io.sollecito.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The limit of every sender of e-mails: the same bytes again and again, with the dialogue that SMTP asks for. */
final class SmtpDialogue {

    private SmtpDialogue() {}

    /** Over as many connections at a time. */
    static void repeat(int port, byte[] message, int times, int connections) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> talks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int share = times / connections + (i < times % connections ? 1 : 0);
                talks.add(threads.submit(() -> {
                    talk(port, message, share);
                    return null;
                }));
            }
            for (Future<?> talk : talks) {
                talk.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void talk(int port, byte[] message, int times) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            in.readLine();
            ask(in, out, "EHLO bench");
            for (int i = 0; i < times; i++) {
                ask(in, out, "MAIL FROM:<crediti@acme.example>");
                ask(in, out, "RCPT TO:<ap@rossi.example>");
                ask(in, out, "DATA");
                out.write(message);
                in.readLine();
            }
            ask(in, out, "QUIT");
        }
    }

    private static void ask(BufferedReader in, OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (in.readLine() == null) {
            throw new IOException("the server hung up after " + line);
        }
    }
}
