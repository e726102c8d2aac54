package io.sollecito.demo.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server on a free loopback port with the folders of an ERP, two banks and a print house. Its host key is its
 * own, kept beside the root folder; {@link #knownHosts()} is the file by which clients recognise it. Besides the password
 * it takes the keys in {@code authorized_keys} beside the root folder.
 */
public final class SftpWorld implements AutoCloseable {

    public static final String ERP = "erp/export/ar";
    public static final String BANK_ACME = "bank/statements/acme";
    public static final String BANK_LUMIERE = "bank/statements/lumiere";
    public static final String PRINT_IN = "print/in";
    public static final String PRINT_OUT = "print/out";
    public static final String PRINT_EVIDENCE = "print/out/evidence";

    public static final String USER = "sollecito";
    public static final String PASSWORD = "sftp-demo";

    private final SshServer server;
    private final Path root;
    private final Path knownHosts;

    private SftpWorld(SshServer server, Path root, Path knownHosts) {
        this.server = server;
        this.root = root;
        this.knownHosts = knownHosts;
    }

    /** Starts a server whose root is {@code folder/root}. */
    public static SftpWorld start(Path folder) {
        return start(folder, 0);
    }

    /** Starts a server on that port: one that was stopped comes back with its files and its host key. */
    public static SftpWorld start(Path folder, int port) {
        try {
            Path root = folder.resolve("root");
            for (String each : List.of(ERP, BANK_ACME, BANK_LUMIERE, PRINT_IN, PRINT_OUT, PRINT_EVIDENCE)) {
                Files.createDirectories(root.resolve(each));
            }
            SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
            hostKey.setAlgorithm("EC");
            hostKey.setKeySize(256);
            SshServer server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0.1");
            server.setPort(port);
            server.setKeyPairProvider(hostKey);
            server.setPasswordAuthenticator(
                    (user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
            server.setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(folder.resolve("authorized_keys")));
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
            server.setFileSystemFactory(new VirtualFileSystemFactory(root));
            server.start();
            Path knownHosts = folder.resolve("known_hosts");
            Files.writeString(knownHosts, knownHostsOf(server, hostKey));
            return new SftpWorld(server, root, knownHosts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String knownHostsOf(SshServer server, SimpleGeneratorHostKeyProvider hostKey) {
        KeyPair pair = hostKey.loadKeys(null).iterator().next();
        return "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(pair.getPublic()) + "\n";
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return server.getPort();
    }

    public Path knownHosts() {
        return knownHosts;
    }

    /** A folder of the server as its owner sees it on disk. */
    public Path folder(String name) {
        return root.resolve(name);
    }

    /** Puts a whole file at once, with a time stamp in simulated time. */
    public Path put(String folder, String name, byte[] content, Instant time) {
        try {
            Path target = root.resolve(folder).resolve(name);
            Path hidden = Files.createTempFile(root.resolve("..").normalize(), "upload", ".part");
            Files.write(hidden, content);
            Files.setLastModifiedTime(hidden, FileTime.from(time));
            return Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
