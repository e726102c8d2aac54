package io.sollecito.delivery.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.cli.Caller;
import io.sollecito.cli.Hub;
import io.sollecito.cli.LedgerTools;
import io.sollecito.digest.Why;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.dossiers.Dossiers;
import io.sollecito.ledger.items.Items;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.stories.Stories;
import io.sollecito.model.Instalment;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.MessageHeld;
import io.sollecito.reminders.message.ReminderFacts;
import io.sollecito.reminders.message.Templates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was handed over becomes one file with the whole history, and is not reminded any more. */
class DossierRunTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final byte[] PDF = "%PDF statement".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path data;

    private OutboxForTests hub;
    private Dossiers dossiers;
    private long item;
    private long handover;

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_dossier_holds_the_items_with_their_reminders_receipts_holds_and_payments(Database database)
            throws IOException {
        open(database);

        List<ReminderFacts> printed = new ArrayList<>();
        assertThat(run(facts -> {
                    printed.add(facts);
                    return PDF;
                }))
                .isEqualTo(1);
        assertThat(printed.get(0).statement())
                .extracting(OpenItem::openAmount)
                .containsExactly(new BigDecimal("70.00"));

        Map<String, byte[]> files = unzipped(kept());
        assertThat(files.keySet()).containsExactly("dossier.json", "history.csv", "account-statement.pdf");
        assertThat(files.get("account-statement.pdf")).isEqualTo(PDF);
        String json = new String(files.get("dossier.json"), StandardCharsets.UTF_8);
        assertFitsSchema(json);
        assertThat(json)
                .contains("\"dossier\" : \"ACME-IT-2\"", "\"approvedBy\" : \"anna\"", "\"total\" : \"70.00\"")
                .contains("\"state\" : \"RETURNED\"", "\"evidence\" : \"proof-1.pdf\"", "\"kind\" : \"promise\"")
                .contains("\"amount\" : \"30.00\"", "\"for\" : \"principal\"");
        String table = new String(files.get("history.csv"), StandardCharsets.UTF_8);
        assertThat(table)
                .startsWith("\uFEFFdocumentNo;printedNo;")
                .contains("'=1+1;;1;2026-03-02;reminder second;registered-letter;sent;100.00;RF1001;")
                .contains("receipt;registered-letter;RETURNED;;'=cmd;proof-1.pdf")
                .contains(";promise;;until 2026-03-20;;by phone;")
                .contains(";payment;;pending;30.00;principal;");
        assertThat(hub.single(String.class, "select kind || ' ' || owner from hold where kind = 'handed-over'"))
                .isEqualTo("handed-over anna");
        assertThat(new Why(hub.database, hub.journal, OutboxForTests.ACME.zone())
                        .tell("dispatch:" + handover)
                        .lines())
                .anySatisfy(line -> assertThat(line.text()).startsWith("Dossier ACME-IT-2.zip made of what dispatch"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void who_collects_is_told_no_account_that_the_creditor_does_not_name(Database database) {
        open(database);
        hub.exec(
                "update open_item set details = ? where id = ?",
                "{\"payTo\":{\"name\":\"Fattore\",\"iban\":\"IT40S0542811101000000123456\"}}",
                item);

        assertThat(run(facts -> PDF)).isZero();

        assertThat(dossiers.of("ACME-IT", "sap", "4711")).isEmpty();
        assertThat(hub.single(String.class, "select message from alarm"))
                .contains("has no dossier yet: it is to be paid to IT40S0542811101000000123456");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_dossier_is_made_once_and_the_same_facts_make_the_same_bytes(Database database) throws IOException {
        open(database);
        Composer composer = new Composer(Templates.load(Path.of("reminders/templates")), Path.of(""));

        run(composer::accountStatement);
        byte[] first = kept();
        assertThat(run(composer::accountStatement)).as("again").isZero();
        hub.exec("delete from dossier");
        Files.delete(data.resolve("dossiers/ACME-IT/ACME-IT-2.zip"));
        // The PDF library writes moments to the second.
        sleepPastTheSecond();
        run(composer::accountStatement);

        assertThat(Arrays.equals(kept(), first)).isTrue();
        assertThat(hub.single(Integer.class, "select count(*) from hold where kind = 'handed-over'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_cannot_be_made_is_told_once_and_made_by_a_later_run(Database database) {
        open(database);
        Function<ReminderFacts, byte[]> broken = facts -> {
            throw new MessageHeld("[[CompanyIban]] is empty");
        };

        assertThat(run(broken) + run(broken)).isZero();

        assertThat(hub.single(String.class, "select message from alarm"))
                .isEqualTo("what dispatch 2 handed over has no dossier yet: [[CompanyIban]] is empty");
        assertThat(run(facts -> PDF)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_paid_before_the_dossier_is_made_is_not_asked_for_in_it(Database database) throws IOException {
        open(database);
        hub.pays(item, "20.00");

        assertThat(run(facts -> PDF)).isEqualTo(1);

        assertThat(new String(unzipped(kept()).get("dossier.json"), StandardCharsets.UTF_8))
                .contains("\"total\" : \"50.00\"");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nobody_is_asked_to_collect_what_is_paid(Database database) {
        open(database);
        hub.pays(item, "70.00");

        assertThat(run(facts -> PDF)).isZero();

        assertThat(hub.single(String.class, "select message from alarm")).endsWith("nothing of it is open any more");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void one_dossier_that_cannot_be_made_holds_up_no_other(Database database) {
        open(database);
        long other =
                hub.dispatch(hub.reminder("4712", "handover", hub.item("4712", "N2", "10.00")), "handover", "4712");
        hub.exec("update dispatch set state = 'sent' where id = ?", other);

        assertThat(run(facts -> {
                    if (facts.debtor().debtor().equals("4711")) {
                        throw new IllegalStateException("the renderer choked");
                    }
                    return PDF;
                }))
                .isEqualTo(1);
        assertThat(hub.single(Integer.class, "select count(*) from alarm")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_person_copies_the_dossiers_of_a_debtor(Database database) throws IOException {
        open(database);
        assertThat(command("dossier", "4711")).as("nothing yet").isEqualTo(3);
        run(facts -> PDF);
        Path to = data.resolve("out");

        assertThat(command("dossier", "4711", "--to", to.toString())).isZero();

        assertThat(Files.readAllBytes(to.resolve("ACME-IT-2.zip"))).isEqualTo(kept());
    }

    private int command(String... arguments) {
        LedgerTools tools = new LedgerTools(
                hub.database,
                hub.clock,
                List.of(OutboxForTests.ACME),
                new LedgerTools.Folders(Path.of("routes"), Path.of("mappings"), Path.of("reminders"), data));
        return Hub.commandLine(() -> tools, Caller.local(), Path.of(""))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private void open(Database database) {
        hub = new OutboxForTests(database);
        dossiers = new Dossiers(database, hub.journal, hub.clock);
        item = hub.item("4711", "=1+1", "100.00");
        long letter = hub.dispatch(hub.reminder("4711", "second", item), "registered-letter", "Via Roma 1");
        hub.exec("update dispatch set state = 'sent' where id = ?", letter);
        hub.exec(
                "insert into receipt (dispatch_id, event_id, state, reason, at, evidence_file)"
                        + " values (?, 'e1', 'RETURNED', '=cmd', ?, 'proof-1.pdf')",
                letter,
                Database.at(hub.clock.instant()));
        LocalDate promised = LocalDate.of(2026, 3, 20);
        new Holds(database, hub.journal, hub.clock)
                .agreements()
                .promise(List.of(item), new Instalment(promised, promised, null), TODAY, "bruno", "by phone");
        hub.pays(item, "30.00");
        long reminder = hub.reminder("4711", "handover");
        hub.exec(
                "insert into reminder_item (reminder_id, item_id, role, advances, step, repeat_no, amount, guard)"
                        + " values (?, ?, 'overdue', true, 'handover', 0, 70, true)",
                reminder,
                item);
        hub.exec(
                "insert into approval (item_id, step, owner, reason, expires_on, used_at)"
                        + " values (?, 'handover', 'anna', 'x', ?, ?)",
                item,
                TODAY,
                Database.at(hub.clock.instant()));
        handover = hub.dispatch(reminder, "handover", "4711");
        hub.exec("update dispatch set state = 'sent' where id = ?", handover);
    }

    private int run(Function<ReminderFacts, byte[]> statement) {
        return new DossierRun(
                        dossiers,
                        new DispatchContents(hub.database),
                        new Items(hub.database),
                        Stories.in(hub.database),
                        statement,
                        new Alarms(hub.database, hub.clock, hub.journal),
                        data)
                .run(OutboxForTests.ACME);
    }

    private byte[] kept() throws IOException {
        Dossiers.Kept kept = dossiers.of("ACME-IT", "sap", "4711").get(0);
        return Files.readAllBytes(data.resolve(kept.keptAs()));
    }

    private static void assertFitsSchema(String json) throws IOException {
        String schema = Files.readString(Path.of("src/main/resources/schema/dossier.schema.json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(json, com.networknt.schema.InputFormat.JSON))
                .isEmpty();
    }

    private static void sleepPastTheSecond() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
