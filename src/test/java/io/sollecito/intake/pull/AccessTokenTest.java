package io.sollecito.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.demo.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OAuth 2.0, against a real server of tokens. */
class AccessTokenTest {

    private static final String SECRET = "s3cret/with+signs";
    private static final Instant BEGIN = Instant.parse("2026-03-02T06:00:00Z");

    @TempDir
    private Path folder;

    private final SimulatedClock clock = new SimulatedClock(BEGIN, ZoneOffset.UTC);
    private ErpApi erp;
    private ApiParameters api;

    @BeforeEach
    void start() throws IOException {
        erp = new ErpApi();
        api = ErpApi.parameters(erp.url("/items"));
        api.setLogin("oauth2");
        api.setTokenUrl(erp.url("/token"));
        api.setUser("hub");
        api.setSecret("RAW(" + SECRET + ")");
        erp.on("/items", "[1]");
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void a_token_is_kept_until_shortly_before_it_expires() throws IOException {
        erp.on("/token", token("one", 600)).on("/token", token("two", 600));

        pull();
        clock.set(BEGIN.plusSeconds(500));
        pull();
        clock.set(BEGIN.plusSeconds(560));
        pull();

        assertThat(erp.questions()).containsExactly("/token", "/items", "/items", "/token", "/items");
        assertThat(tokens()).containsExactly("Bearer one", "Bearer one", "Bearer two");
    }

    @Test
    void the_client_says_who_it_is_as_the_standard_has_it() throws IOException {
        api.setScope("items.read other");
        api.setTokenHeaders("TenantId: 77");
        erp.on("/token", token("one", 600));

        pull();

        ErpApi.Asked asked = erp.asked.get(0);
        assertThat(asked.header("Authorization")).isEqualTo(Login.basicValue("hub", "s3cret%2Fwith%2Bsigns"));
        assertThat(asked.body()).isEqualTo("grant_type=client_credentials&scope=items.read+other");
        assertThat(asked.header("TenantId")).isEqualTo("77");
        assertThat(asked.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
    }

    @Test
    void the_client_says_it_in_the_form_where_the_server_wants_it_so() throws IOException {
        api.setSecretIn("body");
        erp.on("/token", token("one", 600));

        pull();

        assertThat(erp.asked.get(0).header("Authorization")).isNull();
        assertThat(erp.asked.get(0).body())
                .isEqualTo("client_id=hub&client_secret=s3cret%2Fwith%2Bsigns&grant_type=client_credentials");
    }

    @Test
    void a_token_that_is_refused_is_replaced_once() throws IOException {
        ErpApi revoking = new ErpApi();
        try (revoking) {
            revoking.on("/items", 401, Map.of(), "expired").on("/items", "[1]");
            api.setUrl(revoking.url("/items"));
            erp.on("/token", token("one", 600)).on("/token", token("two", 600));

            pull();

            assertThat(revoking.asked)
                    .extracting(asked -> asked.header("Authorization"))
                    .containsExactly("Bearer one", "Bearer two");
        }
    }

    @Test
    void a_client_that_is_refused_again_gives_up() throws IOException {
        ErpApi refusing = new ErpApi();
        try (refusing) {
            refusing.on("/items", 401, Map.of(), "no scope for one");
            api.setUrl(refusing.url("/items"));
            erp.on("/token", token("one", 600));

            assertThatThrownBy(this::pull)
                    .isInstanceOf(ApiFailure.class)
                    .hasMessageEndingWith("page 1: answered 401: no scope for ...");
            assertThat(refusing.asked).hasSize(2);
        }
    }

    @Test
    void a_server_of_tokens_that_refuses_is_told_by_its_code_only() {
        erp.on("/token", 400, Map.of(), "{\"error\":\"invalid_client\",\"error_description\":\"" + SECRET + "\"}");

        assertThatThrownBy(this::pull)
                .isInstanceOf(ApiFailure.class)
                .hasMessageEndingWith("/token answered 400: invalid_client")
                .hasMessageNotContaining(SECRET);
        assertThat(erp.questions()).containsExactly("/token");
    }

    @Test
    void a_refresh_token_is_used_and_replaced_by_each_new_one() throws IOException {
        Path file = Files.writeString(folder.resolve("refresh-token"), "first\n");
        api.setLogin("refresh");
        api.setTokenFile(file.toString());
        erp.on("/token", "{\"access_token\":\"one\",\"expires_in\":600,\"refresh_token\":\"second\"}")
                .on("/token", 503, Map.of(), "")
                .on("/token", token("two", 600));

        pull();
        assertThat(file).hasContent("second");
        clock.set(BEGIN.plusSeconds(600));
        pull();

        assertThat(file).hasContent("second");
        assertThat(tokens()).containsExactly("Bearer one", "Bearer two");
        assertThat(erp.asked)
                .filteredOn(asked -> asked.question().equals("/token"))
                .extracting(ErpApi.Asked::body)
                .containsExactly(
                        "grant_type=refresh_token&refresh_token=first",
                        "grant_type=refresh_token&refresh_token=second",
                        "grant_type=refresh_token&refresh_token=second");
        assertThat(Files.list(folder))
                .noneMatch(each -> each.getFileName().toString().startsWith("token-"));
    }

    @Test
    void nobody_has_logged_in_yet() {
        api.setLogin("refresh");
        api.setTokenFile(folder.resolve("none").toString());

        assertThatThrownBy(this::pull)
                .isInstanceOf(ApiFailure.class)
                .hasMessageContaining("there is no refresh token in " + folder.resolve("none"));
        assertThat(erp.asked).isEmpty();
    }

    @Test
    void an_answer_without_a_token_is_none() {
        erp.on("/token", "{\"access_token\":\"a\\r\\nX-Evil: 1\"}");

        assertThatThrownBy(this::pull).hasMessageContaining("gave no access_token");
    }

    private void pull() throws IOException {
        new Pull(api, clock, pause -> {}).into(Files.createTempFile(folder, "pull", null), Instant.EPOCH);
    }

    private List<String> tokens() {
        return erp.asked.stream()
                .filter(asked -> asked.question().equals("/items"))
                .map(asked -> asked.header("Authorization"))
                .toList();
    }

    private static String token(String token, int seconds) {
        return "{\"token_type\":\"bearer\",\"access_token\":\"" + token + "\",\"expires_in\":\"" + seconds + "\"}";
    }
}
