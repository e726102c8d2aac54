package io.sollecito.app;

import io.sollecito.model.ProblemsFound;
import org.springframework.boot.SpringApplication;
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
        } catch (ProblemsFound found) {
            System.err.println(found.getMessage());
            System.err.println(found.problems().size() + " problems: nothing was started.");
            System.exit(1);
        }
    }

    /** The application as it runs, for who embeds it (the demo, the end-to-end tests). */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(HubApplication.class);
    }
}
