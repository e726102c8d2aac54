package io.sollecito.delivery.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * A print house's SFTP server in the process; it remembers every name that files were opened under, and tells of each step
 * of an upload before it goes on: whoever watches may kill the client there.
 */
public final class PrintHouse implements AutoCloseable {

    final List<String> opened = new CopyOnWriteArrayList<>();
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair client = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    private final Path home;
    private volatile Runnable watcher = () -> {};

    public PrintHouse(Path home) throws Exception {
        this.home = home;
        Files.createDirectories(in());
        Files.createDirectories(out());
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(
                KeyPairProvider.wrap(KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256)));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("p&ss#w%rd"));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, client.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new SftpEventListener() {
            @Override
            public void opening(ServerSession session, String remoteHandle, Handle localHandle) {
                opened.add(localHandle.getFile().getFileName().toString());
                watcher.run();
            }

            @Override
            public void written(
                    ServerSession session,
                    String remoteHandle,
                    FileHandle localHandle,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int dataLen,
                    Throwable thrown) {
                watcher.run();
            }

            @Override
            public void closed(ServerSession session, String remoteHandle, Handle localHandle, Throwable thrown) {
                watcher.run();
            }

            @Override
            public void moving(ServerSession session, Path source, Path target, Collection<CopyOption> options) {
                watcher.run();
            }

            @Override
            public void moved(
                    ServerSession session, Path source, Path target, Collection<CopyOption> options, Throwable thrown) {
                watcher.run();
            }
        });
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    public void watch(Runnable next) {
        watcher = next;
    }

    public int port() {
        return server.getPort();
    }

    public Path in() {
        return home.resolve("print/in");
    }

    public Path out() {
        return home.resolve("print/out");
    }

    /** A known hosts file with this server's key. */
    public Path knownHosts() throws Exception {
        PublicKey key =
                server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
        return write(PublicKeyEntry.toString(key));
    }

    /** A private key that may log in. */
    Path clientKey() throws Exception {
        Path file = home.resolve("client_key");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(client, "test", null, out);
        }
        return file;
    }

    /** A known hosts file with the key of another server. */
    Path otherKnownHosts() throws Exception {
        return write(PublicKeyEntry.toString(KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256)
                .getPublic()));
    }

    private Path write(String key) throws IOException {
        return Files.writeString(home.resolve("known_hosts"), "[127.0.0.1]:" + port() + " " + key + "\n");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
