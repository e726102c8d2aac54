package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.model.LetterProgress;
import io.sollecito.model.LetterProgress.Report;
import io.sollecito.model.LetterVerdict;
import io.sollecito.model.Recipients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterStatesTest {

    private static final String BATCH = "ACME-IT-20260302-O1";

    static Stream<PrintForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(OutboxForTests::new)
                .map(PrintForTests::new);
    }

    @Provide
    static Arbitrary<List<Report>> reports() {
        Arbitrary<String> states = Arbitraries.of(LetterProgress.REPORTED);
        Arbitrary<String> reasons =
                Arbitraries.of("", "UNKNOWN", "MOVED", "REFUSED", "DECEASED", "ADDRESS", "CHECKSUM", "DUPLICATE");
        Arbitrary<String> batches = Arbitraries.of(BATCH, "ACME-IT-20260302-O2");
        return Combinators.combine(batches, states, reasons)
                .as(Report::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void reports_that_come_again_or_shuffled_make_the_same_state(
            @ForAll("reports") List<Report> reports, @ForAll long seed) {
        List<Report> again = new ArrayList<>(reports);
        again.addAll(reports);
        Collections.shuffle(again, new Random(seed));
        assertThat(LetterProgress.of(BATCH, again)).isEqualTo(LetterProgress.of(BATCH, reports));
    }

    @Property(tries = 25)
    void status_files_replayed_or_shuffled_give_the_same_final_state(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        List<String> states = new ArrayList<>(LetterProgress.REPORTED);
        states.remove("RECALL_REQUESTED");
        Collections.sort(states);
        for (int n = 0; n < 8; n++) {
            String reason = List.of("", "UNKNOWN", "REFUSED", "ADDRESS", "FONT").get(random.nextInt(5));
            rows.add("e%d;ACME-IT-1;%s;;%s;2026-03-02T17:%02d:00Z"
                    .formatted(n, states.get(random.nextInt(states.size())), reason, n));
        }
        String inOrder = endOf(rows, random, false);
        for (int turn = 0; turn < 2; turn++) {
            assertThat(endOf(rows, random, true)).as("seed %d: %s", seed, rows).isEqualTo(inOrder);
        }
    }

    /** Row by row, or in shuffled files with repetitions; what became of the letter and its reminder. */
    private static String endOf(List<String> rows, Random random, boolean shuffled) throws Exception {
        PrintForTests print = new PrintForTests(new OutboxForTests(LedgerForTests.h2()));
        print.letter("1");
        print.sent(BATCH);
        List<String> order = new ArrayList<>(rows);
        if (shuffled) {
            order.addAll(rows);
            Collections.shuffle(order, random);
        }
        while (!order.isEmpty()) {
            List<String> file = order.subList(0, shuffled ? Math.min(order.size(), 1 + random.nextInt(3)) : 1);
            print.status(BATCH, file.toArray(String[]::new));
            file.clear();
        }
        return print.hub.state(1) + " " + print.hub.reminderState(1) + " " + print.hub.guards(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_rejected_batch_leaves_its_letters_waiting_and_none_is_lost(PrintForTests print) throws Exception {
        print.letter("1");
        print.letter("2");
        print.sent(BATCH);
        print.acknowledged(BATCH, "{\"result\":\"REJECTED\",\"code\":\"COUNT\"}");
        assertThat(print.batches.state(BATCH)).contains("rejected");
        for (long letter : List.of(1L, 2L)) {
            assertThat(print.hub.state(letter)).isEqualTo("waiting");
            assertThat(print.hub.reason(letter)).isEqualTo("refused by the print house: COUNT");
            assertThat(print.hub.guards(letter)).isEqualTo(1);
        }
        assertThat(print.batches.refusedIn(List.of(1L, 2L)))
                .containsEntry(1L, BATCH)
                .containsEntry(2L, BATCH);
        assertThat(alarms(print)).containsExactly("letters-refused");

        print.sent("ACME-IT-20260302-O2");
        assertThat(print.acknowledged(BATCH, "{\"result\":\"REJECTED\",\"code\":\"COUNT\"}"))
                .isZero();
        assertThat(print.hub.state(1)).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_whose_package_is_refused_again_and_again_goes_the_next_way(PrintForTests print) throws Exception {
        print.hub.hasFallback = false;
        print.letter("1");
        for (int batch = 1; batch <= 3; batch++) {
            print.sent("ACME-IT-20260302-O" + batch);
            print.acknowledged("ACME-IT-20260302-O" + batch, "{\"result\":\"REJECTED\",\"code\":\"CHECKSUM\"}");
        }
        assertThat(print.hub.state(1)).isEqualTo("failed");
        assertThat(print.hub.fellBack).containsExactly(1L);
        assertThat(print.hub.reminderState(1)).isEqualTo("undelivered");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_the_print_house_has_already_counts_as_sent(PrintForTests print) throws Exception {
        print.letter("1");
        print.sent(BATCH);
        print.acknowledged(
                BATCH, "{\"result\":\"PARTIAL\",\"rejects\":[{\"letterId\":\"ACME-IT-1\",\"code\":\"DUPLICATE\"}]}");
        assertThat(print.hub.state(1)).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void mail_that_comes_back_suspends_the_address_and_the_next_channel_is_used(PrintForTests print) throws Exception {
        OutboxForTests hub = print.hub;
        print.letter("1");
        print.sent(BATCH);
        long next = hub.dispatch(
                hub.reminder("1", "third", hub.item("1", "1-2", "50.00")), "letter", "Debtor 1\nVia Roma 1");
        print.status(BATCH, "e1;ACME-IT-1;RETURNED;;UNKNOWN;2026-03-20T08:00:00Z");
        assertThat(hub.state(1)).isEqualTo("failed");
        assertThat(hub.reason(1)).isEqualTo("came back: UNKNOWN");
        assertThat(hub.state(next)).isEqualTo("failed");
        assertThat(hub.fellBack).containsExactly(1L, next);
        assertThat(hub.single(
                        String.class,
                        "select channel || ' ' || address || ' ' || reason from suspended_address"
                                + " where lifted_at is null"))
                .isEqualTo("letter " + Recipients.key("letter", "Debtor 1\nVia Roma 1") + " came back: UNKNOWN")
                .doesNotContain("Via");

        print.status(BATCH, "e1;ACME-IT-1;RETURNED;;UNKNOWN;2026-03-20T08:00:00Z");
        assertThat(hub.fellBack).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_was_refused_at_the_door_has_arrived(PrintForTests print) throws Exception {
        print.letter("1");
        print.sent(BATCH);
        print.status(BATCH, "e1;ACME-IT-1;RETURNED;;REFUSED;2026-03-20T08:00:00Z");
        assertThat(print.hub.state(1)).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nobody_reminds_a_debtor_whose_letter_came_back_because_he_died(PrintForTests print) throws Exception {
        print.letter("1");
        print.sent(BATCH);
        String row = "e1;ACME-IT-1;RETURNED;;DECEASED;2026-03-20T08:00:00Z";
        print.status(BATCH, row);
        print.status(BATCH, row);
        assertThat(print.hub.state(1)).isEqualTo("failed");
        assertThat(print.hub.fellBack).isEmpty();
        assertThat(print.hub.single(String.class, "select kind from hold where debtor = '1'"))
                .isEqualTo("deceased");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_was_printed_after_it_was_cancelled_is_sent_and_guards_its_step_again(PrintForTests print)
            throws Exception {
        print.letter("1");
        print.sent(BATCH);
        print.status(BATCH, "e1;ACME-IT-1;CANCELLED;;;2026-03-02T17:00:00Z");
        assertThat(print.hub.guards(1)).isZero();
        print.status(BATCH, "e2;ACME-IT-1;PRINTED;;;2026-03-02T16:00:00Z");
        assertThat(print.hub.state(1)).isEqualTo("sent");
        assertThat(print.hub.guards(1)).isEqualTo(1);
        assertThat(alarms(print)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_letter_that_left_after_its_step_was_planned_again_is_an_alarm(PrintForTests print) throws Exception {
        print.letter("1");
        print.sent(BATCH);
        print.status(BATCH, "e1;ACME-IT-1;CANCELLED;;;2026-03-02T17:00:00Z");
        print.hub.reminder("1", "second", 1);
        print.status(BATCH, "e2;ACME-IT-1;PRINTED;;;2026-03-02T16:00:00Z");
        assertThat(print.hub.state(1)).isEqualTo("sent");
        assertThat(alarms(print)).containsExactly("left-after-all");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void counts_that_differ_and_an_acknowledgement_that_changes_its_mind_are_alarms(PrintForTests print)
            throws Exception {
        print.letter("1");
        print.sent(BATCH);
        print.acknowledged(BATCH, "{\"result\":\"ACCEPTED\",\"letterCount\":2,\"pageCount\":1}");
        assertThat(alarms(print)).containsExactly("counted-differently");
        print.acknowledged(BATCH, "{\"result\":\"REJECTED\",\"code\":\"CHECKSUM\"}");
        print.acknowledged(BATCH, "{\"result\":\"ACCEPTED\"}");
        assertThat(alarms(print)).contains("acknowledged-after-all");
        assertThat(print.hub.state(1)).isEqualTo("waiting");
    }

    @Property(tries = 200)
    void a_printed_letter_is_never_packed_again(@ForAll("reports") List<Report> reports) {
        List<Report> printed = new ArrayList<>(reports);
        printed.add(new Report("ACME-IT-20260227-O1", "PRINTED", ""));
        assertThat(LetterVerdict.of(LetterProgress.of(BATCH, printed)))
                .isNotIn(LetterVerdict.REPACK, LetterVerdict.CANCELLED);
    }

    private static List<String> alarms(PrintForTests print) {
        return print.hub
                .database
                .sql()
                .sql("select kind from alarm order by id")
                .query(String.class)
                .list();
    }
}
