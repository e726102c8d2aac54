package io.sollecito.ledger.payments;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.outbox.Withdrawal;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.Refused;
import io.sollecito.model.TwoPeople;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * What people give up of items without a payment (law 13). One person may write off as much of an item as the creditor's
 * limit says, all write-offs of the item together; more waits for a second person.
 */
public final class WriteOffs {

    /** A write-off that a second person has to approve. */
    public record Waiting(
            long id,
            String creditor,
            long item,
            String documentNo,
            BigDecimal amount,
            String currency,
            String owner,
            String reason) {

        @Override
        public String toString() {
            return Amounts.text(amount, currency) + " " + currency + " of " + documentNo + ", asked by " + owner + ": "
                    + reason;
        }
    }

    private record Item(long id, String creditor, String currency, BigDecimal open) {}

    private static final String WRITE_OFF = "write-off";

    private static final String WAITING =
            "select w.id, w.creditor, w.item_id, coalesce(i.printed_no, i.document_no) as number,"
                    + " w.amount, i.currency, w.owner, w.reason from write_off w join open_item i on i.id = w.item_id"
                    + " where w.state = 'waiting' and ";

    private final Database database;
    private final Clock clock;
    private final Map<String, Creditor> creditors;

    /** @param creditors by code */
    public WriteOffs(Database database, Clock clock, Map<String, Creditor> creditors) {
        this.database = database;
        this.clock = clock;
        this.creditors = Map.copyOf(creditors);
    }

    /** @throws Refused when one person may not write off that much */
    void checkLimit(String creditor, String currency, List<Part> parts) {
        new GivenUp(database).with(parts).forEach((item, amount) -> {
            BigDecimal limit = limit(creditor, currency);
            if (amount.compareTo(limit) > 0) {
                throw new Refused(
                        limit.signum() == 0
                                ? "a write-off, or more discount or withheld tax than the document grants, needs a second"
                                        + " person"
                                : "a write-off of more than " + Amounts.text(limit, currency) + " " + currency
                                        + " of an item, excess discount and withheld tax included, needs a"
                                        + " second person");
            }
        });
    }

    /**
     * Writes off what one person may; what is more waits for a second one.
     *
     * @param amount more than zero, or null for all that is open
     * @return the number of the write-off that waits; 0 when it is done
     */
    public long ask(long itemId, BigDecimal amount, String user, String reason) {
        return database.inTransaction(() -> {
            Item item = locked(itemId);
            BigDecimal given = checked(item, amount);
            BigDecimal all = new GivenUp(database)
                    .with(List.of(new Part(itemId, given, WRITE_OFF, false)))
                    .get(itemId);
            if (all.compareTo(limit(item.creditor(), item.currency())) <= 0) {
                write(item, given, user, null, reason);
                return 0L;
            }
            return wait(item, given, user, reason);
        });
    }

    /** Writes off as much as is open, by two people. */
    public void give(long itemId, BigDecimal amount, TwoPeople people, String reason) {
        database.inTransaction(() -> {
            Item item = locked(itemId);
            write(item, checked(item, amount), people.user(), people.second(), reason);
        });
    }

    public List<Waiting> waiting(String creditor) {
        return waiting("w.creditor = ?", creditor);
    }

    /**
     * A second person's yes.
     *
     * @throws Refused when it does not wait, the same person asked for it, or less is open by now
     */
    public Waiting approve(long id, String second, String reason) {
        return database.inTransaction(() -> {
            Waiting waits = decided(id, "approved", second);
            TwoPeople people = new TwoPeople(waits.owner(), second);
            Item item = locked(waits.item());
            write(item, checked(item, waits.amount()), people.user(), people.second(), waits.reason() + "; " + reason);
            return waits;
        });
    }

    /** Anybody's no; who asked for it may take it back so. */
    public Waiting refuse(long id, String user, String reason) {
        return database.inTransaction(() -> {
            Waiting waits = decided(id, "refused", user);
            tell("write-off-refused", waits.creditor(), waits.item(), waits.amount(), user, null, reason);
            return waits;
        });
    }

    private Waiting decided(long id, String state, String user) {
        Waiting waits = waiting("w.id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new Refused("write-off " + id + " does not wait"));
        CreditorLock.take(database, waits.creditor());
        int changed = database.sql()
                .sql("update write_off set state = ?, decided_by = ?, state_at = ? where id = ? and state = 'waiting'")
                .params(state, user, Database.at(clock.instant()), id)
                .update();
        if (changed == 0) {
            throw new Refused("write-off " + id + " was decided just now");
        }
        return waits;
    }

    private List<Waiting> waiting(String which, Object value) {
        return database.sql()
                .sql(WAITING + which + " order by w.id")
                .param(value)
                .query((rs, n) -> new Waiting(
                        rs.getLong("id"),
                        rs.getString("creditor"),
                        rs.getLong("item_id"),
                        rs.getString("number"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("owner"),
                        rs.getString("reason")))
                .list();
    }

    private Item locked(long itemId) {
        String creditor = database.sql()
                .sql("select creditor from open_item where id = ?")
                .param(itemId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused("there is no item " + itemId));
        CreditorLock.take(database, creditor);
        return database.sql()
                .sql("select i.currency, v.open_amount from open_item i join item_effective v on v.id = i.id"
                        + " where i.id = ?")
                .param(itemId)
                .query((rs, n) -> new Item(itemId, creditor, rs.getString("currency"), rs.getBigDecimal("open_amount")))
                .single();
    }

    private static BigDecimal checked(Item item, BigDecimal amount) {
        BigDecimal given = amount == null ? item.open() : amount;
        if (given.signum() <= 0 || given.compareTo(item.open()) > 0) {
            throw new Refused("item " + item.id() + " has " + Amounts.text(item.open(), item.currency())
                    + " open; only that can be written off");
        }
        return given;
    }

    private BigDecimal limit(String creditor, String currency) {
        Creditor known = creditors.get(creditor);
        return known == null ? BigDecimal.ZERO : known.people().mayWriteOff().getOrDefault(currency, BigDecimal.ZERO);
    }

    private long wait(Item item, BigDecimal amount, String user, String reason) {
        OffsetDateTime now = Database.at(clock.instant());
        boolean asked = waiting("w.item_id = ?", item.id()).stream().findAny().isPresent();
        if (asked) {
            throw new Refused("a write-off of item " + item.id() + " waits already");
        }
        database.sql()
                .sql("insert into write_off (creditor, item_id, amount, reason, owner, asked_at, state, state_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'waiting', ?)")
                .params(item.creditor(), item.id(), amount, reason, user, now, now)
                .update();
        tell("write-off-asked", item.creditor(), item.id(), amount, user, null, reason);
        return waiting("w.item_id = ?", item.id()).get(0).id();
    }

    private void write(Item item, BigDecimal amount, String user, String second, String reason) {
        OffsetDateTime now = Database.at(clock.instant());
        database.sql()
                .sql("insert into allocation (item_id, amount, purpose, state, since, made_at, made_by, state_at)"
                        + " values (?, ?, 'write-off', 'pending', ?, ?, ?, ?)")
                .params(item.id(), amount, now, now, user, now)
                .update();
        tell("written-off", item.creditor(), item.id(), amount, user, second, reason);
        new Withdrawal(database, clock).withdraw(List.of(item.id()), "written off");
    }

    private void tell(
            String event, String creditor, long item, BigDecimal amount, String user, String second, String reason) {
        JournalRows journal = new JournalRows(database, clock.instant(), creditor);
        journal.add(event, "item:" + item, user, "amount", amount, "second", second, "reason", reason);
        journal.write();
    }
}
