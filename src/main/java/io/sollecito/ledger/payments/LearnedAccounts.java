package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;

/** Learns which account pays for which debtor, from payments that are allocated to one debtor only, and unlearns it. */
final class LearnedAccounts {

    private static final String PAYERS = "select p.counterparty_iban as iban, i.source, i.debtor, p.id,"
            + " p.booking_date from payment p join bank_entry e on e.id = p.entry_id"
            + " join allocation a on a.payment_id = p.id and a.state in ('pending', 'confirmed')"
            + " join open_item i on i.id = a.item_id"
            + " where p.decision = 'allocated' and p.counterparty_iban is not null and p.creditor = ? and %s";

    private static final String ONE_DEBTOR = "select x.iban, min(x.source) as source, min(x.debtor) as debtor,"
            + " x.id, min(x.booking_date) as seen from (%s) x group by x.iban, x.id"
            + " having min(x.source) = max(x.source) and min(x.debtor) = max(x.debtor)";

    private final Database database;
    private final String creditor;

    LearnedAccounts(Database database, String creditor) {
        this.database = database;
        this.creditor = creditor;
    }

    void learnFrom(long statementId) {
        learn("e.statement_id = ?", statementId);
    }

    void learnFromPayments(List<Long> paymentIds) {
        learn("p.id = any(?)", new SqlArrayValue("int8", paymentIds.toArray()));
    }

    /** Forgets what the payment's account was learned for, as far as no allocation that stands speaks for it. */
    void unlearnFromPayment(long paymentId) {
        String iban = database.sql()
                .sql("select counterparty_iban from payment where id = ?")
                .param(paymentId)
                .query((rs, n) -> java.util.Optional.ofNullable(rs.getString("counterparty_iban")))
                .single()
                .orElse(null);
        if (iban != null) {
            database.sql()
                    .sql("delete from debtor_iban where creditor = ? and iban = ? and origin = 'learned'")
                    .params(creditor, iban)
                    .update();
            learn("p.counterparty_iban = ?", iban);
        }
    }

    private void learn(String where, Object id) {
        String payments = ONE_DEBTOR.formatted(PAYERS.formatted(where));
        database.sql()
                .sql("merge into debtor_iban t using (select y.iban, y.source, y.debtor, count(*) as times,"
                        + " max(y.seen) as seen from (" + payments + ") y group by y.iban, y.source, y.debtor) s"
                        + " on t.creditor = ? and t.iban = s.iban and t.source = s.source and t.debtor = s.debtor"
                        + " and t.origin = 'learned'"
                        + " when matched then update set times = t.times + s.times, last_seen = s.seen"
                        + " when not matched then insert (creditor, iban, source, debtor, origin, times, last_seen)"
                        + " values (?, s.iban, s.source, s.debtor, 'learned', s.times, s.seen)")
                .params(creditor, id, creditor, creditor)
                .update();
    }
}
