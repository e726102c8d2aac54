package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.print.Evidence;
import io.sollecito.delivery.print.PrintAnswersAdapter;
import io.sollecito.delivery.print.bill.BillIntake;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.ledger.bills.BillComparison;
import io.sollecito.ledger.bills.Bills;
import io.sollecito.ledger.connections.Freshness;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.EvidenceFiles;
import io.sollecito.ledger.outbox.LetterBatches;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The print house's route as shipped, polling a real SFTP server. */
class PrintAnswersRouteTest {

    private static final String BATCH = "ACME-IT-20260302-O1";

    @TempDir
    private Path folder;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final Agenda agenda = new Agenda(hub.clock);

    @Test
    void answers_are_taken_and_what_is_none_is_kept_and_stops_no_other() throws Exception {
        batch();
        try (SftpWorld sftp = SftpWorld.start(folder.resolve("sftp"));
                CamelContext context = context(sftp)) {
            Path out = sftp.folder(SftpWorld.PRINT_OUT);
            Files.writeString(out.resolve(BATCH + ".ack.json"), "nonsense");
            Files.writeString(out.resolve("ACME-IT-offer.pdf"), "of the month");
            Files.writeString(out.resolve("LUMIERE-FR-20260302-O1.ack.json"), "{\"result\":\"ACCEPTED\"}");
            Files.writeString(out.resolve(BATCH + ".status.2.csv.tmp"), "half of it");
            Files.writeString(
                    out.resolve(BATCH + ".status.1.csv"),
                    "eventId;letterId;state;providerCode;reason;eventTime\n"
                            + "e1;ACME-IT-1;CANCELLED;;;2026-03-02T08:20:00Z\n");
            poll();
            assertThat(hub.state(1)).isEqualTo("cancelled");
            assertThat(hub.guards(1)).isZero();
            assertThat(names(out))
                    .containsExactlyInAnyOrder(".done", "LUMIERE-FR-20260302-O1.ack.json", BATCH + ".status.2.csv.tmp");
            assertThat(names(out.resolve(".done")))
                    .containsExactlyInAnyOrder(BATCH + ".ack.json", "ACME-IT-offer.pdf", BATCH + ".status.1.csv");
            assertThat(hub.connections.health())
                    .filteredOn(health -> health.connection().name().equals("print-answers-acme"))
                    .singleElement()
                    .satisfies(health -> {
                        assertThat(health.failures()).isZero();
                        assertThat(health.lastSuccess()).isNotNull();
                        assertThat(health.connection().kind()).isEqualTo("channel");
                    });
            assertThat(new Freshness(hub.connections).stale(OutboxForTests.ACME, LocalDate.of(2026, 3, 2)))
                    .isEmpty();
        }
    }

    @Test
    void an_answer_to_a_batch_that_is_still_leaving_is_taken_by_a_later_poll() throws Exception {
        batch();
        hub.exec("update dispatch set state = 'sending' where id = 1");
        try (SftpWorld sftp = SftpWorld.start(folder.resolve("sftp"));
                CamelContext context = context(sftp)) {
            Path out = sftp.folder(SftpWorld.PRINT_OUT);
            Files.writeString(
                    out.resolve(BATCH + ".ack.json"),
                    "{\"result\":\"PARTIAL\",\"rejects\":[{\"letterId\":\"ACME-IT-1\",\"code\":\"ADDRESS\"}]}");
            poll();
            assertThat(names(out)).contains(BATCH + ".ack.json");
            hub.exec("update dispatch set state = 'sent' where id = 1");
            poll();
            assertThat(hub.state(1)).isEqualTo("failed");
            assertThat(names(out)).containsExactly(".done");
        }
    }

    @Test
    void a_bill_is_taken_once_whatever_it_is_called_and_what_is_wrong_with_it_is_an_alarm() throws Exception {
        batch();
        String bill = "bill;period;letterId;price;currency\n117;2026-02;ACME-IT-1;1.80;EUR\n";
        try (SftpWorld sftp = SftpWorld.start(folder.resolve("sftp"));
                CamelContext context = context(sftp)) {
            Path out = sftp.folder(SftpWorld.PRINT_OUT);
            Files.writeString(out.resolve("ACME-IT-fattura-117.csv"), bill);
            poll();
            Files.writeString(out.resolve("ACME-IT-2026-02.bill.csv"), bill);
            Files.writeString(out.resolve("ACME-IT-corrected.bill.csv"), bill.replace("1.80", "1.90"));
            Files.writeString(out.resolve("ACME-IT-letters.csv"), "of the month");
            poll();
            assertThat(names(out)).containsExactly(".done");
        }
        assertThat(hub.single(String.class, "select file_name from bill")).isEqualTo("ACME-IT-fattura-117.csv");
        assertThat(hub.database
                        .sql()
                        .sql("select kind || ' ' || message from alarm order by kind")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        differs -> assertThat(differs)
                                .startsWith("bill-differs bill 117 of 2026-02-01")
                                .contains("1 not-posted"),
                        refused -> assertThat(refused)
                                .startsWith("bill-refused ACME-IT-corrected.bill.csv: bill 117 was taken before"),
                        unreadable -> assertThat(unreadable)
                                .isEqualTo("bill-unreadable bill ACME-IT-letters.csv cannot be read in line 1 and 4"
                                        + " more; what is wrong: hub bill FILE"));
    }

    private void poll() {
        hub.clock.forward(Duration.ofMinutes(10));
        agenda.tick(Runnable::run);
    }

    private void batch() {
        hub.dispatch(hub.reminder("1", "second", hub.item("1", "1", "100.00")), "letter", "Via Roma 1");
        List<Claim> claims = hub.claim("letter");
        batches()
                .built(
                        new LetterBatches.Batch(BATCH, "ACME-IT", "ORDINARY", 1, 1, "00", hub.clock.instant(), null),
                        PrintForTests.packed(claims));
        hub.outbox.sending(claims).forEach(claim -> hub.outbox.sent(claim, "ACME-IT-1"));
    }

    private CamelContext context(SftpWorld sftp) throws Exception {
        CamelContext context = PollingForTests.context(agenda, hub.connections, hub.clock);
        context.getRegistry().bind("printAnswersAdapter", adapter());
        RoutesForTests.start(
                context,
                new String[] {"templates/print-answers-sftp.camel.yaml", "print-answers-acme.camel.yaml"},
                "sollecito.work",
                folder.resolve("work").toString(),
                "acme.print.host",
                sftp.host(),
                "acme.print.port",
                Integer.toString(sftp.port()),
                "acme.print.user",
                SftpWorld.USER,
                "acme.print.password",
                SftpWorld.PASSWORD,
                "acme.print.known-hosts",
                sftp.knownHosts().toString());
        return context;
    }

    private PrintAnswersAdapter adapter() {
        return new PrintAnswersAdapter(
                new PrintForTests(hub).answers,
                new Evidence(new EvidenceFiles(hub.database, hub.clock), folder.resolve("data")),
                new BillIntake(
                        new Bills(hub.database, hub.journal, hub.clock),
                        new BillComparison(hub.database, hub.clock),
                        new Alarms(hub.database, hub.clock, hub.journal),
                        Map.of()),
                Map.of("ACME-IT", OutboxForTests.ACME));
    }

    private LetterBatches batches() {
        return new LetterBatches(hub.database, hub.clock, hub.journal);
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("evidence"))
                    .toList();
        }
    }
}
