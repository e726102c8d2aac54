package io.sollecito.app;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * FTP by TLS as a careful client speaks it. The certificate must come from a known authority and name the host, on the
 * connections that carry files too (the library by itself checks little more than its dates). Those take up the TLS session
 * of the first one, which many servers insist on and the library does not do.
 */
public final class CheckedFtpsClient extends FTPSClient {

    private final SSLContext context;
    private boolean fileConnectionsByTls;

    /**
     * @param tls explicit or implicit
     * @param trustStore PKCS12 or JKS file with the authorities to believe; blank: those of Java
     */
    public CheckedFtpsClient(String tls, String trustStore, String trustStorePassword)
            throws GeneralSecurityException, IOException {
        this(isImplicit(tls), context(trustStore, trustStorePassword));
    }

    CheckedFtpsClient(boolean implicit, SSLContext context) {
        super(implicit, context);
        this.context = context;
        setEndpointCheckingEnabled(true);
        setControlEncoding("UTF-8");
    }

    private static boolean isImplicit(String tls) {
        return switch (tls) {
            case "implicit" -> true;
            case "explicit" -> false;
            default -> throw new IllegalArgumentException("tls is explicit or implicit, not '" + tls + "'");
        };
    }

    private static SSLContext context(String trustStore, String password) throws GeneralSecurityException, IOException {
        KeyStore authorities = null;
        if (!trustStore.isBlank()) {
            authorities = KeyStore.getInstance(Path.of(trustStore).toFile(), password.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void execPROT(String level) throws IOException {
        super.execPROT(level);
        // The connection is made in clear and then becomes TLS, so that it can take up the session.
        setSocketFactory(null);
        fileConnectionsByTls = "P".equals(level);
    }

    @Override
    protected Socket _openDataConnection_(String command, String argument) throws IOException {
        if (!fileConnectionsByTls) {
            throw new SSLException("files and lists travel by TLS only");
        }
        Socket plain = super._openDataConnection_(command, argument);
        return plain == null ? null : byTls(plain, _hostname_, getRemotePort());
    }

    /** By MLSD where the server knows it: LIST tells times in the server's zone, to the minute, and old ones to the day. */
    @Override
    public FTPFile[] listFiles(String path) throws IOException {
        if (hasFeature("MLST")) {
            FTPFile[] files = mlistDir(path);
            if (FTPReply.isPositiveCompletion(getReplyCode())) {
                return files;
            }
        }
        return super.listFiles(path);
    }

    @Override
    public void disconnect() throws IOException {
        fileConnectionsByTls = false;
        super.disconnect();
    }

    /** TLS on a connection, with the session that there is with that host and port. */
    SSLSocket byTls(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(new SocketOfAnotherPort(plain, port), host, port, true);
        try {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }
}
