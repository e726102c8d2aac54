package io.sollecito.ledger.reminders;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.StoredDebtor;
import io.sollecito.ledger.items.Clamp;
import io.sollecito.ledger.reminders.Thanks.Candidate;
import io.sollecito.ledger.reminders.Thanks.Settled;
import io.sollecito.ledger.reminders.Thanks.Thankful;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.SuspendedAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the last reminders of which all is settled and about which nothing is decided, with what decides about thanks. */
final class PaidReminders {

    /** What a reminder asked for; the rest is information. */
    static final String DEMANDED = "(role = 'overdue' or (role = 'upcoming' and advances))";

    private static final String REACHED_HIM = "exists (select 1 from dispatch d where d.reminder_id = %s.id"
            + " and d.state %s and d.channel not in ('task', 'handover'))";

    private static final String PAID = """
            select r.id, r.plan, r.source, r.debtor, i.id as item_id, coalesce(i.printed_no, i.document_no) as number,
                   case when i.in_collection then 'collected' when i.settled_cause = 'collected' then '%s'
                     else coalesce(i.settled_cause, 'payment') end as cause,
                   i.settled_at,
                   exists (select 1 from allocation a where a.item_id = i.id and a.purpose = 'write-off'
                     and a.state in ('pending', 'confirmed')) as written_off,
                   exists (select 1 from open_charge c where c.item_id = i.id and c.open_amount > 0) as charged
            from reminder r
            join (select reminder_id, item_id from reminder_item where %s) demanded on demanded.reminder_id = r.id
            join open_item i on i.id = demanded.item_id
            where r.creditor = :creditor and r.state = 'sent' and r.effective_on >= :since and r.plan = any(:plans)
              and not (r.plan || '/' || r.step = any(:informing)) and %s
              and not exists (select 1 from thanks t where t.reminder_id = r.id or t.thank_you = r.id)
              and not exists (select 1 from reminder n where n.creditor = r.creditor and n.source = r.source
                and n.debtor = r.debtor and n.id > r.id and n.state in ('waiting', 'sent', 'uncertain')
                and not (n.plan || '/' || n.step = any(:informing))
                and not exists (select 1 from thanks t where t.thank_you = n.id) and %s)
              and not exists (select 1 from (select reminder_id, item_id from reminder_item where %s) o
                join open_item i on i.id = o.item_id
                where o.reminder_id = r.id and i.settled_cause is null and (%s) <> 0)
            order by r.id, i.id
            """.formatted(
                    Settled.TAKEN_FOR_COLLECTED,
                    DEMANDED,
                    REACHED_HIM.formatted("r", "= 'sent'"),
                    REACHED_HIM.formatted("n", "in ('waiting', 'claimed', 'sending', 'sent', 'uncertain')"),
                    DEMANDED,
                    Clamp.sql("i.erp_open", "i.original_amount", Clamp.UNCLAMPED));

    private static final String OVERDUE = """
            select source, debtor, min(number) as number from (
              select i.source, i.debtor, coalesce(i.printed_no, i.document_no) as number, %s as open_amount
              from open_item i where i.creditor = :creditor and i.source = any(:sources) and i.debtor = any(:debtors)
                and i.settled_cause is null and i.due_date < :today and not i.in_collection
            ) o where open_amount > 0 group by source, debtor
            """.formatted(Clamp.sql("i.erp_open", "i.original_amount", Clamp.UNCLAMPED));

    /** A promise or payment plan that was kept is no reason not to thank. */
    private static final String HELD = """
            select source, debtor, min(kind) as kind from hold
            where creditor = :creditor and source = any(:sources) and debtor = any(:debtors) and ended_at is null
              and starts_on <= :today and (ends_on is null or ends_on >= :today) and kind not in ('promise', 'payment-plan')
            group by source, debtor
            """;

    private record Account(String source, String debtor) {
        static Account of(ResultSet rs) throws SQLException {
            return new Account(rs.getString("source"), rs.getString("debtor"));
        }
    }

