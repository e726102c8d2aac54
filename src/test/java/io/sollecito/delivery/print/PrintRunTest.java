package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.delivery.print.PrintRun.BatchResult;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.reminders.message.AddressZone;
import io.sollecito.reminders.message.LetterForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintRunTest {

    private static final String[] FILES = {
        "templates/print-sftp.camel.yaml", "print-acme.camel.yaml", "print-lumiere.camel.yaml"
    };
    private static final PrintProfile PROFILE = PrintProfilesForTests.of("ACME", AddressZone.DIN_5008_B);

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final WordsForTests words = new WordsForTests();
    private final List<String> uploaded = new ArrayList<>();
    private final LetterBatches batches = new LetterBatches(hub.database, hub.clock, hub.journal);
    private PrintProfile profile = PROFILE;
    private String brokenAt = "nothing";
    private Runnable beforeUpload = () -> {};

    @Test
    void letters_are_packed_by_product_with_the_trigger_last() {
        long ordinary = letter("1", "letter");
        long registered = letter("2", "registered-letter");
        List<BatchResult> results = run(this::upload);
        assertThat(results)
                .containsExactly(
                        new BatchResult("ACME-IT-20260302-O1", Product.ORDINARY, 1, "sent"),
                        new BatchResult("ACME-IT-20260302-R1", Product.REGISTERED_AR, 1, "sent"));
        assertThat(uploaded.subList(0, 4))
                .containsExactly(
                        "ACME_ACME-IT-20260302-O1.zip",
                        "ACME_ACME-IT-20260302-O1.manifest.csv",
                        "ACME_ACME-IT-20260302-O1.manifest.json",
                        "ACME_ACME-IT-20260302-O1.done");
        assertThat(hub.state(ordinary)).isEqualTo("sent");
        assertThat(hub.reminderState(registered)).isEqualTo("sent");
        assertThat(batches.state("ACME-IT-20260302-O1")).contains("sent");
        assertThat(run(this::upload)).isEmpty();
    }

    @Test
    void what_fails_before_the_trigger_leaves_the_letters_waiting_under_the_same_id() {
        long dispatch = letter("1", "letter");
        brokenAt = ".manifest.json";
        assertThat(run(this::upload)).extracting(BatchResult::state).containsExactly("failed");
        assertThat(hub.state(dispatch)).isEqualTo("waiting");
        assertThat(uploaded).noneMatch(name -> name.endsWith(".done"));

        brokenAt = "nothing";
        assertThat(run(this::upload))
                .containsExactly(new BatchResult("ACME-IT-20260302-O2", Product.ORDINARY, 1, "sent"));
        assertThat(hub.single(String.class, "select message_id from dispatch")).isEqualTo("ACME-IT-" + dispatch);
    }

    @Test
    void a_trigger_that_may_be_there_leaves_them_uncertain() {
        long dispatch = letter("1", "letter");
        brokenAt = ".done";
        assertThat(run(this::upload)).extracting(BatchResult::state).containsExactly("uncertain");
        assertThat(hub.state(dispatch)).isEqualTo("uncertain");
        brokenAt = "nothing";
        hub.clock.forward(Duration.ofDays(1));
        assertThat(run(this::upload)).isEmpty();
    }

    @Test
    void a_payment_while_the_package_is_uploaded_withdraws_the_letter_before_hand_over() {
        long paid = letter("1", "letter");
        long open = letter("2", "letter");
        beforeUpload = () -> {
            beforeUpload = () -> {};
            hub.pays(1, "100.00");
        };
        assertThat(run(this::upload))
                .containsExactly(
                        new BatchResult("ACME-IT-20260302-O1", Product.ORDINARY, 2, "withdrawn"),
                        new BatchResult("ACME-IT-20260302-O2", Product.ORDINARY, 1, "sent"));
        assertThat(uploaded)
                .filteredOn(name -> name.endsWith(".done"))
                .containsExactly("ACME_ACME-IT-20260302-O2.done");
        assertThat(hub.state(paid)).isEqualTo("cancelled");
        assertThat(hub.state(open)).isEqualTo("sent");
    }

    @Test
    void a_run_that_was_killed_while_packing_sends_each_letter_once() {
        long dispatch = letter("1", "letter");
        words.beforeLetter = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> run(this::upload)).hasMessage("killed");
        words.beforeLetter = () -> {};
        assertThat(run(this::upload)).isEmpty();
        hub.clock.forward(Duration.ofMinutes(61));
        hub.recovery.expireLeases();
        assertThat(run(this::upload)).hasSize(1);
        assertThat(hub.state(dispatch)).isEqualTo("sent");
    }

    @Test
    void a_letter_whose_words_are_incomplete_is_held_and_the_others_leave() {
        long held = letter("1", "letter");
        letter("2", "letter");
        words.held = "1";
        assertThat(run(this::upload)).extracting(BatchResult::letters).containsExactly(1);
        assertThat(hub.reason(held)).isEqualTo("held: [[CustomerName]] is empty");
        assertThat(hub.guards(held)).isZero();
    }

    @Test
    void a_package_checks_counts_and_escapes(@TempDir Path home) throws Exception {
        letter("1", "letter");
        hub.exec("update debtor set canonical = replace(canonical, '\"Debtor 1\"', '\"=cmd|x;\\\"y\"')");
        try (PrintHouse house = new PrintHouse(home);
                CamelContext context = context(house, house.knownHosts())) {
            assertThat(run(new OutletAdapter(context.createProducerTemplate())))
                    .extracting(BatchResult::state)
                    .containsExactly("sent");

            String name = "ACME_ACME-IT-20260302-O1";
            byte[] zip = Files.readAllBytes(house.in().resolve(name + ".zip"));
            JsonNode json = new ObjectMapper()
                    .readTree(house.in().resolve(name + ".manifest.json").toFile());
            assertThat(json.path("zipSha256").asText()).isEqualTo(PackageFile.sha256(zip));
            assertThat(Schemas.violations("print-manifest", json)).isEmpty();
            assertThat(json.path("providerProfile").asText()).isEqualTo("stampa-nord");
            assertThat(json.path("replacesBatchId").isNull()).isTrue();
            assertThat(json.path("letterCount").asInt()).isEqualTo(1);
            assertThat(json.path("pageCount").asInt()).isEqualTo(3);
            assertThat(json.path("sheetCount").asInt()).isEqualTo(2);
            assertThat(json.path("cutOff").asText()).isEqualTo("2026-03-02T15:00:00Z");
            JsonNode letter = json.path("letters").get(0);
            assertThat(letter.path("providerProduct").asText()).isEqualTo("STD");
            assertThat(letter.path("arReturnName").isNull()).isTrue();
            assertThat(letter.path("addressLine1").asText()).isEqualTo("=cmd|x;\"y");
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                ZipEntry entry = in.getNextEntry();
                assertThat(entry.getName()).isEqualTo(letter.path("file").asText());
                assertThat(PackageFile.sha256(in.readAllBytes()))
                        .isEqualTo(letter.path("sha256").asText());
            }
            String csv = Files.readString(house.in().resolve(name + ".manifest.csv"));
            var row = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(csv).stream()
                    .findFirst()
                    .orElseThrow();
            assertThat(row.getField("addressLine1")).isEqualTo("'=cmd|x;\"y");
            assertThat(row.getField("letterId"))
                    .isEqualTo(letter.path("letterId").asText());
            for (String line : Files.readAllLines(house.in().resolve(name + ".done"))) {
                String[] sum = line.split("  ");
                assertThat(PackageFile.sha256(Files.readAllBytes(house.in().resolve(sum[1]))))
                        .isEqualTo(sum[0]);
            }
            assertThat(house.opened)
                    .filteredOn(file -> file.startsWith("ACME"))
                    .hasSize(4)
                    .allMatch(file -> file.endsWith(".tmp"));
            try (var files = Files.list(house.in())) {
                assertThat(files).hasSize(4);
            }
        }
    }

    @Test
    void a_private_key_logs_in_without_a_password(@TempDir Path home) throws Exception {
        letter("1", "letter");
        try (PrintHouse house = new PrintHouse(home);
                CamelContext context = RoutesForTests.started(
                        new String[] {"templates/print-sftp.camel.yaml", "classpath:delivery/print-key.camel.yaml"},
                        "house.port",
                        Integer.toString(house.port()),
                        "house.key",
                        house.clientKey().toString(),
                        "house.knownHosts",
                        house.knownHosts().toString())) {
            assertThat(run(new OutletAdapter(context.createProducerTemplate())))
                    .extracting(BatchResult::state)
                    .containsExactly("sent");
        }
    }

    @Test
    void a_changed_host_key_is_refused_and_nothing_leaves(@TempDir Path home) throws Exception {
        long dispatch = letter("1", "letter");
        try (PrintHouse house = new PrintHouse(home);
                CamelContext context = context(house, house.otherKnownHosts())) {
            assertThat(run(new OutletAdapter(context.createProducerTemplate())))
                    .extracting(BatchResult::state)
                    .containsExactly("failed");
            assertThat(house.opened).isEmpty();
        }
        assertThat(hub.state(dispatch)).isEqualTo("waiting");
        assertThat(hub.reason(dispatch)).containsIgnoringCase("host");
    }

    @Test
    void letters_that_the_print_house_refused_are_packed_apart_and_name_the_batch_that_they_replace() throws Exception {
        PrintForTests print = new PrintForTests(hub);
        letter("1", "letter");
        assertThat(run(this::upload)).hasSize(1);
        print.acknowledged("ACME-IT-20260302-O1", "{\"result\":\"REJECTED\",\"code\":\"CHECKSUM\"}");
        letter("2", "letter");
        List<byte[]> manifests = new ArrayList<>();
        List<BatchResult> results = run((route, body) -> {
            PackageFile file = (PackageFile) body;
            if (file.name().endsWith(".json")) {
                manifests.add(file.bytes());
            }
            return null;
        });
        assertThat(results)
                .containsExactly(
                        new BatchResult("ACME-IT-20260302-O2", Product.ORDINARY, 1, "sent"),
                        new BatchResult("ACME-IT-20260302-O3", Product.ORDINARY, 1, "sent"));
        assertThat(manifests)
                .extracting(bytes -> new ObjectMapper()
                        .readTree(bytes)
                        .path("replacesBatchId")
                        .asText())
                .containsExactly("null", "ACME-IT-20260302-O1");
        assertThat(hub.single(String.class, "select message_id from dispatch where id = 1"))
                .isEqualTo("ACME-IT-1");
    }

    @Test
    void the_account_statement_that_the_step_attaches_is_part_of_the_letter() {
        letter("1", "letter");
        hub.exec("update reminder set attachments = '[\"account-statement\"]'");
        run(this::upload);
        assertThat(words.forms).extracting(LetterForm::withStatement).containsExactly(true);
    }

    @Test
    void a_letter_of_more_sheets_than_the_print_house_takes_is_held() {
        long letter = letter("1", "letter");
        profile = PrintProfilesForTests.of("ACME", AddressZone.DIN_5008_B, 1, true, PROFILE.services());
        assertThat(run(this::upload)).isEmpty();
        assertThat(hub.reason(letter)).isEqualTo("held: the letter has 2 sheets, the print house takes 1");
        assertThat(words.forms).extracting(LetterForm::specimen).containsExactly(true);
    }

    @Test
    void a_letter_that_the_print_house_does_not_offer_goes_the_next_way() {
        long letter = letter("1", "registered-letter");
        profile = PrintProfilesForTests.of(
                "ACME",
                AddressZone.DIN_5008_B,
                10,
                false,
                Map.of("letter", new PrintProfile.Service(Product.ORDINARY, null, List.of())));
        assertThat(run(this::upload)).isEmpty();
        assertThat(hub.state(letter)).isEqualTo("failed");
        assertThat(hub.fellBack).containsExactly(letter);
    }

    @Test
    void a_name_that_is_no_plain_name_is_refused() {
        for (String name : List.of("../x", "a/b", "a\\b", "a..b", "", "a\nb", ".hidden")) {
            assertThatThrownBy(() -> new PackageFile(name, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private long letter(String debtor, String channel) {
        long item = hub.item(debtor, debtor + "-1", "100.00");
        return hub.dispatch(hub.reminder(debtor, "second", item), channel, "Via Roma 1, 20121 Milano");
    }

    private List<BatchResult> run(Outlet outlet) {
        return new PrintRun(
                        hub.outbox(SendPolicy.PRINT),
                        new DispatchContents(hub.database),
                        batches,
                        words,
                        outlet,
                        Map.of("ACME-IT", profile),
                        "test")
                .run(OutboxForTests.ACME, hub.clock.instant());
    }

    private String upload(String route, Object body) throws IOException {
        beforeUpload.run();
        PackageFile file = (PackageFile) body;
        assertThat(route).isEqualTo("print-ACME-IT");
        if (file.name().endsWith(brokenAt)) {
            throw new IOException("connection reset");
        }
        assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).isNotEmpty();
        uploaded.add(file.name());
        return null;
    }

    private static CamelContext context(PrintHouse house, Path knownHosts) throws Exception {
        List<String> properties = new ArrayList<>();
        for (String creditor : List.of("acme", "lumiere")) {
            properties.addAll(List.of(
                    creditor + ".print.host", "127.0.0.1",
                    creditor + ".print.port", Integer.toString(house.port()),
                    creditor + ".print.user", "acme",
                    creditor + ".print.password", "p&ss#w%rd",
                    creditor + ".print.known-hosts", knownHosts.toString()));
        }
        return RoutesForTests.started(FILES, properties.toArray(String[]::new));
    }
}
