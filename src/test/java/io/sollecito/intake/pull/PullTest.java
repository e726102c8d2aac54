package io.sollecito.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.CertificateForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All pages of an API or nothing, against a real HTTP server. */
class PullTest {

    private static final Instant NOW = Instant.parse("2026-03-02T06:30:00Z");

    @TempDir
    private Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private ErpApi erp;

    @BeforeEach
    void start() throws IOException {
        erp = new ErpApi();
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void pages_follow_each_other_by_links_in_their_bodies() throws IOException {
        erp.on("/items?$filter=Open%20eq%20true", page("1,2", erp.url("/items?$skiptoken='a%20b'")));
        erp.on("/items?$skiptoken='a%20b'", page("3", "/items?$skiptoken='c'"));
        erp.on("/items?$skiptoken='c'", "{\"d\":{\"results\":[4]}}");

        assertThat(pulled(linked("/items?$filter=Open eq true")))
                .containsExactly(
                        page("1,2", erp.url("/items?$skiptoken='a%20b'")),
                        page("3", "/items?$skiptoken='c'"),
                        "{\"d\":{\"results\":[4]}}");
    }

    @Test
    void pages_follow_each_other_by_the_link_header() throws IOException {
        erp.on(
                "/items",
                200,
                Map.of("Link", "</items>; rel=\"first\"; title=\"a, <b>\", </items?page=2>; rel=\"last next\""),
                "[1]");
        erp.on("/items?page=2", 200, Map.of("Link", "</items>; rel=prev"), "[2]");
        ApiParameters api = api("/items");
        api.setPaging("header");

        assertThat(pulled(api)).containsExactly("[1]", "[2]");
    }

    @Test
    void pages_are_counted_up_to_the_number_that_they_say() throws IOException {
        for (int page = 1; page <= 3; page++) {
            erp.on("/items?limit=2&page=" + page, numbered(page, "3", "5", page < 3 ? "1,2" : "3"));
        }

        assertThat(pulled(counted())).hasSize(3);
        assertThat(erp.questions())
                .containsExactly("/items?limit=2&page=1", "/items?limit=2&page=2", "/items?limit=2&page=3");
    }

    @Test
    void pages_are_counted_until_one_is_empty() throws IOException {
        erp.on("/items?page=0", "[1]").on("/items?page=1", "[2]").on("/items?page=2", 204, Map.of(), "");
        ApiParameters api = api("/items?page=[[page]]");
        api.setPaging("page");
        api.setStart("0");

        assertThat(pulled(api)).containsExactly("[1]", "[2]");
    }

    @Test
    void offsets_count_the_records_that_came_until_none_does() throws IOException {
        erp.on("/items?offset=0&limit=3", "[1,2,3]")
                .on("/items?offset=3&limit=3", "[4,5]")
                .on("/items?offset=5&limit=3", "[]");
        ApiParameters api = api("/items?offset=[[offset]]&limit=3");
        api.setPaging("offset");

        assertThat(pulled(api)).containsExactly("[1,2,3]", "[4,5]", "[]");
    }

    @Test
    void an_empty_list_may_be_left_out_of_what_it_stands_in() throws IOException {
        erp.on("/q?from=1", "{\"QueryResponse\":{\"Invoice\":[1,2]}}")
                .on("/q?from=3", "{\"QueryResponse\":{},\"time\":7}");
        ApiParameters api = api("/q?from=[[offset]]");
        api.setPaging("offset");
        api.setStart("1");
        api.setRecords("/QueryResponse/Invoice");

        assertThat(pulled(api)).hasSize(2);
    }

    @Test
    void an_api_that_says_nothing_is_not_waited_for_for_ever() {
        erp.silent("/items");
        ApiParameters api = api("/items");
        api.setAnswerTimeout("200");

        refused(api, "Read timed out");
        assertThat(pauses).hasSize(4);
    }

    @Test
    void headers_without_an_end_are_not_read() {
        erp.on("/items", 200, Map.of("X-Long", "x".repeat(100_000)), "[1]");

        refused(api("/items"), "Maximum line length limit exceeded");
    }

    @Test
    void once_all_records_are_read_that_there_are_no_further_page_is_asked_for() throws IOException {
        erp.on("/items?offset=0", "{\"total\":\"3\",\"list\":[1,2]}")
                .on("/items?offset=2", "{\"list\":[3],\"total\":3}");
        ApiParameters api = api("/items?offset=[[offset]]");
        api.setPaging("offset");
        api.setRecords("/list");
        api.setTotal("/total");

        assertThat(pulled(api)).hasSize(2);
    }

    @Test
    void a_page_that_breaks_off_is_asked_for_again_and_leaves_nothing_of_itself() throws IOException {
        String second = page("3,4", null);
        erp.on("/items", page("1,2", "/items?after=2"))
                .cut("/items?after=2", second, 20)
                .on("/items?after=2", second);

        assertThat(pulled(linked("/items"))).containsExactly(page("1,2", "/items?after=2"), second);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void a_page_that_always_breaks_off_is_no_export() {
        erp.on("/items", page("1", "/items?after=1"))
                .on("/items?after=1", page("2", "/items?after=2"))
                .cut("/items?after=2", page("3", null), 20);

        refused(linked("/items"), "/items, page 3: ");
        assertThat(erp.questions()).filteredOn("/items?after=2"::equals).hasSize(5);
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void an_api_that_is_busy_is_left_alone_for_as_long_as_it_asks() throws IOException {
        erp.on("/items", 429, Map.of("Retry-After", "7"), "")
                .on("/items", 503, Map.of("Retry-After", "Mon, 2 Mar 2026 06:30:30 GMT"), "")
                .on("/items", 500, Map.of(), "")
                .on("/items", "[1]");

        assertThat(pulled(api("/items"))).containsExactly("[1]");
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(7L, 30L, 4L);
    }

    @Test
    void an_api_that_asks_for_hours_is_left_to_the_next_poll() {
        erp.on("/items", 429, Map.of("Retry-After", "3600"), "slow down");

        refused(api("/items"), "page 1: answered 429: slow down");
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/items",
                "//elsewhere.example/items",
                "https://127.0.0.1/items",
                "http://127.0.0.1:1/items",
                "http://me:you@127.0.0.1/items",
                "file:/etc/passwd",
                "http://127.0.0.1@elsewhere.example/"
            })
    void a_link_to_another_server_is_not_followed(String link) {
        erp.on("/items", page("1", link));

        refused(linked("/items"), "leads to another server");
        assertThat(erp.asked).hasSize(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        erp.on("/items", 302, Map.of("Location", erp.url("/other")), "").on("/other", "[1]");

        refused(api("/items"), "answered 302");
        assertThat(erp.asked).hasSize(1);
    }

    @Test
    void a_link_back_is_not_followed_for_ever() {
        erp.on("/items", page("1", "/items?after=1")).on("/items?after=1", page("2", "/items"));

        refused(linked("/items"), "leads back");
    }

    @Test
    void an_api_that_ignores_the_page_is_told() {
        erp.on("/items?p=1", "[1]").on("/items?p=2", "[1]");
        ApiParameters api = api("/items?p=[[page]]");
        api.setPaging("page");

        refused(api, "page 2: is the page before once more");
    }

    @Test
    void more_pages_than_the_route_allows_are_refused() {
        erp.on("/items?p=1", "[1]").on("/items?p=2", "[2]").on("/items?p=3", "[3]");
        ApiParameters api = api("/items?p=[[page]]");
        api.setPaging("page");
        api.setMostPages("2");

        refused(api, "more than 2 pages");
    }

    @Test
    void more_bytes_than_the_route_allows_are_refused() {
        erp.on("/items", "[\"" + "x".repeat(1024 * 1024) + "\"]");
        ApiParameters api = api("/items");
        api.setMostMegabytes("1");

        refused(api, "larger than 1 MB");
        assertThat(erp.asked).hasSize(1);
    }

    @Test
    void records_that_come_or_go_while_pages_are_read_are_noticed() {
        erp.on("/items?limit=2&page=1", numbered(1, "2", "3", "1,2"));
        erp.on("/items?limit=2&page=2", numbered(2, "2", "2", "3"));

        refused(counted(), "says there are 2 records, a page before said 3");
    }

    @Test
    void fewer_records_than_there_are_is_no_export() {
        erp.on("/items?limit=2&page=1", numbered(1, "2", "4", "1,2"));
        erp.on("/items?limit=2&page=2", numbered(2, "2", "4", "3"));

        refused(counted(), "of 4 records, the pages listed 3");
    }

    @Test
    void a_page_that_another_one_announced_and_that_answers_nothing_is_no_end() {
        erp.on("/items", page("1,2", "/items?p=2")).on("/items?p=2", 204, Map.of(), "");
        refused(linked("/items"), "page 2 answered nothing");

        ApiParameters announced = counted();
        announced.setTotal("");
        erp.on("/items?limit=2&page=1", numbered(1, "3", "5", "1,2"));
        erp.on("/items?limit=2&page=2", 204, Map.of(), "");
        erp.on("/items?limit=2&page=3", numbered(3, "3", "5", "5"));
        refused(announced, "page 2 answered nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"try again\"}",
                "{\"d\":[1]}",
                "{\"d\":null}",
                "{\"d\":{\"results\":[1]",
                "<html>log in</html>",
                "{\"d\":{\"results\":[1]}} {}",
                "\"text\""
            })
    void an_answer_without_a_list_of_records_is_no_page(String answer) {
        erp.on("/items", answer);

        refused(linked("/items"), "/items, page 1: ");
    }

    @Test
    void a_byte_order_mark_does_not_get_between_two_pages() throws IOException {
        erp.on("/items?p=1", "\ufeff[1]").on("/items?p=2", "\ufeff[2]").on("/items?p=3", "\ufeff[]");
        ApiParameters api = api("/items?p=[[page]]");
        api.setPaging("page");

        assertThat(pulled(api)).containsExactly("[1]", "[2]", "[]");
    }

    @Test
    void what_is_refused_is_told_without_the_secret_and_the_query() {
        erp.on("/items?key=k-1", 403, Map.of(), "no: 'Token s3cret-s3cret' may not read");
        ApiParameters api = api("/items?key=k-1");
        api.setLogin("header");
        api.setHeader("X-Auth");
        api.setScheme("Token");
        api.setSecret("RAW(s3cret-s3cret)");

        assertThatThrownBy(() -> pulled(api))
                .isInstanceOf(ApiFailure.class)
                .hasMessageContaining("answered 403")
                .hasMessageContaining("may not read")
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("k-1");
        assertThat(erp.asked.get(0).header("X-Auth")).isEqualTo("Token s3cret-s3cret");
    }

    @Test
    void who_logs_in_with_a_password_does_it_in_the_header() throws IOException {
        erp.on("/items", "[1]");
        ApiParameters api = api("/items");
        api.setLogin("basic");
        api.setUser("hub");
        api.setSecret("RAW(pässword)");

        pulled(api);

        assertThat(erp.asked.get(0).header("Authorization")).isEqualTo("Basic aHViOnDDpHNzd29yZA==");
    }

    @Test
    void a_secret_does_not_travel_in_clear() {
        ApiParameters api = api("/items");
        api.setUrl("http://erp.example/items");
        api.setLogin("basic");
        api.setSecret("RAW(password)");

        assertThatThrownBy(() -> pulled(api)).hasMessageContaining("must be https");
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_is_not_asked() throws Exception {
        try (ErpApi stranger = new ErpApi(CertificateForTests.server(
                CertificateForTests.in(folder.resolve("self-signed.p12"), "ip:127.0.0.1")))) {
            stranger.on("/items", "[1]");

            refused(ErpApi.parameters(stranger.url("/items")), "PKIX path building failed");
            assertThat(stranger.asked).isEmpty();
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void changes_are_asked_for_from_before_the_last_export() throws IOException {
        erp.on("/items?since=2026-03-01T06:00:00Z", "[]");
        ApiParameters api = api("/items?since=[[since]]");
        api.setHeaders("If-Modified-Since: [[since]]\nTenant-Id: 7");

        new Pull(api, Clock.systemUTC(), pauses::add)
                .into(Files.createTempFile(folder, "pull", null), Instant.parse("2026-03-02T06:00:00Z"));

        assertThat(erp.asked.get(0).header("Tenant-Id")).isEqualTo("7");
        assertThat(erp.asked.get(0).header("If-Modified-Since")).isEqualTo("2026-03-01T06:00:00Z");
    }

    @Test
    void a_first_question_for_changes_goes_back_to_the_beginning() throws IOException {
        erp.on("/items?since=1970-01-01%2000:00", "[]");
        ApiParameters api = api("/items?since=[[since]]");
        api.setSinceFormat("uuuu-MM-dd HH:mm");

        assertThat(pulled(api)).containsExactly("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items?page=[[page]]", "/items?[[offset]]", "/items?[[pgae]]"})
    void variables_that_nothing_fills_are_refused(String question) {
        assertThatThrownBy(() -> pulled(api(question))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> pulled(ApiParameters api) throws IOException {
        Path file = Files.createTempFile(folder, "pull", null);
        new Pull(api, Clock.fixed(NOW, ZoneOffset.UTC), pauses::add).into(file, Instant.EPOCH);
        return Files.readAllLines(file);
    }

    private void refused(ApiParameters api, String message) {
        assertThatThrownBy(() -> pulled(api)).isInstanceOf(ApiFailure.class).hasMessageContaining(message);
    }

    private ApiParameters linked(String question) {
        ApiParameters api = api(question);
        api.setPaging("body");
        api.setRecords("/d/results");
        api.setNext("/d/__next");
        return api;
    }

    private ApiParameters counted() {
        ApiParameters api = api("/items?limit=2&page=[[page]]");
        api.setPaging("page");
        api.setRecords("/Invoices");
        api.setPages("/MetaInformation/@TotalPages");
        api.setTotal("/MetaInformation/@TotalResources");
        return api;
    }

    private ApiParameters api(String question) {
        return ErpApi.parameters(erp.url(question));
    }

    private static String page(String records, String next) {
        return "{\"d\":{\"results\":[" + records + "],\"__next\":" + (next == null ? "null" : '"' + next + '"') + "}}";
    }

    private static String numbered(int page, String pages, String total, String records) {
        return "{\"MetaInformation\":{\"@TotalResources\":" + total + ",\"@TotalPages\":" + pages + ",\"@CurrentPage\":"
                + page + "},\"Invoices\":[" + records + "]}";
    }
}
