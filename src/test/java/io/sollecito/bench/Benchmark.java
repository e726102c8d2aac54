package io.sollecito.bench;

import java.util.List;

/** Measures one capability on empty PostgreSQL databases. */
interface Benchmark {

    /** What the work is, for the progress shown. */
    String name();

    List<Measurement> measure(Databases databases, int rows) throws Exception;
}
