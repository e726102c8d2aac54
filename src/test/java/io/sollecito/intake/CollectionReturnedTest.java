package io.sollecito.intake;

import static io.sollecito.intake.Desk.collected;
import static io.sollecito.intake.Desk.invoice;
import static io.sollecito.intake.Desk.invoiceBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was to be collected and is not any more, though it is open, came back. */
class CollectionReturnedTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_item_that_leaves_its_collection_unpaid_came_back(Desk desk) {
        desk.snapshot(5, collected("A", "1000"), invoice("B", "10"));
        desk.snapshot(6, invoice("A", "1000"), invoice("B", "10"));

        assertThat(returned(desk)).isEqualTo(1);

        desk.snapshot(7, invoice("A", "1000"), invoice("B", "20"));
        assertThat(returned(desk)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void one_that_goes_into_collection_or_was_paid_did_not(Desk desk) {
        desk.snapshot(5, collected("A", "1000"), invoice("B", "10"));
        desk.snapshot(6, collected("B", "10"));

        assertThat(returned(desk)).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_the_erp_clears_while_the_bank_collects_it_was_collected_and_not_paid(Desk desk) {
        desk.snapshot(
                5,
                collected("PRESENTED", "1000"),
                invoiceBy("Ri.Ba.", "RIBA", "1000", "2026-01-31", false),
                invoiceBy("bonifico", "TRANSFER", "1000", "2026-01-31", false),
                invoice("B", "10"));
        desk.snapshot(6, invoice("B", "10"));

        assertThat(desk.history("PRESENTED")).containsExactly("settled collected");
        assertThat(desk.history("RIBA")).containsExactly("settled collected");
        assertThat(desk.history("TRANSFER")).containsExactly("settled unknown");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_delta_that_closes_what_it_shows_as_presented_tells_a_collection(Desk desk) {
        desk.snapshot(5, invoiceBy(null, "A", "1000", "2026-01-31", false));
        desk.delta(6, invoiceBy(null, "A", "0", "2026-01-31", true), invoiceBy(null, "NEW", "0", "2026-01-31", true));

        assertThat(desk.history("A")).containsExactly("settled collected");
        assertThat(desk.find("NEW").settledCause()).isEqualTo("collected");
        assertThat(returned(desk)).isZero();
    }

    /** In Desk it is the first of March: what was due in January is due, what is due in April is not. */
    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_was_cleared_as_collected_and_is_open_again_came_back_unless_it_is_presented_anew(Desk desk) {
        String january = "2026-01-31";
        desk.snapshot(
                5,
                invoiceBy("SDD", "LIFTED", "1000", january, true),
                invoiceBy("SDD", "STILL-SHOWN", "1000", january, true),
                invoiceBy("SDD", "NEVER-SHOWN", "1000", january, false),
                invoiceBy("RIBA", "ANEW", "1000", january, true),
                invoiceBy("bonifico", "TRANSFER", "1000", january, false),
                invoice("B", "10"));
        desk.snapshot(6, invoice("B", "10"));
        desk.snapshot(
                7,
                invoiceBy("SDD", "LIFTED", "1000", january, false),
                invoiceBy("SDD", "STILL-SHOWN", "1000", january, true),
                invoiceBy("SDD", "NEVER-SHOWN", "1000", january, false),
                invoiceBy("RIBA", "ANEW", "1000", "2026-04-30", true),
                invoiceBy("bonifico", "TRANSFER", "1000", january, false),
                invoice("B", "10"));

        assertThat(presented(desk, "returned_on is not null"))
                .containsExactly("LIFTED false", "NEVER-SHOWN false", "STILL-SHOWN false");
        assertThat(presented(desk, "item_key = 'ANEW'")).containsExactly("ANEW true");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_came_back_is_collected_again_once_the_erp_presents_it_anew(Desk desk) {
        desk.snapshot(5, invoiceBy("RIBA", "A", "1000", "2026-01-31", true));
        desk.snapshot(6, invoiceBy("RIBA", "A", "1000", "2026-01-31", false));
        assertThat(presented(desk, "returned_on is not null and presented_on is null"))
                .containsExactly("A false");

        desk.snapshot(7, invoiceBy("RIBA", "A", "1000", "2026-01-31", true));
        assertThat(presented(desk, "presented_on = date '2026-03-01'")).containsExactly("A true");

        desk.snapshot(8, invoiceBy("RIBA", "A", "900", "2026-01-31", true));
        assertThat(presented(desk, "presented_on = date '2026-03-01'")).containsExactly("A true");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_a_bank_gave_back_is_not_collected_any_more_though_the_erp_goes_on_showing_it(Desk desk) {
        desk.snapshot(5, invoiceBy("SDD", "A", "1000", "2026-01-31", true));
        desk.database
                .sql()
                .sql("update open_item set returned_on = date '2026-02-10', in_collection = false")
                .update();

        desk.snapshot(6, invoiceBy("SDD", "A", "990", "2026-01-31", true));

        assertThat(presented(desk, "returned_on = date '2026-02-10'")).containsExactly("A false");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_a_bank_gave_back_was_not_collected_when_the_erp_closes_it_and_still_shows_it_as_presented(Desk desk) {
        desk.snapshot(5, invoiceBy("SDD", "A", "1000", "2026-01-31", true));
        desk.database
                .sql()
                .sql("update open_item set returned_on = date '2026-02-10', in_collection = false")
                .update();

        desk.delta(6, invoiceBy("SDD", "A", "0", "2026-01-31", true));

        assertThat(desk.history("A")).containsExactly("settled unknown");
        assertThat(presented(desk, "item_key = 'A'")).containsExactly("A false");
    }

    private static List<String> presented(Desk desk, String condition) {
        return desk.database
                .sql()
                .sql("select item_key, in_collection from open_item where " + condition + " order by item_key")
                .query((rs, n) -> rs.getString(1) + " " + rs.getBoolean(2))
                .list();
    }

    private static int returned(Desk desk) {
        return desk.database
                .sql()
                .sql("select count(*) from open_item where returned_on is not null")
                .query(Integer.class)
                .single();
    }
}
