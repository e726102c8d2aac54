package io.sollecito.delivery.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * Sockets that send at once what they are given (TCP_NODELAY). Else the dot that ends an e-mail waits until the server has
 * confirmed the bytes before it, which servers put off for some 40 ms (Nagle's algorithm meets delayed acknowledgements).
 */
final class PromptSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws SocketException {
        return prompt(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(new Socket(host, port, from, fromPort));
    }

    private static Socket prompt(Socket socket) throws SocketException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
