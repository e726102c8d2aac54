package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalReferencesTest {

    @ParameterizedTest
    @CsvSource({
        "909337554, 090933755493, +++090/9337/55493+++",
        "97, 000000009797, +++000/0000/09797+++",
        "1, 000000000101, +++000/0000/00101+++"
    })
    void belgian_vectors_hold(long number, String reference, String printed) {
        assertThat(BelgianReference.of(number)).isEqualTo(reference);
        assertThat(BelgianReference.printed(reference)).isEqualTo(printed);
        assertThat(BelgianReference.isValid(printed)).isTrue();
        assertThat(BelgianReference.isValid(printed.replace('+', '*'))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "21000000000313947143000901, 210000000003139471430009017, 21 00000 00003 13947 14300 09017",
        "0, 000000000000000000000000000, 00 00000 00000 00000 00000 00000"
    })
    void swiss_vectors_hold(String body, String reference, String printed) {
        assertThat(SwissReference.of(body)).isEqualTo(reference);
        assertThat(SwissReference.printed(reference)).isEqualTo(printed);
        assertThat(SwissReference.isValid(printed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"090933755439", "090933755494", "090933755400", "9093375549", "RF18539007547034"})
    void a_mistyped_belgian_reference_is_not_valid(String text) {
        assertThat(BelgianReference.isValid(text)).isFalse();
    }

    @Test
    void a_mistyped_swiss_reference_is_not_valid() {
        assertThat(SwissReference.isValid("210000000003139471430009018")).isFalse();
        assertThat(SwissReference.isValid("210000000003139471430009107")).isFalse();
        assertThat(SwissReference.isValid(null)).isFalse();
        assertThatThrownBy(() -> SwissReference.of("1".repeat(27))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BelgianReference.of(10_000_000_000L)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_bank_number_between_30000_and_31999_makes_a_qr_iban() {
        assertThat(SwissReference.isQrIban("CH44 3199 9123 0008 8901 2")).isTrue();
        assertThat(SwissReference.isQrIban("CH9300762011623852957")).isFalse();
        assertThat(SwissReference.isQrIban("BE68539007547034")).isFalse();
    }

    @Property(tries = 200)
    void reminders_have_valid_references_of_their_own_in_every_kind(
            @ForAll @LongRange(min = 1, max = 999_999_998) long n) {
        assertThat(CreditorReference.isValid(ReferenceKind.RF.ofReminder(n))).isTrue();
        assertThat(BelgianReference.isValid(ReferenceKind.OGM.ofReminder(n))).isTrue();
        assertThat(SwissReference.isValid(ReferenceKind.QRR.ofReminder(n))).isTrue();
        for (ReferenceKind kind : ReferenceKind.values()) {
            assertThat(ReferenceKind.of(kind.ofReminder(n))).isEqualTo(kind);
            assertThat(kind.ofReminder(n)).isNotEqualTo(kind.ofReminder(n + 1));
        }
    }
}
