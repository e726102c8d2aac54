package io.sollecito.intake;

import static io.sollecito.intake.Desk.collected;
import static io.sollecito.intake.Desk.invoice;
import static org.assertj.core.api.Assertions.assertThat;

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

    private static int returned(Desk desk) {
        return desk.database
                .sql()
                .sql("select count(*) from open_item where returned_on is not null")
                .query(Integer.class)
                .single();
    }
}
