package io.sollecito.intake;

import static io.sollecito.intake.Desk.broken;
import static io.sollecito.intake.Desk.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.laws.LawChecks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LawChecksTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_ledger_that_keeps_the_laws_has_no_violations(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "10"), broken("C"));
        desk.allocate(5, "A", "1000");
        desk.snapshot(6, invoice("B", "20"));
        desk.journal.seal();

        assertThat(violations(desk)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void each_broken_law_is_named(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), broken("C"));
        desk.allocate(5, "A", "400");
        desk.journal.seal();
        remindTwiceAndAfterPayment(desk);

        execute(desk, "update export set records_read = records_read + 1");
        execute(desk, "delete from quarantine");
        execute(desk, "update payment set unallocated = 1");
        execute(desk, "update open_item set settled_cause = 'unknown'");
        execute(desk, "update journal set details = '{}'");

        assertThat(violations(desk))
                .extracting(violation -> violation.replaceAll(":.*", ""))
                .containsExactlyInAnyOrder("law 1", "law 2", "law 2", "law 4", "law 5", "law 6", "law 11");
    }

    private static void remindTwiceAndAfterPayment(Desk desk) {
        for (int id = 901; id <= 902; id++) {
            execute(
                    desk,
                    "insert into reminder (id, creditor, source, debtor, plan, step, template, language, currency, total, reference,"
                            + " channels, attachments, state, created_at) values (" + id
                            + ", 'ACME-IT', 'sap', 'D1', 'standard',"
                            + " 'first', 'first', 'it', 'EUR', 400, 'RF" + id + "', '[]', '[]', 'sent',"
                            + " timestamp with time zone '2026-01-05 07:00:00+00')");
            execute(
                    desk,
                    "insert into reminder_item (reminder_id, item_id, role, advances, step, amount, guard) values ("
                            + id
                            + ", " + desk.find("A").id() + ", 'overdue', true, 'first', " + (id == 901 ? 400 : 1000)
                            + ", null)");
        }
        execute(
                desk,
                "insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at, created_at, state_at)"
                        + " values (901, 'ACME-IT', 'sap', 'D1', 'email', 'x', 'sent', timestamp with time zone '2026-01-05 07:00:00+00',"
                        + " timestamp with time zone '2026-01-05 07:00:00+00', timestamp with time zone '2026-01-05 08:00:00+00')");
    }

    private static java.util.List<String> violations(Desk desk) {
        return new LawChecks(desk.database, desk.journal).violations();
    }

    private static void execute(Desk desk, String statement) {
        desk.database.sql().sql(statement).update();
    }
}
