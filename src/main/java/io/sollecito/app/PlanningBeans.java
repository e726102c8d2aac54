package io.sollecito.app;

import io.sollecito.delivery.ComposedReminders;
import io.sollecito.delivery.Composing;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.ledger.reminders.Fallbacks;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.reminders.PlannedReminders;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.ledger.reminders.Thanks;
import io.sollecito.reminders.PlanningRun;
import io.sollecito.reminders.ThanksRun;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.Templates;
import io.sollecito.reminders.plan.Plans;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is reminded, when, and in which words. */
@Configuration
class PlanningBeans {

    @Bean
    Plans plans(HubSettings settings) {
        return Plans.load(settings.reminders().resolve("plans"));
    }

    @Bean
    ChargeRules chargeRules(HubSettings settings) {
        return ChargeRules.load(settings.reminders());
    }

    @Bean
    ReturnTimes returnTimes(HubSettings settings) {
        return ReturnTimes.load(settings.reminders());
    }

    @Bean
    Composer composer(HubSettings settings) {
        return new Composer(
                Templates.load(settings.reminders().resolve("templates")), Path.of(""), settings.signing()::get);
    }

    @Bean
    Composing composing(Composer composer) {
        return new ComposedReminders(composer);
    }

    @Bean
    PlannedReminders plannedReminders(Database database, Journal journal, Clock clock) {
        return new PlannedReminders(database, journal, clock);
    }

    @Bean
    Fallbacks fallbacks(Database database, Journal journal, Clock clock, Plans plans) {
        return new Fallbacks(database, journal, clock, plans);
    }

    @Bean
    PlanningRuns planningRuns(Database database, Clock clock) {
        return new PlanningRuns(database, clock);
    }

    @Bean
    Holds holds(Database database, Journal journal, Clock clock) {
        return new Holds(database, journal, clock);
    }

    @Bean
    ThanksRun thanksRun(Database database, Journal journal, Plans plans, Clock clock) {
        return new ThanksRun(new Thanks(database, clock, journal), plans, clock);
    }

    @Bean
    PlanningRun planningRun(
            Database database,
            PlannedReminders planned,
            PlanningRuns runs,
            Holds holds,
            Connections connections,
            Journal journal,
            Plans plans,
            ChargeRules rules,
            ReturnTimes returns,
            Clock clock) {
        return new PlanningRun(
                new Cases(database), planned, runs, holds, connections, journal, plans, rules, returns, clock);
    }
}
