package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.intake.pull.ApiFailure;
import io.sollecito.intake.pull.ApiParameters;
import io.sollecito.intake.pull.ErpApi;
import io.sollecito.ledger.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From an API into the ledger: all pages of a snapshot or none, and changes from where the last ones were asked for. */
class PullAdapterTest {

    private static final String ROUTE = "erp-acme-sap";

    @TempDir
    private Path folder;

    private ErpApi erp;

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @BeforeEach
    void start() throws IOException {
        erp = new ErpApi();
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_snapshot_whose_third_page_breaks_off_closes_nothing_and_applies_nothing(Database database)
            throws IOException {
        Desk desk = new Desk(database);
        erp.on("/items?page=1", page("1", "2")).on("/items?page=2", page("3")).on("/items?page=3", page());
        pull(desk, "/items?page=[[page]]", "page", "snapshot", 8);
        assertThat(open(desk)).containsExactly("1", "2", "3");

        try (ErpApi failing = new ErpApi()) {
            failing.on("/items?page=1", page("9"))
                    .on("/items?page=2", page("8"))
                    .cut("/items?page=3", page("7"), 40);
            String url = failing.url("/items?page=[[page]]");
            assertThatThrownBy(() -> pullFrom(desk, url, "page", "snapshot", 9))
                    .isInstanceOf(ApiFailure.class)
                    .hasMessageContaining("page 3");
        }
        assertThat(open(desk)).containsExactly("1", "2", "3");
        assertThat(folder.resolve("copies")).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void changes_are_asked_for_from_a_day_before_the_last_ones_that_were_applied(Database database) throws IOException {
        Desk desk = new Desk(database);
        erp.on("/items?since=1970-01-01T00:00:00Z", page("1"));
        erp.on("/items?since=2026-02-28T08:00:00Z", 500, Map.of(), "")
                .on("/items?since=2026-02-28T08:00:00Z", page("1", "2"));
        erp.on("/items?since=2026-02-28T12:00:00Z", "<html>");

        pull(desk, "/items?since=[[since]]", "none", "delta", 8);
        pull(desk, "/items?since=[[since]]", "none", "delta", 12);
        assertThatThrownBy(() -> pull(desk, "/items?since=[[since]]", "none", "delta", 14))
                .isInstanceOf(ApiFailure.class);
        assertThatThrownBy(() -> pull(desk, "/items?since=[[since]]", "none", "delta", 15))
                .isInstanceOf(ApiFailure.class);

        assertThat(open(desk)).containsExactly("1", "2");
        assertThat(erp.questions()).endsWith("/items?since=2026-02-28T12:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_answer_that_the_mapping_cannot_read_moves_no_mark(Database database) throws IOException {
        Desk desk = new Desk(database);
        erp.on("/items?since=1970-01-01T00:00:00Z", page("1"));

        pull(desk, "sap-fbl5n", parameters(erp.url("/items?since=[[since]]"), "none"), "delta", 8);
        pull(desk, "/items?since=[[since]]", "none", "delta", 9);

        assertThat(desk.database
                        .sql()
                        .sql("select state from export order by id")
                        .query(String.class)
                        .list())
                .containsExactly("unreadable", "applied");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void changes_are_no_snapshot(Database database) {
        assertThatThrownBy(() -> pull(new Desk(database), "/items?since=[[since]]", "none", "snapshot", 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(erp.asked).isEmpty();
    }

    private void pull(Desk desk, String question, String paging, String delivers, int hour) throws IOException {
        pullFrom(desk, erp.url(question), paging, delivers, hour);
    }

    private void pullFrom(Desk desk, String url, String paging, String delivers, int hour) throws IOException {
        pull(desk, "exact-online", parameters(url, paging), delivers, hour);
    }

    private void pull(Desk desk, String mapping, ApiParameters api, String delivers, int hour) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(hour * 3600L), ZoneOffset.UTC);
        Path mappings = Files.createDirectories(folder.resolve("mappings"));
        // As shipped, but the test says which of both it delivers.
        Files.writeString(
                mappings.resolve(mapping + ".yaml"),
                Files.readString(Path.of("mappings", mapping + ".yaml"))
                        .replaceFirst("(?m)^delivers: snapshot$", "delivers: either"));
        IntakeAdapter intake =
                new IntakeAdapter(desk.intake, desk.connections, mappings, code -> StatementLedger.ACME, clock);
        new PullAdapter(intake, desk.connections, new WorkingCopies(folder.resolve("copies")), clock, pause -> {})
                .pull(ROUTE, Desk.ACME, "sap", mapping, delivers, api);
    }

    private static ApiParameters parameters(String url, String paging) {
        ApiParameters api = ErpApi.parameters(url);
        api.setPaging(paging);
        api.setRecords("/d/results");
        return api;
    }

    private static List<String> open(Desk desk) {
        return desk.database
                .sql()
                .sql("select item_key from open_item where erp_open <> 0 order by item_key")
                .query(String.class)
                .list();
    }

    private static String page(String... ids) {
        return Stream.of(ids)
                .map(id -> "{\"ID\":\"" + id
                        + "\",\"AccountCode\":\"12\",\"AccountName\":\"Kees\",\"InvoiceNumber\":" + id
                        + ",\"EntryNumber\":" + id + ",\"InvoiceDate\":\"/Date(1768348800000)/\",\"DueDate\":"
                        + "\"/Date(1770940800000)/\",\"AmountDC\":-10.00,\"AmountFC\":-10.00,\"Currency\":\"EUR\","
                        + "\"IsFullyPaid\":false,\"PaymentMethod\":\"B\",\"PaymentReference\":null,\"YourRef\":null}")
                .collect(Collectors.joining(",", "{\"d\":{\"results\":[", "]}}"));
    }
}
