package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.delivery.RoutesForTests;
import io.sollecito.demo.servers.SmsCentre;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateRoutesTest {

    @TempDir
    Path folder;

    @Test
    void a_message_centre_that_refuses_keeps_nothing_from_starting_and_is_bound_once_it_does_not() throws Exception {
        try (SmsCentre centre = SmsCentre.start(folder, Clock.systemUTC());
                CamelContext camel = RoutesForTests.started(
                        Map.of("smsReceiptsAdapter", new Object()),
                        new String[] {
                            "templates/sms-receipts-smpp.camel.yaml", "sms-receipts-acme.camel.yaml",
                        },
                        "acme.sms.host",
                        centre.host(),
                        "acme.sms.port",
                        Integer.toString(centre.port()),
                        "acme.sms.user",
                        "acme",
                        "acme.sms.password",
                        SmsCentre.PASSWORD)) {
            LateRoutes routes = new LateRoutes(camel);
            centre.refuseBinds(true);
            routes.start();
            assertThat(isStarted(camel)).isFalse();

            centre.refuseBinds(false);
            routes.start();
            assertThat(isStarted(camel)).isTrue();
            routes.start();
            assertThat(isStarted(camel)).isTrue();
        }
    }

    private static boolean isStarted(CamelContext camel) {
        return camel.getRouteController().getRouteStatus("sms-receipts-acme").isStarted();
    }
}
