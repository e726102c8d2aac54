package io.sollecito.app;

import io.sollecito.check.Check;
import io.sollecito.check.House;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub with a broken file is never half-started: before anything is, all files are checked. */
final class CheckBeforeStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        HubSettings settings = Binder.get(context.getEnvironment()).bindOrCreate("sollecito", HubSettings.class);
        House house = new House(
                settings.routes(),
                settings.mappings(),
                settings.reminders(),
                settings.creditors(),
                settings.print(),
                List.of());
        List<Problem> problems = new Check(house).problems();
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }
}
