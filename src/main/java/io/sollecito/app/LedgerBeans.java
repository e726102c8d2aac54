package io.sollecito.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The ledger's database, and the ERPs' databases under the names that routes give. */
@Configuration
class LedgerBeans {

    /** What a paused node had locked would else stay locked until it goes on. */
    private static final String END_TRANSACTIONS_OF_PAUSED_NODES = "set idle_in_transaction_session_timeout = '5min'";

    @Bean
    DataFolder dataFolder(HubSettings settings) {
        return DataFolder.take(settings.data());
    }

    @Bean
    @DependsOn("dataFolder")
    HikariDataSource ledgerSource(HubSettings settings) {
        HikariConfig pool = pool("ledger", settings.ledger());
        pool.setMaximumPoolSize(8);
        if (settings.ledger().url().startsWith("jdbc:postgresql:")) {
            pool.setConnectionInitSql(END_TRANSACTIONS_OF_PAUSED_NODES);
        }
        return new HikariDataSource(pool);
    }

    @Bean
    Database database(HikariDataSource ledgerSource) {
        return Database.open(ledgerSource);
    }

    @Bean
    Journal journal(Database database, Clock clock) {
        return new Journal(database, clock);
    }

    @Bean(destroyMethod = "close")
    ErpDatabases erpDatabases(HubSettings settings) {
        return new ErpDatabases(settings.databases());
    }

    @Bean
    CamelContextConfiguration camelKnowsTheDatabases(ErpDatabases erps, PollOutcomes outcomes) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                erps.byName().forEach((name, source) -> camel.getRegistry().bind(name, source));
                camel.getManagementStrategy().addEventNotifier(outcomes);
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }

    static HikariConfig pool(String name, HubSettings.Source source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(Database.address(source.url()));
        config.setUsername(source.user());
        config.setPassword(source.password());
        return config;
    }
}
