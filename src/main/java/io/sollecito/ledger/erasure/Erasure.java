package io.sollecito.ledger.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Recipients;
import io.sollecito.model.Refused;
import io.sollecito.model.TwoPeople;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erases what the ledger knows of a debtor as a person: names, addresses, recipients, bank accounts and the texts of
 * others. Amounts, dates, document numbers and the journal, which holds none of it, stay as they are.
 */
public final class Erasure {

    /**
     * What became of it.
     *
     * @param erased how many rows said something of the person; 0 when nothing was left to erase
     * @param files kept whole, which may name the person: for somebody to look through and delete
     */
    public record Erased(int erased, List<String> files) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ITEMS =
            "(select id from open_item where creditor = :creditor and source = :source and debtor = :debtor)";
    private static final String KEYS =
            "(select item_key from open_item where creditor = :creditor and source = :source and debtor = :debtor)";
    private static final String REMINDERS = "(select reminder_id from reminder_item where item_id in " + ITEMS + ")";
    private static final String DISPATCHES = "(select id from dispatch where reminder_id in " + REMINDERS + ")";
    private static final String PAYMENTS =
            "(select payment_id from allocation where item_id in " + ITEMS + " and payment_id is not null)";

    /** Not those that another debtor pays from too. */
    private static final String OWN_ACCOUNTS =
            "(select a.iban from debtor_iban a where a.creditor = :creditor and a.source = :source and a.debtor = :debtor"
                    + " and not exists (select 1 from debtor_iban o where o.creditor = a.creditor and o.iban = a.iban"
                    + " and (o.source <> a.source or o.debtor <> a.debtor)))";

    /** Each touches only what still says something: the second time there is nothing to do. */
    private static final List<String> STATEMENTS = List.of(
            "update debtor set name = null, canonical = :nobody, hash = 'erased'"
                    + " where creditor = :creditor and source = :source and debtor = :debtor and canonical <> :nobody",
            "update payment set counterparty_name = null, counterparty_iban = null, remittance = null, evidence = null"
                    + " where creditor = :creditor and counterparty_iban in " + OWN_ACCOUNTS,
            "delete from debtor_iban where creditor = :creditor and source = :source and debtor = :debtor",
            "update quarantine set value_text = null, raw = null, message = 'erased'"
                    + " where creditor = :creditor and source = :source and message <> 'erased'"
                    + " and (item_key = :debtor or item_key in " + KEYS + ")",
            "update payment set counterparty_name = null, counterparty_iban = null, remittance = null, evidence = null"
                    + " where id in " + PAYMENTS + " and coalesce(counterparty_name, counterparty_iban, remittance,"
                    + " evidence) is not null",
            "update candidate set evidence = '' where item_id in " + ITEMS + " and evidence <> ''",
            "update dispatch set recipient = '', reason = null where reminder_id in " + REMINDERS
                    + " and (recipient <> '' or reason is not null)",
            "update receipt set reason = null, new_address = null where dispatch_id in " + DISPATCHES
                    + " and coalesce(reason, new_address) is not null",
            "update task_result set note = null where dispatch_id in " + DISPATCHES + " and note is not null",
            "update suspended_address set address = '' where dispatch_id in " + DISPATCHES + " and address <> ''",
            "update incoming_mail set sender = '', subject = '', reason = '' where dispatch_id in " + DISPATCHES
                    + " and (sender <> '' or subject <> '' or reason <> '')",
            "update incoming_mail set sender = '', subject = '', reason = '' where creditor = :creditor"
                    + " and dispatch_id is null and sender <> '' and lower(sender) in (:mailboxes)",
            "update reminder set reason = null where id in " + REMINDERS + " and reason is not null",
            "update hold set reason = 'erased' where creditor = :creditor and source = :source and debtor = :debtor"
                    + " and reason <> 'erased'",
            "update plan_move set reason = 'erased' where creditor = :creditor and source = :source and debtor = :debtor"
                    + " and reason <> 'erased'",
            "update debtor_alias set reason = 'erased' where creditor = :creditor and source = :source"
                    + " and debtor = :debtor and reason <> 'erased'",
            "update debtor_alias set reason = 'erased' where creditor = :creditor and into_source = :source"
                    + " and into_debtor = :debtor and reason <> 'erased'",
            "update proposal_change set reason = 'erased' where item_id in " + ITEMS + " and reason <> 'erased'",
            "update decision set reason = 'erased' where item_id in " + ITEMS
                    + " and outcome in ('held', 'no-plan') and reason <> 'erased'",
            "update approval set reason = 'erased' where item_id in " + ITEMS + " and reason <> 'erased'");

