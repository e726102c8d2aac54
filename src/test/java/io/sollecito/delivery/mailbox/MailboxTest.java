package io.sollecito.delivery.mailbox;

import static io.sollecito.delivery.mailbox.MailsForTests.bytes;
import static io.sollecito.delivery.mailbox.MailsForTests.complaint;
import static io.sollecito.delivery.mailbox.MailsForTests.report;
import static io.sollecito.delivery.mailbox.MailsForTests.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.email.ReturnPaths;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.DigestFigures;
import io.sollecito.ledger.figures.ProblemFigures;
import io.sollecito.ledger.mailbox.ArrivedMail.Kind;
import io.sollecito.ledger.mailbox.IncomingMails;
import io.sollecito.ledger.mailbox.Replies;
import io.sollecito.ledger.outbox.Bounces;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.Receipts;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.ledger.reminders.Fallbacks;
import io.sollecito.ledger.reminders.Holds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from a message in the ledger. */
class MailboxTest {

    private static final String ROSSI = "a@rossi.example";

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    private final ReturnPaths paths = new ReturnPaths(new byte[] {1}, Map.of("ACME-IT", "bounces@acme.example"));
    private OutboxForTests hub;
    private Mailbox mailbox;
    private int uid;

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_hard_bounce_suspends_the_address_and_the_reminder_goes_by_the_next_channel(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\",\"letter\"]");

        Mailbox.Taken taken = take(report("b1@mx", ROSSI, "failed", "5.1.1", id(dispatch)));

