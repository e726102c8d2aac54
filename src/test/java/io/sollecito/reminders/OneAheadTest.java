package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OneAheadTest {

    @Test
    void pieces_are_done_in_their_order_and_finish_waits_for_the_last() {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        try (OneAhead work = new OneAhead()) {
            work.start(() -> done.add(1));
            work.start(() -> done.add(2));
            work.finish();
            assertThat(done).containsExactly(1, 2);
        }
    }

    @Test
    void the_caller_goes_on_while_a_piece_is_done() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (OneAhead work = new OneAhead()) {
            work.start(() -> await(mayEnd));
            mayEnd.countDown();
            work.finish();
        }
        assertThat(mayEnd.getCount()).isZero();
    }

    @Test
    void what_a_piece_threw_is_thrown_to_whoever_starts_the_next() {
        try (OneAhead work = new OneAhead()) {
            work.start(() -> {
                throw new IllegalArgumentException("no such debtor");
            });
            assertThatThrownBy(() -> work.start(() -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no such debtor");
        }
    }

    @Test
    void closing_lets_the_piece_under_way_end() {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        try (OneAhead work = new OneAhead()) {
            work.start(() -> {
                begun.countDown();
                done.add(1);
            });
            await(begun);
        }
        assertThat(done).containsExactly(1);
    }

    @Test
    void closing_waits_until_the_piece_under_way_has_ended() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        OneAhead work = new OneAhead();
        work.start(() -> await(mayEnd));
        Thread closing = new Thread(work::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            assertThat(closing.isAlive()).isTrue();
            Thread.yield();
        }
        mayEnd.countDown();
        closing.join();
    }

    @Test
    void whoever_is_interrupted_while_waiting_stays_so() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (OneAhead work = new OneAhead()) {
            work.start(() -> await(mayEnd));
            Thread.currentThread().interrupt();
            assertThatThrownBy(work::finish).isInstanceOf(IllegalStateException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            mayEnd.countDown();
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
