package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBucketTest {

    @ParameterizedTest
    @CsvSource({
        "-5, not-due",
        "0, not-due",
        "1, 1-30",
        "30, 1-30",
        "31, 31-60",
        "60, 31-60",
        "61, 61-90",
        "90, 61-90",
        "91, over-90",
        "4000, over-90"
    })
    void a_bucket_ends_with_its_last_day_and_the_due_date_is_not_due(long overdue, String code) {
        LocalDate day = LocalDate.of(2026, 3, 9);

        assertThat(AgeBucket.of(day.minusDays(overdue), day).code()).isEqualTo(code);
    }

    @Test
    void what_has_no_due_date_is_not_due() {
        assertThat(AgeBucket.of(null, LocalDate.of(2026, 3, 9))).isEqualTo(AgeBucket.NOT_DUE);
    }
}
