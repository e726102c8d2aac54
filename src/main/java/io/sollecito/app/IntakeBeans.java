package io.sollecito.app;

import io.sollecito.intake.ConfirmationAdapter;
import io.sollecito.intake.ConfirmationIntake;
import io.sollecito.intake.Intake;
import io.sollecito.intake.IntakeAdapter;
import io.sollecito.intake.PullAdapter;
import io.sollecito.intake.Rematching;
import io.sollecito.intake.StatementAdapter;
import io.sollecito.intake.StatementIntake;
import io.sollecito.intake.WorkingCopies;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.payments.Confirmations;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.reconciliation.NotOursRules;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Exports and statements in. */
@Configuration
class IntakeBeans {

    @Bean
    NotOursRules notOursRules(HubSettings settings) {
        return NotOursRules.load(settings.creditors());
    }

    @Bean
    Exports exports(
            Database database,
            Connections connections,
            Journal journal,
            Clock clock,
            Creditors creditors,
            NotOursRules rules) {
        return new Exports(
                database, connections, journal, clock, new Rematching(database, creditors::get, clock, rules));
    }

    @Bean
    Quarantine quarantine(Database database, Exports exports, Journal journal, Clock clock) {
        return new Quarantine(database, exports, journal, clock);
    }

    @Bean
    Intake intake(Exports exports, Quarantine quarantine, HubSettings settings) {
        return new Intake(exports, quarantine, settings.kept());
    }

    @Bean
    IntakeAdapter intakeAdapter(
            Intake intake, Connections connections, HubSettings settings, Creditors creditors, Clock clock) {
        return new IntakeAdapter(intake, connections, settings.mappings(), creditors::get, clock);
    }

    @Bean
    @DependsOn("dataFolder")
    WorkingCopies workingCopies(HubSettings settings) {
        return new WorkingCopies(settings.data().resolve("incoming"));
    }

    @Bean
    PullAdapter pullAdapter(IntakeAdapter intake, Connections connections, WorkingCopies copies, Clock clock) {
        return new PullAdapter(intake, connections, copies, clock, pause -> Thread.sleep(pause.toMillis()));
    }

    @Bean
    PushServer pushServer(HubSettings settings) {
        return new PushServer(
                new InetSocketAddress(settings.push().host(), settings.push().port()));
    }

    @Bean
    FileDoor.House pushHouse(WorkingCopies copies, Connections connections, FreeSpace space, Clock clock) {
        return new FileDoor.House(copies, connections, space, clock);
    }

    @Bean
    StatementIntake statementIntake(Database database, HubSettings settings, Clock clock, NotOursRules rules) {
        return new StatementIntake(new Statements(database, clock), settings.kept(), clock, rules);
    }

    @Bean
    ConfirmationAdapter confirmationAdapter(Database database, HubSettings settings, Creditors creditors, Clock clock) {
        return new ConfirmationAdapter(
                new ConfirmationIntake(new Confirmations(database, clock), settings.kept(), clock), creditors::get);
    }

    @Bean
    StatementAdapter statementAdapter(StatementIntake intake, Creditors creditors) {
        return new StatementAdapter(intake, creditors::get);
    }
}
