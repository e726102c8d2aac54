package io.sollecito.app;

import io.sollecito.delivery.writeback.WritebackAdapter;
import io.sollecito.delivery.writeback.WritebackLayouts;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.writeback.Writebacks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was allocated, on its way back to the ERPs. */
@Configuration
class WritebackBeans {

    @Bean
    WritebackAdapter writebackAdapter(
            Database database, Clock clock, Journal journal, HubSettings settings, Creditors creditors) {
        return new WritebackAdapter(
                new Writebacks(database, clock, journal), WritebackLayouts.load(settings.writeback()), creditors::get);
    }
}
