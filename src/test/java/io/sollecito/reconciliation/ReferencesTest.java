package io.sollecito.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void references_in_a_text_are_found_if_their_check_digits_hold() {
        assertThat(References.inText("paiement +++090/9337/55493+++ merci")).containsExactly("090933755493");
        assertThat(References.inText("***090/9337/55494***")).isEmpty();
        assertThat(References.inText("tel 1090/9337/554931")).isEmpty();
        assertThat(References.inText("rif. RF18 5390 0754 7034 e 090/9337/55493"))
                .containsExactlyInAnyOrder("RF18539007547034", "090933755493");
    }

    @Test
    void a_swiss_reference_holds_by_its_check_digit() {
        assertThat(References.holds("210000000003139471430009017")).isTrue();
        assertThat(References.holds("210000000003139471430009018")).isFalse();
    }
}
