package io.sollecito.app;

import io.sollecito.cli.CannotDo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** The hub's settings for who does not start it: the same file, environment variables and defaults. */
final class Settings {

    private static final String H2_RELATIVE = "jdbc:h2:file:./";

    private Settings() {}

    /** @param root of the house; paths are relative to it */
    static HubSettings of(Path root) {
        try {
            return rooted(root, Binder.get(environment(root)).bindOrCreate("sollecito", HubSettings.class));
        } catch (BindException wrong) {
            Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
            throw CannotDo.environment("The configuration cannot be used: " + cause.getMessage());
        }
    }

    /** Where a running hub announces itself. */
    static Path endpoint(Path root) {
        return root.resolve(Binder.get(environment(root))
                .bind("sollecito.endpoint", String.class)
                .orElse(HubSettings.ENDPOINT));
    }

    private static StandardEnvironment environment(Path root) {
        StandardEnvironment environment = new StandardEnvironment();
        Path file = root.resolve("config/application.yaml");
        if (Files.exists(file)) {
            try {
                new YamlPropertySourceLoader()
                        .load("config", new FileSystemResource(file))
                        .forEach(environment.getPropertySources()::addLast);
            } catch (IOException | RuntimeException broken) {
                throw CannotDo.environment(file + " cannot be read: " + broken.getMessage());
            }
        }
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static HubSettings rooted(Path root, HubSettings read) {
        HubSettings.Source ledger = read.ledger();
        String url = ledger.url().startsWith(H2_RELATIVE)
                ? "jdbc:h2:file:"
                        + root.resolve(ledger.url().substring(H2_RELATIVE.length()))
                                .toAbsolutePath()
                : ledger.url();
        return new HubSettings(
                root.resolve(read.routes()),
                root.resolve(read.mappings()),
                root.resolve(read.reminders()),
                root.resolve(read.creditors()),
                root.resolve(read.data()),
                root.resolve(read.work()),
                root.resolve(read.endpoint()),
                read.reserve(),
                new HubSettings.Source(url, ledger.user(), ledger.password()),
                read.databases(),
                root.resolve(read.print()),
                root.resolve(read.writeback()),
                read.mail(),
                read.signing(),
                read.times(),
                read.lease(),
                read.push(),
                read.delivery(),
                read.heartbeat());
    }
}
