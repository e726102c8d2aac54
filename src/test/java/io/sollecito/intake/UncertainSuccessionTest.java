package io.sollecito.intake;

import static io.sollecito.intake.Desk.invoice;
import static io.sollecito.intake.Desk.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.ledger.exports.Successions;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Hold;
import io.sollecito.model.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An ERP that closes an invoice and opens another number for the rest, without saying so. */
class UncertainSuccessionTest {

    private static final Clock CLOCK = Clock.fixed(Desk.day(41), ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_rest_under_a_new_number_waits_for_a_person_and_then_inherits(Desk desk) {
        desk.snapshot(39, invoice("A100", "1000"), invoice("B", "10"));
        long old = id(desk, "A100");
        holds(desk)
                .place(
                        Desk.ACME,
                        "sap",
                        "D1",
                        old,
                        LocalDate.of(2026, 2, 8),
                        new Hold(null, "dispute", "wrong price", "anna", null, null),
                        "anna");
        desk.snapshot(40, invoice("A200", "600"), invoice("B", "10"));
        long rest = id(desk, "A200");

        assertThat(successions(desk).waiting(Desk.ACME))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.item()).isEqualTo(rest);
                    assertThat(doubt.old()).isEqualTo(old);
                });
        assertThat(held(desk, rest))
                .containsExactly("manual: may continue A100, which the same export closed; a person says so");

        successions(desk).accept(rest, old, "anna", "the ERP renumbers");

        assertThat(held(desk, rest)).containsExactly("dispute: wrong price");
        assertThat(successions(desk).waiting(Desk.ACME)).isEmpty();
        assertThat(replaces(desk, rest)).isEqualTo("A100");
        desk.snapshot(41, item("A200", "D1", DocumentType.INVOICE, "600", "500", null), invoice("B", "10"));
        assertThat(replaces(desk, rest)).as("what a person said outlives the next export").isEqualTo("A100");
        assertThatThrownBy(() -> successions(desk).accept(rest, old, "anna", "again"))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_cannot_be_a_rest_is_taken_as_it_comes(Desk desk) {
        desk.snapshot(39, invoice("A100", "1000"), invoice("B", "10"), invoice("C", "D2", "500"));
        desk.snapshot(
                40,
                invoice("A200", "1001"),
                invoice("A300", "D2", "500.01"),
                item("A400", "D1", DocumentType.CREDIT_NOTE, "-5", "-5", null),
                invoice("B", "10"));

        assertThat(successions(desk).waiting(Desk.ACME)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_is_one_of_its_own_begins_at_its_first_step(Desk desk) {
        desk.snapshot(39, invoice("A100", "1000"), invoice("B", "10"));
        desk.snapshot(40, invoice("A200", "600"), invoice("B", "10"));
        long rest = id(desk, "A200");

        successions(desk).refuse(rest, "anna", "another order");

        assertThat(held(desk, rest)).isEmpty();
        assertThat(replaces(desk, rest)).isNull();
        assertThatThrownBy(() -> successions(desk).refuse(rest, "anna", "again"))
                .hasMessageContaining("nobody asked whether item:" + rest);
    }

    private static Successions successions(Desk desk) {
        return new Successions(desk.database, new Journal(desk.database, CLOCK), CLOCK);
    }

    private static Holds holds(Desk desk) {
        return new Holds(desk.database, new Journal(desk.database, CLOCK), CLOCK);
    }

    private static List<String> held(Desk desk, long item) {
        return holds(desk).of(Desk.ACME).stream()
                .filter(placed -> placed.item() == item)
                .map(placed -> placed.hold().toString())
                .toList();
    }

    private static long id(Desk desk, String key) {
        return desk.database
                .sql()
                .sql("select id from open_item where item_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private static String replaces(Desk desk, long item) {
        return desk.database
                .sql()
                .sql("select coalesce(replaces, '') from open_item where id = ?")
                .param(item)
                .query(String.class)
                .single()
                .transform(key -> key.isEmpty() ? null : key);
    }
}
