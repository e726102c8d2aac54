package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;

/** What follows when a message that counted as failed is proved to have reached its recipient. */
final class LeftAfterAll {

    private final Database database;
    private final Alarms alarms;

    LeftAfterAll(Database database, Alarms alarms) {
        this.database = database;
        this.alarms = alarms;
    }

    /**
     * Its steps are done; one that was planned again meanwhile may reach the debtor twice, which raises an alarm.
     *
     * @param what happened, for people
     */
    void guardAgain(Claim claim, String what) {
        database.sql()
                .sql("update reminder_item set guard = true where reminder_id = ? and advances and guard is null"
                        + " and not exists (select 1 from reminder_item other where other.item_id = reminder_item.item_id"
                        + " and other.step = reminder_item.step and other.repeat_no = reminder_item.repeat_no"
                        + " and other.guard = true)")
                .param(claim.reminderId())
                .update();
        long twice = database.sql()
                .sql("select count(*) from reminder_item where reminder_id = ? and advances and guard is null")
                .param(claim.reminderId())
                .query(Long.class)
                .single();
        if (twice > 0) {
            alarms.raise(
                    claim.creditor(),
                    "left-after-all",
                    "dispatch:" + claim.dispatchId(),
                    what + "; its step was planned again meanwhile");
        }
    }
}
