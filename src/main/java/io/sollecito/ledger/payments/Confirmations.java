package io.sollecito.ledger.payments;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.payments.StatementRows.Fresh;
import io.sollecito.model.Creditor;
import io.sollecito.model.PaymentConfirmation;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a payment provider confirms, as entries of an account of its own: each pays the items of its reference at once and
 * counts until the ERP accounts for it. An id of the provider's counts once, in whatever file it comes again.
 */
public final class Confirmations {

    /** How the accounts of providers begin; no bank account does. */
    static final String ACCOUNT = "provider:";

    /** A provider's clock may go before ours by that much. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** What is older was never confirmed by link: its moment is a wrong one, such as 1970. */
    private static final Duration OLDEST = Duration.ofDays(3 * 365);

    private static final int CHUNK = 1000;

    /**
     * Where confirmations come from.
     *
     * @param payoutIban the account from which the provider pays out later, or null
     * @param payoutName the name under which it does, or null
     */
    public record Provider(String name, String payoutIban, String payoutName) {

        public Provider {
            payoutIban =
                    payoutIban == null ? null : payoutIban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        }

        String account(String creditor) {
            return ACCOUNT + creditor + "/" + name;
        }
    }

    /** A confirmation that waits for a person. */
    public record Doubt(PaymentConfirmation confirmation, String reason) {}

    /**
     * What became of a file's confirmations.
     *
     * @param unchanged those that were taken before
     */
    public record Taken(int applied, int unchanged, List<Doubt> doubts, Map<String, Integer> decisions) {
        public Taken {
            doubts = List.copyOf(doubts);
        }
    }

    private record Known(BigDecimal amount, String currency, String reference) {

        static Known of(PaymentConfirmation confirmation) {
            return new Known(confirmation.amount(), confirmation.currency(), confirmation.reference());
        }

        boolean is(PaymentConfirmation confirmation) {
            return amount.compareTo(confirmation.amount()) == 0
                    && currency.equals(confirmation.currency())
                    && reference.equals(confirmation.reference());
        }
    }

    private final Database database;
    private final Clock clock;
    private final Statements statements;
    private final StatementRows rows;

