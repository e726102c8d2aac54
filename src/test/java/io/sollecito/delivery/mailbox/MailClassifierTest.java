package io.sollecito.delivery.mailbox;

import static io.sollecito.delivery.mailbox.MailsForTests.bytes;
import static io.sollecito.delivery.mailbox.MailsForTests.report;
import static io.sollecito.delivery.mailbox.MailsForTests.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.delivery.mailbox.MailMeaning.AutoReply;
import io.sollecito.delivery.mailbox.MailMeaning.Complaint;
import io.sollecito.delivery.mailbox.MailMeaning.Delayed;
import io.sollecito.delivery.mailbox.MailMeaning.Delivered;
import io.sollecito.delivery.mailbox.MailMeaning.HardBounce;
import io.sollecito.delivery.mailbox.MailMeaning.Other;
import io.sollecito.delivery.mailbox.MailMeaning.Reply;
import io.sollecito.delivery.mailbox.MailMeaning.SoftBounce;
import io.sollecito.model.CreditorReference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailClassifierTest {

    private static final String OURS = "dispatch-1.RF18SOL000000001@acme.example";

    @Test
    void a_report_of_5_1_1_is_a_hard_bounce_of_that_recipient_and_message() throws Exception {
        HardBounce bounce = (HardBounce) of(report("b@mx", "a@rossi.example", "failed", "5.1.1", OURS));

        assertThat(bounce.status()).isEqualTo("5.1.1");
        assertThat(bounce.recipients()).containsOnly("a@rossi.example");
        assertThat(bounce.quoted()).containsExactly(OURS);
        assertThat(bounce.reason()).isEqualTo("failed 5.1.1: smtp; 550 5.1.1 said the other server");
    }

    @Test
    void what_failed_for_now_is_soft_and_what_is_still_being_tried_is_neither() throws Exception {
        assertThat(of(report("b@mx", "a@rossi.example", "failed", "4.2.2", OURS)))
                .isInstanceOf(SoftBounce.class);
        assertThat(of(report("b@mx", "a@rossi.example", "delayed", "4.2.2", OURS)))
                .isInstanceOf(Delayed.class);
        assertThat(of(report("b@mx", "a@rossi.example", "delivered", "2.0.0", OURS)))
                .isInstanceOf(Delivered.class);
        assertThat(of(report("b@mx", "a@rossi.example", "FAILED", "", OURS))).isInstanceOf(HardBounce.class);
        assertThat(of(report("b@mx", "a@rossi.example", "failed", "2.0.0", OURS)))
                .isInstanceOf(Other.class);
    }

    @Test
    void a_report_that_returns_headers_only_is_read_too() throws Exception {
        String headersOnly = report("b@mx", "a@rossi.example", "failed", "5.1.1", OURS)
                .replace("Content-Type: message/rfc822", "Content-Type: text/rfc822-headers");
        assertThat(of(headersOnly).quoted()).containsExactly(OURS);
    }

    @Test
    void a_feedback_report_is_a_complaint() throws Exception {
        MailMeaning meaning = of(MailsForTests.complaint("c@fbl", "abuse", OURS, "a@rossi.example"));
        assertThat(meaning).isInstanceOf(Complaint.class);
        assertThat(meaning.reason()).isEqualTo("a feedback report: abuse");
        assertThat(meaning.quoted()).containsExactly(OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; why=vacation",
                "X-Autoreply: yes",
                "X-Autorespond: ",
                "Precedence: auto_reply",
                "Precedence: Bulk",
                "X-MS-Exchange-Inbox-Rules-Loop: anna@rossi.example",
                "Return-Path: <>"
            })
    void a_machine_that_answers_is_no_person(String header) throws Exception {
        String value = header.endsWith(": ") ? header + "x" : header;
        String mail = written("r@rossi", "a@rossi.example", "Re: Promemoria", "In-Reply-To: <" + OURS + ">", value);
        assertThat(of(mail)).isInstanceOf(AutoReply.class);
        assertThat(of(mail).quoted()).containsExactly(OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: Promemoria",
                "Risposta automatica: Promemoria",
                "=?utf-8?Q?R=C3=A9ponse_automatique_=3A_Relance?=",
                "Automatische Antwort: Erinnerung"
            })
    void an_absence_note_is_known_by_its_subject(String subject) throws Exception {
        assertThat(of(written("r@rossi", "a@rossi.example", subject, "In-Reply-To: <" + OURS + ">")))
                .isInstanceOf(AutoReply.class);
    }

    @ParameterizedTest
    @CsvSource({
        "In-Reply-To: <" + OURS + ">",
        "References: <x@y> <" + OURS + ">",
        "References: <dispatch-1.RF18SOL000000001@relay.example>"
    })
    void a_person_who_answers_an_email_of_ours_replied(String header) throws Exception {
        assertThat(of(written("r@rossi", "a@rossi.example", "Re: Promemoria", header, "Auto-Submitted: no")))
                .isInstanceOf(Reply.class);
    }

    @Test
    void a_valid_reference_in_the_subject_makes_it_a_reply_and_an_invalid_one_does_not() throws Exception {
        String reference = CreditorReference.ofReminder(7);
        Reply reply = (Reply) of(written("r@rossi", "a@rossi.example", "pagamento " + reference));
        assertThat(reply.references()).containsExactly(reference);

        String wrong = "RF00" + reference.substring(4);
        assertThat(of(written("r@rossi", "a@rossi.example", "pagamento " + wrong)))
                .isInstanceOf(Other.class);
    }

    @Test
    void an_offer_is_something_else_and_so_is_a_bounce_that_is_only_attached() throws Exception {
        assertThat(of(written("o@shop", "sales@shop.example", "50 % off"))).isInstanceOf(Other.class);

        String attached = report("b@mx", "a@rossi.example", "failed", "5.1.1", OURS)
                .replace("multipart/report; report-type=delivery-status", "multipart/mixed")
                .replace("Auto-Submitted: auto-replied\r\n", "")
                .replace("Return-Path: <>\r\n", "");
        assertThat(of(attached)).isInstanceOf(Other.class);
    }

    @Test
    void a_mail_servers_note_that_is_no_report_is_left_for_people() throws Exception {
        String note = written("n@mx", "MAILER-DAEMON@mx.example", "failure notice", "Return-Path: <>");
        assertThat(of(note)).isInstanceOf(Other.class);
        assertThat(of(note).reason()).isEqualTo("a mail server wrote it, but no delivery report");
    }

    @Test
    void line_breaks_controls_and_turned_directions_do_not_outlive_the_parser() throws Exception {
        IncomingMail mail = MailParser.parse(bytes(written(
                "r@rossi",
                "=?utf-8?Q?x=0D=0ABcc:?= <a@rossi.example>",
                "=?utf-8?Q?paid=0D=0ABcc:_evil@evil.example_=E2=80=AEtxt=07?=")));
        assertThat(mail.subject()).isEqualTo("paid Bcc: evil@evil.example txt");
        assertThat(mail.sender()).isEqualTo("a@rossi.example");
    }

    @Test
    void what_is_built_to_overwhelm_is_unreadable() {
        StringBuilder parts = new StringBuilder("Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        parts.append("--b\r\n\r\n".repeat(20_000));
        assertThatThrownBy(() -> MailParser.parse(bytes(parts.toString()))).isInstanceOf(MailParser.Unreadable.class);

        String lines = "a:\r\n".repeat(200_000);
        assertThatThrownBy(() -> MailParser.parse(bytes(lines))).isInstanceOf(MailParser.Unreadable.class);
    }

    @Test
    void a_deep_nest_ends_the_search_and_nonsense_is_something_else() throws Exception {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            deep.append("Content-Type: multipart/report; boundary=b").append(i).append("\r\n\r\n--b");
            deep.append(i).append("\r\n");
        }
        assertThat(of(deep.toString())).isInstanceOf(Other.class);
        assertThat(of("")).isInstanceOf(Other.class);
        assertThat(of("Content-Type: multipart/report\r\n\r\nno boundary")).isInstanceOf(Other.class);
        assertThat(of("Content-Type: ;;;=\r\nFrom: <<<>>\r\n\r\nx")).isInstanceOf(Other.class);
    }

    @Test
    void a_report_that_breaks_off_still_tells_what_it_had_told() throws Exception {
        byte[] whole = bytes(report("b@mx", "a@rossi.example", "failed", "5.1.1", OURS));
        for (int length = 0; length < whole.length; length += 37) {
            MailClassifier.of(MailParser.parse(Arrays.copyOf(whole, length)));
        }
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);
        assertThat(MailClassifier.of(MailParser.parse(cut))).isInstanceOf(HardBounce.class);
    }

    private static MailMeaning of(String mail) throws MailParser.Unreadable {
        return MailClassifier.of(MailParser.parse(bytes(mail)));
    }
}
