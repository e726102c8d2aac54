package io.sollecito.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterIdTest {

    @Test
    void an_id_leads_back_to_its_dispatch() {
        assertThat(LetterId.parse("ACME-IT", LetterId.of("ACME-IT", 17))).hasValue(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NORD-DE-17", "ACME-IT", "ACME-IT-", "ACME-IT-x", "ACME-IT--17", "ACME-IT-1234567890123456789"})
    void an_id_of_others_leads_nowhere(String id) {
        assertThat(LetterId.parse("ACME-IT", id)).isEmpty();
    }
}
