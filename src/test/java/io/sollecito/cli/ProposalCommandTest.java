package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.model.RunRules;
import io.sollecito.reminders.PlanningLedger;
import io.sollecito.reminders.plan.Plans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProposalCommandTest {

    @TempDir
    Path folder;

    private final PlanningLedger ledger =
            new PlanningLedger(LedgerForTests.h2(), Plans.load(Path.of("reminders/plans")));
    private CommandLine hub;
    private String out;
    private String err;

    @BeforeEach
    void aProposal() {
        LedgerTools tools = new LedgerTools(
                ledger.database,
                Clock.fixed(Instant.parse("2026-03-04T09:00:00Z"), ZoneOffset.UTC),
                List.of(CreditorsForTests.ACME),
                new LedgerTools.Folders(Path.of("routes"), Path.of("mappings"), Path.of("reminders"), folder));
        hub = Hub.commandLine(() -> tools, Caller.local(), Path.of(""));
        for (int i = 1; i <= 2; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-01", i + "00.00");
        }
        ledger.item("4711", "I9", "2026-06-01", "5.00");
        ledger.runOn("2026-03-04", new RunRules(RunRules.Review.ALL, 10, null));
    }

    private int run(String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = hub.setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        out = printed.toString();
        err = errors.toString();
        return status;
    }

    @Test
    void a_proposal_shows_every_open_item_its_messages_and_their_totals() {
        assertThat(run("proposal")).isZero();

        assertThat(out)
                .contains("run 1 of ACME-IT, 2026-03-04: 2 messages wait for release, 0 of them approved")
                .containsPattern("4711 +I1 +item:1 +100.00 EUR +remind +3 days after due")
                .containsPattern("4711 +I9 +item:3 +5.00 EUR +not-yet")
                .contains("by email: 2 messages about 2 items, 300.00 EUR");
    }

    @Test
    void as_json_each_line_fits_its_schema() throws IOException {
        assertThat(run("proposal", "--creditor", "ACME-IT", "--json")).isZero();

        List<String> lines = out.lines().toList();
        assertThat(lines).hasSize(7);
        for (String line : lines) {
            SchemaForTests.assertFits("proposal", line);
        }
        assertThat(lines.get(6)).contains("\"kind\":\"total\"", "\"messages\":2", "\"amount\":\"300.00\"");
    }

    @Test
    void it_is_approved_in_part_changed_and_released_with_user_and_reason_in_the_journal() {
        assertThat(run("proposal", "approve", "1", "--debtor", "4712", "--reason", "looked at", "--user", "anna"))
                .isZero();
        assertThat(out).contains("1 message of run 1 approved");
        assertThat(run("proposal", "change", "1", "--item", "I1", "--out", "--reason", "disputed by phone"))
                .isZero();
        assertThat(out).contains("1 item of run 1 left out until the next run");
        assertThat(run("proposal", "release", "run:1", "--reason", "go", "--user", "anna"))
                .isZero();
        assertThat(out).contains("1 message of run 1 released");

        assertThat(ledger.dispatches()).containsExactly("email cancelled", "email waiting");
        assertThat(ledger.count("journal where event = 'reminder-released' and actor = 'anna'"))
                .isEqualTo(1);
        assertThat(run("proposal")).isZero();
        assertThat(out).contains("No run's proposal waits for release.");
    }

    @Test
    void what_makes_no_sense_or_may_not_be_is_refused() {
        assertThat(run("proposal", "approve", "1")).isEqualTo(2);
        assertThat(run("proposal", "change", "1", "--out", "--reason", "x")).isEqualTo(2);
        assertThat(run("proposal", "change", "1", "--item", "I1", "--reason", "x"))
                .isEqualTo(2);
        assertThat(run("proposal", "release", "1", "--reason", "x")).isEqualTo(3);
        assertThat(err).contains("Nothing of run 1 is approved");
        assertThat(run("proposal", "release", "7", "--reason", "x")).isEqualTo(3);
        assertThat(run("proposal", "change", "1", "--item", "I1", "--channel", "handover", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("proposal", "--creditor", "NOBODY")).isEqualTo(1);
    }
}
