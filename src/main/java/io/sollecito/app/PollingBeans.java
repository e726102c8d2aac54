package io.sollecito.app;

import io.sollecito.creditors.CreditorFiles;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.database.Leases;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** What the pollers of {@code routes/templates} refer to by name. */
@Configuration
class PollingBeans {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LeasedTurns turns(Database database, HubSettings settings) {
        Leases leases = new Leases(database, Node.NAME);
        leases.endThoseOfTheDead();
        return new LeasedTurns(leases, settings.lease());
    }

    @Bean
    Agenda agenda(Clock clock, LeasedTurns turns) {
        return new Agenda(clock, turns);
    }

    @Bean
    Creditors creditors(HubSettings settings) {
        Map<String, Creditor> byCode = new LinkedHashMap<>();
        CreditorFiles.load(settings.creditors()).forEach(creditor -> byCode.put(creditor.code(), creditor));
        return new Creditors(byCode);
    }

    @Bean
    Connections connections(Database database, Clock clock) {
        return new Connections(database, clock);
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    HubScheduler hubScheduler(Agenda agenda, Connections connections, Creditors creditors) {
        return new HubScheduler(agenda, connections, creditors::get);
    }

    @Bean
    FreeSpace freeSpace(HubSettings settings) {
        return new FreeSpace(
                List.of(settings.data(), settings.work()), settings.reserve().toBytes());
    }

    @Bean
    PollOutcomes pollOutcomes(Connections connections, Agenda agenda, FreeSpace space, Clock clock) {
        return new PollOutcomes(connections, agenda, space, clock);
    }
}