        assertThat(taken).isEqualTo(new Mailbox.Taken(Kind.HARD_BOUNCE, true));
        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.reason(dispatch)).isEqualTo("bounced with 5.1.1");
        assertThat(dispatches()).containsExactly("email failed", "letter waiting");
        assertThat(hub.reminderState(dispatch)).isEqualTo("waiting");
        assertThat(hub.guards(dispatch)).isOne();
        assertThat(suspended()).containsExactly("email a@rossi.example bounced with 5.1.1");
        assertThat(receipts()).containsExactly("hard-bounce failed 5.1.1: smtp; 550 5.1.1 said the other server");
        assertThat(journal()).doesNotContain("rossi.example").contains("address-suspended", "dispatch-bounced");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void without_another_channel_the_reminder_is_undelivered_and_its_guard_is_freed(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\"]");

        take(report("b1@mx", "A@Rossi.Example", "failed", "5.7.1", id(dispatch)));

        assertThat(hub.reminderState(dispatch)).isEqualTo("undelivered");
        assertThat(hub.guards(dispatch)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_same_message_again_changes_nothing_and_neither_does_a_second_report(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\",\"letter\"]");
        String bounce = report("b1@mx", ROSSI, "failed", "5.1.1", id(dispatch));
        take(bounce);

        assertThat(take(bounce)).isEqualTo(new Mailbox.Taken(Kind.HARD_BOUNCE, false));
        take(report("b2@mx", ROSSI, "failed", "5.1.1", id(dispatch)));

        assertThat(dispatches()).containsExactly("email failed", "letter waiting");
        assertThat(suspended()).hasSize(1);
        assertThat(receipts()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_waits_for_the_suspended_address_falls_back_too(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\",\"letter\"]");
        long other = reminder("4711", "2", "[\"email\",\"letter\"]");

        take(report("b1@mx", ROSSI, "failed", "5.1.1", id(dispatch)));

        assertThat(hub.state(other)).isEqualTo("failed");
        assertThat(dispatches()).containsExactly("email failed", "email failed", "letter waiting", "letter waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_soft_bounce_is_tried_again_after_the_policys_pauses_and_then_counts_as_hard(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\",\"letter\"]");
        int tries = SendPolicy.DEFAULT.pauses().size();

        for (int attempt = 1; attempt <= tries; attempt++) {
            take(report("s" + attempt + "@mx", ROSSI, "failed", "4.2.2", id(dispatch)));
            assertThat(hub.reminderState(dispatch)).isEqualTo("waiting");
            assertThat(hub.guards(dispatch)).isOne();
            assertThat(hub.claim("email")).as("before the pause").isEmpty();
            hub.clock.forward(SendPolicy.DEFAULT.pauses().get(attempt - 1));
            dispatch = send().dispatchId();
        }
        assertThat(suspended()).isEmpty();
        take(report("last@mx", ROSSI, "failed", "4.2.2", id(dispatch)));

        assertThat(suspended()).containsExactly("email a@rossi.example bounced with 4.2.2");
        assertThat(dispatches()).hasSize(tries + 2).endsWith("email failed", "letter waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_mail_that_is_still_being_tried_or_was_delivered_is_recorded_only(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\",\"letter\"]");

        take(report("d1@mx", ROSSI, "delayed", "4.4.7", id(dispatch)));
        take(report("d2@mx", ROSSI, "delivered", "2.0.0", id(dispatch)));

        assertThat(dispatches()).containsExactly("email sent");
        assertThat(receipts()).hasSize(2).first().asString().startsWith("delayed ");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_bounce_counts_only_if_it_quotes_what_was_sent_to_that_recipient(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\",\"letter\"]");
        long never = reminder("4712", "1", "[\"email\"]");
        List<String> forged = List.of(
                report("f1@evil", "b@bianchi.example", "failed", "5.1.1", id(dispatch)),
                report("f2@evil", ROSSI, "failed", "5.1.1", "something-else@evil.example"),
                report("f3@evil", ROSSI, "failed", "5.1.1", "dispatch-" + dispatch + ".RF9999@acme.example"),
                report("f4@evil", ROSSI, "failed", "5.1.1", id(never)),
                report("f5@evil", ROSSI, "failed", "5.1.1", "dispatch-999.RF1001@acme.example"));

        assertThat(forged).allSatisfy(mail -> assertThat(take(mail).assigned()).isFalse());

        assertThat(dispatches()).containsExactly("email sent", "email waiting");
        assertThat(suspended()).isEmpty();
        assertThat(receipts()).isEmpty();
        assertThat(hub.single(Integer.class, "select count(*) from incoming_mail where dispatch_id is null"))
                .isEqualTo(5);
        assertThat(hub.single(String.class, "select reason from incoming_mail where mail_key = '<f1@evil>'"))
                .startsWith("it quotes an e-mail of ours to another address; ");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_comes_to_an_e_mails_own_return_path_is_about_it_whatever_it_quotes(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\",\"letter\"]");
        String forwarded = report(
                        "b1@mx", "boss@elsewhere.example", "failed", "5.1.1", "their-own-id@elsewhere.example")
                .replace(
                        "To: crediti@acme.example",
                        "To: <" + paths.of("ACME-IT", dispatch).orElseThrow() + ">");

        assertThat(take(forwarded)).isEqualTo(new Mailbox.Taken(Kind.HARD_BOUNCE, true));

        assertThat(suspended()).containsExactly("email a@rossi.example bounced with 5.1.1");
        assertThat(dispatches()).containsExactly("email failed", "letter waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_return_path_is_asked_before_the_message_id(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\"]");
        long other = sent("4712", "[\"email\"]");
        String bounce = report("b1@mx", ROSSI, "failed", "5.1.1", id(other))
                .replace(
                        "Subject:",
                        "Delivered-To: " + paths.of("ACME-IT", dispatch).orElseThrow() + "\nSubject:");

        take(bounce);

        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.state(other)).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_bounce_to_a_return_path_that_was_made_up_suspends_nobody(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\"]");
        ReturnPaths guessed = new ReturnPaths(new byte[] {2}, Map.of("ACME-IT", "bounces@acme.example"));
        String forged = report("b1@evil", "x@evil.example", "failed", "5.1.1", "x@evil.example")
                .replace(
                        "To: crediti@acme.example",
                        "To: " + guessed.of("ACME-IT", dispatch).orElseThrow());

        assertThat(take(forged).assigned()).isFalse();

        assertThat(dispatches()).containsExactly("email sent");
        assertThat(suspended()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_complaint_suspends_the_address_and_is_shown_to_a_person(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\",\"letter\"]");
        long waiting = reminder("4711", "2", "[\"email\",\"letter\"]");

        take(complaint("c1@fbl", "abuse", id(dispatch), "Rossi <A@Rossi.example>"));
        take(complaint("c2@fbl", "Abuse", id(dispatch), "redacted", "Original-Rcpt-To: <a@rossi.example>"));

        assertThat(hub.state(dispatch)).isEqualTo("sent");
        assertThat(hub.state(waiting)).isEqualTo("failed");
        assertThat(dispatches()).containsExactly("email sent", "email failed", "letter waiting");
        assertThat(suspended()).containsExactly("email a@rossi.example was called unwanted by its recipient");
        assertThat(receipts()).hasSize(2).first().isEqualTo("complaint a feedback report: abuse");
        assertThat(texts("select kind || ' ' || message from alarm where subject = 'mail:1'"))
                .containsExactly(
                        "mail-complaint the recipient of reminder 1 called its e-mail unwanted: no e-mail goes to"
                                + " that address any more");
        assertThat(journal()).doesNotContain("rossi.example");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_complaint_that_names_its_return_path_needs_no_recipient(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\"]");

        take(complaint(
                "c1@fbl",
                "opt-out",
                "redacted@x.example",
                "redacted",
                "Original-Mail-From: <" + paths.of("ACME-IT", dispatch).orElseThrow() + ">"));

        assertThat(suspended()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_complaint_that_may_be_made_up_or_is_none_suspends_nobody(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\"]");

        take(complaint("c1@evil", "abuse", id(dispatch), "redacted"));
        take(complaint("c2@fbl", "not-spam", id(dispatch), ROSSI));

        assertThat(suspended()).isEmpty();
        assertThat(texts("select message from alarm"))
                .singleElement()
                .asString()
                .startsWith("a complaint came that");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_answer_to_what_is_just_leaving_is_taken_later(Database database) {
        with(database);
        long dispatch = reminder("4711", "1", "[\"email\"]");
        List<Claim> claims = hub.outbox.sending(hub.claim("email"));
        String bounce = report("b1@mx", ROSSI, "failed", "5.1.1", id(dispatch));

        assertThatThrownBy(() -> take(bounce)).isInstanceOf(IllegalStateException.class);
        claims.forEach(claim -> hub.outbox.sent(claim, id(dispatch)));

        assertThat(take(bounce).assigned()).isTrue();
        assertThat(hub.state(dispatch)).isEqualTo("failed");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_persons_reply_pauses_the_debtors_plan_for_some_bank_days(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\"]");
        long waiting = reminder("4711", "2", "[\"email\"]");

        take(written("r1@rossi", ROSSI, "Re: Promemoria", "In-Reply-To: <" + id(dispatch) + ">"));
        take(written("r2@rossi", ROSSI, "Re: Re: Promemoria", "References: <" + id(dispatch) + ">"));

        assertThat(new Holds(database, hub.journal, hub.clock).of("ACME-IT"))
                .singleElement()
                .satisfies(placed -> {
                    assertThat(placed.debtor()).isEqualTo("4711");
                    assertThat(placed.item()).isNull();
                    assertThat(placed.hold().kind()).isEqualTo("manual");
                    assertThat(placed.hold().reason()).isEqualTo("replied to reminder 1");
                    assertThat(placed.hold().owner()).isEqualTo("Giulia Conti");
                    assertThat(placed.hold().endsOn()).isEqualTo(LocalDate.of(2026, 3, 5));
                });
        hub.clock.forward(Duration.ofMinutes(1));
        assertThat(hub.claim("email")).isEmpty();
        assertThat(hub.state(waiting)).isEqualTo("cancelled");
        assertThat(hub.state(dispatch)).isEqualTo("sent");
        assertThat(journal()).doesNotContain("rossi.example", "Re: Promemoria");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_18_a_reply_pauses_the_plan_until_a_person_answers_or_some_days_pass(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\"]");
        Holds holds = new Holds(database, hub.journal, hub.clock);
        Replies replies = new Replies(database, hub.journal, hub.clock);
        take(written("r1@rossi", ROSSI, "Re: Promemoria", "In-Reply-To: <" + id(dispatch) + ">"));
        take(written("r2@rossi", ROSSI, "Re: Promemoria", "In-Reply-To: <" + id(dispatch) + ">"));

        assertThat(replies.open("ACME-IT"))
                .extracting(open -> open.id() + " " + open.topic() + " " + open.owner() + " " + open.answerBy())
                .containsExactly("1 question Giulia Conti 2026-03-03", "2 question Giulia Conti 2026-03-03");
        assertThat(replies.answered(1, "anna", "wrote back")).isZero();
        assertThat(holds.of("ACME-IT")).as("the second reply waits").hasSize(1);
        assertThat(replies.answered(2, "anna", "called")).isEqualTo(1);
        assertThat(holds.of("ACME-IT")).isEmpty();
        assertThat(replies.open("ACME-IT")).isEmpty();
        assertThatThrownBy(() -> replies.answered(2, "anna", "again")).hasMessageContaining("no reply 2 waits");

        take(written("r3@rossi", ROSSI, "Re: Promemoria", "In-Reply-To: <" + id(dispatch) + ">"));
        assertThat(holds.of("ACME-IT")).hasSize(1);
        assertThat(holds.endPassed("ACME-IT", LocalDate.of(2026, 3, 5))).isZero();
        assertThat(holds.endPassed("ACME-IT", LocalDate.of(2026, 3, 6))).isEqualTo(1);
        assertThat(replies.open("ACME-IT")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_reply_that_nobody_answered_within_a_business_day_is_told_with_its_owner(Database database) {
        with(database);
        take(written("r1@rossi", ROSSI, "Re: Promemoria", "In-Reply-To: <" + id(sent("4711", "[\"email\"]")) + ">"));

        assertThat(overdueReplies(database, "2026-03-03")).isEmpty();
        assertThat(overdueReplies(database, "2026-03-04"))
                .containsExactly("Re: Promemoria (reply 1, question), by Giulia Conti on 2026-03-03");

        new Replies(database, hub.journal, hub.clock).answered(1, "anna", "wrote back");
        assertThat(overdueReplies(database, "2026-03-04")).isEmpty();
    }

    private List<String> overdueReplies(Database database, String day) {
        LocalDate date = LocalDate.parse(day);
        return new DigestFigures(database)
                        .read(
                                "ACME-IT",
                                date,
                                hub.clock.instant(),
                                new ProblemFigures.Limits(hub.clock.instant(), date))
                        .problems()
                        .stream()
                        .filter(problem -> problem.kind().equals("reply-overdue"))
                        .flatMap(problem -> problem.first().stream())
                        .map(ProblemFigures.Finding::message)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_machines_answer_is_only_recorded(Database database) {
        with(database);
        long dispatch = sent("4711", "[\"email\"]");

        take(written(
                "o1@rossi",
                ROSSI,
                "Automatic reply: Promemoria",
                "In-Reply-To: <" + id(dispatch) + ">",
                "Auto-Submitted: auto-replied"));

        assertThat(new Holds(database, hub.journal, hub.clock).of("ACME-IT")).isEmpty();
        assertThat(receipts()).containsExactly("auto-reply Auto-Submitted says so");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_person_lifts_a_suspension_with_a_reason(Database database) {
        with(database);
        take(report("b1@mx", ROSSI, "failed", "5.1.1", id(sent("4711", "[\"email\"]"))));
        SuspendedAddresses addresses = new SuspendedAddresses(database, hub.journal, hub.clock);

        assertThat(addresses.lift(1, "bruno", "his mailbox is back")).isTrue();
        assertThat(addresses.lift(1, "bruno", "again")).isFalse();

        assertThat(suspended()).isEmpty();
        assertThat(hub.journal.of("address:1"))
                .extracting(row -> row.event() + " " + row.actor())
                .containsExactly("address-suspended run", "address-lifted bruno");
    }

    private void with(Database database) {
        hub = new OutboxForTests(database);
        Bounces bounces = new Bounces(
                database,
                hub.clock,
                hub.journal,
                Map.of("ACME-IT", OutboxForTests.ACME),
                new SuspendedAddresses(database, hub.journal, hub.clock),
                SendPolicy.DEFAULT,
                new Fallbacks(database, hub.journal, hub.clock, (plan, debtor, channel, from) -> from));
        mailbox = new Mailbox(
                new IncomingMails(
                        database,
                        hub.clock,
                        hub.journal,
                        bounces,
                        new Receipts(database),
                        new Holds(database, hub.journal, hub.clock)),
                Map.of("ACME-IT", OutboxForTests.ACME),
                paths);
    }

    private Mailbox.Taken take(String mail) {
        return mailbox.take(new Mailbox.Message("mailbox-acme", "ACME-IT", "uid:1:" + ++uid, bytes(mail)), 3);
    }

    /** A reminder by e-mail that waits; returns its dispatch. */
    private long reminder(String debtor, String item, String channels) {
        long reminder = hub.reminder(debtor, "first", hub.item(debtor, debtor + "-" + item, "100.00"));
        hub.exec("update reminder set channels = ? where id = ?", channels, reminder);
        return hub.dispatch(reminder, "email", ROSSI);
    }

    private long sent(String debtor, String channels) {
        reminder(debtor, "1", channels);
        return send().dispatchId();
    }

    private Claim send() {
        List<Claim> claims = hub.outbox.sending(hub.claim("email"));
        assertThat(claims).hasSize(1);
        hub.outbox.sent(claims.get(0), id(claims.get(0).dispatchId()));
        return claims.get(0);
    }

    private String id(long dispatch) {
        String reference = hub.single(
                String.class,
                "select r.reference from reminder r join dispatch d on d.reminder_id = r.id where d.id = ?",
                dispatch);
        return "dispatch-" + dispatch + "." + reference + "@acme.example";
    }

    private List<String> dispatches() {
        return texts("select channel || ' ' || state from dispatch order by id");
    }

    private List<String> suspended() {
        return texts("select channel || ' ' || address || ' ' || reason from suspended_address"
                + " where lifted_at is null order by id");
    }

    private List<String> receipts() {
        return texts("select state || ' ' || reason from receipt order by id");
    }

    private String journal() {
        return String.join(
                "\n",
                texts("select event || ' ' || subject || ' ' || actor || ' ' || details from journal order by id"));
    }

    private List<String> texts(String query) {
        return hub.database.sql().sql(query).query(String.class).list();
    }
}
