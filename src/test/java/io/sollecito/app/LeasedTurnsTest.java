package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.database.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeasedTurnsTest {

    private static final Instant SEVEN = Instant.parse("2026-03-02T06:00:00Z");

    private final List<String> ran = new ArrayList<>();

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void while_one_node_is_at_it_the_other_waits_and_finds_it_done_then(Database database) {
        LeasedTurns here = turns(database, "here", Duration.ofMinutes(1));
        LeasedTurns there = turns(database, "there", Duration.ofMinutes(1));
        boolean done = here.take("print", SEVEN, () -> {
            assertThat(there.take("print", SEVEN, () -> ran.add("there"))).isFalse();
            ran.add("here");
        });
        assertThat(done).isTrue();
        assertThat(there.take("print", SEVEN, () -> ran.add("there"))).isTrue();
        assertThat(ran).containsExactly("here");
        assertThat(there.doneThrough("print")).contains(SEVEN);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void work_longer_than_its_lease_keeps_it(Database database) {
        LeasedTurns here = turns(database, "here", Duration.ofMillis(1_200));
        LeasedTurns there = turns(database, "there", Duration.ofMillis(1_200));
        here.take("planning", SEVEN, () -> {
            pause(2_500);
            assertThat(there.take("planning", SEVEN, () -> ran.add("there"))).isFalse();
        });
        assertThat(ran).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void work_that_fails_is_given_up_and_stays_to_be_done(Database database) {
        LeasedTurns here = turns(database, "here", Duration.ofMinutes(1));
        assertThatThrownBy(() -> here.take("digest", SEVEN, () -> {
                    throw new IllegalStateException("no mail server");
                }))
                .hasMessage("no mail server");
        assertThat(turns(database, "there", Duration.ofMinutes(1)).take("digest", SEVEN, () -> ran.add("there")))
                .isTrue();
        assertThat(ran).containsExactly("there");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_node_that_ends_gives_up_its_turns_at_once_and_writes_no_more_once_they_are_taken(Database database) {
        LeasedTurns here = turns(database, "here", Duration.ofMinutes(1));
        LeasedTurns there = turns(database, "there", Duration.ofMinutes(1));
        boolean done = here.take("recall", SEVEN, () -> {
            here.close();
            assertThat(there.take("recall", SEVEN, () -> ran.add("there"))).isTrue();
            database.inTransaction(() -> ran.add("too late"));
            ran.add("never reached");
        });
        assertThat(done).as("by the other").isTrue();
        assertThat(ran).containsExactly("there", "too late");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void who_works_on_after_its_lease_was_taken_ends_what_it_is_at_and_commits_nothing(Database database) {
        LeasedTurns here = turns(database, "here", Duration.ofMillis(300));
        here.take("poll", SEVEN, () -> {
            database.sql()
                    .sql("update lease set token = token + 1, holder = 'there'")
                    .update();
            pause(700);
            ran.add("the upload under way");
            database.inTransaction(() -> ran.add("its record"));
            ran.add("never reached");
        });
        assertThat(ran).containsExactly("the upload under way", "its record");
    }

    private static LeasedTurns turns(Database database, String node, Duration length) {
        return new LeasedTurns(new Leases(database, node), length);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }
}
