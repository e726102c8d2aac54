package io.sollecito.intake;

import static io.sollecito.intake.Desk.broken;
import static io.sollecito.intake.Desk.credit;
import static io.sollecito.intake.Desk.day;
import static io.sollecito.intake.Desk.invoice;
import static io.sollecito.intake.Desk.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.DocumentType;
import io.sollecito.model.TwoPeople;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws 3 and 4: everything can come twice, and a snapshot settles only what it proves. */
class SnapshotTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void monday_a_b_tuesday_a_wednesday_a_b_reopens_b(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), invoice("B", "200"));
        desk.snapshot(6, invoice("A", "100"));
        assertThat(desk.find("B").settledCause()).isEqualTo("unknown");
        assertThat(desk.effective("B")).isEqualTo("0");

        Taken wednesday = desk.snapshot(7, invoice("A", "100"), invoice("B", "200"));

        assertThat(wednesday.applied()).isTrue();
        assertThat(desk.find("B").settledCause()).isNull();
        assertThat(desk.effective("B")).isEqualTo("200");
        assertThat(desk.history("B")).containsExactly("settled unknown", "reopened");
        assertThat(desk.history("A")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_unchanged_snapshot_refreshes_freshness(Desk desk) {
        desk.snapshot(5, invoice("A", "100"));
        assertThat(factsAsOf(desk)).isEqualTo(day(5));

        Taken again = desk.snapshot(6, invoice("A", "100"));

        assertThat(again.state()).isEqualTo("unchanged");
        assertThat(factsAsOf(desk)).isEqualTo(day(6));
        assertThat(desk.snapshot(6, invoice("A", "100")).id()).isEqualTo(again.id());
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_export_of_which_every_record_is_quarantined_refreshes_nothing(Desk desk) {
        desk.delta(5, invoice("A", "1000"));

        desk.delta(9, broken(null), broken("B"));
        assertThat(factsAsOf(desk)).isEqualTo(day(5));

        desk.delta(10, broken(null), broken("B"));
        desk.delta(11, broken(null), broken("B"));
        assertThat(factsAsOf(desk)).isEqualTo(day(5));

        desk.delta(12, broken(null), invoice("A", "1000"));
        assertThat(factsAsOf(desk)).isEqualTo(day(12));
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_old_file_late_rolls_nothing_back(Desk desk) {
        desk.snapshot(6, invoice("A", "60"));

        Taken late = desk.snapshot(5, invoice("A", "100"), invoice("B", "200"));

        assertThat(late.state()).isEqualTo("outdated");
        assertThat(desk.effective("A")).isEqualTo("60");
        assertThat(desk.items.find(Desk.ACME, "sap", "B")).isEmpty();
        assertThat(factsAsOf(desk)).isEqualTo(day(6));
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void old_bytes_with_a_newer_as_of_are_applied(Desk desk) {
        desk.snapshot(5, invoice("A", "100"));
        desk.snapshot(6, invoice("A", "60"));

        assertThat(desk.snapshot(7, invoice("A", "100")).applied()).isTrue();
        assertThat(desk.effective("A")).isEqualTo("100");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_quarantined_row_is_not_settled(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), invoice("B", "200"));

        Taken taken = desk.snapshot(6, invoice("A", "100"), broken("B"));

        assertThat(taken.counts().quarantined()).isEqualTo(1);
        assertThat(taken.counts().unchanged()).isEqualTo(1);
        assertThat(desk.effective("B")).isEqualTo("200");
        assertThat(desk.find("B").frozen()).isTrue();
        assertThat(desk.history("B")).containsExactly("frozen");

        desk.snapshot(7, invoice("A", "100"), invoice("B", "200"));
        assertThat(desk.find("B").frozen()).isFalse();
        assertThat(desk.history("B")).containsExactly("frozen", "thawed");
        assertThat(desk.quarantined("export_id = " + taken.id()))
                .extracting(Quarantine.Entry::state)
                .containsExactly("superseded");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_filtered_row_is_not_settled(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), invoice("B", "200"));

        Taken taken = desk.snapshot(6, invoice("A", "100"), new Outcome.Filtered("statistical", "B", 3));

        assertThat(taken.counts().filteredBy()).isEqualTo(Map.of("statistical", 1L));
        assertThat(desk.effective("B")).isEqualTo("200");
        assertThat(desk.find("B").frozen()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_record_without_a_readable_key_settles_nothing_and_freezes_what_it_may_be(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), invoice("B", "200"), invoice("C", "300"));

        Taken taken = desk.snapshot(6, invoice("A", "90"), broken(null));

        assertThat(taken.applied()).isTrue();
        assertThat(taken.reason()).contains("line 7");
        assertThat(desk.effective("A")).isEqualTo("90");
        assertThat(desk.effective("B")).isEqualTo("200");
        assertThat(desk.find("B").frozen()).isTrue();
        assertThat(desk.find("C").frozen()).isTrue();
        assertThat(desk.find("A").frozen()).isFalse();

        desk.snapshot(7, invoice("A", "90"), invoice("C", "300"));
        assertThat(desk.find("B").settledCause()).isEqualTo("unknown");
        assertThat(desk.find("C").frozen()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void records_with_one_key_are_both_quarantined(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), invoice("B", "200"));

        Taken taken = desk.snapshot(6, invoice("A", "1"), invoice("A", "2"), invoice("B", "200"), invoice("C", "5"));

        assertThat(taken.counts().quarantined()).isEqualTo(2);
        assertThat(taken.counts().applied()).isEqualTo(1);
        assertThat(taken.counts().unchanged()).isEqualTo(1);
        assertThat(desk.effective("A")).isEqualTo("100");
        assertThat(desk.find("A").frozen()).isTrue();
        assertThat(desk.waiting()).extracting(Quarantine.Entry::itemKey).containsExactly("A", "A");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_empty_snapshot_is_held_while_items_are_open(Desk desk) {
        assertThat(desk.snapshot(4).applied()).isTrue();
        desk.snapshot(5, invoice("A", "100"));

        Taken empty = desk.snapshot(6);

        assertThat(empty.state()).isEqualTo("held");
        assertThat(desk.effective("A")).isEqualTo("100");
        assertThat(factsAsOf(desk)).isEqualTo(day(5));
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_truncated_snapshot_is_held_until_two_people_release_it(Desk desk) {
        desk.take(Desk.SNAPSHOT, 5, invoices(1, 30));
        List<Outcome> truncated = invoices(1, 15);

        Taken held = desk.take(Desk.SNAPSHOT, 6, truncated);

        assertThat(held.state()).isEqualTo("held");
        assertThat(held.reason()).contains("15 of 30");
        assertThat(held.counts().read()).isEqualTo(15);
        assertThat(held.counts().quarantined()).isEqualTo(15);
        assertThat(desk.exports.find(held.id()).orElseThrow().keptAs()).endsWith("fbl5n.csv");
        assertThat(desk.effective("I30")).isEqualTo("10");
        assertThat(desk.take(Desk.SNAPSHOT, 6, truncated).id()).isEqualTo(held.id());

        Taken released = desk.intake.release(
                held.id(), truncated::forEach, new TwoPeople("anna", "bruno"), "the ERP was cleaned up");

        assertThat(released.applied()).isTrue();
        assertThat(released.id()).isEqualTo(held.id());
        assertThat(desk.find("I30").settledCause()).isEqualTo("unknown");
        assertThat(factsAsOf(desk)).isEqualTo(day(6));
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void every_applied_export_has_the_next_number_a_released_one_when_it_is_released(Desk desk) {
        Cases cases = new Cases(desk.database);
        desk.take(Desk.SNAPSHOT, 5, invoices(1, 30));
        assertThat(cases.factsNumber(Desk.ACME)).isEqualTo(1);
        List<Outcome> truncated = invoices(1, 15);
        long held = desk.take(Desk.SNAPSHOT, 6, truncated).id();
        assertThat(cases.factsNumber(Desk.ACME)).isEqualTo(1);
        long later = desk.take(Desk.DELTA, 6, invoices(31, 31)).id();

        desk.intake.release(held, truncated::forEach, new TwoPeople("anna", "bruno"), "the ERP was cleaned up");

        assertThat(cases.factsNumber(Desk.ACME)).isEqualTo(3);
        assertThat(desk.database
                        .sql()
                        .sql("select id from export where facts_no is not null order by facts_no desc")
                        .query(Long.class)
                        .list())
                .startsWith(held, later);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_held_snapshot_is_not_released_by_one_person_nor_after_a_newer_one(Desk desk) {
        desk.take(Desk.SNAPSHOT, 5, invoices(1, 30));
        List<Outcome> truncated = invoices(1, 15);
        long held = desk.take(Desk.SNAPSHOT, 6, truncated).id();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> desk.intake.release(
                        held, truncated::forEach, new TwoPeople("anna", " Anna"), "the ERP was cleaned up"))
                .hasMessageContaining("two different people");
        desk.take(Desk.SNAPSHOT, 7, invoices(1, 29));

        assertThat(desk.intake
                        .release(held, truncated::forEach, new TwoPeople("anna", "bruno"), "the ERP was cleaned up")
                        .state())
                .isEqualTo("outdated");
        assertThat(desk.effective("I29")).isEqualTo("10");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void closings_that_payments_explain_do_not_hold_a_snapshot(Desk desk) {
        desk.take(Desk.SNAPSHOT, 5, invoices(1, 30));
        for (int i = 16; i <= 30; i++) {
            desk.allocate(5, "I" + i, "10");
        }

        assertThat(desk.take(Desk.SNAPSHOT, 6, invoices(1, 15)).applied()).isTrue();
        assertThat(desk.find("I30").settledCause()).isEqualTo("payment");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_unreadable_file_is_kept_whole_and_touches_nothing(Desk desk) {
        desk.snapshot(5, invoice("A", "100"));

        Taken unreadable = desk.takeFile(Desk.SNAPSHOT, 6, "PK...", Desk.unreadable());

        assertThat(unreadable.state()).isEqualTo("unreadable");
        assertThat(desk.exports.find(unreadable.id()).orElseThrow().keptAs()).isNotNull();
        assertThat(desk.effective("A")).isEqualTo("100");
        assertThat(factsAsOf(desk)).isEqualTo(day(5));
        Taken withBetterMapping = desk.takeFile(Desk.SNAPSHOT, 6, "PK...", sink -> sink.accept(invoice("A", "90")));
        assertThat(withBetterMapping.applied()).isTrue();
        assertThat(withBetterMapping.id()).isEqualTo(unreadable.id());
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_file_that_breaks_off_in_the_middle_leaves_no_trace(Desk desk) {
        Taken taken = desk.takeFile(Desk.SNAPSHOT, 5, "half", sink -> {
            for (int i = 0; i < 5_000; i++) {
                sink.accept(invoice("K" + i, "1"));
            }
            sink.accept(broken("X"));
            Desk.unreadable().read(sink);
        });

        assertThat(taken.state()).isEqualTo("unreadable");
        assertThat(desk.items.openTotals(Desk.ACME)).isEmpty();
        assertThat(desk.waiting()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_delta_settles_what_it_says_is_closed_and_nothing_else(Desk desk) {
        desk.delta(5, invoice("A", "100"), invoice("B", "200"));

        desk.delta(6, invoice("A", "0"));

        assertThat(desk.find("A").settledCause()).isEqualTo("unknown");
        assertThat(desk.effective("B")).isEqualTo("200");
        desk.delta(7, invoice("A", "100"));
        assertThat(desk.effective("A")).isEqualTo("100");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_corrected_record_is_replayed_once(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), invoice("B", "200"));
        desk.snapshot(6, invoice("A", "100"), broken("B"));
        long id = desk.waiting().get(0).id();

        Taken replayed =
                desk.intake.replay(id, "B;150,00", "anna", "typing error", raw -> List.of(invoice("B", "150")));

        assertThat(replayed.counts().applied()).isEqualTo(1);
        assertThat(desk.effective("B")).isEqualTo("150");
        assertThat(desk.find("B").frozen()).isFalse();
        assertThat(desk.quarantine.find(id).orElseThrow().state()).isEqualTo("replayed");
        assertThat(desk.snapshot(7, invoice("A", "100"), broken("B")).state()).isEqualTo("unchanged");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_replacement_inherits_the_due_date_and_the_money_that_waits(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        long allocation = desk.allocate(5, "A", "400");

        desk.snapshot(6, item("A2", "D1", DocumentType.INVOICE, "1000", "1000", "A"));

        assertThat(desk.find("A").settledCause()).isEqualTo("replaced");
        assertThat(desk.state(allocation)).isEqualTo("pending");
        assertThat(desk.effective("A2")).isEqualTo("600");
        desk.snapshot(7, item("A3", "D1", DocumentType.INVOICE, "600", "600", "A2"));
        assertThat(desk.state(allocation)).isEqualTo("confirmed");
        assertThat(desk.effective("A3")).isEqualTo("600");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_netted_credit_note_is_the_cause_of_both_settlements(Desk desk) {
        desk.snapshot(5, invoice("A", "400"), credit("C", "-400"), invoice("B", "1"));
        desk.snapshot(6, invoice("B", "1"));

        assertThat(desk.find("A").settledCause()).isEqualTo("credit");
        assertThat(desk.find("C").settledCause()).isEqualTo("credit");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void polled_rows_are_recognised_by_what_they_say(Desk desk) {
        RecordSource rows = sink -> sink.accept(invoice("A", "100"));
        assertThat(desk.intake.takeRows(Desk.SNAPSHOT, "items", day(5), rows).applied())
                .isTrue();

        assertThat(desk.intake.takeRows(Desk.SNAPSHOT, "items", day(6), rows).state())
                .isEqualTo("unchanged");
        assertThat(desk.intake.takeRows(Desk.DELTA, "items", day(7), sink -> {}).state())
                .isEqualTo("unchanged");

        assertThat(factsAsOf(desk)).isEqualTo(day(7));
        assertThat(desk.database
                        .sql()
                        .sql("select count(*) from export")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void hostile_text_is_stored_as_it_is(Desk desk) {
        String hostile = "\t\\N\\.\r\n'; drop table open_item; -- \u00e9\u20ac\ud83d\ude00";
        desk.snapshot(5, invoice("A" + hostile, hostile, "100"));

        assertThat(desk.find("A" + hostile).item().debtor()).isEqualTo(hostile);
        assertThat(desk.snapshot(6, invoice("A" + hostile, hostile, "100"), invoice("B", "1"))
                        .counts()
                        .unchanged())
                .isEqualTo(1);
    }

    private static List<Outcome> invoices(int from, int to) {
        List<Outcome> records = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            records.add(invoice("I" + i, "10"));
        }
        return records;
    }

    private static Instant factsAsOf(Desk desk) {
        return desk.connections.health().get(0).factsAsOf();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_export_that_says_it_is_of_next_year_waits_and_outdates_nothing(Desk desk) {
        desk.snapshot(5, invoice("A", "100"));

        assertThat(desk.snapshot(400, invoice("A", "90")).state()).isEqualTo("held");
        assertThat(desk.snapshot(6, invoice("A", "80")).applied()).isTrue();
    }
}
