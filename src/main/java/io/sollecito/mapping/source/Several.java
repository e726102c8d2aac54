package io.sollecito.mapping.source;

import java.util.List;
import java.util.stream.Collectors;

/** Different values that stand where one is asked for, as XML and JSON allow. */
public record Several(List<Object> values) {

    /** None, the one value (equal ones count once), or several. */
    public static Object of(List<Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        return values.stream().distinct().count() == 1 ? values.get(0) : new Several(List.copyOf(values));
    }

    @Override
    public String toString() {
        return values.stream().map(Cells::text).collect(Collectors.joining(", "));
    }
}
