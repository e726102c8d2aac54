package io.sollecito.ledger.reminders;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Accounts that are one debtor, as a person says (law 13). What was sent to the account that is given up counts for the
 * interval of the other, and its holds on the whole debtor go over, those that are placed later too; so do its habits.
 * Learned bank accounts do not, and those of the account that is given up tell nothing while it is: an account that pays for
 * one may pay for another. A merge can be undone at any time; nothing of either account is rewritten.
 */
public final class DebtorMerges {

    /** An account of a creditor in one ERP. */
    public record AccountOf(String creditor, String source, String debtor) {

        private String subject() {
            return "debtor:" + creditor + "/" + source + "/" + debtor;
        }
    }

    /** A merge in force. */
    public record Merged(long id, AccountOf given, AccountOf into, String owner) {}

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final TakenOverHolds holds;

    public DebtorMerges(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.holds = new TakenOverHolds(database, clock);
    }

    /** The merges of a creditor that people made and that are in force. */
    public List<Merged> of(String creditor) {
        return database.sql()
                .sql(
                        "select * from debtor_alias where creditor = ? and ended_at is null and by_merge is null order by id")
                .param(creditor)
                .query((rs, n) -> new Merged(
                        rs.getLong("id"),
                        new AccountOf(creditor, rs.getString("source"), rs.getString("debtor")),
                        new AccountOf(creditor, rs.getString("into_source"), rs.getString("into_debtor")),
                        rs.getString("owner")))
                .list();
    }

    /**
     * Merges an account into another one of the same creditor; two people at once, one after the other.
     *
     * @return the merge's number
     * @throws Refused when the account is merged already, or the other one into it
     */
    public long merge(AccountOf given, AccountOf into, String user, String reason) {
        if (!given.creditor().equals(into.creditor()) || given.equals(into)) {
            throw new Refused("two different accounts of one creditor are merged");
        }
        return database.inTransaction(() -> {
            CreditorLock.take(database, given.creditor());
            refuseMerged(given);
            refuseMerged(into);
            long id = insert(given, into, user, reason);
            database.sql()
                    .sql(
                            "insert into debtor_alias (creditor, source, debtor, into_source, into_debtor, by_merge, owner,"
                                    + " reason, since) select creditor, source, debtor, cast(? as varchar), cast(? as varchar),"
                                    + " cast(? as bigint), owner, reason, cast(? as timestamp with time zone) from debtor_alias"
                                    + " where creditor = ? and into_source = ? and into_debtor = ? and ended_at is null")
                    .params(
                            into.source(),
                            into.debtor(),
                            id,
                            Database.at(clock.instant()),
                            given.creditor(),
                            given.source(),
                            given.debtor())
                    .update();
            int held = holds.takeOver(id, given);
            Map<String, Object> details = Map.of("merge", id, "into", into.debtor(), "holds", held, "reason", reason);
            journal.append(given.creditor(), "debtor-merged", given.subject(), user, details);
            journal.append(given.creditor(), "debtor-merged", into.subject(), user, details);
            return id;
        });
    }

    /** Undoes a merge, and ends the holds that it took over; false when it is not in force. */
    public boolean unmerge(long id, String user, String reason) {
        return database.inTransaction(() -> {
            List<Merged> undone = database
                    .sql()
                    .sql(
                            "select creditor from debtor_alias where id = ? and by_merge is null and ended_at is null for update")
                    .param(id)
                    .query(String.class)
                    .list()
                    .stream()
                    .flatMap(creditor -> of(creditor).stream())
                    .filter(merged -> merged.id() == id)
                    .toList();
            for (Merged merged : undone) {
                endWhatFollowed(merged);
                holds.endOfMerge(id);
                Map<String, Object> details = Map.of("merge", id, "reason", reason);
                journal.append(
                        merged.given().creditor(),
                        "debtor-unmerged",
                        merged.given().subject(),
                        user,
                        details);
                journal.append(
                        merged.into().creditor(),
                        "debtor-unmerged",
                        merged.into().subject(),
                        user,
                        details);
            }
            return !undone.isEmpty();
        });
    }

    /** The merge, and what later merges of the account that goes on made of it. */
    private void endWhatFollowed(Merged merged) {
        database.sql()
                .sql("update debtor_alias set ended_at = ? where ended_at is null and (id = ? or by_merge >= ?"
                        + " and (debtor = ? and source = ? or exists (select 1 from debtor_alias x where x.by_merge = ?"
                        + " and x.creditor = debtor_alias.creditor and x.source = debtor_alias.source"
                        + " and x.debtor = debtor_alias.debtor)) and creditor = ?)")
                .params(
                        Database.at(clock.instant()),
                        merged.id(),
                        merged.id(),
                        merged.given().debtor(),
                        merged.given().source(),
                        merged.id(),
                        merged.given().creditor())
                .update();
    }

    private void refuseMerged(AccountOf account) {
        boolean merged = database.sql()
                        .sql("select count(*) from debtor_alias where creditor = ? and source = ? and debtor = ?"
                                + " and ended_at is null")
                        .params(account.creditor(), account.source(), account.debtor())
                        .query(Long.class)
                        .single()
                > 0;
        if (merged) {
            throw new Refused("debtor " + account.debtor() + " is merged into another one already");
        }
    }

    private long insert(AccountOf given, AccountOf into, String user, String reason) {
        return Database.insertedId(database.sql()
                .sql(
                        "insert into debtor_alias (creditor, source, debtor, into_source, into_debtor, owner, reason, since)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        given.creditor(),
                        given.source(),
                        given.debtor(),
                        into.source(),
                        into.debtor(),
                        user,
                        reason,
                        Database.at(clock.instant())));
    }
}
