package io.sollecito.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTPS server on a free loopback port, with a certificate of its own that nobody else vouches for. */
final class FtpsForTests implements AutoCloseable {

    static final String USER = "sollecito";
    static final String PASSWORD = "ftps-test";
    static final String STORE_PASSWORD = "store-password";

    private final FtpServer server;
    private final ListenerFactory listener;
    private final Path root;
    private final Path store;

    private FtpsForTests(FtpServer server, ListenerFactory listener, Path root, Path store) {
        this.server = server;
        this.listener = listener;
        this.root = root;
        this.store = store;
    }

    /** @param name whom the certificate names, such as ip:127.0.0.1 or dns:localhost */
    static Path certificate(Path store, String name) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair -alias server -keyalg EC -groupname secp256r1 -validity 30 -storetype PKCS12",
                "-dname CN=" + store.getFileName(),
                "-ext san=" + name,
                "-keystore " + store,
                "-storepass " + STORE_PASSWORD);
        int ended = new ProcessBuilder(List.of(String.join(" ", command).split(" ")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("keytool ended with " + ended);
        }
        return store;
    }

    static FtpsForTests start(Path root, Path store, boolean implicit) throws FtpException, IOException {
        return start(root, store, implicit, 0);
    }

    /** On that port: one that was stopped comes back with its files. */
    static FtpsForTests start(Path root, Path store, boolean implicit, int port) throws FtpException, IOException {
        Files.createDirectories(root);
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(store.toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(STORE_PASSWORD);
        tls.setKeyPassword(STORE_PASSWORD);
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(port);
        listener.setSslConfiguration(tls.createSslConfiguration());
        listener.setImplicitSsl(implicit);
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        FtpServer server = factory.createServer();
        server.start();
        listener.setPort(factory.getListener("default").getPort());
        return new FtpsForTests(server, listener, root, store);
    }

    int port() {
        return listener.getPort();
    }

    /** A folder of the server as its owner sees it on disk. */
    Path folder(String name) {
        return root.resolve(name);
    }

    /** By which clients may recognise it. */
    Path store() {
        return store;
    }

    @Override
    public void close() {
        server.stop();
    }
}
