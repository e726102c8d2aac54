package io.sollecito.delivery.writeback;

import io.sollecito.ledger.writeback.WritebackBatch;
import io.sollecito.ledger.writeback.WritebackBatch.Total;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What a column can hold in the rows of control totals that end a write-back file, one for each currency. */
enum WritebackTotal {
    BATCH("batch", (batch, total) -> batch.id()),
    MADE_ON("madeOn", (batch, total) -> batch.madeAt().toLocalDate()),
    CREDITOR("creditor", (batch, total) -> batch.creditor()),
    SOURCE("source", (batch, total) -> batch.source()),
    COUNT("count", (batch, total) -> total.count()),
    SUM("sum", (batch, total) -> total.sum()),
    CURRENCY("currency", (batch, total) -> total.currency());

    /** Without these the rows control nothing. */
    static final List<WritebackTotal> REQUIRED = List.of(COUNT, SUM, CURRENCY);

    private final String key;
    private final BiFunction<WritebackBatch, Total, Object> read;

    WritebackTotal(String key, BiFunction<WritebackBatch, Total, Object> read) {
        this.key = key;
        this.read = read;
    }

    static Optional<WritebackTotal> called(String key) {
        return Stream.of(values()).filter(value -> value.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Stream.of(values()).map(WritebackTotal::key).toList();
    }

    /** As files name it. */
    String key() {
        return key;
    }

    Object of(WritebackBatch batch, Total total) {
        return read.apply(batch, total);
    }
}
