package io.sollecito.app;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The hub itself, on {@code config/}: what {@code hub run} starts. */
@SpringBootApplication
@EnableConfigurationProperties(HubSettings.class)
public class HubApplication {

    private static final String USAGE =
            "Usage: hub run [--NAME=VALUE...]    the hub itself, on config/; a setting may be given as"
                    + " --sollecito.data=FOLDER";

    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        Optional<String> unknown = unknown(arguments);
        if (unknown.isPresent()) {
            System.err.println("hub run: unknown argument '" + unknown.get() + "'");
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            builder().properties("camel.main.run-controller=true").run(arguments);
        } catch (RuntimeException | Error failed) {
            StartFailure failure = StartFailure.of(failed);
            System.err.println(failure.message());
            // Threads that were started already must not keep alive a hub that is none.
            System.exit(failure.status());
        }
    }

    /** The first argument that is no setting: it would be ignored, and a hub started that was not meant. */
    static Optional<String> unknown(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.matches("(?s)--[A-Za-z][A-Za-z0-9.\\[\\]_-]*=.*"))
                .findFirst();
    }

    /**
     * The application as it runs, for who embeds it (the demo, the end-to-end tests). It throws ProblemsFound, having
     * started nothing, when a file of the house is wrong.
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(HubApplication.class).initializers(new CheckBeforeStart());
    }
}
