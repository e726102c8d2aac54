package io.sollecito.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.Ageing;
import io.sollecito.ledger.figures.Balance;
import io.sollecito.ledger.figures.MoneyReceived;
import io.sollecito.ledger.figures.ProblemFigures.Finding;
import io.sollecito.ledger.figures.ProblemFigures.Problems;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.payments.WriteOffs;
import io.sollecito.model.AgeBucket;
import io.sollecito.model.TwoPeople;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestsTest {

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_busy_monday_adds_up_in_every_part(Database database) {
        DigestForTests.busyMonday(database);

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());

        Balance euro = digest.mainBalance();
        assertThat(euro.opening()).isEqualByComparingTo("109053.60");
        assertThat(euro.closing()).isEqualByComparingTo("120273.60");
        assertThat(euro.movements().stream().map(Balance.Movement::amount).reduce(euro.opening(), BigDecimal::add))
                .isEqualByComparingTo(euro.closing());
        assertThat(euro.afterCutOff()).isEqualByComparingTo("0");
        Ageing ageing = digest.figures().ageing().get(1);
        assertThat(ageing.total()).isEqualByComparingTo(euro.closing());
        assertThat(ageing.of(AgeBucket.OVER_90).amount()).isEqualByComparingTo("12333.10");
        assertThat(ageing.of(AgeBucket.TO_60).amount()).isEqualByComparingTo("4800.00");
        assertThat(ageing.credits().amount()).isEqualByComparingTo("-430.75");
        MoneyReceived receipts = digest.figures().receipts().get(0);
        assertThat(receipts.received()).isEqualByComparingTo("24889.70");
        assertThat(receipts.in())
                .extracting(MoneyReceived.Line::kind, line -> line.amount().setScale(2))
                .containsExactly(
                        tuple("allocated", new BigDecimal("20000.00")),
                        tuple("to-decide", new BigDecimal("4800.00")),
                        tuple("not-ours", new BigDecimal("12.40")),
                        tuple("unmatched", new BigDecimal("77.30")));
        assertThat(receipts.out()).extracting(MoneyReceived.Line::kind).containsExactly("returned");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_waits_for_a_person_is_counted_and_the_best_candidate_stands_first(Database database) {
        DigestForTests.busyMonday(database);

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());

        assertThat(digest.toDecide()).isEqualTo(5);
        assertThat(digest.figures().payments()).hasSize(2);
        assertThat(digest.figures().payments().get(0).candidates())
                .extracting(c -> c.debtor(), c -> c.documents())
                .containsExactly(
                        tuple("Verdi Meccanica S.p.A.", "2026/1045"), tuple("Bianchi & Figli S.n.c.", "2026/1044"));
        assertThat(digest.problems())
                .extracting(Problems::kind)
                .containsExactly("stale", "quarantine", "statement", "connection", "no-plan", "no-address", "returned");
        assertThat(digest.problems().get(1).first().get(0).where()).isEqualTo("FBL5N_20260309.csv:118");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_message_that_lacks_a_value_is_listed_with_what_is_missing(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", DigestForTests.FRIDAY);
        long item = rows.item(export, "1", "R", "INVOICE", "100.00", "EUR");
        long run = rows.run(DigestForTests.DAY, DigestForTests.MONDAY);
        long reminder = rows.reminder(run, item, "R", "first", "undelivered", "100.00", DigestForTests.MONDAY);
        String missing = "held: debtor R, first-reminder: [[DisputeContact]] is empty";
        rows.dispatch(reminder, "R", "email", "failed", missing, DigestForTests.MONDAY);
        rows.dispatch(reminder, "R", "email", "failed", "550 no such user", DigestForTests.MONDAY);

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());

        assertThat(digest.problems())
                .filteredOn(problem -> problem.kind().equals("message-held"))
                .flatExtracting(Problems::first)
                .extracting(Finding::message)
                .containsExactly("email, " + missing);
        assertThat(new DigestWriter().write(digest).text())
                .contains("Messages held back: something that they must say is missing", "[[DisputeContact]] is empty");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_came_back_by_email_is_shown_and_escaped(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", DigestForTests.FRIDAY);
        long item = rows.item(export, "1", "R", "INVOICE", "100.00", "EUR");
        long reminder = rows.reminder(
                rows.run(DigestForTests.DAY, DigestForTests.MONDAY),
                item,
                "R",
                "first",
                "sent",
                "100.00",
                DigestForTests.MONDAY);
        rows.dispatch(reminder, "R", "email", "sent", null, DigestForTests.MONDAY);
        Clock clock = Clock.fixed(DigestForTests.MONDAY, ZoneId.of("UTC"));
        new SuspendedAddresses(database, new Journal(database, clock), clock)
                .suspend("ACME-IT", "email", "a@rossi.example", "bounced with 5.1.1", 1);
        new SuspendedAddresses(database, new Journal(database, clock), clock)
                .suspend("ACME-IT", "letter", "Rossi\nVia Roma 1", "came back: UNKNOWN", 1);
        mail(database, "<r1>", "reply", 1L, "Re: <script>alert(1)</script>");
        mail(database, "<o1>", "other", null, "=cmd|offer");
        mail(database, "<m1>", "auto-reply", null, "away");

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());
        DigestMail mail = new DigestWriter().write(digest);

        assertThat(digest.problems())
                .filteredOn(problem ->
                        List.of("bounced", "replied", "mail-unassigned").contains(problem.kind()))
                .flatExtracting(problem -> problem.first().stream()
                        .map(finding -> tuple(problem.kind(), finding.toString()))
                        .toList())
                .containsExactly(
                        tuple("bounced", "Finding[where=a@rossi.example, message=bounced with 5.1.1, debtor R]"),
                        tuple(
                                "bounced",
                                "Finding[where=postal address, address:2, message=came back: UNKNOWN, debtor R]"),
                        tuple(
                                "replied",
                                "Finding[where=x@rossi.example, message=Re: <script>alert(1)</script> (debtor R,"
                                        + " reminder 1)]"),
                        tuple("mail-unassigned", "Finding[where=x@rossi.example, message==cmd|offer: why]"));
        assertThat(mail.html()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    private static void mail(Database database, String key, String kind, Long dispatch, String subject) {
        database.sql()
                .sql(
                        "insert into incoming_mail (connection, creditor, mail_key, kind, dispatch_id, sender, subject,"
                                + " reason, taken_at) values ('mailbox-acme', 'ACME-IT', ?, ?, ?, 'x@rossi.example', ?, 'why', ?)")
                .params(key, kind, dispatch, subject, Database.at(DigestForTests.MONDAY))
                .update();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_pending_for_more_than_five_bank_days_is_a_problem(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", DigestForTests.FRIDAY);
        long item = rows.item(export, "1", "R", "INVOICE", "100.00", "EUR");
        rows.allocation(null, item, "40.00", Instant.parse("2026-03-01T23:30:00Z"));
        rows.allocation(null, item, "20.00", Instant.parse("2026-02-27T12:00:00Z"));

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());

        Problems pending = digest.problems().stream()
                .filter(p -> p.kind().equals("pending-long"))
                .findFirst()
                .orElseThrow();
        assertThat(pending.count()).isEqualTo(1);
        assertThat(pending.first().get(0).message()).startsWith("the bank showed 20.00 EUR");
    }

    @Test
    void an_empty_ledger_has_a_digest_too() {
        Database database = LedgerForTests.h2();
        Clock clock = Clock.fixed(DigestForTests.MONDAY_EVENING, ZoneId.of("UTC"));
        Digests digests = new Digests(database, new Connections(database, clock), clock);

        Digest digest = digests.make(DigestForTests.acme(), DigestForTests.DAY);
        digests.close(digest);

        assertThat(digest.first()).isTrue();
        assertThat(digest.mainBalance().closing()).isEqualByComparingTo("0");
        assertThat(digests.make(DigestForTests.acme(), DigestForTests.DAY.plusDays(1))
                        .first())
                .isFalse();
        assertThat(new DigestWriter().write(digest).html()).contains("Receivables in EUR");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void charges_stand_beside_the_receivables_and_in_none_of_their_figures(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", DigestForTests.FRIDAY);
        long item = rows.item(export, "1042", "R", "INVOICE", "1190.00", "EUR");
        long run = rows.run(DigestForTests.DAY, DigestForTests.MONDAY);
        long reminder = rows.reminder(run, item, "R", "formal", "sent", "1190.00", DigestForTests.MONDAY);
        rows.charge(reminder, "interest", "9.93", DigestForTests.MONDAY);
        long waived = rows.charge(reminder, "compensation", "40.00", DigestForTests.MONDAY);
        database.sql()
                .sql("update charge set waived_by = 'anna', waived_at = ? where id = ?")
                .params(Database.at(DigestForTests.MONDAY), waived)
                .update();

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());

        assertThat(digest.mainBalance().closing()).isEqualByComparingTo("1190.00");
        assertThat(digest.figures().ageing().get(0).total()).isEqualByComparingTo("1190.00");
        assertThat(Sections.of(digest, 5))
                .filteredOn(section -> section.title().equals("Charges in EUR"))
                .singleElement()
                .satisfies(section -> assertThat(section.rows())
                        .extracting(row -> row.label() + " " + row.count() + " "
                                + row.amount().setScale(2))
                        .containsExactly(
                                "Charged: compensation 1 40.00",
                                "Charged: interest 1 9.93",
                                "Waived 1 40.00",
                                "Charges to be paid 1 9.93"));
    }

    @Test
    void another_creditors_figures_stay_out() {
        Database database = LedgerForTests.h2();
        DigestForTests.busyMonday(database);
        database.sql().sql("update open_item set creditor = 'OTHER'").update();
        for (String table : List.of("payment", "dispatch", "export", "quarantine", "bank_statement")) {
            database.sql().sql("update " + table + " set creditor = 'OTHER'").update();
        }

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());

        assertThat(digest.toDecide()).isZero();
        assertThat(digest.mainBalance().closing()).isEqualByComparingTo("0");
        assertThat(digest.figures().receipts()).isEmpty();
        assertThat(digest.figures().sent()).isEmpty();
    }

    @Test
    void what_is_stamped_after_the_cut_off_is_said_to_be() {
        Database database = LedgerForTests.h2();
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", DigestForTests.MONDAY_EVENING.plusSeconds(1));
        rows.item(export, "1", "R", "INVOICE", "100.00", "EUR");

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());

        assertThat(digest.mainBalance().closing()).isEqualByComparingTo("0");
        assertThat(digest.problems().get(0).kind()).isEqualTo("after-cut-off");
        assertThat(digest.problems().get(0).first().get(0).where()).isEqualTo("100.00 EUR");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void returns_with_their_fees_refunds_and_write_offs_that_wait_are_told(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", DigestForTests.FRIDAY);
        rows.debtor("R", "Rossi S.r.l.", export);
        long item = rows.item(export, "1042", "R", "INVOICE", "100.00", "EUR");
        long credit = rows.item(export, "9001", "R", "CREDIT_NOTE", "-30.00", "EUR");
        long statement = rows.statement("camt053.xml", DigestForTests.MONDAY, false);
        long paid = rows.payment(statement, "100.00", "returned", "100.00", "Rossi S.r.l.", "1042");
        long back = rows.payment(statement, "-103.00", "returned", "-3.00", "Rossi S.r.l.", "1042");
        long fee = rows.payment(statement, "-4.50", "notOurs", "-4.50", null, "commissione insoluto");
        long refund = rows.payment(statement, "-30.00", "allocated", "0", "Rossi S.r.l.", "rimborso");
        rows.allocation(refund, credit, "-30.00", DigestForTests.MONDAY);
        about(database, back, paid, "3.00");
        about(database, fee, back, "4.50");
        Clock clock = Clock.fixed(DigestForTests.MONDAY, ZoneId.of("UTC"));
        WriteOffs writeOffs = new WriteOffs(database, clock, Map.of());
        writeOffs.ask(item, new BigDecimal("7.00"), "anna", "not worth a letter");
        writeOffs.give(item, new BigDecimal("5.00"), new TwoPeople("anna", "bruno"), "rounding");

        Digest digest = DigestForTests.digest(database, DigestForTests.acme());
        String text = DigestText.write(digest, Sections.of(digest, 5));

        assertThat(digest.toDecide()).isEqualTo(1);
        assertThat(digest.figures().receipts().get(0).out())
                .extracting(
                        MoneyReceived.Line::kind,
                        MoneyReceived.Line::payments,
                        line -> line.amount().setScale(2))
                .containsExactlyInAnyOrder(
                        tuple("returned", 1L, new BigDecimal("-100.00")),
                        tuple("return-fee", 2L, new BigDecimal("-7.50")),
                        tuple("refunded", 1L, new BigDecimal("-30.00")));
        assertThat(text.replaceAll("\\s+", " "))
                .contains("write-off 1 \u00b7 2026/1042 \u00b7 asked by anna: not worth a letter")
                .contains("Rossi S.r.l. 100.00 EUR of 2026-03-09, fee 3.00")
                .contains("Written off by us, not yet in the ERP (1) \u22125.00 EUR");
    }

    private static void about(Database database, long payment, long about, String fee) {
        database.sql()
                .sql("update payment set about_payment = ?, return_fee = ? where id = ?")
                .params(about, new BigDecimal(fee), payment)
                .update();
    }
}
