package io.sollecito.app;

import io.sollecito.cli.Hub;
import io.sollecito.cli.LedgerTools;
import io.sollecito.ledger.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The {@code hub} command's calls on the ledger, answered by the running hub. */
@Configuration
class CommandBeans {

    @Bean
    LedgerTools ledgerTools(Database database, Clock clock, HubSettings settings) {
        return OpenLedger.tools(database, clock, settings);
    }

    @Bean
    LoopbackEndpoint loopbackEndpoint(LedgerTools tools, HubSettings settings) {
        return new LoopbackEndpoint(settings.endpoint(), caller -> Hub.commandLine(() -> tools, caller, Path.of("")));
    }
}
