package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeLawTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "business, § 288 Abs. 2 und 5 BGB",
                "public, § 288 Abs. 2 und 5 BGB",
                "consumer, § 288 Abs. 1 BGB",
                "-, § 288 Abs. 1 BGB"
            })
    void only_businesses_and_public_bodies_pay_the_rate_among_businesses(String debtorClass, String basis) {
        NoticeLaw german = NoticeLaw.of("DE").orElseThrow();

        assertThat(german.interest(debtorClass).replace('\u00a0', ' ')).isEqualTo(basis);
    }

    @Test
    void a_citation_does_not_break_at_the_end_of_a_line() {
        assertThat(NoticeLaw.of("IT").orElseThrow().notice()).isEqualTo("art.\u00a01219\u00a0c.c.");
        assertThat(NoticeLaw.of("FR").orElseThrow().civilInterest()).isEqualTo("art.\u00a01231-6\u00a0C.\u00a0civ.");
    }

    @Test
    void of_other_countries_no_law_is_cited() {
        assertThat(NoticeLaw.of("ES")).isEmpty();
    }
}
