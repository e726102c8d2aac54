package io.sollecito.ledger.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.StoredDebtor;
import io.sollecito.ledger.items.Clamp;
import io.sollecito.ledger.items.OpenItemRow;
import io.sollecito.ledger.outbox.DispatchContent.Listed;
import io.sollecito.model.Amounts;
import io.sollecito.model.CreditedPayees;
import io.sollecito.model.Debtor;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Past;
import io.sollecito.model.Past.BrokenPromise;
import io.sollecito.model.Payee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.support.SqlArrayValue;

/** Loads what the messages of a claimed batch are made of: as many statements whatever the size of the batch. */
public final class DispatchContents {

    /** The ids of the first and the last e-mail before, and how many there were. */
    private record Thread(List<String> ids, int messages) {
        static final Thread NONE = new Thread(List.of(), 0);
    }

    private record Account(String source, String debtor, String currency) {}

    private static final String STATEMENTS =
            """
            select * from (
              select l.*, %s as effective from (
                select i.*, %s as unclamped
                from (select distinct d.creditor, d.source, d.debtor from dispatch d
                  join reminder r on r.id = d.reminder_id
                  where d.id = any(?)
                    and (d.channel in ('task', 'handover') or r.attachments like '%%account-statement%%')) one
                join open_item i on i.creditor = one.creditor and i.source = one.source and i.debtor = one.debtor
                where i.settled_cause is null
              ) l
            ) open where effective <> 0
            order by due_date, document_no, instalment, id""".formatted(Clamp.sql("erp_open", "original_amount", "unclamped"), Clamp.UNCLAMPED);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    public DispatchContents(Database database) {
        this.database = database;
    }

    /**
     * The content per dispatch id; claims whose debtor the ledger no longer knows are left out.
     *
     * @param claims of one creditor
     * @param today the creditor's
     */
    public Map<Long, DispatchContent> load(List<Claim> claims, LocalDate today) {
        if (claims.isEmpty()) {
            return Map.of();
        }
        SqlArrayValue ids = Ids.of(claims);
        String creditor = claims.get(0).creditor();
        Map<Long, List<Listed>> items = items(ids);
        Map<Account, List<OpenItem>> statements = statements(ids);
        Map<String, Debtor> debtors = debtors(ids);
        Map<Long, Thread> threads = threads(ids);
        Map<Long, BrokenPromise> promises = BrokenPromises.of(database, ids);
        Map<Long, Payee> payees = payees(items);
        Map<Long, ListedCharges> charges = new ChargeLines(database).of(ids, payees);
        LocalDate considered = consideredUntil(creditor, today);
        Map<Long, DispatchContent> contents = new LinkedHashMap<>();
        database.sql()
                .sql("select d.id as dispatch_id, r.* from dispatch d join reminder r on r.id = d.reminder_id"
                        + " where d.id = any(?)")
                .param(ids)
                .query(rs -> {
                    long id = rs.getLong("dispatch_id");
                    Payee payee = payees.get(id);
                    List<Listed> listed = paidTo(payee, items.getOrDefault(id, List.of()));
                    if (!listed.isEmpty()) {
                        OpenItem first = listed.get(0).item();
                        Debtor debtor = debtors.get(first.source() + "\n" + first.debtor());
                        Account account = new Account(first.source(), first.debtor(), rs.getString("currency"));
                        if (debtor != null) {
                            List<OpenItem> statement = paidTo(payee, statements, account);
                            Thread thread = threads.getOrDefault(id, Thread.NONE);
                            Past past = new Past(thread.messages(), promises.get(id));
                            contents.put(
                                    id,
                                    content(rs, debtor, listed, statement, considered, charges, thread.ids(), past));
                        }
                    }
                });
        return contents;
    }

    private static List<OpenItem> paidTo(Payee payee, Map<Account, List<OpenItem>> statements, Account account) {
        List<OpenItem> all = statements.getOrDefault(account, List.of());
        CreditedPayees credited = new CreditedPayees(all);
        return all.stream().filter(item -> Payee.same(credited.of(item), payee)).toList();
    }

    private static DispatchContent content(
            ResultSet rs,
            Debtor debtor,
            List<Listed> items,
            List<OpenItem> statement,
            LocalDate consideredUntil,
            Map<Long, ListedCharges> charges,
            List<String> thread,
            Past past)
            throws SQLException {
        String currency = rs.getString("currency");
        return new DispatchContent(
                rs.getLong("dispatch_id"),
                rs.getString("plan"),
                rs.getString("step"),
                rs.getString("template"),
                rs.getString("language"),
                currency,
                Amounts.scaled(rs.getBigDecimal("total"), currency),
                rs.getString("reference"),
                rs.getObject("deadline", LocalDate.class),
                texts(rs.getString("attachments")),
                debtor,
                items,
                statement,
                consideredUntil,
                charges.getOrDefault(rs.getLong("dispatch_id"), ListedCharges.NONE),
                thread,
                past);
    }

