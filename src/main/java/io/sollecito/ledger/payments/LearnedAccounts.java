package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Learns which account pays for which debtor, from payments that are allocated to one debtor only, and unlearns it: when
 * no allocation speaks for it any more, and when it proves to pay for debtors who have no payer in common. What was
 * learned of a debtor's account does not survive its merge into another one.
 */
final class LearnedAccounts {

    /**
     * Whether a row t of debtor_iban may tell whose money comes: what was learned of an account that was merged into
     * another one does not, until that is undone.
     */
    static final String TELLS = "(t.origin <> 'learned' or not exists (select 1 from debtor_alias g"
            + " where g.creditor = t.creditor and g.source = t.source and g.debtor = t.debtor and g.ended_at is null))";

    private static final String PAYERS = "select p.counterparty_iban as iban, i.source, i.debtor, p.id,"
            + " p.booking_date from payment p join bank_entry e on e.id = p.entry_id"
            + " join allocation a on a.payment_id = p.id and a.state in ('pending', 'confirmed')"
            + " join open_item i on i.id = a.item_id"
            + " where p.decision = 'allocated' and p.amount > 0 and p.counterparty_iban is not null"
            + " and p.creditor = ? and %s";

    private static final String ONE_DEBTOR = "select x.iban, min(x.source) as source, min(x.debtor) as debtor,"
            + " x.id, min(x.booking_date) as seen from (%s) x group by x.iban, x.id"
            + " having min(x.source) = max(x.source) and min(x.debtor) = max(x.debtor)";

    private static final String COUNTED =
            "select y.iban, y.source, y.debtor, count(*) as times, min(y.seen) as first_seen,"
                    + " max(y.seen) as last_seen from (%s) y group by y.iban, y.source, y.debtor";

    private static final String SHARED = "select t.iban from debtor_iban t"
            + " left join debtor d on d.creditor = t.creditor and d.source = t.source and d.debtor = t.debtor"
            + " where t.creditor = ? and t.origin = 'learned' and t.iban = any(?) and " + TELLS + " group by t.iban"
            + " having min(t.source) <> max(t.source)"
            + " or min(coalesce(d.payer, t.debtor)) <> max(coalesce(d.payer, t.debtor))";

    private final Database database;
    private final Clock clock;
    private final String creditor;

    LearnedAccounts(Database database, Clock clock, String creditor) {
        this.database = database;
        this.clock = clock;
        this.creditor = creditor;
    }

    void learnFrom(long statementId) {
        learn("e.statement_id = ?", statementId);
    }

    void learnFromPayments(List<Long> paymentIds) {
        learn("p.id = any(?)", AnyOf.numbers(paymentIds));
    }

    /** Learns the payment's account anew, from the allocations that stand. */
    void unlearnFromPayment(long paymentId) {
        database.sql()
                .sql("select counterparty_iban from payment where id = ? and counterparty_iban is not null")
                .param(paymentId)
                .query(String.class)
                .optional()
                .ifPresent(iban -> refresh(List.of(iban)));
    }

    private void learn(String where, Object id) {
        merge(
                where,
                id,
                "times = t.times + s.times, first_seen = least(t.first_seen, s.first_seen),"
                        + " last_seen = greatest(t.last_seen, s.last_seen)");
        List<String> touched = database.sql()
                .sql("select distinct t.iban from debtor_iban t join debtor_iban o on o.creditor = t.creditor"
                        + " and o.iban = t.iban and o.origin = 'learned' and (o.source <> t.source or o.debtor <> t.debtor)"
                        + " where t.creditor = ? and t.origin = 'learned' and t.iban in (select p.counterparty_iban"
                        + "  from payment p join bank_entry e on e.id = p.entry_id where p.creditor = ? and " + where
                        + ")")
                .params(creditor, creditor, id)
                .query(String.class)
                .list();
        if (!touched.isEmpty()) {
            refresh(touched);
        }
    }

    private void refresh(List<String> ibans) {
        SqlArrayValue all = AnyOf.texts(ibans.stream());
        String counted = counted("p.counterparty_iban = any(?)");
        database.sql()
                .sql("delete from debtor_iban where creditor = ? and origin = 'learned' and iban = any(?)"
                        + " and not exists (select 1 from (" + counted + ") s where s.iban = debtor_iban.iban"
                        + "  and s.source = debtor_iban.source and s.debtor = debtor_iban.debtor)")
                .params(creditor, all, creditor, all)
                .update();
        merge(
                "p.counterparty_iban = any(?)",
                all,
                "times = s.times, first_seen = s.first_seen, last_seen = s.last_seen");
        List<String> shared = database.sql()
                .sql(SHARED)
                .params(creditor, all)
                .query(String.class)
                .list();
        mark(all, AnyOf.texts(shared.stream()));
    }

    private void mark(SqlArrayValue all, SqlArrayValue shared) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql()
                .sql("update debtor_iban set shared_since = null where creditor = ? and origin = 'learned'"
                        + " and shared_since is not null and iban = any(?) and not iban = any(?)")
                .params(creditor, all, shared)
                .update();
        List<Long> newly = database.sql()
                .sql("select max(p.id) from payment p where p.creditor = ? and p.counterparty_iban = any(?)"
                        + " and exists (select 1 from debtor_iban t where t.creditor = p.creditor"
                        + "  and t.iban = p.counterparty_iban and t.origin = 'learned')"
                        + " and not exists (select 1 from debtor_iban t where t.creditor = p.creditor"
                        + "  and t.iban = p.counterparty_iban and t.shared_since is not null)"
                        + " group by p.counterparty_iban")
                .params(creditor, shared)
                .query(Long.class)
                .list();
        database.sql()
                .sql("update debtor_iban set shared_since = ? where creditor = ? and origin = 'learned'"
                        + " and shared_since is null and iban = any(?)")
                .params(today, creditor, shared)
                .update();
        JournalRows journal = new JournalRows(database, clock.instant(), creditor);
        newly.forEach(payment -> journal.add("account-shared", "payment:" + payment, "run", "since", today));
        journal.write();
    }

    private static String counted(String where) {
        return COUNTED.formatted(ONE_DEBTOR.formatted(PAYERS.formatted(where)));
    }

    private void merge(String where, Object id, String whenKnown) {
        database.sql()
                .sql("merge into debtor_iban t using (" + counted(where) + ") s"
                        + " on t.creditor = ? and t.iban = s.iban and t.source = s.source and t.debtor = s.debtor"
                        + " and t.origin = 'learned' when matched then update set " + whenKnown
                        + " when not matched then insert"
                        + " (creditor, iban, source, debtor, origin, times, first_seen, last_seen)"
                        + " values (?, s.iban, s.source, s.debtor, 'learned', s.times, s.first_seen, s.last_seen)")
                .params(creditor, id, creditor, creditor)
                .update();
    }
}
