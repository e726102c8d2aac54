package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.sms.SmppLink;
import io.sollecito.delivery.sms.SmsReceiptsAdapter;
import io.sollecito.demo.servers.SmsCentre;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.smpp.SmppEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateRoutesTest {

    private static final String ROUTE = "sms-receipts-soon";

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

    @Test
    void a_message_centre_that_refuses_the_log_in_is_not_waited_for_and_tried_again() throws Exception {
        try (SmsCentre centre = SmsCentre.start(folder, Clock.systemUTC());
                CamelContext camel = camel(centre.port())) {
            LateRoutes routes = new LateRoutes(camel);
            centre.refuse(true);
            assertTimeoutPreemptively(Duration.ofSeconds(60), routes::start);
            assertThat(isStarted(camel)).isFalse();

            centre.refuse(false);
            routes.start();
            assertThat(isStarted(camel)).isTrue();
            assertThat(link(camel).isBound()).isTrue();
        }
    }

    @Test
    void a_session_that_was_lost_and_is_not_found_again_is_begun_anew() throws Exception {
        try (SmsCentre centre = SmsCentre.start(folder, Clock.systemUTC());
                CamelContext camel = camel(centre.port())) {
            LateRoutes routes = new LateRoutes(camel);
            routes.start();
            for (int time = 0; time < 2; time++) {
                centre.refuse(true);
                centre.cut();
                Awaitility.await().until(() -> !link(camel).isBound());
                routes.start();
                routes.start();
                centre.refuse(false);
                routes.start();
                routes.start();
                assertThat(isStarted(camel)).isTrue();
                assertThat(link(camel).isBound()).isTrue();
            }
        }
    }

    private static SmppLink link(CamelContext camel) {
        SmppEndpoint centre = (SmppEndpoint) camel.getRoute(ROUTE).getEndpoint();
        return (SmppLink) centre.getConfiguration().getSessionStateListener();
    }

    private static CamelContext camel(int port) throws Exception {
        return RoutesForTests.started(
                Map.of("smsReceiptsAdapter", new SmsReceiptsAdapter(null, null)),
                new String[] {
                    "templates/sms-receipts-smpp.camel.yaml", "classpath:delivery/sms-receipts-soon.camel.yaml"
                },
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
        return camel.getRouteController().getRouteStatus(ROUTE).isStarted();
    }
}