    /**
     * The ids of the first and the last e-mail that the same recipient got about the same debtor, per dispatch. What was
     * sent is told apart after the join: a planner whose figures are from before a large sending starts with all of it.
     */
    private Map<Long, Thread> threads(SqlArrayValue ids) {
        Map<Long, Set<Long>> ends = new HashMap<>();
        Map<Long, Integer> messages = new HashMap<>();
        database.sql()
                .sql("select id, min(sent) as first_one, max(sent) as last_one, count(*) as messages from (select d.id,"
                        + " case when e.state = 'sent' and e.message_id is not null then e.id end as sent from dispatch d"
                        + " join dispatch e on e.creditor = d.creditor and e.source = d.source and e.debtor = d.debtor"
                        + " and e.channel = d.channel and e.recipient = d.recipient and e.id < d.id"
                        + " where d.id = any(?) and d.channel = 'email') x where sent is not null group by id")
                .param(ids)
                .query(rs -> {
                    long id = rs.getLong("id");
                    ends.put(id, new TreeSet<>(List.of(rs.getLong("first_one"), rs.getLong("last_one"))));
                    messages.put(id, rs.getInt("messages"));
                });
        if (ends.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> messageIds = new HashMap<>();
        database.sql()
                .sql("select id, message_id from dispatch where id = any(?)")
                .param(AnyOf.numbers(ends.values().stream().flatMap(Set::stream).toList()))
                .query(rs -> {
                    messageIds.put(rs.getLong("id"), rs.getString("message_id"));
                });
        Map<Long, Thread> threads = new HashMap<>();
        ends.forEach((id, mails) ->
                threads.put(id, new Thread(mails.stream().map(messageIds::get).toList(), messages.get(id))));
        return threads;
    }

    private Map<Long, List<Listed>> items(SqlArrayValue ids) {
        Map<Long, List<Listed>> items = new HashMap<>();
        database.sql()
                .sql("select d.id as dispatch_id, ri.role, ri.advances, ri.step, ri.amount as listed, i.*"
                        + " from dispatch d join reminder_item ri on ri.reminder_id = d.reminder_id"
                        + " join open_item i on i.id = ri.item_id where d.id = any(?)"
                        + " order by i.due_date, i.document_no, i.instalment, i.id")
                .param(ids)
                .query(rs -> {
                    OpenItem item = OpenItemRow.of(rs, rs.getBigDecimal("listed"));
                    items.computeIfAbsent(rs.getLong("dispatch_id"), id -> new ArrayList<>())
                            .add(new Listed(
                                    item,
                                    rs.getString("role"),
                                    rs.getBoolean("advances"),
                                    rs.getString("step"),
                                    item.openAmount()));
                });
        return items;
    }

    /** Who is paid instead of the creditor, by dispatch; others are paid to the creditor. */
    private static Map<Long, Payee> payees(Map<Long, List<Listed>> items) {
        Map<Long, Payee> payees = new HashMap<>();
        items.forEach((dispatch, listed) -> listed.stream()
                .filter(one -> !one.item().isCredit() && one.item().payTo() != null)
                .findFirst()
                .ifPresent(one -> payees.put(dispatch, one.item().payTo())));
        return payees;
    }

    /** What a message to pay another nets is off what that one is owed. */
    private static List<Listed> paidTo(Payee payee, List<Listed> items) {
        return payee == null
                ? items
                : items.stream()
                        .map(listed -> listed.item().isCredit()
                                ? new Listed(
                                        listed.item().paidTo(payee),
                                        listed.role(),
                                        listed.advances(),
                                        listed.step(),
                                        listed.amount())
                                : listed)
                        .toList();
    }

    /** Only of debtors whose account statement goes along, who are called or handed over. */
    private Map<Account, List<OpenItem>> statements(SqlArrayValue ids) {
        Map<Account, List<OpenItem>> statements = new HashMap<>();
        database.sql().sql(STATEMENTS).param(ids).query(rs -> {
            OpenItem item = OpenItemRow.of(rs, rs.getBigDecimal("effective"));
            statements
                    .computeIfAbsent(new Account(item.source(), item.debtor(), item.currency()), a -> new ArrayList<>())
                    .add(item);
        });
        return statements;
    }

    private Map<String, Debtor> debtors(SqlArrayValue ids) {
        Map<String, Debtor> debtors = new HashMap<>();
        database.sql().sql("""
                        select source, debtor, canonical from debtor where (creditor, source, debtor) in (
                          select l.creditor, l.source, l.debtor from dispatch d
                          join reminder_item ri on ri.reminder_id = d.reminder_id
                          join open_item l on l.id = ri.item_id where d.id = any(?))""").param(ids).query(rs -> {
            debtors.put(
                    rs.getString("source") + "\n" + rs.getString("debtor"), StoredDebtor.of(rs.getString("canonical")));
        });
        return debtors;
    }

    /** The oldest of the accounts' last closing dates; without any statement, the day before. */
    public LocalDate consideredUntil(String creditor, LocalDate today) {
        return database.sql()
                .sql("select min(closing) from (select max(closing_date) as closing from bank_statement"
                        + " where creditor = ? and state = 'applied' group by connection, account) last_ones")
                .param(creditor)
                .query(LocalDate.class)
                .optional()
                .orElse(today.minusDays(1));
    }

    private static List<String> texts(String array) {
        try {
            return List.of(JSON.readValue(array, String[].class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the ledger holds JSON that cannot be read", broken);
        }
    }
}
