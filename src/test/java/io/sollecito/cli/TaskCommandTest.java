package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.digest.DigestWriter;
import io.sollecito.digest.Digests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub task}: what it lists, records and refuses. */
class TaskCommandTest {

    @TempDir
    private Path folder;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private long item;
    private long task;
    private LedgerTools tools;
    private String out;
    private String err;

    @BeforeEach
    void aCallToMake() {
        tools = new LedgerTools(
                hub.database,
                hub.clock,
                List.of(OutboxForTests.ACME),
                new LedgerTools.Folders(Path.of("routes"), Path.of("mappings"), Path.of("reminders"), folder));
        item = hub.item("4711", "2026/1042", "1190.00");
        long reminder = hub.reminder("4711", "call", item);
        hub.exec("update reminder set template = 'call-script', total = 1190 where id = ?", reminder);
        task = hub.dispatch(reminder, "task", "4711");
        hub.exec("update dispatch set state = 'sent' where id = ?", task);
    }

    @Test
    void the_calls_to_make_are_listed_with_number_items_and_script() throws IOException {
        hub.pays(item, "190.00");
        assertThat(run("task")).isZero();
        assertThat(out)
                .startsWith("task 1  ACME-IT  debtor 4711  Debtor 4711  Anna Bianchi, +393331234567")
                .contains("2026/1042  due 2026-02-14  1000.00 EUR", "1.000,00", "RF10 01")
                .doesNotContain("1.190,00");

        assertThat(run("task", "--json")).isZero();
        SchemaForTests.assertFits("task", out);
        assertThat(out).contains("\"phone\":\"+393331234567\"", "\"openAmount\":\"1000.00\"");
        assertThat(run("task", "--creditor", "GONE")).isEqualTo(1);
    }

    @Test
    void each_result_is_recorded_with_user_and_reason() {
        assertThat(run("task", "1", "no-answer", "--reason", "rang out")).isZero();
        assertThat(out).contains("task 1: no-answer", "to be called again on 2026-03-03");
        assertThat(run("task")).isZero();
        assertThat(out).contains("No call is to be made.");
        hub.clock.forward(Duration.ofDays(1));
        assertThat(run("task")).isZero();
        assertThat(out).contains("follow-up of 2026-03-03 after no-answer");
        assertThat(run("task", "task:1", "dispute", "--code", "price", "--item", "2026/1042", "--reason", "by phone"))
                .isZero();
        assertThat(out).contains("hold 1 placed on item:" + item + ": dispute: by phone (another price or discount than was agreed)");
        assertThat(run("task", "1", "reached", "--reason", "again")).isEqualTo(3);
        assertThat(err).contains("task 1 has its result: dispute, by anna; only a follow-up takes another");

        assertThat(run("why", "task:1")).isZero();
        assertThat(out)
                .contains("Call of task 1 by anna: no answer; to be called again on 2026-03-03.")
                .contains("Call of task 1 by anna: dispute.");
        assertThat(run("why", "2026/1042")).isZero();
        assertThat(out).contains("Call of task 1 by anna: dispute.");
    }

    @Test
    void what_a_result_lacks_or_does_not_take_is_wrong_usage() {
        assertThat(run("task", "1")).isEqualTo(2);
        assertThat(run("task", "1", "shouted", "--reason", "x")).isEqualTo(2);
        assertThat(run("task", "1", "promise", "--reason", "x")).isEqualTo(2);
        assertThat(err).contains("--until=DATE");
        assertThat(run("task", "1", "promise", "--until", "2026-03-09")).isEqualTo(2);
        assertThat(err).contains("--reason=TEXT");
        assertThat(run("task", "1", "dispute", "--code", "mood", "--reason", "x"))
                .isEqualTo(2);
        assertThat(err).contains("not-received");
        assertThat(run("task", "1", "reached", "--until", "2026-03-09", "--reason", "x"))
                .isEqualTo(2);
        assertThat(err).contains("--until belongs to promise");
        assertThat(run("task", "99", "reached", "--reason", "x")).isEqualTo(1);
        assertThat(run("task", "1", "reached", "--again", "2026-03-02", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("task", "--codes")).isZero();
        assertThat(out).contains("not-received", "goods or service not received");
        assertThat(hub.single(Integer.class, "select count(*) from task_result"))
                .isZero();
    }

    @Test
    void the_digest_lists_calls_and_a_follow_up_on_its_day() {
        assertThat(digest()).contains("Telephone calls", "task 1 · +393331234567 · Call, since 2 Mar 2026");
        run("task", "1", "reached", "--again", "2026-03-04", "--reason", "will look");
        hub.clock.forward(Duration.ofDays(1));
        assertThat(digest()).doesNotContain("Telephone calls");
        hub.clock.forward(Duration.ofDays(1));
        assertThat(digest()).contains("call again, as agreed on for 4 Mar 2026");
    }

    private String digest() {
        LocalDate day = LocalDate.ofInstant(hub.clock.instant(), OutboxForTests.ACME.zone());
        return new DigestWriter()
                .write(new Digests(hub.database, hub.connections, hub.clock).make(OutboxForTests.ACME, day))
                .text()
                .replaceAll("\\s+", " ");
    }

    private int run(String... arguments) {
        StringWriter written = new StringWriter();
        StringWriter told = new StringWriter();
        int status = Hub.commandLine(
                        () -> tools, new Caller("anna", Caller.local().input()), Path.of(""))
                .setOut(new PrintWriter(written))
                .setErr(new PrintWriter(told))
                .execute(arguments);
        out = written.toString();
        err = told.toString();
        return status;
    }
}