    private static final class Paid {
        private final long reminder;
        private final String plan;
        private final Account account;
        private final List<Settled> items = new ArrayList<>();
        private boolean charged;

        Paid(long reminder, String plan, Account account) {
            this.reminder = reminder;
            this.plan = plan;
            this.account = account;
        }
    }

    private final Database database;
    private final Creditor creditor;
    private final LocalDate today;

    PaidReminders(Database database, Creditor creditor, LocalDate today) {
        this.database = database;
        this.creditor = creditor;
        this.today = today;
    }

    /** @param since the first day on which the reminder may have left */
    List<Candidate> find(Thankful plans, LocalDate since) {
        Collection<Paid> paid = paid(plans, since);
        if (paid.isEmpty()) {
            return List.of();
        }
        Set<Account> accounts = new HashSet<>();
        paid.forEach(one -> accounts.add(one.account));
        Map<Account, String> overdue = texts(OVERDUE, "number", accounts);
        Map<Account, String> held = texts(HELD, "kind", accounts);
        Map<Account, Debtor> debtors = debtors(accounts);
        Map<String, SuspendedAddress> suspended = SuspendedAddresses.among(database, creditor.code(), debtors.values());
        return paid.stream()
                .map(one -> new Candidate(
                        one.reminder,
                        one.plan,
                        debtors.containsKey(one.account)
                                ? SuspendedAddresses.usable(debtors.get(one.account), suspended)
                                : null,
                        one.items,
                        overdue.get(one.account),
                        held.get(one.account),
                        one.charged))
                .toList();
    }

    private Collection<Paid> paid(Thankful plans, LocalDate since) {
        Map<Long, Paid> paid = new LinkedHashMap<>();
        database.sql()
                .sql(PAID)
                .param("creditor", creditor.code())
                .param("since", since)
                .param("plans", AnyOf.texts(plans.plans().stream()))
                .param("informing", AnyOf.texts(plans.informing().stream()))
                .query(rs -> {
                    long id = rs.getLong("id");
                    Account account = Account.of(rs);
                    String plan = rs.getString("plan");
                    Paid one = paid.computeIfAbsent(id, reminder -> new Paid(reminder, plan, account));
                    OffsetDateTime settled = rs.getObject("settled_at", OffsetDateTime.class);
                    one.items.add(new Settled(
                            rs.getString("number"),
                            rs.getString("cause"),
                            settled == null
                                    ? today
                                    : settled.atZoneSameInstant(creditor.zone()).toLocalDate(),
                            rs.getBoolean("written_off")));
                    one.charged |= rs.getBoolean("charged");
                });
        return paid.values();
    }

    private Map<Account, String> texts(String query, String column, Set<Account> accounts) {
        Map<Account, String> texts = new HashMap<>();
        var asked = database.sql()
                .sql(query)
                .param("creditor", creditor.code())
                .param("sources", AnyOf.texts(accounts.stream().map(Account::source)))
                .param("debtors", AnyOf.texts(accounts.stream().map(Account::debtor)))
                .param("today", today);
        asked.query(rs -> {
            texts.put(Account.of(rs), rs.getString(column));
        });
        return texts;
    }

    private Map<Account, Debtor> debtors(Set<Account> accounts) {
        Map<Account, Debtor> debtors = new HashMap<>();
        database.sql()
                .sql("select source, debtor, canonical from debtor where creditor = :creditor"
                        + " and source = any(:sources) and debtor = any(:debtors)")
                .param("creditor", creditor.code())
                .param("sources", AnyOf.texts(accounts.stream().map(Account::source)))
                .param("debtors", AnyOf.texts(accounts.stream().map(Account::debtor)))
                .query(rs -> {
                    debtors.put(Account.of(rs), StoredDebtor.of(rs.getString("canonical")));
                });
        return debtors;
    }
}
