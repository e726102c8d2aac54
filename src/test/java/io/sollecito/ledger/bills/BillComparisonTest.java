package io.sollecito.ledger.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.LettersForTests;
import io.sollecito.ledger.bills.BillDifference.Kind;
import io.sollecito.ledger.bills.ComparedBill.BatchCount;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters produced, acknowledged, posted and billed are the same letters, or it is said which are not. */
class BillComparisonTest {

    private static final String BATCH = "ACME-IT-20260302-O1";
    private static final Instant IN_MARCH = Instant.parse("2026-03-03T06:00:00Z");
    private static final Clock APRIL = Clock.fixed(Instant.parse("2026-04-02T08:00:00Z"), ZoneOffset.UTC);

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void letters_produced_acknowledged_posted_and_billed_are_the_same_letters(Database database) {
        LettersForTests letters = letters(database);
        long one = posted(letters);
        long two = posted(letters);
        letters.batch("ACME-IT", "ACME-IT-20260302-O2");
        letters.letter("ACME-IT", "ACME-IT-20260302-O2");

        ComparedBill compared = compared(database, APRIL, bill("117", line(2, one), line(3, two)));

        assertThat(compared.batches()).containsExactly(new BatchCount(BATCH, 2, 2, 2, 2));
        assertThat(compared.inAll()).isEqualTo(new BatchCount(null, 2, 2, 2, 2));
        assertThat(compared.differences()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_never_was_with_the_post_is_not_to_be_billed(Database database) {
        LettersForTests letters = letters(database);
        long accepted = letters.letter("ACME-IT", BATCH);
        letters.told(accepted, BATCH, "ACKED", IN_MARCH);
        long printed = letters.letter("ACME-IT", BATCH);
        letters.told(printed, BATCH, "PRINTED", IN_MARCH);
        letters.told(printed, BATCH, "CANCELLED", IN_MARCH);
        long recalled = letters.letter("ACME-IT", BATCH);
        letters.told(recalled, BATCH, "CANCELLED", IN_MARCH);
        long refused = letters.letter("ACME-IT", BATCH);
        letters.told(refused, BATCH, "REJECTED", IN_MARCH);

        ComparedBill compared = compared(
                database, APRIL, bill("117", line(2, accepted), line(3, printed), line(4, recalled), line(5, refused)));

        assertThat(found(compared)).containsExactly("not-posted 2", "not-posted 3", "recalled 4", "refused 5");
        assertThat(compared.batches()).containsExactly(new BatchCount(BATCH, 4, 2, 0, 4));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_recall_that_came_too_late_is_billed_rightly(Database database) {
        LettersForTests letters = letters(database);
        long letter = posted(letters);
        letters.told(letter, BATCH, "CANCELLED", IN_MARCH);

        assertThat(compared(database, APRIL, bill("117", line(2, letter))).differences())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_was_refused_and_packed_again_counts_once_and_in_its_last_batch(Database database) {
        LettersForTests letters = letters(database);
        letters.batch("ACME-IT", "ACME-IT-20260303-O1");
        letters.batch("ACME-IT", "ACME-IT-20260304-O1", "ORDINARY", "failed");
        long letter = letters.letter("ACME-IT", BATCH);
        letters.told(letter, BATCH, "REJECTED", IN_MARCH);
        letters.packed(letter, "ACME-IT-20260304-O1", 1, null);
        letters.packed(letter, "ACME-IT-20260303-O1", 1, null);
        letters.posted(letter, "ACME-IT-20260303-O1", IN_MARCH);

        ComparedBill compared = compared(database, APRIL, bill("117", line(2, letter)));

        assertThat(compared.differences()).isEmpty();
        assertThat(compared.batches()).containsExactly(new BatchCount("ACME-IT-20260303-O1", 1, 1, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_is_billed_once_on_all_bills(Database database) {
        LettersForTests letters = letters(database);
        long one = posted(letters);
        long two = posted(letters);
        compared(database, APRIL, bill("116", line(2, one)));

        ComparedBill compared = compared(database, APRIL, bill("117", line(2, two), line(3, one), line(4, two)));

        assertThat(compared.differences())
                .extracting(difference -> difference.kind() + " " + difference.line() + " " + difference.known())
                .containsExactly("BILLED_TWICE 3 bill 116, line 2", "BILLED_TWICE 4 bill 117, line 2");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void letters_that_nobody_handed_over_are_unknown(Database database) {
        LettersForTests letters = letters(database);
        letters.batch("ACME-IT", "ACME-IT-20260303-O1", "ORDINARY", "failed");
        long neverLeft = letters.letter("ACME-IT", "ACME-IT-20260303-O1");
        letters.batch("LUMIERE-FR", "LUMIERE-FR-20260302-O1");
        long anothers = letters.letter("LUMIERE-FR", "LUMIERE-FR-20260302-O1");
        letters.posted(anothers, "LUMIERE-FR-20260302-O1", IN_MARCH);

        ComparedBill compared = compared(
                database,
                APRIL,
                bill(
                        "117",
                        line(2, neverLeft),
                        line(3, anothers),
                        line(4, 99_999),
                        named(5, "LUMIERE-FR-" + anothers)));

        assertThat(found(compared))
                .containsExactly("unknown-letter 2", "unknown-letter 3", "unknown-letter 4", "unknown-letter 5");
        assertThat(compared.batches()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_was_posted_in_the_period_is_billed_once_the_period_has_ended(Database database) {
        LettersForTests letters = letters(database);
        long billed = posted(letters);
        long forgotten = posted(letters);
        letters.posted(letters.letter("ACME-IT", BATCH), BATCH, Instant.parse("2026-03-31T22:00:00Z")); // April in Rome
        letters.posted(letters.letter("ACME-IT", BATCH), BATCH, Instant.parse("2026-02-28T22:59:59Z"));

        Bill march = bill("117", line(2, billed));
        ComparedBill early =
                compared(database, Clock.fixed(Instant.parse("2026-03-31T20:00:00Z"), ZoneOffset.UTC), march);
        ComparedBill compared = compared(database, APRIL, march);

        assertThat(early.differences()).isEmpty();
        assertThat(compared.differences())
                .containsExactly(new BillDifference(Kind.NOT_BILLED, null, null, forgotten, BATCH, null, "2026-03-03"));
        assertThat(compared.batches()).containsExactly(new BatchCount(BATCH, 4, 4, 4, 1));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void product_sheets_postage_and_batch_are_those_that_were_agreed(Database database) {
        LettersForTests letters = letters(database);
        List<Bill.Line> asked = new ArrayList<>();
        for (int line = 2; line < 6; line++) {
            long id = letters.letter("ACME-IT", BATCH, 2, "1.30");
            letters.posted(id, BATCH, IN_MARCH);
            asked.add(line(line, id));
        }
        asked.set(0, said(asked.get(0), BATCH, "ORDINARY", 1, "1.3"));
        asked.set(1, said(asked.get(1), "ACME-IT-20260302-O2", "REGISTERED_AR", 3, "1.31"));
        asked.set(2, said(asked.get(2), null, null, 2, "1.29"));

        ComparedBill compared = compared(database, APRIL, bill("117", asked.toArray(Bill.Line[]::new)));

        assertThat(compared.differences())
                .extracting(difference -> difference.kind().code() + " " + difference.line() + ": "
                        + difference.billed() + ", " + difference.known())
                .containsExactly(
                        "other-product 3: REGISTERED_AR, ORDINARY",
                        "more-sheets 3: 3, 2",
                        "other-postage 3: 1.31 EUR, 1.30 EUR",
                        "other-batch 3: ACME-IT-20260302-O2, " + BATCH,
                        "other-postage 4: 1.29 EUR, 1.30 EUR");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_postage_in_another_currency_is_another(Database database) {
        LettersForTests letters = letters(database);
        long id = letters.letter("ACME-IT", BATCH, 1, "1.30");
        letters.posted(id, BATCH, IN_MARCH);
        Bill inFrancs = new Bill(
                "ACME-IT",
                "117",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                "CHF",
                null,
                "bill.csv",
                List.of(said(line(2, id), null, null, null, "1.30")));

        assertThat(compared(database, APRIL, inFrancs).differences())
                .extracting(BillDifference::billed, BillDifference::known)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("1.30 CHF", "1.30 EUR"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_rows_add_up_to_the_total(Database database) {
        LettersForTests letters = letters(database);
        long one = posted(letters);
        long two = posted(letters);
        Bill.Line withPostage = said(line(3, two), null, null, null, "1.30");

        assertThat(compared(database, APRIL, stating("3.70", bill("117", line(2, one))))
                        .differences())
                .containsExactly(
                        new BillDifference(Kind.NOT_BILLED, null, null, two, BATCH, null, "2026-03-03"),
                        new BillDifference(Kind.OTHER_TOTAL, null, null, null, null, "3.70", "1.80"));
        assertThat(compared(database, APRIL, stating("3.1", bill("118", withPostage)))
                        .differences())
                .isEmpty();
    }

    private static LettersForTests letters(Database database) {
        LettersForTests letters = new LettersForTests(database);
        letters.batch("ACME-IT", BATCH);
        return letters;
    }

    private static long posted(LettersForTests letters) {
        long id = letters.letter("ACME-IT", BATCH);
        letters.posted(id, BATCH, IN_MARCH);
        return id;
    }

    private static List<String> found(ComparedBill compared) {
        return compared.differences().stream()
                .map(difference -> difference.kind().code() + " " + difference.line())
                .toList();
    }

    private static ComparedBill compared(Database database, Clock clock, Bill bill) {
        Bills bills = new Bills(database, new Journal(database, clock), clock);
        bills.take(bill, "run");
        return new BillComparison(database, clock)
                .of(CreditorsForTests.ACME, bills.find("ACME-IT", bill.number()).orElseThrow());
    }

    static Bill bill(String number, Bill.Line... lines) {
        return new Bill(
                "ACME-IT",
                number,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                "EUR",
                null,
                "bill.csv",
                List.of(lines));
    }

    private static Bill stating(String total, Bill bill) {
        return new Bill(
                bill.creditor(),
                bill.number(),
                bill.from(),
                bill.until(),
                bill.currency(),
                new BigDecimal(total),
                bill.fileName(),
                bill.lines());
    }

    static Bill.Line line(long line, long dispatch) {
        return new Bill.Line(line, "ACME-IT-" + dispatch, dispatch, null, null, null, null, new BigDecimal("1.80"));
    }

    private static Bill.Line named(long line, String letterId) {
        return new Bill.Line(line, letterId, null, null, null, null, null, BigDecimal.ONE);
    }

    private static Bill.Line said(Bill.Line line, String batch, String product, Integer sheets, String postage) {
        return new Bill.Line(
                line.line(),
                line.letterId(),
                line.dispatchId(),
                batch,
                product,
                sheets,
                new BigDecimal(postage),
                line.price());
    }
}
