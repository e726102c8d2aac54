package io.sollecito.app;

import io.sollecito.CertificateForTests;
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

/** An FTPS server on a free loopback port, with a certificate from a store. */
final class FtpsForTests implements AutoCloseable {

    static final String USER = "sollecito";
    static final String PASSWORD = "ftps-test";

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

    static FtpsForTests start(Path root, Path store, boolean implicit) throws FtpException, IOException {
        return start(root, store, implicit, 0);
    }

    /** On that port: one that was stopped comes back with its files. */
    static FtpsForTests start(Path root, Path store, boolean implicit, int port) throws FtpException, IOException {
        Files.createDirectories(root);
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(store.toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(CertificateForTests.PASSWORD);
        tls.setKeyPassword(CertificateForTests.PASSWORD);
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
