package io.sollecito.app;

import io.sollecito.model.ProblemsFound;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The hub itself, on {@code config/}: what {@code hub run} starts. */
@SpringBootApplication
@EnableConfigurationProperties(HubSettings.class)
public class HubApplication {

    public static void main(String[] arguments) {
        try {
            builder().properties("camel.main.run-controller=true").run(arguments);
        } catch (ProblemsFound told) {
            System.exit(1);
        }
    }

    /**
     * The application as it runs, for who embeds it (the demo, the end-to-end tests). It throws ProblemsFound, having
     * started nothing, when a file of the house is wrong.
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(HubApplication.class).initializers(new CheckBeforeStart());
    }
}
