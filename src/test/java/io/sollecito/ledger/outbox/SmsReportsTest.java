package io.sollecito.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.digest.StoryLine;
import io.sollecito.digest.Why;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.SmsReports.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmsReportsTest {

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_message_is_delivered_when_all_of_its_parts_are(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        long dispatch = sent(hub, "a1", "a2");

        assertThat(reports.take(report("a1", "DELIVRD"))).isTrue();
        assertThat(events(hub, dispatch)).doesNotContain("dispatch-delivered");
        assertThat(reports.take(report("a2", "DELIVRD"))).isTrue();
        assertThat(reports.take(report("a2", "DELIVRD"))).isFalse();

        assertThat(hub.state(dispatch)).isEqualTo("sent");
        assertThat(parts(hub, dispatch)).containsExactly("delivered", "delivered");
        assertThat(events(hub, dispatch)).endsWith("dispatch-delivered").containsOnlyOnce("dispatch-delivered");
        assertThat(hub.fellBack).isEmpty();
        assertThat(hub.single(Integer.class, "select count(*) from receipt where part_no = 2"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_part_that_never_arrives_makes_the_message_undelivered_and_falls_back(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        hub.hasFallback = true;
        long dispatch = sent(hub, "a1", "a2");

        reports.take(report("a1", "DELIVRD"));
        reports.take(report("a2", "ENROUTE"));
        assertThat(hub.state(dispatch)).isEqualTo("sent");
        reports.take(new Report("sms-receipts", "ACME-IT", "a2", "UNDELIV", "069"));

        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.reason(dispatch)).isEqualTo("not delivered to the phone: UNDELIV");
        assertThat(parts(hub, dispatch)).containsExactly("delivered", "undelivered");
        assertThat(hub.fellBack).containsExactly(dispatch);
        assertThat(hub.reminderState(dispatch)).isEqualTo("waiting");
        assertThat(story(hub, dispatch))
                .anyMatch(line -> line.contains("part 1 of the SMS is on the phone"))
                .anyMatch(line -> line.contains("part 2 of the SMS could not be delivered to the phone, error 069"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void without_a_fallback_the_step_is_still_to_be_done(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        long dispatch = sent(hub, "a1");
        assertThat(hub.guards(dispatch)).isEqualTo(1);

        reports.take(report("a1", "EXPIRED"));

        assertThat(hub.reminderState(dispatch)).isEqualTo("undelivered");
        assertThat(hub.guards(dispatch)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void reports_in_any_order_and_any_number_of_times_end_the_same(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        Random random = new Random(42);
        for (int round = 0; round < 20; round++) {
            String id = "r" + round + "-";
            long dispatch = sent(hub, id + 1, id + 2);
            List<Report> came = new ArrayList<>();
            for (String state : List.of("ENROUTE", "ACCEPTD", "UNDELIV", "DELIVRD")) {
                came.add(report(id + 1, state));
            }
            came.add(report(id + 2, "DELIVRD"));
            came.add(report(id + 2, "UNKNOWN"));
            came.addAll(came.subList(0, 3));
            Collections.shuffle(came, random);

            came.forEach(reports::take);

            assertThat(hub.state(dispatch)).as("%s", came).isEqualTo("sent");
            assertThat(hub.guards(dispatch)).isEqualTo(1);
            assertThat(parts(hub, dispatch)).containsExactly("delivered", "delivered");
        }
        assertThat(hub.single(Integer.class, "select count(*) from receipt")).isEqualTo(20 * 6);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_report_that_overtakes_the_answer_waits_for_it(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        long dispatch = hub.dispatch(reminder(hub), "sms", "+393331234567");
        Claim claim = hub.claim("sms").get(0);
        hub.outbox.sending(List.of(claim));
        SmsParts parts = new SmsParts(hub.database, hub.clock);
        parts.prepare(dispatch, 1);

        reports.take(report("early", "UNDELIV"));
        parts.move(dispatch, 1, "sent", "early");
        assertThat(reports.settleOpen()).isZero();
        assertThat(hub.state(dispatch)).isEqualTo("sending");
        hub.outbox.sent(claim, "early");

        assertThat(reports.settleOpen()).isEqualTo(1);
        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.fellBack).containsExactly(dispatch);
        assertThat(reports.settleOpen()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_report_from_before_the_message_was_is_not_about_it(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        hub.hasFallback = true;
        reports.take(report("77", "UNDELIV"));
        later(hub);
        long dispatch = sent(hub, "77");

        reports.take(report("77", "ACCEPTD"));

        assertThat(hub.state(dispatch)).isEqualTo("sent");
        assertThat(hub.fellBack).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_id_that_the_centre_uses_again_has_reports_of_its_own(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        hub.hasFallback = true;
        long first = sent(hub, "77");
        reports.take(report("77", "UNDELIV"));
        assertThat(hub.fellBack).containsExactly(first);
        later(hub);
        long second = sent(hub, "77");

        reports.take(report("77", "UNDELIV"));

        assertThat(hub.state(second)).isEqualTo("failed");
        assertThat(hub.fellBack).containsExactly(first, second);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void reports_about_ids_that_nobody_knows_are_kept(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        long dispatch = sent(hub, "a1");

        assertThat(reports.take(report("zz", "UNDELIV"))).isTrue();
        assertThat(reports.take(new Report("other", "LUMIERE-FR", "a1", "UNDELIV", null)))
                .isTrue();

        assertThat(hub.state(dispatch)).isEqualTo("sent");
        assertThat(hub.single(Integer.class, "select count(*) from sms_report where dispatch_id is null"))
                .isEqualTo(2);
        assertThat(hub.single(Integer.class, "select count(*) from receipt")).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_uncertain_message_is_proved_by_its_reports(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        long dispatch = sent(hub, "a1", "a2");
        hub.exec("update dispatch set state = 'uncertain' where id = ?", dispatch);

        reports.take(report("a2", "DELIVRD"));
        assertThat(hub.state(dispatch)).isEqualTo("uncertain");
        reports.take(report("a1", "DELIVRD"));

        assertThat(hub.state(dispatch)).isEqualTo("sent");
        assertThat(hub.reminderState(dispatch)).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_step_that_was_planned_again_before_the_proof_came_alarms(OutboxForTests hub) {
        SmsReports reports = reports(hub);
        long item = hub.item("4711", "i-1", "100.00");
        long dispatch = sent(hub, hub.reminder("4711", "first", item), "a1");
        reports.take(report("a1", "UNDELIV"));
        hub.reminder("4711", "first", item);

        reports.take(report("a1", "DELIVRD"));

        assertThat(hub.state(dispatch)).isEqualTo("sent");
        assertThat(hub.single(String.class, "select kind from alarm")).isEqualTo("left-after-all");
    }

    private static SmsReports reports(OutboxForTests hub) {
        return new SmsReports(
                hub.database,
                hub.clock,
                new SmsSettlement(
                        hub.database, hub.clock, hub.journal, Map.of("ACME-IT", OutboxForTests.ACME), hub::fallBack));
    }

    private static Report report(String id, String state) {
        return new Report("sms-receipts", "ACME-IT", id, state, null);
    }

    private static long reminder(OutboxForTests hub) {
        int number = hub.single(Integer.class, "select count(*) from open_item") + 1;
        return hub.reminder("4711", "first", hub.item("4711", "i-" + number, "100.00"));
    }

    private static long sent(OutboxForTests hub, String... ids) {
        return sent(hub, reminder(hub), ids);
    }

    private static long sent(OutboxForTests hub, long reminder, String... ids) {
        long dispatch = hub.dispatch(reminder, "sms", "+393331234567");
        Claim claim = hub.claim("sms").get(0);
        hub.outbox.sending(List.of(claim));
        SmsParts parts = new SmsParts(hub.database, hub.clock);
        parts.prepare(dispatch, ids.length);
        for (int part = 1; part <= ids.length; part++) {
            parts.move(dispatch, part, "sent", ids[part - 1]);
        }
        hub.outbox.sent(claim, ids[0]);
        return dispatch;
    }

    /** Message centres count anew some day. */
    private static void later(OutboxForTests hub) {
        hub.clock.forward(Duration.ofDays(30));
        hub.exec(
                "update connection set facts_as_of = ?, last_success_at = ?",
                Database.at(hub.clock.instant()),
                Database.at(hub.clock.instant()));
    }

    private static List<String> parts(OutboxForTests hub, long dispatch) {
        return hub.database
                .sql()
                .sql("select state from sms_part where dispatch_id = ? order by part_no")
                .param(dispatch)
                .query(String.class)
                .list();
    }

    private static List<String> events(OutboxForTests hub, long dispatch) {
        return hub.journal.of("dispatch:" + dispatch).stream()
                .map(Journal.Row::event)
                .toList();
    }

    private static List<String> story(OutboxForTests hub, long dispatch) {
        Why why = new Why(hub.database, hub.journal, OutboxForTests.ACME.zone());
        return why.tell("dispatch:" + dispatch).lines().stream()
                .map(StoryLine::text)
                .toList();
    }
}