    public Confirmations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.statements = new Statements(database, clock);
        this.rows = new StatementRows(database, clock);
    }

    /** Whether that account is a provider's and not a bank's. */
    public static boolean isProviders(String account) {
        return account.startsWith(ACCOUNT);
    }

    /** Takes a file's confirmations in one transaction. */
    public Taken take(
            Statements.Origin origin,
            Creditor creditor,
            Provider provider,
            List<PaymentConfirmation> confirmations,
            PaymentDecider decider) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor.code());
            remember(creditor, provider);
            String account = provider.account(creditor.code());
            Map<String, Known> known = known(account, confirmations);
            Map<String, String> currencies = currencies(creditor, confirmations);
            List<PaymentConfirmation> fresh = new ArrayList<>();
            List<Doubt> doubts = new ArrayList<>();
            int unchanged = 0;
            for (PaymentConfirmation confirmation : confirmations) {
                Known before = known.get(confirmation.providerId());
                String objection = before == null
                        ? objection(confirmation, currencies.get(confirmation.reference()), creditor)
                        : before.is(confirmation)
                                ? null
                                : "id " + confirmation.providerId()
                                        + " was confirmed before with another amount or reference";
                if (objection != null) {
                    doubts.add(new Doubt(confirmation, objection));
                } else if (before == null) {
                    known.put(confirmation.providerId(), Known.of(confirmation));
                    fresh.add(confirmation);
                } else {
                    unchanged++;
                }
            }
            doubts.forEach(doubt -> quarantine(origin, creditor, account, doubt.confirmation(), doubt.reason()));
            Map<String, Integer> decisions =
                    fresh.isEmpty() ? Map.of() : apply(origin, creditor, account, fresh, unchanged, decider);
            return new Taken(fresh.size(), unchanged, doubts, decisions);
        });
    }

    /** Records that what cannot be read of a file waits for a person. */
    public void unreadable(Statements.Origin origin, Creditor creditor, Provider provider, long line, String reason) {
        statements.quarantine(
                origin,
                creditor,
                statement(provider.account(creditor.code()), line, List.of()),
                line == 0 ? reason : "line " + line + ": " + reason);
    }

    /** Without its entry: its day may be one that no database knows. */
    private void quarantine(
            Statements.Origin origin,
            Creditor creditor,
            String account,
            PaymentConfirmation confirmation,
            String reason) {
        statements.quarantine(
                origin,
                creditor,
                statement(account, confirmation.line(), List.of()),
                "line " + confirmation.line() + ": " + reason);
    }

    private Map<String, Integer> apply(
            Statements.Origin origin,
            Creditor creditor,
            String account,
            List<PaymentConfirmation> fresh,
            int unchanged,
            PaymentDecider decider) {
        List<Statement.Entry> entries =
                fresh.stream().map(one -> entry(one, creditor)).toList();
        Statement statement = statement(account, 0, entries);
        long id = rows.insert(origin, creditor, statement, "applied", null, false);
        Map<String, Integer> decisions = rows.entries(
                        id,
                        creditor,
                        account,
                        entries.stream()
                                .map(entry -> new Fresh(entry, Fingerprint.ofId(account, entry.bankReference()), 1))
                                .toList(),
                        decider)
                .decisions();
        JournalRows journal = new JournalRows(database, clock.instant(), creditor.code());
        journal.add("confirmations-applied", "statement:" + id, "run", "new", fresh.size(), "known", unchanged);
        journal.write();
        return decisions;
    }

    /** Without days and balances: it says nothing about the bank. */
    private static Statement statement(String account, long line, List<Statement.Entry> entries) {
        return new Statement(account, line == 0 ? null : "line " + line, null, null, null, null, null, null, entries);
    }

    private static Statement.Entry entry(PaymentConfirmation one, Creditor creditor) {
        LocalDate day = LocalDate.ofInstant(one.paidAt(), creditor.zone());
        return new Statement.Entry(
                day,
                day,
                one.amount(),
                one.currency(),
                false,
                one.providerId(),
                List.of(new Statement.Payment(
                        one.amount(), one.currency(), one.providerId(), one.reference(), null, null, null)));
    }

    private String objection(PaymentConfirmation one, String asked, Creditor creditor) {
        if (asked == null) {
            return "reference " + one.reference() + " is of no reminder of " + creditor.code();
        }
        if (!asked.equals(one.currency())) {
            return "reference " + one.reference() + " asks for " + asked + ", not " + one.currency();
        }
        if (one.paidAt().isBefore(clock.instant().minus(OLDEST))) {
            return "it is paid too long ago: " + one.paidAt();
        }
        return one.paidAt().isAfter(clock.instant().plus(AHEAD)) ? "it is paid in the future: " + one.paidAt() : null;
    }

    private Map<String, Known> known(String account, List<PaymentConfirmation> confirmations) {
        Map<String, Known> known = new HashMap<>();
        for (List<PaymentConfirmation> chunk : chunks(confirmations)) {
            database.sql()
                    .sql("select p.end_to_end_id, p.amount, p.currency, p.creditor_reference from payment p"
                            + " join bank_entry e on e.id = p.entry_id"
                            + " where e.account = :account and p.end_to_end_id in (:ids)")
                    .param("account", account)
                    .param(
                            "ids",
                            chunk.stream().map(PaymentConfirmation::providerId).toList())
                    .query(rs -> {
                        known.put(
                                rs.getString("end_to_end_id"),
                                new Known(
                                        rs.getBigDecimal("amount"),
                                        rs.getString("currency"),
                                        rs.getString("creditor_reference")));
                    });
        }
        return known;
    }

    /** In which currency each reference asks for money. */
    private Map<String, String> currencies(Creditor creditor, List<PaymentConfirmation> confirmations) {
        Map<String, String> currencies = new HashMap<>();
        for (List<PaymentConfirmation> chunk : chunks(confirmations)) {
            database.sql()
                    .sql("select reference, currency from reminder where creditor = :creditor and reference in (:all)")
                    .param("creditor", creditor.code())
                    .param(
                            "all",
                            chunk.stream().map(PaymentConfirmation::reference).toList())
                    .query(rs -> {
                        currencies.put(rs.getString("reference"), rs.getString("currency"));
                    });
        }
        return currencies;
    }

    private static List<List<PaymentConfirmation>> chunks(List<PaymentConfirmation> all) {
        List<List<PaymentConfirmation>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private void remember(Creditor creditor, Provider provider) {
        database.sql()
                .sql(
                        "merge into payout_source t using (select cast(? as varchar) as creditor, cast(? as varchar) as provider,"
                                + " cast(? as varchar) as iban, cast(? as varchar) as name) s"
                                + " on t.creditor = s.creditor and t.provider = s.provider"
                                + " when matched then update set iban = s.iban, name = s.name"
                                + " when not matched then insert (creditor, provider, iban, name)"
                                + " values (s.creditor, s.provider, s.iban, s.name)")
                .params(creditor.code(), provider.name(), provider.payoutIban(), provider.payoutName())
                .update();
    }
}
