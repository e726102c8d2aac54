package io.sollecito.demo.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL with the receivable side of an Odoo 17 database: a subset of the real tables and columns under their real
 * names and types. As in Odoo, {@code write_date} is UTC without zone and whoever writes a row sets it.
 */
public final class OdooDatabase implements AutoCloseable {

    public static final String USER = "hub_reader";
    public static final String PASSWORD = "odoo-demo";
    private static final String NAME = "odoo";

    private final EmbeddedPostgres server;
    private final DataSource dataSource;

    private OdooDatabase(EmbeddedPostgres server, DataSource dataSource) {
        this.server = server;
        this.dataSource = dataSource;
    }

    /** Starts a server whose data lie in {@code folder}, with empty tables and a user who may only read. */
    public static OdooDatabase start(Path folder) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.toFile())
                    .setServerConfig("fsync", "off")
                    .start();
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database " + NAME)
                    .update();
            DataSource dataSource = server.getDatabase("postgres", NAME);
            JdbcClient.create(dataSource).sql(tables()).update();
            return new OdooDatabase(server, dataSource);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String tables() throws IOException {
        try (InputStream in = OdooDatabase.class.getResourceAsStream("odoo-17.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public String jdbcUrl() {
        return server.getJdbcUrl(USER, NAME);
    }

    /** As the ERP itself sees it: may write. */
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
