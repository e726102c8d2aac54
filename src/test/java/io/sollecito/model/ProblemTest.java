package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void a_problem_shows_its_place_and_says_what_to_do() {
        assertThat(new Problem("a.yaml", 3, 2, "'x' is no day", "- x", "Write one of MON to SUN."))
                .hasToString("a.yaml:3:2: 'x' is no day\n    - x\n     ^\n    Write one of MON to SUN.");
    }

    @Test
    void a_problem_without_a_remedy_is_refused() {
        assertThatThrownBy(() -> Problem.of("a.yaml", "is empty", null)).hasMessageContaining("remedy: is empty");
        assertThatThrownBy(() -> Problem.of("a.yaml", "is empty", " ")).hasMessageContaining("remedy: is empty");
    }
}
