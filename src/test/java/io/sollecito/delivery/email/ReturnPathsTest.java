package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathsTest {

    private static final byte[] KEY = "a key of this test".getBytes(StandardCharsets.UTF_8);

    private final ReturnPaths paths = new ReturnPaths(KEY, Map.of("ACME-IT", "bounces@acme.example"));

    @Property
    void a_return_path_names_its_dispatch_however_it_is_written(@ForAll @LongRange(min = 1) long dispatch) {
        String path = paths.of("ACME-IT", dispatch).orElseThrow();
        assertThat(path.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(paths.dispatchIn(
                        "ACME-IT", "Mail for <" + path.toUpperCase(java.util.Locale.ROOT) + ">, x@y.example"))
                .contains(dispatch);
    }

    @Test
    void what_was_not_signed_for_that_creditor_names_nothing() {
        String path = paths.of("ACME-IT", 17).orElseThrow();
        assertThat(paths.dispatchIn("LUMIERE-FR", path)).isEmpty();
        assertThat(paths.dispatchIn("ACME-IT", path.replace("+h-", "+i-"))).isEmpty();
        assertThat(paths.dispatchIn("ACME-IT", path.replaceAll("-[0-9a-f]{20}", "-" + "0".repeat(20))))
                .isEmpty();
        assertThat(new ReturnPaths("another".getBytes(StandardCharsets.UTF_8), Map.of()).dispatchIn("ACME-IT", path))
                .isEmpty();
    }

    @Test
    void who_has_not_agreed_on_it_gets_bounces_as_ever() {
        assertThat(paths.of("LUMIERE-FR", 17)).isEmpty();
        assertThat(ReturnPaths.NONE.of("ACME-IT", 17)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bounces",
                "a@b@c.example",
                "x y@acme.example",
                "this-is-a-very-long-one-for-bounces@acme.example"
            })
    void what_is_no_address_or_too_long_is_told_with_its_setting(String address) {
        assertThatThrownBy(() -> new ReturnPaths(KEY, Map.of("ACME-IT", address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sollecito.mail.ACME-IT.bounces-to: '" + address + "' is no e-mail address");
    }
}
