package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.PaymentLink.Payment;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentLinkTest {

    private static final Payment PAYMENT =
            new Payment("ACME-IT", "47 11/&ü", "RF18539007547034", new BigDecimal("1190"), "EUR");

    @Test
    void each_value_is_url_encoded_and_nothing_else_changes() {
        assertThat(new PaymentLink(
                                "https://pay.example/p/{reference}?a={amount}&c={currency}&d={debtor}&m={creditor}&lang=it")
                        .of(PAYMENT, null))
                .isEqualTo(
                        "https://pay.example/p/RF18539007547034?a=1190.00&c=EUR&d=47%2011%2F%26%C3%BC&m=ACME-IT&lang=it");
    }

    @Test
    void the_signature_is_an_hmac_that_the_provider_can_compute() {
        // printf 'RF18539007547034|1190.00|EUR|47 11/&ü' | openssl dgst -sha256 -hmac secret
        assertThat(new PaymentLink("https://pay.example/?r={reference}&s={signature}").of(PAYMENT, "secret"))
                .isEqualTo(
                        "https://pay.example/?r=RF18539007547034&s=302c46a2050906e15e9970eac74d12e2b83a8bb67c0806dd9e6302bf21598657");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://pay.example/?r={reference}          | is no https address
            https:///?r={reference}                    | is no https address
            https://me:secret@pay.example/{reference}  | is no https address
            https://pay.example/?r={reference} x       | is no https address
            javascript:alert({reference})              | is no https address
            https://{debtor}.example/?r={reference}    | has a placeholder in its host
            https://pay.example/?r={reference          | has a brace without its other
            https://pay.example/?r={reference}&i={iban}| names {iban}
            https://pay.example/                       | does not name {reference}
            """)
    void what_is_no_link_is_refused(String template, String flaw) {
        assertThat(PaymentLink.flaws(template))
                .anySatisfy(found -> assertThat(found).startsWith(flaw));
    }

    @Test
    void a_link_that_is_one_has_no_flaw() {
        assertThat(PaymentLink.flaws("https://pay.example:8443/{creditor}?r={reference}&a={amount}#top"))
                .isEmpty();
        assertThat(new PaymentLink("https://pay.example/?r={reference}").tells())
                .isFalse();
        assertThat(new PaymentLink("https://pay.example/?r={reference}&a={amount}").tells())
                .isTrue();
    }
}
