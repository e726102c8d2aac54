package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.ledger.figures.DigestFigures;
import io.sollecito.ledger.figures.ProblemFigures;
import io.sollecito.ledger.outbox.EvidenceFiles;
import io.sollecito.ledger.outbox.PrintSilence;
import io.sollecito.reminders.message.AddressZone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintWatchTest {

    private static final String BATCH = "ACME-IT-20260302-O1";

    @TempDir
    Path data;

    static Stream<PrintForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(OutboxForTests::new)
                .map(PrintForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void no_acknowledgement_by_its_deadline_is_one_alarm_that_the_digest_shows_once(PrintForTests print) {
        print.letter("1");
        print.sent(BATCH);
        print.hub.clock.forward(Duration.ofHours(4));
        assertThat(watch(print)).isZero();
        print.hub.clock.forward(Duration.ofMinutes(1));
        assertThat(watch(print)).isEqualTo(1);
        print.hub.clock.forward(Duration.ofDays(1));
        assertThat(watch(print)).isZero();
        assertThat(alarms(print)).containsExactly("acknowledgement-missing");
        assertThat(print.hub.single(
                        Integer.class, "select count(*) from journal where event = 'alarm-acknowledgement-missing'"))
                .isEqualTo(1);
        assertThat(problems(print)).containsExactly("batch " + BATCH + " has not been acknowledged by the print house");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_stuck_letter_alarms_on_working_days(PrintForTests print) throws Exception {
        print.letter("1");
        print.letter("2");
        print.sent(BATCH);
        print.acknowledged(BATCH, "{\"result\":\"ACCEPTED\"}");
        print.status(BATCH, "e1;ACME-IT-1;HANDED_OVER;;;2026-03-02T17:00:00Z");
        print.hub.clock.forward(Duration.ofDays(2));
        assertThat(watch(print)).isZero();
        print.hub.exec("update letter_batch set cut_off = cut_off + interval '3' day");
        print.hub.clock.forward(Duration.ofDays(3));
        assertThat(LocalDate.ofInstant(print.hub.clock.instant(), OutboxForTests.ACME.zone()))
                .isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(watch(print)).as("Saturday").isZero();
        print.hub.clock.forward(Duration.ofDays(3));
        assertThat(watch(print)).as("Tuesday, the third working day").isEqualTo(1);
        assertThat(alarms(print)).containsExactly("letter-stuck");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_recall_without_an_answer_counts_as_sent_and_is_an_alarm(PrintForTests print) throws Exception {
        print.letter("1");
        print.sent(BATCH);
        print.acknowledged(BATCH, "{\"result\":\"ACCEPTED\"}");
        print.hub.exec(
                "insert into receipt (dispatch_id, event_id, state, at) values (1, 'recall:" + BATCH
                        + "', 'RECALL_REQUESTED', ?)",
                io.sollecito.ledger.database.Database.at(print.hub.clock.instant()));
        print.hub.clock.forward(Duration.ofDays(1));
        assertThat(watch(print)).isZero();
        print.hub.clock.forward(Duration.ofDays(1));
        assertThat(watch(print)).isEqualTo(1);
        assertThat(alarms(print)).containsExactly("recall-unanswered");
        assertThat(print.hub.state(1)).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void evidence_that_is_not_what_was_announced_is_an_alarm(PrintForTests print) throws Exception {
        byte[] receipt = "%PDF-1.4 signed".getBytes(StandardCharsets.US_ASCII);
        Evidence evidence = new Evidence(new EvidenceFiles(print.hub.database, print.hub.clock), data);
        print.letter("1");
        print.letter("2");
        print.sent(BATCH);
        String csv = "eventId;letterId;state;reason;eventTime;evidenceFile;evidenceSha256\n"
                + "e1;ACME-IT-1;DELIVERED;;2026-03-03T08:00:00Z;evidence/ACME-IT-1.pdf;" + PackageFile.sha256(receipt)
                + "\n"
                + "e2;ACME-IT-2;DELIVERED;;2026-03-03T08:00:00Z;ACME-IT-2.pdf;" + "0".repeat(64) + "\n";
        print.answers.status("ACME-IT", BATCH + ".status.1.csv", csv.getBytes(StandardCharsets.UTF_8));
        print.acknowledged(BATCH, "{\"result\":\"ACCEPTED\"}");
        assertThat(evidence.keep("ACME-IT", "ACME-IT-1.pdf", receipt)).isEqualTo(1);
        assertThat(evidence.keep("ACME-IT", "ACME-IT-1.pdf", receipt)).isZero();
        assertThat(evidence.keep("ACME-IT", "ACME-IT-2.pdf", receipt)).isEqualTo(1);
        assertThat(data.resolve("evidence/ACME-IT/" + PackageFile.sha256(receipt) + ".pdf"))
                .hasBinaryContent(receipt);
        assertThat(watch(print)).isEqualTo(1);
        assertThat(alarms(print)).containsExactly("evidence-differs");
    }

    private static int watch(PrintForTests print) {
        return new PrintWatch(
                        new PrintSilence(print.hub.database),
                        print.alarms,
                        Map.of("ACME-IT", PrintProfilesForTests.of("ACME", AddressZone.FRANCE)))
                .run(OutboxForTests.ACME, print.hub.clock.instant());
    }

    private static List<String> problems(PrintForTests print) {
        return new DigestFigures(print.hub.database)
                        .read(
                                "ACME-IT",
                                LocalDate.of(2026, 3, 3),
                                print.hub.clock.instant(),
                                new ProblemFigures.Limits(Instant.EPOCH, LocalDate.EPOCH))
                        .problems()
                        .stream()
                        .filter(problems -> problems.kind().equals("alarm"))
                        .flatMap(problems -> problems.first().stream())
                        .map(ProblemFigures.Finding::where)
                        .toList();
    }

    private static List<String> alarms(PrintForTests print) {
        return print.hub
                .database
                .sql()
                .sql("select kind from alarm order by id")
                .query(String.class)
                .list();
    }
}
