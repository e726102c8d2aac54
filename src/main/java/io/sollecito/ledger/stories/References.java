package io.sollecito.ledger.stories;

import io.sollecito.ledger.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what a person means by a number: of a document, debtor, payment, file, letter or batch. */
public final class References {

    private static final int MOST = 50;

    private static final String ITEM =
            "select cast(i.id as varchar) as id, coalesce(i.printed_no, i.document_no) || ', instalment ' || i.instalment"
                    + " || ', ' || coalesce(d.name, i.debtor) || ', ' || i.creditor as label from open_item i"
                    + " left join debtor d on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor where ";
    private static final String DEBTOR = "select creditor || '/' || source || '/' || debtor as id,"
            + " coalesce(name, debtor) || ', ' || creditor as label from debtor where ";
    private static final String PAYMENT =
            "select cast(p.id as varchar) as id, 'payment of ' || p.booking_date || ' from '"
                    + " || coalesce(p.counterparty_name, 'an unnamed payer') as label from payment p"
                    + " join bank_entry e on e.id = p.entry_id where ";
    private static final String EXPORT =
            "select cast(id as varchar) as id, file_name || ', ' || connection || ', ' || state as label from export where ";
    private static final String STATEMENT =
            "select cast(id as varchar) as id, 'statement ' || coalesce(statement_id || ' ', '') || 'of '"
                    + " || case when account = '' then 'an unnamed account' else account end"
                    + " || coalesce(' until ' || closing_date, '') || ', ' || file_name || ', ' || state as label"
                    + " from bank_statement where ";
    private static final String REMINDER =
            "select cast(id as varchar) as id, step || ' of debtor ' || debtor || ', ' || reference as label"
                    + " from reminder where ";
    private static final String DISPATCH =
            "select cast(id as varchar) as id, channel || ' to debtor ' || debtor || ', ' || state as label"
                    + " from dispatch where ";
    private static final String ADDRESS =
            "select cast(id as varchar) as id, case when channel = 'letter' then 'postal address'"
                    + " else channel || ' address ' || address end || ', ' || creditor"
                    + " || case when lifted_at is null then ', suspended' else ', in use again' end as label"
                    + " from suspended_address where ";
    private static final String BATCH =
            "select batch_id as id, product || ' batch, ' || state as label from letter_batch where ";

    private static final String WRITEBACK =
            "select cast(id as varchar) as id, 'write-back batch ' || batch_no || ' to '"
                    + " || source || ' of ' || creditor || ', ' || entries || ' entries' as label from writeback_batch where ";

    /** What a person may call each kind of thing by. */
    private static final List<Lookup> BY_NAME = List.of(
            new Lookup("item", ITEM + "i.document_no = :ref or i.printed_no = :ref or i.item_key = :ref"),
            new Lookup(
                    "debtor", DEBTOR + "debtor = :ref or trim(leading '0' from debtor) = trim(leading '0' from :ref)"),
            new Lookup(
                    "payment",
                    PAYMENT + "e.bank_reference = :ref or p.end_to_end_id = :ref or p.creditor_reference = :rf"),
            new Lookup("export", EXPORT + "file_name = :ref"),
            new Lookup("statement", STATEMENT + "file_name = :ref"),
            new Lookup("reminder", REMINDER + "reference = :rf"),
            new Lookup("dispatch", DISPATCH + "message_id = :ref or message_id = '<' || :ref || '>'"),
            new Lookup("batch", BATCH + "batch_id = :ref"),
            new Lookup("writeback", WRITEBACK + "file_name = :ref"),
            new Lookup("address", ADDRESS + "address = lower(:ref) and lifted_at is null"));

    private static final Map<String, String> BY_ID = Map.ofEntries(
            Map.entry("item", ITEM + "cast(i.id as varchar) = :ref"),
            Map.entry("debtor", DEBTOR + "creditor || '/' || source || '/' || debtor = :ref"),
            Map.entry("payment", PAYMENT + "cast(p.id as varchar) = :ref"),
            Map.entry("export", EXPORT + "cast(id as varchar) = :ref"),
            Map.entry("statement", STATEMENT + "cast(id as varchar) = :ref"),
            Map.entry("reminder", REMINDER + "cast(id as varchar) = :ref"),
            Map.entry("dispatch", DISPATCH + "cast(id as varchar) = :ref"),
            Map.entry("letter", DISPATCH + "cast(id as varchar) = :ref"),
            Map.entry("task", DISPATCH + "channel = 'task' and cast(id as varchar) = :ref"),
            Map.entry("batch", BATCH + "batch_id = :ref"),
            Map.entry("writeback", WRITEBACK + "cast(id as varchar) = :ref"),
            Map.entry("address", ADDRESS + "cast(id as varchar) = :ref"));

    private final Database database;

    public References(Database database) {
        this.database = database;
    }

    /**
     * All that the reference may mean, at most fifty of a kind. {@code kind:id}, such as payment:4, means one thing; a
     * bare number that is nobody's name is tried as an id of everything that the digest and the letters number.
     */
    public List<Found> find(String reference) {
        String written = reference.strip();
        int colon = written.indexOf(':');
        if (colon > 0 && BY_ID.containsKey(written.substring(0, colon))) {
            String kind = written.substring(0, colon);
            return lookUp(new Lookup(kind, BY_ID.get(kind)), written.substring(colon + 1));
        }
        List<Found> named = new ArrayList<>();
        BY_NAME.forEach(lookup -> named.addAll(lookUp(lookup, written)));
        if (named.isEmpty() && written.matches("\\d{1,18}")) {
            for (String kind : List.of("payment", "export", "dispatch", "reminder", "item")) {
                named.addAll(lookUp(new Lookup(kind, BY_ID.get(kind)), written));
            }
        }
        return named;
    }

    private List<Found> lookUp(Lookup lookup, String reference) {
        var statement = database.sql().sql(lookup.statement() + " order by 1 limit " + MOST);
        if (lookup.statement().contains(":ref")) {
            statement = statement.param("ref", reference);
        }
        if (lookup.statement().contains(":rf")) {
            statement = statement.param("rf", reference.replace(" ", "").toUpperCase(Locale.ROOT));
        }
        String kind = List.of("letter", "task").contains(lookup.kind()) ? "dispatch" : lookup.kind();
        return statement
                .query((rs, n) -> new Found(kind, rs.getString("id"), rs.getString("label")))
                .list();
    }

    private record Lookup(String kind, String statement) {}
}
