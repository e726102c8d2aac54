package io.sollecito;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of servers that nobody else vouches for, each with its key in a PKCS12 file. */
public final class CertificateForTests {

    public static final String PASSWORD = "store-password";

    private CertificateForTests() {}

    /**
     * @param store the file to make
     * @param name whom the certificate names, such as ip:127.0.0.1 or dns:localhost
     */
    public static Path in(Path store, String name) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair -alias server -keyalg EC -groupname secp256r1 -validity 30 -storetype PKCS12",
                "-dname CN=" + store.getFileName(),
                "-ext san=" + name,
                "-keystore " + store,
                "-storepass " + PASSWORD);
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

    /** For a server that shows the certificate. */
    public static SSLContext server(Path store) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
