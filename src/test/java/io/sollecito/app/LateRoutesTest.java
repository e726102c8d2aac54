package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.sms.SmsReceiptsAdapter;
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
    void a_message_centre_that_is_down_stops_nothing_and_one_that_is_up_is_bound() throws Exception {
        try (SmsCentre centre = SmsCentre.start(folder, Clock.systemUTC());
                CamelContext up = camel(centre.port());
                CamelContext down = camel(1)) {
            assertThat(isStarted(up)).isFalse();

            new LateRoutes(up).start();
            new LateRoutes(down).start();

            assertThat(isStarted(up)).isTrue();
            assertThat(isStarted(down)).isFalse();
        }
    }

    private static CamelContext camel(int port) throws Exception {
        return RoutesForTests.started(
                Map.of("smsReceiptsAdapter", new SmsReceiptsAdapter(null, null)),
                new String[] {"templates/sms-receipts-smpp.camel.yaml", "sms-receipts-acme.camel.yaml"},
                "acme.sms.host",
                "127.0.0.1",
                "acme.sms.port",
                Integer.toString(port),
                "acme.sms.user",
                "acme",
                "acme.sms.password",
                SmsCentre.PASSWORD);
    }

    private static boolean isStarted(CamelContext camel) {
        return camel.getRouteController().getRouteStatus("sms-receipts-acme").isStarted();
    }
}
