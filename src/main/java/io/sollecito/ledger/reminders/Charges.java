package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Amounts;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charges that stand, and a person's decision to waive them (law 13). */
public final class Charges {

    /** A charge that counts and was not waived. */
    public record Standing(
            long id,
            String creditor,
            long item,
            String documentNo,
            ChargeKind kind,
            BigDecimal amount,
            String currency) {

        @Override
        public String toString() {
            return kind.text() + " of " + Amounts.text(amount, currency) + " " + currency + " on " + documentNo;
        }
    }

    private static final String STANDING =
            "select c.id, c.creditor, c.item_id, coalesce(i.printed_no, i.document_no) as number, c.kind, c.amount, c.currency"
                    + " from standing_charge c join open_item i on i.id = c.item_id where c.waived_at is null and ";

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    public Charges(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    public List<Standing> ofItem(long item) {
        return standing("c.item_id = ?", item);
    }

    public List<Standing> ofReminder(long reminder) {
        return standing("c.reminder_id = ?", reminder);
    }

    public Optional<Standing> find(long charge) {
        return standing("c.id = ?", charge).stream().findFirst();
    }

    /**
     * Waives a charge: it is not asked for any more, and what it covers is not charged again.
     *
     * @throws Refused when it does not stand, or was waived before
     */
    public Standing waive(long charge, String user, String reason) {
        return database.inTransaction(() -> {
            Standing standing = find(charge)
                    .orElseThrow(() -> new Refused(
                            "There is no charge " + charge + " that stands: it is void, was waived, or never was."));
            int waived = database.sql()
                    .sql("update charge set waived_by = ?, waived_at = ? where id = ? and waived_at is null")
                    .params(user, Database.at(clock.instant()), charge)
                    .update();
            if (waived == 0) {
                throw new Refused("Charge " + charge + " was waived just now.");
            }
            journal.append(
                    standing.creditor(),
                    "charge-waived",
                    "item:" + standing.item(),
                    user,
                    Map.of(
                            "charge", charge,
                            "kind", standing.kind().text(),
                            "amount", Amounts.text(standing.amount(), standing.currency()),
                            "currency", standing.currency(),
                            "reason", reason));
            return standing;
        });
    }

    private List<Standing> standing(String which, long id) {
        return database.sql()
                .sql(STANDING + which + " order by c.id")
                .param(id)
                .query((rs, n) -> standing(rs))
                .list();
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        String currency = rs.getString("currency");
        return new Standing(
                rs.getLong("id"),
                rs.getString("creditor"),
                rs.getLong("item_id"),
                rs.getString("number"),
                ChargeKind.of(rs.getString("kind")),
                Amounts.scaled(rs.getBigDecimal("amount"), currency),
                currency);
    }
}
