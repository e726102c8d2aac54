package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.TemporaryTable;
import java.util.List;
import java.util.Locale;

/** The temporary tables of one intake transaction. {@code keys} are what H2 needs indexes on. */
enum StageTable implements TemporaryTable {
    STAGE_ITEM(
            "seq bigint, record_no bigint, fate varchar(1), line_no bigint, item_key varchar, debtor varchar,"
                    + " document_no varchar, printed_no varchar, instalment int, type varchar, issue_date date, due_date date,"
                    + " due_date_origin varchar, currency varchar(3), original_amount numeric(23, 5), erp_open numeric(23, 5),"
                    + " payment_reference varchar, payment_means varchar, in_collection boolean, discount_until date,"
                    + " discount_amount numeric(23, 5), details varchar, replaces varchar, hash varchar",
            "item_key, seq",
            "seq"),
    STAGE_KNOWN("seq bigint, record_no bigint, line_no bigint, item_key varchar, item_id bigint"),
    STAGE_DEBTOR(
            "seq bigint, record_no bigint, line_no bigint, debtor varchar, name varchar, payer varchar, canonical varchar,"
                    + " hash varchar, changed boolean",
            "seq"),
    STAGE_IBAN("iban varchar, debtor_seq bigint"),
    STAGE_DUPLICATE("item_key varchar", "item_key"),
    STAGE_UNASKED("item_id bigint", "item_id"),
    STAGE_CHANGE(
            "seq bigint, item_id bigint, item_key varchar, what varchar, old_open numeric(23, 5), new_open numeric(23, 5),"
                    + " original numeric(23, 5), carried numeric(23, 5), debtor varchar, currency varchar(3), type varchar,"
                    + " line_no bigint, was_frozen boolean, cause varchar, explained numeric(23, 5)",
            "item_id, seq",
            "debtor, item_id, seq"),
    STAGE_NETTING(
            "debtor varchar, currency varchar(3), debits numeric(23, 5), credits numeric(23, 5), payments numeric(23, 5),"
                    + " banked numeric(23, 5)");

    /**
     * Fates of a staged item row: a record to compare and apply; only the key of a filtered one, of a quarantined one, of
     * one that is said to be open.
     * Records that the ledger holds already are staged only when a key may come twice: in STAGE_KNOWN, by their item's id
     * or, as twins, by their key.
     */
    static final String ITEM = "i";

    static final String FILTERED = "f";
    static final String QUARANTINED = "q";
    static final String NAMED = "n";

    private final String columns;
    private final List<String> keys;

    StageTable(String columns, String... keys) {
        this.columns = columns;
        this.keys = List.of(keys);
    }

    @Override
    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String columns() {
        return columns;
    }

    @Override
    public List<String> keys() {
        return keys;
    }
}
