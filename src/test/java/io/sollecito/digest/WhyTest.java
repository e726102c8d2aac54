package io.sollecito.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.stories.Found;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhyTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_items_story_runs_from_its_line_in_the_file_to_its_payment(Database database) {
        rossi(database);
        Why why = why(database);

        assertThat(why.text(why.tell("2026/1042"))).isEqualTo("""
                        item:1  2026/1042, instalment 1, Rossi S.r.l., ACME-IT
                        2026-02-20 07:30  Line 2 of FBL5N_1.csv (erp-acme) made invoice 2026/1042, instalment 1, of Rossi S.r.l.: 1,190.00 EUR, due 2026-02-14.
                        2026-02-20 08:00  The run of 2026-02-20 decided to remind at step first-reminder of plan standard: 3 days after due.
                        2026-02-20 08:00  Reminder 1, step first-reminder of plan standard, reference RF185390075470341, over 1,190.00 EUR, listed as overdue; it is now sent.
                        2026-02-20 08:30  Sent by e-mail, dispatch 1 of reminder 1.
                        2026-02-23 00:00  Held from 2026-02-23, until 2026-03-09, by Anna Bianchi (promise): pays on Friday.
                        2026-03-09 06:30  1,190.00 EUR allocated to 2026/1042 as principal from payment 1 of 2026-03-09 by Rossi S.r.l. (run): number in the remittance; the amounts add up.
                        2026-03-09 07:00  Journal: item settled by run, cause payment.
                        2026-03-10 06:30  Settled by line 7 of FBL5N_2.csv: open 1,190.00 EUR, then 0.00 EUR; cause: payment.
                        2026-03-10 06:30  The ERP accounts for it: the allocation of 1,190.00 EUR to 2026/1042 is confirmed.
                        """);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void everything_can_be_asked_for_by_the_name_that_people_use(Database database) {
        rossi(database);
        Why why = why(database);

        Map.of(
                        "1042", "item:1",
                        "1000/1042", "item:1",
                        "item:1", "item:1",
                        "11", "debtor:ACME-IT/sap/0000000011",
                        "BANK-1", "payment:1",
                        "payment:1", "payment:1",
                        "FBL5N_2.csv", "export:2",
                        "rf18 5390 0754 7034 1", "reminder:1",
                        "letter:1", "dispatch:1",
                        "d0@acme.example", "dispatch:1")
                .forEach((reference, subject) -> {
                    Why.Answer answer = why.tell(reference);
                    assertThat(answer.matches())
                            .as(reference)
                            .extracting(Found::subject)
                            .containsExactly(subject);
                    assertThat(answer.lines()).as(reference).isNotEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_reference_with_several_meanings_lists_them(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", Instant.parse("2026-02-20T06:30:00Z"));
        rows.item(export, "77", "77", "INVOICE", "10.00", "EUR");
        rows.debtor("77", "Verdi", export);
        Why why = why(database);

        Why.Answer answer = why.tell("77");

        assertThat(answer.matches()).extracting(Found::subject).containsExactly("item:1", "debtor:ACME-IT/sap/77");
        assertThat(answer.lines()).isEmpty();
        assertThat(why.text(answer)).contains("'77' means several things", "item:1 ");
    }

    @Test
    void an_unknown_reference_is_said_to_be_unknown() {
        Database database = LedgerForTests.h2();
        Why why = why(database);

        assertThat(why.text(why.tell("nothing"))).isEqualTo("Nothing in the ledger is called 'nothing'.\n");
        assertThat(Why.json(why.tell("9' or '1'='1")))
                .isEqualTo("{\"kind\":\"story\",\"reference\":\"9' or '1'='1\",\"matches\":[],\"lines\":[]}");
    }

    @Test
    void foreign_text_stays_on_its_line() {
        Database database = LedgerForTests.h2();
        LedgerRows rows = new LedgerRows(database);
        long statement = rows.statement("s.xml", Instant.parse("2026-03-09T05:30:00Z"), false);
        rows.payment(statement, "5.00", "unmatched", "5.00", "Evil\n2026-01-01 00:00  Paid in full", "x\u001b[2J");
        Why why = why(database);

        assertThat(why.tell("payment:1").lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.text()).doesNotContain("\n", "\u001b"));
    }

    private static Why why(Database database) {
        return new Why(database, new Journal(database, Clock.systemUTC()), ROME);
    }

    private static void rossi(Database database) {
        LedgerRows rows = new LedgerRows(database);
        Instant first = Instant.parse("2026-02-20T06:30:00Z");
        long one = rows.export("FBL5N_1.csv", "applied", first);
        rows.debtor("0000000011", "Rossi S.r.l.", one);
        long item = rows.item(one, "1042", "0000000011", "INVOICE", "1190.00", "EUR");
        long run = rows.run(LocalDate.of(2026, 2, 20), first.plusSeconds(1800));
        rows.decision(run, item, "remind", "first-reminder", "3 days after due");
        long reminder =
                rows.reminder(run, item, "0000000011", "first-reminder", "sent", "1190.00", first.plusSeconds(1800));
        rows.dispatch(reminder, "0000000011", "email", "sent", null, first.plusSeconds(3600));
        rows.hold("0000000011", item, "promise", "pays on Friday", "Anna Bianchi", LocalDate.of(2026, 2, 23));
        Instant monday = Instant.parse("2026-03-09T05:30:00Z");
        long payment = rows.payment(
                rows.statement("camt.xml", monday, false), "1190.00", "allocated", "0", "Rossi S.r.l.", "1042");
        long allocation = rows.allocation(payment, item, "1190.00", monday);
        new Journal(database, Clock.fixed(monday.plusSeconds(1800), ROME))
                .append("ACME-IT", "item-settled", "item:" + item, "run", Map.of("cause", "payment"));
        Instant tuesday = Instant.parse("2026-03-10T05:30:00Z");
        long two = rows.export("FBL5N_2.csv", "applied", tuesday);
        rows.change(item, two, tuesday, "settled", "0", "payment");
        rows.allocationState(allocation, "confirmed", two, tuesday);
    }
}
