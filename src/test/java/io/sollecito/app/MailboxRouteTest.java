package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.delivery.email.ReturnPaths;
import io.sollecito.delivery.mailbox.Mailbox;
import io.sollecito.delivery.mailbox.MailboxAdapter;
import io.sollecito.delivery.mailbox.MailsForTests;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.mailbox.IncomingMails;
import io.sollecito.ledger.outbox.Bounces;
import io.sollecito.ledger.outbox.Receipts;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.ledger.reminders.Fallbacks;
import io.sollecito.ledger.reminders.Holds;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mailbox's and the mail server's routes as shipped, against a real SMTP and IMAP server. */
class MailboxRouteTest {

    private static final String SENDER = "crediti@acme.example";
    private static final String ROSSI = "a@rossi.example";

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final Agenda agenda = new Agenda(hub.clock);
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private CamelContext context;

    @BeforeEach
    void start() throws Exception {
        server.start();
        server.setUser(SENDER, SENDER, "p&ss#w%rd{}");
        server.setUser(ROSSI, ROSSI, "rossi");
        context = context();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        server.stop();
    }

    @Test
    void a_5_1_1_bounce_suspends_the_address_and_falls_back() throws Exception {
        long dispatch = reminder("4711");
        assertThat(dispatch()).isEqualTo(Map.of(Result.SENT, 1));
        deliver(MailsForTests.report("b1@mx", ROSSI, "failed", "5.1.1", messageIdOfWhatCame()));

        poll();

        assertThat(hub.reason(dispatch)).isEqualTo("bounced with 5.1.1");
        assertThat(channels()).containsExactly("email failed", "letter waiting");
        assertThat(hub.single(String.class, "select address from suspended_address"))
                .isEqualTo(ROSSI);
        assertThat(ids("Handled")).containsExactly("<b1@mx>");
        assertThat(ids("INBOX")).isEmpty();
    }

    @Test
    void a_4_x_x_bounce_is_sent_again_under_another_id() throws Exception {
        reminder("4711");
        dispatch();
        String first = messageIdOfWhatCame();
        deliver(MailsForTests.report("b1@mx", ROSSI, "failed", "4.2.2", first));

        poll();
        hub.clock.forward(Duration.ofMinutes(1));

        assertThat(dispatch()).isEqualTo(Map.of(Result.SENT, 1));
        assertThat(channels()).containsExactly("email failed", "email sent");
        assertThat(received(ROSSI)).hasSize(2);
        assertThat(received(ROSSI).get(1).getMessageID()).isNotEqualTo("<" + first + ">");
    }

    @Test
    void a_reply_goes_to_a_person_and_to_the_mailbox_and_pauses_the_plan() throws Exception {
        reminder("4711");
        dispatch();
        MimeMessage reminder = received(ROSSI).get(0);
        assertThat(reminder.getReplyTo())
                .extracting(Object::toString)
                .containsExactly("giulia.conti@acme.example", SENDER);
        MimeMessage reply = (MimeMessage) reminder.reply(true);
        reply.setFrom(new InternetAddress(ROSSI));
        reply.setText("Pago domani.");
        reply.saveChanges();
        Transport.send(reply);

        poll();

        assertThat(hub.single(String.class, "select kind || ' ' || reason from hold"))
                .isEqualTo("manual replied to reminder 1");
        assertThat(hub.single(String.class, "select sender || ' ' || subject from incoming_mail"))
                .isEqualTo("a@rossi.example Re: Promemoria");
    }

    @Test
    void what_is_something_else_stays_where_people_look_whatever_its_headers_ask_for() throws Exception {
        deliver(MailsForTests.written(
                "o1@shop", "sales@shop.example", "50 % off", "moveTo: Trash", "copyTo: Trash", "delete: true"));

        poll();
        poll();

        assertThat(ids("INBOX")).containsExactly("<o1@shop>");
        assertThat(ids("Trash")).isEmpty();
        assertThat(hub.single(String.class, "select kind from incoming_mail")).isEqualTo("other");
    }

    @Test
    void of_a_huge_message_only_the_beginning_is_read() throws Exception {
        deliver(MailsForTests.written("huge@shop", "sales@shop.example", "big") + "x".repeat(3_000_000));

        poll();

        assertThat(hub.single(String.class, "select sender from incoming_mail")).isEqualTo("sales@shop.example");
    }

