package io.sollecito;

import io.sollecito.delivery.print.PrintHouseAnswers;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.LetterReports;
import io.sollecito.ledger.outbox.LetterSettlement;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.ledger.reminders.DeceasedDebtors;
import io.sollecito.ledger.reminders.Holds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What takes a print house's answers, on the ledger of a test. */
public final class PrintForTests {

    public static final String STATUS_HEAD = "eventId;letterId;state;providerCode;reason;eventTime\n";

    public final OutboxForTests hub;
    public final LetterBatches batches;
    public final Alarms alarms;
    public final PrintHouseAnswers answers;

    public PrintForTests(OutboxForTests hub) {
        this.hub = hub;
        this.batches = new LetterBatches(hub.database, hub.clock, hub.journal);
        this.alarms = new Alarms(hub.database, hub.clock, hub.journal);
        LetterReports reports = new LetterReports(
                hub.database,
                new LetterSettlement(
                        hub.database,
                        hub.clock,
                        hub.journal,
                        Map.of("ACME-IT", OutboxForTests.ACME),
                        hub::fallBack,
                        new DeceasedDebtors(new Holds(hub.database, hub.journal, hub.clock))));
        this.answers = new PrintHouseAnswers(batches, reports, alarms, hub.clock);
    }

    /** A letter to that debtor, due now; returns its dispatch. */
    public long letter(String debtor) {
        long item = hub.item(debtor, debtor + "-1", "100.00");
        return hub.dispatch(hub.reminder(debtor, "second", item), "letter", "Debtor " + debtor + "\nVia Roma 1");
    }

    /** Packs everything that is due, up to the moment before its trigger is uploaded. */
    public List<Claim> built(String batchId) {
        List<Claim> claims = hub.outbox(SendPolicy.PRINT).claim("test", "ACME-IT", java.util.Set.of("letter"), 100);
        batches.built(
                new LetterBatches.Batch(
                        batchId,
                        "ACME-IT",
                        "ORDINARY",
                        claims.size(),
                        claims.size(),
                        "00",
                        hub.clock.instant().plusSeconds(1800),
                        null),
                packed(claims));
        return claims;
    }

    /** Letters of one sheet each. */
    public static List<LetterBatches.Packed> packed(List<Claim> claims) {
        return claims.stream()
                .map(claim -> new LetterBatches.Packed(claim, 1, null, null))
                .toList();
    }

    /** Packs everything that is due and hands it over. */
    public void sent(String batchId) {
        hub.outbox.sending(built(batchId)).forEach(claim -> hub.outbox.sent(claim, "ACME-IT-" + claim.dispatchId()));
        batches.move("ACME-IT", batchId, "sent", null);
    }

    /** Takes status rows such as {@code e1;ACME-IT-1;PRINTED;;;2026-03-02T17:00:00Z}; returns how many were new. */
    public int status(String batchId, String... rows) throws Exception {
        String csv = STATUS_HEAD + String.join("\n", rows) + "\n";
        return answers.status("ACME-IT", batchId + ".status.1.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes an acknowledgement; returns how many letters it told news of. */
    public int acknowledged(String batchId, String json) throws Exception {
        return answers.acknowledgement("ACME-IT", batchId + ".ack.json", json.getBytes(StandardCharsets.UTF_8));
    }
}
