package io.sollecito.ledger.stories;

import io.sollecito.ledger.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/** Reads the rows of facts. */
final class StoryRows {

    private final Database database;

    StoryRows(Database database) {
        this.database = database;
    }

    <T> List<T> list(String statement, RowMapper<T> mapper, Object... parameters) {
        return database.sql().sql(statement).params(parameters).query(mapper).list();
    }

    static Instant at(ResultSet rs, String column) throws SQLException {
        return Database.instant(rs.getObject(column, OffsetDateTime.class));
    }

    static LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }
}
