package io.sollecito.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.docs.Documented;
import io.sollecito.intake.pull.ErpApi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ERPs whose APIs are asked, by the template as shipped, the mappings that ship and the route that the documentation shows. */
class PulledErpTest {

    private static final String FORTNOX = "erp-mine-fortnox";
    private static final String EXACT = """
            - templatedRoute:
                routeTemplateRef: erp-http
                routeId: erp-mine-exact
                parameters:
                  - {name: creditor, value: ACME-IT}
                  - {name: source,   value: exact}
                  - {name: mapping,  value: exact-online}
                  - {name: delivers, value: snapshot}
                  - {name: schedule, value: "0 30 6 * * MON-FRI"}
                  - {name: url,      value: "%s"}
                  - {name: paging,   value: body}
                  - {name: records,  value: /d/results}
                  - {name: next,     value: /d/__next}
                  - {name: headers,  value: "X-One: 1\\nX-Two: a, (b) 'c'"}
                  - {name: login,    value: header}
                  - {name: secret,   value: "{{mine.exact.token}}"}
            """;

    @TempDir
    private Path folder;

    @Test
    void the_documented_route_takes_all_pages_or_none() throws Exception {
        try (ErpApi erp = new ErpApi()) {
            route(FORTNOX, documented(erp));
            List<String> invoices = sample("fortnox/invoices.json", "(?m)^  (\\{\"@url\".*?})[,\\s]*$");
            erp.on("/oauth-v1/token", token());
            erp.on(page(1), fortnox(invoices.subList(0, 4), 1))
                    .on(page(2), fortnox(invoices.subList(4, 6), 2))
                    .on(page(2), 403, Map.of(), "no more today");
            String secret = "#s3cret,'x')";
            try (SmallHub hub =
                    hub("mine.fortnox.tenant=77", "mine.fortnox.client=hub", "mine.fortnox.secret=" + secret)) {
                hub.until("2026-03-02T06:30");
                assertThat(hub.health(FORTNOX).lastError()).isNull();
                assertThat(hub.health(FORTNOX).factsAsOf()).isEqualTo(SmallHub.at("2026-03-02T06:30"));
                assertThat(numbers(hub)).containsExactly("1038", "1039", "1040", "1043");
                assertThat(hub.rows("select records_read, records_quarantined, state from export"))
                        .singleElement()
                        .satisfies(export -> assertThat(export).containsEntry("state", "applied"));
                assertThat(erp.asked.get(0).header("TenantId")).isEqualTo("77");
                assertThat(erp.asked.get(0).header("Authorization"))
                        .isEqualTo("Basic "
                                + Base64.getEncoder()
                                        .encodeToString("hub:%23s3cret%2C%27x%27%29".getBytes(StandardCharsets.UTF_8)));

                hub.until("2026-03-03T06:30");
                assertThat(hub.health(FORTNOX).failures()).isOne();
                assertThat(hub.health(FORTNOX).lastError())
                        .endsWith("/3/invoices, page 2: answered 403: no more today");
                assertThat(hub.rows("select id from export")).hasSize(1);
                assertThat(numbers(hub)).hasSize(4);
                assertThat(folder.resolve("data/incoming")).isEmptyDirectory();
            }
        }
    }

    @Test
    void an_api_that_links_its_pages_is_read_to_the_end() throws Exception {
        try (ErpApi erp = new ErpApi()) {
            route(
                    "erp-mine-exact",
                    EXACT.formatted(erp.url("/api/v1/77/cashflow/Receivables?$filter=IsFullyPaid eq false")));
            List<String> items = sample("exact-online/Receivables.json", "(?m)^(\\{\"__metadata\".*?})[,\\s]*$");
            erp.on(
                    "/api/v1/77/cashflow/Receivables?$filter=IsFullyPaid%20eq%20false",
                    exact(items.subList(0, 2), erp.url("/api/v1/77/cashflow/Receivables?$skiptoken=guid'2'")));
            erp.on("/api/v1/77/cashflow/Receivables?$skiptoken=guid'2'", exact(items.subList(2, 6), null));
            try (SmallHub hub = hub("mine.exact.token=a-token-of-theirs")) {
                hub.until("2026-03-02T06:30");
                assertThat(hub.health("erp-mine-exact").lastError()).isNull();
                assertThat(hub.rows("select records_read, records_quarantined from export"))
                        .singleElement()
                        .satisfies(export -> assertThat(export)
                                .containsEntry("records_read", 6L)
                                .containsEntry("records_quarantined", 1L));
                assertThat(hub.rows("select document_no from open_item where erp_open <> 0"))
                        .hasSize(4);
                assertThat(erp.asked).hasSize(2).allSatisfy(asked -> {
                    assertThat(asked.header("Authorization")).isEqualTo("Bearer a-token-of-theirs");
                    assertThat(asked.header("X-One")).isEqualTo("1");
                    assertThat(asked.header("X-Two")).isEqualTo("a, (b) 'c'");
                });
            }
        }
    }

    private SmallHub hub(String... settings) throws Exception {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("sollecito.mappings=mappings");
        return SmallHub.start(folder, "2026-03-02T06:00", all);
    }

    private static List<String> numbers(SmallHub hub) {
        return hub.rows("select document_no from open_item order by document_no").stream()
                .map(row -> row.get("document_no").toString())
                .toList();
    }

    private static String page(int number) {
        return "/3/invoices?filter=unpaid&limit=500&page=" + number;
    }

    private static String fortnox(List<String> invoices, int page) {
        return "{\"MetaInformation\":{\"@TotalResources\":6,\"@TotalPages\":2,\"@CurrentPage\":" + page
                + "},\"Invoices\":[" + String.join(",", invoices) + "]}";
    }

    private static String exact(List<String> items, String next) {
        return "{\"d\":{\"results\":[" + String.join(",", items) + "]"
                + (next == null ? "" : ",\"__next\":\"" + next + "\"") + "}}";
    }

    private static String token() {
        return "{\"access_token\":\"one\",\"expires_in\":3600}";
    }

    private static List<String> sample(String file, String record) throws Exception {
        Matcher found = Pattern.compile(record).matcher(Files.readString(Path.of("samples/mappings", file)));
        return found.results().map(each -> each.group(1)).toList();
    }

    /** For a company that there is, asked on this machine. */
    private static String documented(ErpApi erp) throws Exception {
        return Documented.route(FORTNOX)
                .replace("MINE-SE", "ACME-IT")
                .replace("https://api.fortnox.se/", erp.url("/"))
                .replace("https://apps.fortnox.se/", erp.url("/"));
    }

    private void route(String connection, String text) throws Exception {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        Files.writeString(routes.resolve(connection + ".camel.yaml"), text);
    }
}
