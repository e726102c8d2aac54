package io.sollecito.docs;

import io.sollecito.app.Agenda;
import io.sollecito.demo.DemoRun;
import io.sollecito.demo.SimulatedClock;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What {@code ./hub run} starts, in the working folder as its house, on the morning of a day of old: it does what that morning
 * asks for, says {@code ready} and answers until its input ends.
 */
final class MorningHub {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private MorningHub() {}

    /** Arguments: the moments from and to which it lives, then the settings as {@code --NAME=VALUE}. */
    public static void main(String[] arguments) throws IOException {
        SimulatedClock clock = new SimulatedClock(Instant.parse(arguments[0]), ZONE);
        List<String> settings =
                new ArrayList<>(List.of("sollecito.heartbeat=false", "logging.config=classpath:morning-logback.xml"));
        Arrays.stream(arguments).skip(2).map(setting -> setting.substring(2)).forEach(settings::add);
        try (ConfigurableApplicationContext hub = DemoRun.started(clock, settings)) {
            DemoRun.live(clock, hub.getBean(Agenda.class), Instant.parse(arguments[1]));
            System.out.println("ready");
            System.in.read();
        }
    }
}
