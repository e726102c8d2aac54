package io.sollecito.intake;

import static io.sollecito.intake.Desk.broken;
import static io.sollecito.intake.Desk.day;
import static io.sollecito.intake.Desk.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.OpenItemKey;
import io.sollecito.model.Refused;
import io.sollecito.model.TwoPeople;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A list of the keys of all that is open closes what deltas cannot tell of: what vanished from the source. */
class KeyListTest {

    static final Intake.Origin KEYS = new Intake.Origin("erp-acme-sap", Desk.ACME, "sap", "openItemKeys", "delta");

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_the_list_does_not_name_is_closed(Desk desk) {
        desk.delta(5, invoice("A", "100"), invoice("B", "200"));

        Taken taken = keys(desk, 6, "A");

        assertThat(taken.applied()).isTrue();
        assertThat(taken.counts().unchanged()).isEqualTo(1);
        assertThat(desk.effective("A")).isEqualTo("100");
        assertThat(desk.find("B").settledCause()).isEqualTo("unknown");
        assertThat(desk.history("B")).containsExactly("settled unknown");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_payment_that_the_bank_showed_explains_what_vanished(Desk desk) {
        desk.delta(5, invoice("A", "100"), invoice("B", "200"));
        long allocation = desk.allocate(5, "B", "200");

        keys(desk, 7, "A");

        assertThat(desk.find("B").settledCause()).isEqualTo("payment");
        assertThat(desk.state(allocation)).isEqualTo("confirmed");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_item_that_a_later_export_brought_is_not_closed_by_an_older_list(Desk desk) {
        desk.delta(5, invoice("A", "100"));
        desk.delta(8, invoice("B", "200"));

        assertThat(keys(desk, 7, "A").applied()).isTrue();

        assertThat(desk.effective("B")).isEqualTo("200");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void the_same_list_again_closes_what_came_since(Desk desk) {
        desk.delta(5, invoice("A", "100"));
        keys(desk, 6, "A");
        desk.delta(7, invoice("B", "200"));

        assertThat(keys(desk, 8, "A").applied()).isTrue();

        assertThat(desk.find("B").settledCause()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_key_that_no_export_brought_and_one_of_a_closed_item_wait_until_the_item_comes(Desk desk) {
        desk.delta(5, invoice("A", "100"), invoice("B", "200"));
        desk.delta(6, invoice("B", "0"));

        Taken taken = keys(desk, 7, "A", "B", "C");

        assertThat(taken.counts().quarantined()).isEqualTo(2);
        assertThat(desk.waiting())
                .extracting(Quarantine.Entry::itemKey, Quarantine.Entry::message)
                .containsExactly(
                        tuple("B", "is open in the source, but closed here"),
                        tuple("C", "is open in the source, but no export has brought it"));

        desk.delta(8, invoice("C", "300"));
        assertThat(desk.waiting()).extracting(Quarantine.Entry::itemKey).containsExactly("B");
        keys(desk, 9, "A", "C");
        assertThat(desk.waiting()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_key_of_an_item_that_was_closed_later_is_no_alarm(Desk desk) {
        desk.delta(5, invoice("A", "100"), invoice("B", "200"));
        desk.delta(8, invoice("B", "0"));

        assertThat(keys(desk, 7, "A", "B").counts().quarantined()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_list_that_closes_too_much_waits_for_two_people(Desk desk) {
        List<Outcome> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            items.add(invoice("I" + i, "10"));
        }
        desk.take(Desk.DELTA, 5, items);

        Taken tooShort = keys(desk, 6, "I0", "I1");
        Taken empty = keys(desk, 7);

        assertThat(tooShort.state()).isEqualTo("held");
        assertThat(tooShort.reason()).contains("18 of 20");
        assertThat(empty.state()).isEqualTo("held");
        assertThat(desk.find("I5").settledCause()).isNull();

        desk.intake.release(
                tooShort.id(), sink -> named("I0", "I1").forEach(sink), new TwoPeople("anna", "bruno"), "yes");
        assertThat(desk.find("I5").settledCause()).isEqualTo("unknown");
        assertThat(desk.find("I1").settledCause()).isNull();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_list_with_a_key_that_cannot_be_read_closes_nothing_and_freezes_what_it_may_be(Desk desk) {
        desk.delta(5, invoice("A", "100"), invoice("B", "200"));

        Taken taken = desk.take(KEYS, 6, List.of(key("A"), broken(null)));

        assertThat(taken.reason()).contains("nothing is settled");
        assertThat(desk.find("B").settledCause()).isNull();
        assertThat(desk.find("B").frozen()).isTrue();
        assertThat(desk.find("A").frozen()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_list_of_keys_says_nothing_of_amounts_and_refreshes_no_facts(Desk desk) {
        desk.delta(5, invoice("A", "100"));

        keys(desk, 9, "A");

        Instant facts = desk.database
                .sql()
                .sql("select facts_as_of from connection where name = 'erp-acme-sap'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(facts).isEqualTo(day(5));
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_key_cannot_be_replayed_as_if_it_were_its_item(Desk desk) {
        desk.delta(5, invoice("A", "100"));
        keys(desk, 6, "A", "C");
        long waiting = desk.waiting().get(0).id();

        assertThatThrownBy(() -> desk.intake.replay(waiting, "C", "anna", "again", text -> List.of(key("C"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("dismiss the key");
    }

    static Taken keys(Desk desk, int day, String... keys) {
        return desk.take(KEYS, day, named(keys));
    }

    private static List<Outcome> named(String... keys) {
        return Arrays.stream(keys).map(KeyListTest::key).toList();
    }

    private static Outcome key(String key) {
        return new Outcome.Mapped(new OpenItemKey(Desk.ACME, "sap", key, 2), 2, true);
    }
}
