package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CreditorReferenceTest {

    @Test
    void the_standards_own_example_gets_its_check_digits() {
        assertThat(CreditorReference.of("539007547034")).isEqualTo("RF18539007547034");
        assertThat(CreditorReference.isValid("RF18 5390 0754 7034")).isTrue();
    }

    @Test
    void a_mistyped_reference_is_not_valid() {
        assertThat(CreditorReference.isValid("RF18539007547043")).isFalse();
        assertThat(CreditorReference.isValid("RF19539007547034")).isFalse();
        assertThat(CreditorReference.isValid("DE18539007547034")).isFalse();
        assertThat(CreditorReference.isValid(null)).isFalse();
    }

    @Test
    void our_reminders_have_valid_references_of_their_own() {
        assertThat(CreditorReference.ofReminder(17)).matches("RF[0-9]{2}SOL000000017");
        assertThat(CreditorReference.isValid(CreditorReference.ofReminder(17))).isTrue();
        assertThat(CreditorReference.ofReminder(17)).isNotEqualTo(CreditorReference.ofReminder(18));
    }

    @Test
    void a_body_that_does_not_fit_is_refused() {
        assertThatThrownBy(() -> CreditorReference.of("2026/17")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CreditorReference.of("1".repeat(22))).isInstanceOf(IllegalArgumentException.class);
    }
}
