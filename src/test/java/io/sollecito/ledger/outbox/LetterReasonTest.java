package io.sollecito.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.ledger.outbox.LetterReports.Proof;
import io.sollecito.ledger.outbox.LetterReports.Report;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a print house writes in its own words stays out of the journal, which nothing is ever erased from (law 11). */
class LetterReasonTest {

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_journal_keeps_codes_and_no_texts_of_others(OutboxForTests hub) {
        long refused = letter(hub, "4711");
        long failed = letter(hub, "4712");
        long coded = letter(hub, "4713");

        report(hub, refused, "REJECTED", "Mario Rossi has moved");
        report(hub, failed, "FAILED", "window of Mario Rossi smudged");
        report(hub, coded, "REJECTED", "ADDRESS_ZONE");

        assertThat(hub.reason(refused)).isEqualTo("refused by the print house: Mario Rossi has moved");
        assertThat(hub.state(failed)).isEqualTo("waiting");
        List<String> journal = hub.database
                .sql()
                .sql("select details from journal")
                .query(String.class)
                .list();
        assertThat(journal).noneMatch(details -> details.contains("Rossi"));
        assertThat(journal).anyMatch(details -> details.contains("ADDRESS_ZONE"));
    }

    private static long letter(OutboxForTests hub, String debtor) {
        long item = hub.item(debtor, debtor + "-1", "100.00");
        long letter = hub.dispatch(hub.reminder(debtor, "second", item), "letter", "Via Roma 1");
        hub.exec("update dispatch set state = 'sent', batch_id = 'B1' where id = ?", letter);
        return letter;
    }

    private static void report(OutboxForTests hub, long letter, String state, String reason) {
        LetterSettlement settlement = new LetterSettlement(
                hub.database,
                hub.clock,
                hub.journal,
                Map.of("ACME-IT", OutboxForTests.ACME),
                dispatch -> false,
                (creditor, source, debtor, today) -> {});
        new LetterReports(hub.database, settlement)
                .add(
                        "ACME-IT",
                        "B1",
                        List.of(new Report(letter, "e" + letter, state, reason, hub.clock.instant(), Proof.NONE)));
    }
}
