package io.sollecito.app;

import io.sollecito.check.Check;
import io.sollecito.check.House;
import io.sollecito.check.KnownProperties;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** A hub with a broken file is never half-started: before anything is, all files are checked. */
final class CheckBeforeStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckBeforeStart.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!environment.containsProperty("spring.config.location")) {
            stopAt(House.read(Path.of("")).problems());
        }
        HubSettings settings = Binder.get(environment).bindOrCreate("sollecito", HubSettings.class);
        House house = new House(
                settings.routes(),
                settings.mappings(),
                settings.reminders(),
                settings.creditors(),
                settings.print(),
                settings.writeback(),
                new KnownProperties(names(environment), environment::getProperty),
                List.of());
        Check check = new Check(house);
        stopAt(check.problems());
        check.notes().forEach(note -> LOG.warn("{}", note));
    }

    private static void stopAt(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    private static List<String> names(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .distinct()
                .toList();
    }
}
