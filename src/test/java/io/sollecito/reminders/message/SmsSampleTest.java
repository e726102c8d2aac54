package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.yaml.Yaml;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSampleTest {

    private static final String MESSAGE = "subject: A\ntitle: A\nbody: B\n";

    @Test
    void it_is_what_a_debtor_with_a_long_name_would_get() {
        assertThat(sample(
                        MESSAGE + "sms: \"[[CompanyName]] [[CustomerName]] [[CustomerClientCode]] [[CurrentDate]]\"\n",
                        "it"))
                .contains(
                        "Acme Italia S.p.A. Costruzioni Meccaniche Rossi & Figli S.r.l. 0000104711 30 settembre 2026");
        assertThat(sample(MESSAGE + "sms: \"[[CurrentDate]]\"\n", "de")).contains("30. September 2026");
        assertThat(sample(MESSAGE + "sms: \"[[CurrentDate]]\"\n", "pl"))
                .as("the creditor's")
                .contains("30 settembre 2026");
        assertThat(sample(
                        MESSAGE + "sms: \"[[IceBreaker]] x\"\niceBreakers: [\"Dear [[CustomerClientCode]]\"]\n", "en"))
                .contains("Dear 0000104711 x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sms: \"[[Nonsense]]\"\n", "sms: \"[[PaymentLink]]\"\n"})
    void there_is_none_without_words_or_with_words_that_are_wrong_or_lack_a_value(String sms) {
        assertThat(sample(MESSAGE + sms, "it")).isEmpty();
    }

    private static Optional<String> sample(String yaml, String language) {
        return SmsSample.of(Yaml.parse("own.yaml", yaml), yaml.lines().toList(), language, Facts.ACME);
    }
}
