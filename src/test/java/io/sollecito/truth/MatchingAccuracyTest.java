package io.sollecito.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goal of docs/matching-accuracy.md on a small sample; the page has the figures of large ones. */
class MatchingAccuracyTest {

    private static final long SEED = 1;
    private static final int PER_HOUSE = 400;

    @ParameterizedTest
    @ValueSource(strings = {Habits.TUNING, Habits.HELD_OUT})
    void no_allocation_is_wrong_and_few_are_missed(String part) {
        Accuracy accuracy = Accuracy.of(Habits.of(part), SEED, PER_HOUSE);
        Score all = accuracy.all();

        assertThat(all.automatic()).isGreaterThan(1_000);
        assertThat(all.wrong()).as(accuracy.table()).isZero();
        assertThat(all.recall()).as(accuracy.table()).isGreaterThanOrEqualTo(0.95);
        assertThat(all.firstRate()).as(accuracy.table()).isGreaterThanOrEqualTo(0.80);
    }

    /** What is no debtor's or nobody can know is left to a person, whatever it looks like. */
    @ParameterizedTest
    @ValueSource(strings = {Habits.TUNING, Habits.HELD_OUT})
    void what_must_not_be_matched_is_not(String part) {
        Accuracy accuracy = Accuracy.of(Habits.of(part), SEED, PER_HOUSE);

        for (Kind kind : Kind.values()) {
            if (kind.ordinal() >= Kind.RECURRING_UNNAMED.ordinal() && kind != Kind.PAID_TWICE) {
                assertThat(accuracy.of(kind).automatic()).as(kind.name()).isZero();
            }
        }
    }
}
