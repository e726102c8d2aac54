package io.sollecito.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.sollecito.cli.CannotDo;
import io.sollecito.cli.LedgerTools;
import io.sollecito.creditors.CreditorFiles;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.RootCause;
import io.sollecito.reconciliation.NotOursRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Supplier;

/** The ledger of a hub that does not run, opened by the command that first asks for it. */
final class OpenLedger implements Supplier<LedgerTools>, AutoCloseable {

    private static final int H2_OPEN_ELSEWHERE = 90020;
    private static final int H2_NOT_THERE = 90146;

    private static final String H2_FILE = "jdbc:h2:file:";

    private final Path root;
    private HikariDataSource source;

    OpenLedger(Path root) {
        this.root = root;
    }

    @Override
    public LedgerTools get() {
        HubSettings settings = Settings.of(root);
        source = open(settings.ledger());
        return tools(Database.open(source), Clock.systemUTC(), settings);
    }

    /** The ledger's address, without its options. */
    String place() {
        return place(Settings.of(root).ledger().url());
    }

    /** Whether it is a file that is not there: no hub ever ran here. */
    boolean isMissing() {
        String place = place();
        return place.startsWith(H2_FILE) && Files.notExists(Path.of(place.substring(H2_FILE.length()) + ".mv.db"));
    }

    private static String place(String url) {
        return url.replaceAll("[;?].*", "");
    }

    static LedgerTools tools(Database database, Clock clock, HubSettings settings) {
        return new LedgerTools(
                database,
                clock,
                CreditorFiles.load(settings.creditors()),
                new LedgerTools.Folders(
                        settings.routes(),
                        settings.mappings(),
                        settings.reminders(),
                        settings.data(),
                        settings.print()),
                NotOursRules.load(settings.creditors()));
    }

    private static HikariDataSource open(HubSettings.Source ledger) {
        HikariConfig pool = LedgerBeans.pool("ledger", ledger);
        pool.setMaximumPoolSize(3);
        pool.setMinimumIdle(0);
        if (ledger.url().startsWith(H2_FILE)) {
            pool.setJdbcUrl(pool.getJdbcUrl() + ";IFEXISTS=TRUE");
        }
        try {
            return new HikariDataSource(pool);
        } catch (HikariPool.PoolInitializationException failed) {
            throw CannotDo.environment(reason(failed, ledger.url()));
        }
    }

    private static String reason(Throwable failure, String url) {
        String place = place(url);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_OPEN_ELSEWHERE) {
                return "The ledger " + place
                        + " is open in another process that announced itself nowhere: a hub that is still"
                        + " starting, another hub command, or a hub with another 'endpoint' setting. Wait, or end it,"
                        + " and try again.";
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_NOT_THERE) {
                return "There is no ledger yet at " + place + ". Start the hub first: hub run, or hub demo.";
            }
        }
        return "The ledger " + place + " cannot be opened: "
                + RootCause.of(failure).getMessage();
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }
}
