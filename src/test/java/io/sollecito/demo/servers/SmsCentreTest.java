package io.sollecito.demo.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsCentreTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final byte UCS2 = 8;

    @TempDir
    private Path folder;

    private SmsCentre centre;
    private SMPPSession client;
    private final List<String> receipts = new CopyOnWriteArrayList<>();

    @BeforeEach
    void connect() throws Exception {
        centre = SmsCentre.start(folder, CLOCK);
        client = new SMPPSession();
        client.setMessageReceiverListener(new Receipts());
        client.connectAndBind(centre.host(), centre.port(), bind(SmsCentre.PASSWORD));
    }

    @AfterEach
    void disconnect() {
        client.unbindAndClose();
        centre.close();
    }

    @Test
    void a_gsm_message_is_decoded_and_kept_as_text() throws Exception {
        String id = submit("Saldo 500,00 ".getBytes(StandardCharsets.US_ASCII), (byte) 0, false);

        assertThat(id).isEqualTo("00000001");
        SmsCentre.Received received = centre.drain().get(0);
        assertThat(received.day()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(received.text()).isEqualTo("Saldo 500,00 ");
        assertThat(received.file()).content().startsWith("Saldo 500,00");
    }

    @Test
    void the_euro_sign_and_accents_of_the_gsm_alphabet_are_read() throws Exception {
        submit(new byte[] {0x1b, 0x65, ' ', 0x04, 0x05, 0x7f}, (byte) 0, false);

        assertThat(centre.drain().get(0).text()).isEqualTo("€ èéà");
    }

    @Test
    void concatenated_ucs2_parts_in_any_order_become_one_message() throws Exception {
        submit(part(2, "zweiter Teil"), UCS2, true);
        assertThat(centre.count()).isZero();
        submit(part(1, "erster Teil ☎ "), UCS2, true);

        SmsCentre.Received received = centre.drain().get(0);
        assertThat(received.text()).isEqualTo("erster Teil ☎ zweiter Teil");
        assertThat(received.parts()).isEqualTo(2);
        assertThat(centre.drain()).isEmpty();
    }

    @Test
    void a_throttled_submission_is_refused_and_the_next_taken() throws Exception {
        centre.throttle(1);

        assertThatThrownBy(() -> submit(new byte[] {'a'}, (byte) 0, false))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RTHROTTLED));
        assertThat(submit(new byte[] {'b'}, (byte) 0, false)).isEqualTo("00000001");
        assertThat(centre.count()).isOne();
    }

    @Test
    void receipts_name_the_message_id() throws Exception {
        String id = submit(new byte[] {'a'}, (byte) 0, false);

        assertThat(centre.deliverReceipts()).isOne();
        assertThat(receipts).singleElement().asString().startsWith("id:" + id).contains("stat:DELIVRD");
        assertThat(centre.deliverReceipts()).isZero();
    }

    @Test
    void a_wrong_password_is_not_bound() {
        SMPPSession stranger = new SMPPSession();

        assertThatThrownBy(() -> stranger.connectAndBind(centre.host(), centre.port(), bind("wrong")))
                .isInstanceOf(java.io.IOException.class);
    }

    private static BindParameter bind(String password) {
        return new BindParameter(
                BindType.BIND_TRX,
                SmsCentre.SYSTEM_ID,
                password,
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private String submit(byte[] content, byte coding, boolean concatenated) throws Exception {
        return client.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Acme",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "393471234501",
                        concatenated ? new ESMClass(SMPPConstant.ESMCLS_UDHI_INDICATOR_SET) : new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        DataCodings.newInstance(coding),
                        (byte) 0,
                        content)
                .getMessageId();
    }

    private static byte[] part(int number, String text) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {6, 8, 4, 1, 44, 2, (byte) number});
        content.writeBytes(text.getBytes(StandardCharsets.UTF_16BE));
        return content.toByteArray();
    }

    private final class Receipts implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            receipts.add(new String(deliver.getShortMessage(), StandardCharsets.US_ASCII));
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            receipts.add("alert");
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("not expected", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
