package io.sollecito.delivery.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.Patience;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.demo.servers.SmsCentre;
import io.sollecito.demo.servers.SmsCentre.Received;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.SmsParts;
import io.sollecito.ledger.outbox.SmsReports;
import io.sollecito.ledger.outbox.SmsSettlement;
import io.sollecito.ledger.reminders.Fallbacks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text messages and what is reported of them, by the routes as shipped, to a message centre that throttles and hangs up. */
class SmsUnderFireTest {

    private static final List<String> PIECES =
            List.of("€", "è", "ü", "😀", "👨‍👩‍👧", "{", "]", "a", "Rossi ", "promemoria ", "^", "à");

    @TempDir
    Path folder;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final WordsForTests words = new WordsForTests();
    private SmsCentre centre;
    private CamelContext context;
    private Dispatcher dispatcher;

    @BeforeEach
    void start() throws Exception {
        centre = SmsCentre.start(folder, hub.clock);
        Fallbacks fallbacks =
                new Fallbacks(hub.database, hub.journal, hub.clock, (plan, debtor, channel, earliest) -> earliest);
        SmsReports reports = new SmsReports(
                hub.database,
                hub.clock,
                new SmsSettlement(
                        hub.database, hub.clock, hub.journal, Map.of("ACME-IT", OutboxForTests.ACME), fallbacks));
        Object adapter = new SmsReceiptsAdapter(reports, new Alarms(hub.database, hub.clock, hub.journal));
        context = RoutesForTests.started(
                Map.of("smsReceiptsAdapter", adapter),
                new String[] {
                    "templates/sms-smpp.camel.yaml",
                    "templates/sms-receipts-smpp.camel.yaml",
                    "sms-acme.camel.yaml",
                    "classpath:delivery/sms-receipts-soon.camel.yaml"
                },
                "acme.sms.host",
                centre.host(),
                "acme.sms.port",
                Integer.toString(centre.port()),
                "acme.sms.user",
                SmsCentre.SYSTEM_ID,
                "acme.sms.password",
                SmsCentre.PASSWORD);
        context.getRouteController().startRoute("sms-receipts-soon");
        dispatcher = hub.dispatcher(
                2,
                new SmsChannel(
                        words,
                        new OutletAdapter(context.createProducerTemplate()),
                        new SmsParts(hub.database, hub.clock),
                        new Patience(pause -> {})));
    }

    private int released;

    @AfterEach
    void stop() {
        dispatcher.close();
        context.stop();
        centre.close();
    }

    @Test
    void every_text_arrives_intact_and_once_whatever_the_message_centre_refuses_and_cuts() throws Exception {
        Random random = new Random(20261122);
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < 24; i++) {
            String mobile = "+3933312345" + (10 + i);
            String text = text(random);
            words.smsTo.put("D" + i, text);
            sent.put(mobile.substring(1), text);
            hub.dispatch(hub.reminder("D" + i, "first", hub.item("D" + i, "i" + i, "100.00")), "sms", mobile);
            if (i % 3 == 0) {
                centre.throttle(random.nextInt(8));
            }
            if (i % 4 == 1) {
                centre.cut();
            }
            sendAll();
        }

        List<Received> received = centre.drain();
        assertThat(received)
                .hasSize(24)
                .allSatisfy(message -> assertThat(message.text()).isEqualTo(sent.get(message.recipient())));
        assertThat(received).extracting(Received::parts).contains(1, 2, 3);
        assertThat(hub.single(Integer.class, "select count(*) from dispatch where state = 'sent'"))
                .isEqualTo(24);

        reportAll();

        assertThat(hub.single(Integer.class, "select count(*) from sms_part where state <> 'delivered'"))
                .isZero();
        assertThat(hub.single(Integer.class, "select count(*) from sms_report where dispatch_id is null"))
                .as("reports of parts that were submitted once more after a release")
                .isLessThanOrEqualTo(released);
    }

    @Test
    void a_report_that_the_ledger_cannot_take_comes_again() throws Exception {
        dispatch("+393331234567");
        sendAll();
        hub.exec("alter table sms_report rename to sms_report_away");
        await().atMost(Duration.ofSeconds(20)).until(() -> refused(centre::deliverReceipts));
        hub.exec("alter table sms_report_away rename to sms_report");

        reportAll();

        assertThat(hub.single(String.class, "select state from sms_part")).isEqualTo("delivered");
    }

    @Test
    void what_is_undeliverable_goes_on_by_letter() throws Exception {
        centre.report("UNDELIV");
        long dispatch = dispatch("+393331234567");
        hub.exec("update reminder set channels = '[\"sms\", \"letter\"]'");
        sendAll();
        assertThat(hub.reminderState(dispatch)).isEqualTo("sent");

        reportAll();

        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.reminderState(dispatch)).isEqualTo("waiting");
        assertThat(hub.single(String.class, "select channel from dispatch where state = 'waiting'"))
                .isEqualTo("letter");
    }

    private long dispatch(String mobile) {
        words.sms = "promemoria";
        return hub.dispatch(hub.reminder("4711", "first", hub.item("4711", "1", "100.00")), "sms", mobile);
    }

    /**
     * Until nothing waits any more: each round is a minute or more later, and leaves the session time to come back. A
     * text that met the cut is waited for as long as the connector waits for answers.
     */
    private void sendAll() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    dispatcher.dispatchDue();
                    releaseWhatTheCentreNeverGot();
                    hub.clock.forward(Duration.ofMinutes(20));
                    hub.connections.factsAsOf("erp-acme-sap", hub.clock.instant());
                    return hub.single(Integer.class, "select count(*) from dispatch where state <> 'sent'") == 0;
                });
    }

    /** A text that met the cut before the hub noticed it: nobody knows, until somebody asks the message centre. */
    private void releaseWhatTheCentreNeverGot() {
        for (long dispatch : hub.database
                .sql()
                .sql("select id from dispatch where state = 'uncertain'")
                .query(Long.class)
                .list()) {
            assertThat(hub.recovery.release(dispatch, "anna", "the message centre does not know it"))
                    .isTrue();
            released++;
        }
    }

    private void reportAll() throws Exception {
        bindAgain();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            centre.deliverReceipts();
            return hub.single(
                            Integer.class,
                            "select count(*) from sms_part where state not in ('delivered', 'undelivered')")
                    == 0;
        });
    }

    /** As the hub does for a route that has given up its session, which it may not know yet here. */
    private void bindAgain() throws Exception {
        context.getRouteController().stopRoute("sms-receipts-soon");
        context.getRouteController().startRoute("sms-receipts-soon");
    }

    private static boolean refused(Runnable delivery) {
        try {
            delivery.run();
            return false;
        } catch (IllegalStateException refused) {
            return true;
        }
    }

    /** Up to three parts in either alphabet, with pairs wherever they fall. */
    private static String text(Random random) {
        List<String> alphabet = new ArrayList<>(PIECES);
        if (random.nextBoolean()) {
            alphabet.removeIf(piece -> piece.codePointAt(0) > 0xFFFF);
        }
        StringBuilder text = new StringBuilder();
        int length = 20 + random.nextInt(170);
        while (text.length() < length) {
            text.append(alphabet.get(random.nextInt(alphabet.size())));
        }
        return text.toString().strip();
    }
}
