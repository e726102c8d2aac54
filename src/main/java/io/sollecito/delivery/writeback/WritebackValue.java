package io.sollecito.delivery.writeback;

import io.sollecito.ledger.writeback.WritebackBatch;
import io.sollecito.ledger.writeback.WritebackEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What a column of a write-back file can hold. */
enum WritebackValue {
    BATCH("batch", Kind.KEY, (batch, entry) -> batch.id()),
    MADE_ON("madeOn", Kind.DATE, (batch, entry) -> batch.madeAt().toLocalDate()),
    NO("no", Kind.NUMBER, (batch, entry) -> entry.no()),
    CREDITOR("creditor", Kind.KEY, (batch, entry) -> batch.creditor()),
    SOURCE("source", Kind.KEY, (batch, entry) -> batch.source()),
    KIND("kind", List.of("allocation", "reversal"), (batch, entry) -> entry.kind()),
    ALLOCATION("allocation", Kind.NUMBER, (batch, entry) -> entry.allocation()),
    AMOUNT("amount", Kind.AMOUNT, (batch, entry) -> entry.amount()),
    UNSIGNED("unsigned", Kind.AMOUNT, (batch, entry) -> entry.amount().abs()),
    DIRECTION(
            "direction",
            List.of("credit", "debit"),
            (batch, entry) -> entry.amount().signum() < 0 ? "debit" : "credit"),
    CURRENCY("currency", Kind.KEY, (batch, entry) -> entry.currency()),
    PURPOSE(
            "purpose",
            List.of("principal", "interest", "costs", "discount", "write-off", "withholding"),
            (batch, entry) -> entry.purpose()),
    DEBTOR("debtor", Kind.KEY, (batch, entry) -> entry.debtor()),
    DEBTOR_NAME("debtorName", Kind.TEXT, (batch, entry) -> entry.debtorName()),
    ITEM_KEY("itemKey", Kind.KEY, (batch, entry) -> entry.itemKey()),
    DOCUMENT_NO("documentNo", Kind.KEY, (batch, entry) -> entry.documentNo()),
    PRINTED_NO("printedNo", Kind.KEY, (batch, entry) -> entry.printedNo()),
    INSTALMENT("instalment", Kind.NUMBER, (batch, entry) -> entry.instalment()),
    TYPE(
            "type",
            List.of("INVOICE", "CREDIT_NOTE", "DEBIT_NOTE", "ADVANCE", "PAYMENT_ON_ACCOUNT", "OTHER"),
            (batch, entry) -> entry.type()),
    ISSUE_DATE("issueDate", Kind.DATE, (batch, entry) -> entry.issueDate()),
    BOOKING_DATE("bookingDate", Kind.DATE, (batch, entry) -> entry.bookingDate()),
    VALUE_DATE("valueDate", Kind.DATE, (batch, entry) -> entry.valueDate()),
    ACCOUNT("account", Kind.KEY, (batch, entry) -> entry.account()),
    STATEMENT_ID("statementId", Kind.TEXT, (batch, entry) -> entry.statementId()),
    BANK_REFERENCE("bankReference", Kind.TEXT, (batch, entry) -> entry.bankReference()),
    END_TO_END_ID("endToEndId", Kind.TEXT, (batch, entry) -> entry.endToEndId()),
    CREDITOR_REFERENCE("creditorReference", Kind.TEXT, (batch, entry) -> entry.creditorReference()),
    REMITTANCE("remittance", Kind.TEXT, (batch, entry) -> entry.remittance()),
    COUNTERPARTY_NAME("counterpartyName", Kind.TEXT, (batch, entry) -> entry.counterpartyName()),
    COUNTERPARTY_IBAN("counterpartyIban", Kind.TEXT, (batch, entry) -> entry.counterpartyIban()),
    MADE_BY("madeBy", Kind.TEXT, (batch, entry) -> entry.madeBy());

    /** How a value is written: a key as the ERP gave it, a text of others as short and harmless as need be. */
    enum Kind {
        KEY,
        TEXT,
        WORD,
        NUMBER,
        AMOUNT,
        DATE
    }

    private final String key;
    private final Kind kind;
    private final List<String> words;
    private final BiFunction<WritebackBatch, WritebackEntry, Object> read;

    WritebackValue(String key, Kind kind, BiFunction<WritebackBatch, WritebackEntry, Object> read) {
        this.key = key;
        this.kind = kind;
        this.words = List.of();
        this.read = read;
    }

    WritebackValue(String key, List<String> words, BiFunction<WritebackBatch, WritebackEntry, Object> read) {
        this.key = key;
        this.kind = Kind.WORD;
        this.words = words;
        this.read = read;
    }

    static Optional<WritebackValue> called(String key) {
        return Stream.of(values()).filter(value -> value.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Stream.of(values()).map(WritebackValue::key).toList();
    }

    /** As files name it. */
    String key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    /** All that it can say, for those that say one of a few words. */
    List<String> words() {
        return words;
    }

    /** Null when nobody said it. */
    Object of(WritebackBatch batch, WritebackEntry entry) {
        return read.apply(batch, entry);
    }
}
