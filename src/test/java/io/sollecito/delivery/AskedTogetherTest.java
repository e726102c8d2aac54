package io.sollecito.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AskedTogetherTest {

    @Test
    void what_comes_while_a_question_is_under_way_is_asked_by_one_more_and_everybody_gets_their_own_answer()
            throws Exception {
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(8);
        AskedTogether<Integer, Integer> doubling = new AskedTogether<>(() -> 1, numbers -> {
            sizes.add(numbers.size());
            if (numbers.contains(0)) {
                begun.countDown();
                await(others);
            }
            return numbers.stream().map(number -> 2 * number).toList();
        });
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> doubling.ask(0)));
            await(begun);
            for (int i = 1; i <= 8; i++) {
                int number = i;
                answers.add(threads.submit(() -> {
                    others.countDown();
                    return doubling.ask(number);
                }));
            }
            for (int i = 0; i <= 8; i++) {
                assertThat(answers.get(i).get()).isEqualTo(2 * i);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sizes.get(0)).isEqualTo(1);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(9);
    }

    @Test
    void a_failure_reaches_who_asked_and_the_next_question_is_asked_anew() {
        AskedTogether<Integer, Integer> odd = new AskedTogether<>(() -> 1, numbers -> {
            if (numbers.contains(2)) {
                throw new IllegalStateException("even");
            }
            return numbers;
        });
        assertThatThrownBy(() -> odd.ask(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("even");
        assertThat(odd.ask(3)).isEqualTo(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
