package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.reminders.PlanningLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends the transactions of paused nodes; a run that works for longer than that is none. */
class PlanningLockTest {

    private HikariDataSource source;
    private PlanningLedger ledger;

    @BeforeEach
    void openALedgerThatIsShortOfPatience() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(LedgerForTests.postgresDataSource());
        pool.setConnectionInitSql("set idle_in_transaction_session_timeout = '2s'");
        pool.setMaximumPoolSize(6);
        source = new HikariDataSource(pool);
        ledger = new PlanningLedger(Database.open(source), PlanningCase.plans(PlanningCase.PLAN));
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void a_run_that_works_longer_than_the_time_out_keeps_its_lock() {
        AtomicBoolean other = new AtomicBoolean();

        boolean alone = ledger.runs.alone("ACME-IT", lock -> {
            for (int batch = 0; batch < 6; batch++) {
                pause(500);
                lock.stillHeld();
            }
            other.set(ledger.runs.alone("ACME-IT", second -> {}));
        });

        assertThat(alone).isTrue();
        assertThat(other).isFalse();
    }

    @Test
    void who_was_paused_for_longer_has_lost_it_to_whoever_comes() {
        assertThatThrownBy(() -> ledger.runs.alone("ACME-IT", lock -> {
                    pause(3000);
                    assertThat(ledger.runs.alone("ACME-IT", second -> second.stillHeld()))
                            .isTrue();
                    lock.stillHeld();
                }))
                .isInstanceOf(PlanningLock.Lost.class)
                .hasMessageContaining("ACME-IT was lost");

        assertThat(ledger.runs.alone("ACME-IT", PlanningLock::stillHeld)).isTrue();
    }

    @Test
    void a_run_that_lost_its_lock_commits_no_further_batch_and_the_next_goes_on_with_the_rest() {
        for (int i = 1; i <= 5; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-01", "100.00");
        }
        ledger.after(8, this::endTheLocksSession);

        PlanningRun.Result cut = ledger.runOn("2026-03-04");

        assertThat(cut.refused()).contains("lock of ACME-IT was lost", "goes on where it stopped");
        assertThat(ledger.reminded().size()).isLessThan(5);
        assertThat(ledger.runs.last("ACME-IT").orElseThrow().ended()).isFalse();

        ledger.restart();
        assertThat(ledger.runOn("2026-03-04").refused()).isNull();
        assertThat(ledger.reminded()).hasSize(5).doesNotHaveDuplicates();
    }

    private void endTheLocksSession() {
        ledger.database
                .sql()
                .sql("select pg_terminate_backend(l.pid) from pg_locks l join pg_class c on c.oid = l.relation"
                        + " where c.relname = 'planning_lock' and l.mode = 'RowShareLock'")
                .query(Boolean.class)
                .list();
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
