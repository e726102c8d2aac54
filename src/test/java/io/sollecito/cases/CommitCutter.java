package io.sollecito.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a node and PostgreSQL and cuts a connection at its COMMIT. */
final class CommitCutter implements AutoCloseable {

    enum Cut {
        /** The server never hears of it: rolled back. */
        BEFORE,
        /** The server commits, its answer is lost. */
        AFTER
    }

    private static final byte[] COMMIT = "COMMIT".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicReference<Cut> next = new AtomicReference<>();
    private final int server;

    CommitCutter(int server) throws IOException {
        this.server = server;
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next COMMIT is cut. */
    void arm(Cut cut) {
        next.set(cut);
    }

    /** Whether the cut that was armed is still to come; it is then called off. */
    boolean disarm() {
        return next.getAndSet(null) != null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                AtomicReference<Cut> cut = new AtomicReference<>();
                start(() -> pump(client, upstream, cut, true));
                start(() -> pump(upstream, client, cut, false));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void pump(Socket from, Socket to, AtomicReference<Cut> cut, boolean asks) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (asks && isCommit(buffer, read)) {
                    cut.set(next.getAndSet(null));
                }
                // An answer to the COMMIT shows that the server has committed.
                if (cut.get() == Cut.BEFORE || !asks && cut.get() == Cut.AFTER) {
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            // either side closed
        }
    }

    private static boolean isCommit(byte[] buffer, int length) {
        for (int at = 0; at + COMMIT.length <= length; at++) {
            if (java.util.Arrays.equals(buffer, at, at + COMMIT.length, COMMIT, 0, COMMIT.length)) {
                return true;
            }
        }
        return false;
    }

    private static void start(Runnable pump) {
        Thread thread = new Thread(pump, "commit-cutter");
        thread.setDaemon(true);
        thread.start();
    }
}
