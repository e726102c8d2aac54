package io.sollecito.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What differs between H2 and PostgreSQL. */
enum Dialect {
    H2,
    POSTGRESQL;

    static Dialect of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return switch (connection.getMetaData().getDatabaseProductName()) {
                case "H2" -> H2;
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new IllegalStateException("the ledger needs PostgreSQL or H2");
            };
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the ledger's database cannot be reached", unreachable);
        }
    }
}