    @Test
    void a_message_that_could_not_be_taken_is_taken_by_the_next_poll() throws Exception {
        long dispatch = reminder("4711");
        dispatch();
        hub.exec("update dispatch set state = 'sending'");
        deliver(MailsForTests.report("b1@mx", ROSSI, "failed", "5.1.1", messageIdOfWhatCame()));
        poll();
        assertThat(ids("INBOX")).hasSize(1);

        hub.exec("update dispatch set state = 'sent'");
        poll();

        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(ids("INBOX")).isEmpty();
        assertThat(hub.connections.health())
                .filteredOn(health -> health.connection().name().equals("mailbox-acme"))
                .singleElement()
                .satisfies(health -> {
                    assertThat(health.failures()).isZero();
                    assertThat(health.connection().kind()).isEqualTo("channel");
                    assertThat(health.connection().expects()).isEqualTo("none");
                });
    }

    private long reminder(String debtor) {
        long dispatch = hub.email(debtor);
        hub.exec("update reminder set channels = '[\"email\",\"letter\"]'");
        return dispatch;
    }

    private Map<Result, Integer> dispatch() {
        EmailChannel email = new EmailChannel(
                new WordsForTests(),
                new OutletAdapter(context.createProducerTemplate()),
                hub.clock,
                Set.of("ACME-IT"),
                ReturnPaths.NONE);
        try (Dispatcher dispatcher = hub.dispatcher(1, email)) {
            return dispatcher.dispatchDue();
        }
    }

    private void poll() {
        hub.clock.forward(Duration.ofMinutes(10));
        agenda.tick(Runnable::run);
    }

    private void deliver(String mail) throws Exception {
        MimeMessage message = new MimeMessage((Session) null, new ByteArrayInputStream(MailsForTests.bytes(mail)));
        server.getUserManager().getUser(SENDER).deliver(message);
    }

    private String messageIdOfWhatCame() throws Exception {
        return received(ROSSI).get(0).getMessageID().replaceAll("[<>]", "");
    }

    private List<MimeMessage> received(String user) throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessagesForDomain(user)) {
            Session session = GreenMailUtil.getSession(server.getSmtp().getServerSetup());
            session.getProperties()
                    .setProperty(
                            "mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
            found.add(new MimeMessage(
                    session,
                    new ByteArrayInputStream(
                            GreenMailUtil.getWholeMessage(message).getBytes())));
        }
        return found;
    }

    private List<String> channels() {
        return hub.database
                .sql()
                .sql("select channel || ' ' || state from dispatch order by id")
                .query(String.class)
                .list();
    }

    /** The Message-IDs in a folder of the sender's mailbox that are not deleted. */
    private List<String> ids(String name) throws Exception {
        List<String> ids = new ArrayList<>();
        try (Store store = server.getImap().createStore()) {
            store.connect(SENDER, "p&ss#w%rd{}");
            Folder folder = store.getFolder(name);
            if (folder.exists()) {
                folder.open(Folder.READ_ONLY);
                for (Message message : folder.getMessages()) {
                    if (!message.isSet(Flags.Flag.DELETED)) {
                        ids.add(message.getHeader("Message-ID")[0]);
                    }
                }
            }
        }
        return ids;
    }

    private CamelContext context() throws Exception {
        CamelContext camel = PollingForTests.context(agenda, hub.connections, hub.clock);
        camel.getRegistry().bind("mailboxAdapter", adapter());
        RoutesForTests.start(
                camel,
                new String[] {
                    "templates/mailbox-imap.camel.yaml",
                    "mailbox-acme.camel.yaml",
                    "templates/email-smtp.camel.yaml",
                    "mail-acme.camel.yaml"
                },
                "acme.mailbox.host",
                "127.0.0.1",
                "acme.mailbox.port",
                Integer.toString(server.getImap().getPort()),
                "acme.mailbox.protocol",
                "imap",
                "acme.mailbox.start-tls",
                "false",
                "acme.mailbox.user",
                SENDER,
                "acme.mailbox.password",
                "p&ss#w%rd{}",
                "acme.mailbox.move-to",
                "Handled",
                "acme.mail.host",
                "127.0.0.1",
                "acme.mail.port",
                Integer.toString(server.getSmtp().getPort()),
                "acme.mail.start-tls",
                "false");
        return camel;
    }

    private MailboxAdapter adapter() {
        SuspendedAddresses addresses = new SuspendedAddresses(hub.database, hub.journal, hub.clock);
        Bounces bounces = new Bounces(
                hub.database,
                hub.clock,
                hub.journal,
                Map.of("ACME-IT", OutboxForTests.ACME),
                addresses,
                SendPolicy.DEFAULT,
                new Fallbacks(hub.database, hub.journal, hub.clock, (plan, debtor, channel, from) -> from));
        IncomingMails mails = new IncomingMails(
                hub.database,
                hub.clock,
                hub.journal,
                bounces,
                new Receipts(hub.database),
                new Holds(hub.database, hub.journal, hub.clock));
        return new MailboxAdapter(new Mailbox(mails, Map.of("ACME-IT", OutboxForTests.ACME)));
    }
}
