package io.sollecito.ledger.database;

import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Values as the one parameter of {@code = any(?)}: a statement's text is the same however many they are. Arrays of their
 * own type, which PostgreSQL's driver sends as they are instead of as text.
 */
public final class AnyOf {

    private AnyOf() {}

    public static SqlArrayValue numbers(Collection<Long> values) {
        return new SqlArrayValue("int8", (Object[]) values.stream().distinct().toArray(Long[]::new));
    }

    public static SqlArrayValue texts(Stream<String> values) {
        return new SqlArrayValue("varchar", (Object[]) values.distinct().toArray(String[]::new));
    }
}