    private final Database database;
    private final Journal journal;

    public Erasure(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Erases a debtor's personal data, as two people decided.
     *
     * @throws Refused when nobody of that number is known, or something of the debtor's is open or on its
     *     way
     */
    public Erased erase(String creditor, String source, String debtor, TwoPeople people, String reason) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor);
            Map<String, Object> who = Map.of(
                    "creditor",
                    creditor,
                    "source",
                    source,
                    "debtor",
                    debtor,
                    "nobody",
                    nobody(creditor, source, debtor),
                    "mailboxes",
                    mailboxes(creditor, source, debtor));
            refuse(who);
            int erased = reasonsOfTheErp(who)
                    + STATEMENTS.stream()
                            .mapToInt(statement -> of(statement, who).update())
                            .sum();
            if (erased > 0) {
                journal.append(
                        creditor,
                        "debtor-erased",
                        "debtor:" + creditor + "/" + source + "/" + debtor,
                        people.user(),
                        Map.of("second", people.second(), "reason", reason, "rows", erased));
            }
            return new Erased(erased, keptFiles(who));
        });
    }

    /** Why the ERP held items back, in its own words. */
    private int reasonsOfTheErp(Map<String, Object> who) {
        List<Long> items = of(
                        "select id from open_item where id in " + ITEMS + " and details like '%\"holds\":[\"%'", who)
                .query(Long.class)
                .list();
        for (long item : items) {
            ObjectNode details = (ObjectNode) read(database.sql()
                    .sql("select details from open_item where id = ?")
                    .param(item)
                    .query(String.class)
                    .single());
            details.putArray("holds");
            database.sql()
                    .sql("update open_item set details = ? where id = ?")
                    .params(details.toString(), item)
                    .update();
        }
        return items.size();
    }

    /** As they are compared; never empty, because SQL knows no empty list. */
    private Set<String> mailboxes(String creditor, String source, String debtor) {
        Set<String> mailboxes = new TreeSet<>(Set.of(""));
        database.sql()
                .sql("select canonical from debtor where creditor = ? and source = ? and debtor = ?")
                .params(creditor, source, debtor)
                .query(String.class)
                .list()
                .forEach(canonical -> read(canonical)
                        .findValuesAsText("email")
                        .forEach(email -> mailboxes.add(Recipients.key(email))));
        return mailboxes;
    }

    private static JsonNode read(String canonical) {
        try {
            return JSON.readTree(canonical);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the ledger holds JSON that cannot be read", broken);
        }
    }

    private void refuse(Map<String, Object> who) {
        if (count(
                        "select (select count(*) from debtor where creditor = :creditor and source = :source and debtor = :debtor)"
                                + " + (select count(*) from open_item where id in " + ITEMS + ")",
                        who)
                == 0) {
            throw new Refused("no debtor " + who.get("debtor") + " is known there");
        }
        long open = count("select count(*) from open_item where id in " + ITEMS + " and settled_cause is null", who);
        if (open > 0) {
            throw new Refused(open + " of the debtor's items are open: what is owed must be settled first");
        }
        long leaving = count(
                "select count(*) from dispatch where reminder_id in " + REMINDERS
                        + " and state in ('proposed', 'waiting', 'claimed', 'sending', 'uncertain')",
                who);
        if (leaving > 0) {
            throw new Refused(leaving + " of the debtor's messages are on their way or uncertain");
        }
    }

    private List<String> keptFiles(Map<String, Object> who) {
        return of(
                        "select kept_as from export where creditor = :creditor and source = :source"
                                + " and kept_as is not null"
                                + " union select kept_as from evidence where creditor = :creditor and file_name in"
                                + " (select evidence_file from receipt where dispatch_id in " + DISPATCHES + ")"
                                + " union select kept_as from dossier where dispatch_id in " + DISPATCHES
                                + " order by kept_as",
                        who)
                .query(String.class)
                .list();
    }

    private long count(String query, Map<String, Object> who) {
        return of(query, who).query(Long.class).single();
    }

    private JdbcClient.StatementSpec of(String statement, Map<String, Object> who) {
        return database.sql().sql(statement).params(who);
    }

    private static String nobody(String creditor, String source, String debtor) {
        return JSON.createObjectNode()
                .put("kind", "debtor")
                .put("creditor", creditor)
                .put("source", source)
                .put("debtor", debtor)
                .toString();
    }
}
