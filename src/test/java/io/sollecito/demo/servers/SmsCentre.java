package io.sollecito.demo.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/**
 * An SMPP message centre on a free loopback port. It puts concatenated parts together, keeps every message as a
 * numbered text file and answers what it is asked to: message ids, throttling, delivery receipts. Thread-safe.
 */
public final class SmsCentre implements AutoCloseable {

    /** One account of several: every name is taken, with this password. */
    public static final String SYSTEM_ID = "sollecito";

    public static final String PASSWORD = "smpp-pw";

    private static final int BACKLOG = 50;
    private static final long BIND_TIMEOUT_MS = 5_000;
    private static final DateTimeFormatter RECEIPT_TIME = DateTimeFormatter.ofPattern("yyMMddHHmm");

    /** A whole message as the phone showed it; {@code recipient} in international form without plus. */
    public record Received(LocalDate day, String sender, String recipient, String text, int parts, Path file) {}

    private record Receipt(String account, String messageId, String sender, String recipient, String state) {}

    private final SMPPServerSessionListener listener;
    private final ExecutorService sessions = Executors.newCachedThreadPool(SmsCentre::daemon);
    private final Map<SMPPServerSession, String> bound = new ConcurrentHashMap<>();
    private final Path folder;
    private final Clock clock;
    private final Map<String, List<SmsPart>> incomplete = new HashMap<>();
    private final List<Received> unread = new ArrayList<>();
    private final Deque<Receipt> receipts = new ArrayDeque<>();
    private int lastId;
    private int count;
    private int throttled;
    private String reported = "DELIVRD";
    private volatile boolean closed;
    private volatile boolean refusing;

    private SmsCentre(SMPPServerSessionListener listener, Path folder, Clock clock) {
        this.listener = listener;
        this.folder = folder;
        this.clock = clock;
    }

    /** Starts the centre; messages are kept in {@code folder} and dated by {@code clock}. */
    public static SmsCentre start(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            SMPPServerSessionListener listener =
                    new SMPPServerSessionListener(socket.getLocalPort(), on(new ServerSocketConnection(socket)));
            SmsCentre centre = new SmsCentre(listener, folder, clock);
            centre.listener.setMessageReceiverListener(new SubmitsOnly(centre::accept));
            centre.sessions.execute(centre::acceptSessions);
            return centre;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ServerConnectionFactory on(ServerConnection connection) {
        return new ServerConnectionFactory() {
            @Override
            public ServerConnection listen(int port) {
                return connection;
            }

            @Override
            public ServerConnection listen(int port, int timeout) {
                return connection;
            }

            @Override
            public ServerConnection listen(int port, int timeout, int backlog) {
                return connection;
            }
        };
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return listener.getPort();
    }

    public Path folder() {
        return folder;
    }

    public synchronized int count() {
        return count;
    }

    /** Refuses the next {@code messages} submissions with ESME_RTHROTTLED. */
    public synchronized void throttle(int messages) {
        throttled = messages;
    }

    /** What the receipts of the messages to come say, such as UNDELIV. */
    public synchronized void report(String state) {
        reported = state;
    }

    /** Whether every log-in is refused. */
    public void refuse(boolean all) {
        refusing = all;
    }

    /** Loses every session, as a restart or a cut line does. */
    public void cut() {
        bound.keySet().forEach(SMPPServerSession::close);
        bound.clear();
    }

    /** The messages completed since the last call, oldest first. */
    public synchronized List<Received> drain() {
        List<Received> taken = List.copyOf(unread);
        unread.clear();
        return taken;
    }

    /** Sends the receipts that were asked for, over sessions of their accounts that can receive; returns how many were taken. */
    public int deliverReceipts() {
        int delivered = 0;
        for (SMPPServerSession session : bound.keySet()) {
            String account = bound.get(session);
            boolean receiving = account != null && session.getSessionState().isReceivable();
            for (Receipt next = receiving ? nextReceipt(account) : null; next != null; next = nextReceipt(account)) {
                try {
                    deliver(session, next);
                    delivered++;
                } catch (IllegalStateException refused) {
                    keepReceipt(next);
                    throw refused;
                }
            }
        }
        return delivered;
    }

    private synchronized Receipt nextReceipt(String account) {
        Receipt next = receipts.stream()
                .filter(receipt -> receipt.account().equals(account))
                .findFirst()
                .orElse(null);
        receipts.remove(next);
        return next;
    }

    private synchronized void keepReceipt(Receipt receipt) {
        receipts.addFirst(receipt);
    }

    private void deliver(SMPPServerSession session, Receipt receipt) {
        String time = RECEIPT_TIME.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        String text = "id:%s sub:001 dlvrd:001 submit date:%s done date:%s stat:%s err:000 text:"
                .formatted(receipt.messageId(), time, time, receipt.state());
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    receipt.recipient(),
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    receipt.sender(),
                    new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    DataCodings.ZERO,
                    text.getBytes(StandardCharsets.US_ASCII),
                    new OptionalParameter.Receipted_message_id(receipt.messageId()));
        } catch (Exception failed) {
            throw new IllegalStateException("the receipt for " + receipt.messageId() + " was not taken", failed);
        }
    }

    private void acceptSessions() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                sessions.execute(() -> bind(session));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_TIMEOUT_MS);
            if (!refusing && PASSWORD.equals(request.getPassword())) {
                request.accept("demo-smsc");
                bound.put(session, request.getSystemId());
            } else {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            }
        } catch (IOException | TimeoutException | PDUStringException unbound) {
            session.close();
        }
    }

    private synchronized SubmitSmResult accept(SubmitSm submit, SMPPServerSession source)
            throws ProcessRequestException {
        if (throttled > 0) {
            throttled--;
            throw new ProcessRequestException("throttled", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        SmsPart part = SmsPart.of(submit);
        List<SmsPart> parts = incomplete.computeIfAbsent(part.group(), g -> new ArrayList<>());
        parts.removeIf(known -> known.number() == part.number());
        parts.add(part);
        if (parts.size() == part.of()) {
            incomplete.remove(part.group());
            keep(parts);
        }
        String id = "%08x".formatted(++lastId);
        if (submit.isSmscDelReceiptSuccessAndFailureRequested()) {
            receipts.add(new Receipt(
                    bound.getOrDefault(source, SYSTEM_ID),
                    id,
                    submit.getSourceAddr(),
                    submit.getDestAddress(),
                    reported));
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void keep(List<SmsPart> parts) {
        SmsPart first = parts.get(0);
        LocalDate day = LocalDate.now(clock);
        String text = parts.stream()
                .sorted(Comparator.comparingInt(SmsPart::number))
                .map(SmsPart::text)
                .collect(Collectors.joining());
        Path file = folder.resolve("%04d %s %s.txt".formatted(++count, day, first.recipient()));
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        unread.add(new Received(day, first.sender(), first.recipient(), text, parts.size(), file));
    }

    @Override
    public void close() {
        closed = true;
        bound.keySet().forEach(SMPPServerSession::close);
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            sessions.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sms-centre");
        thread.setDaemon(true);
        return thread;
    }
}
