package io.sollecito.bench;

import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Measures one capability on empty PostgreSQL databases. */
interface Benchmark {

    /** @param databases makes an empty database each time */
    List<Measurement> measure(Supplier<DataSource> databases, int rows) throws Exception;
}
