package io.sollecito.delivery.sms;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A real SMPP message centre in the process; it answers with the prepared statuses first. -1: it never answers. */
final class MessageCentre implements AutoCloseable {

    final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
    final Deque<Integer> statuses = new ArrayDeque<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final SMPPServerSessionListener listener;
    private final int port;

    MessageCentre() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        Thread acceptor = new Thread(this::accept, "message-centre");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return port;
    }

    private void accept() {
        try {
            while (true) {
                SMPPServerSession session = listener.accept();
                session.setMessageReceiverListener(receiver());
                Thread binder = new Thread(() -> bind(session), "message-centre-bind");
                binder.setDaemon(true);
                binder.start();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(5000);
            if (request.getPassword().equals("s3&cr#t")) {
                request.accept("centre");
            } else {
                request.reject(0x0E);
            }
        } catch (Exception gone) {
            session.close();
        }
    }

    private ServerMessageReceiverListener receiver() {
        return (ServerMessageReceiverListener) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("onAcceptSubmitSm")) {
                        return accept((SubmitSm) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private SubmitSmResult accept(SubmitSm part) throws ProcessRequestException {
        Integer status;
        synchronized (statuses) {
            status = statuses.pollFirst();
        }
        if (status != null && status > 0) {
            throw new ProcessRequestException("told to", status);
        }
        submitted.add(part);
        if (status != null && status < 0) {
            try {
                Thread.sleep(3000);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            return new SubmitSmResult(new MessageId("id" + ids.incrementAndGet()), null);
        } catch (org.jsmpp.PDUStringException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
