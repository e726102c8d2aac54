package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeLawTest {

    @ParameterizedTest
    @CsvSource({
        "IT,art. 1219 c.c.,d.lgs. 231/2002,art. 1224 c.c.",
        "FR,art. 1344 C. civ.,art. L441-10 C. com.,art. 1231-6 C. civ.",
        "DE,§ 286 BGB,§ 288 Abs. 2 und 5 BGB,§ 288 Abs. 1 BGB",
        "AT,§ 918 ABGB,§ 456 UGB,§ 1000 ABGB",
        "CH,Art. 102 OR,Art. 104 OR,Art. 104 OR"
    })
    void a_notice_rests_on_the_law_of_the_creditors_country(
            String country, String notice, String business, String civil) {
        NoticeLaw law = NoticeLaw.of(country).orElseThrow();

        assertThat(law.notice()).isEqualTo(unbroken(notice));
        assertThat(law.interest("business")).isEqualTo(unbroken(business));
        assertThat(law.interest("public"))
                .as("public bodies pay as businesses do")
                .isEqualTo(unbroken(business));
        assertThat(law.interest("consumer")).isEqualTo(unbroken(civil));
        assertThat(law.interest(null)).as("not known to be a business").isEqualTo(unbroken(civil));
        assertThat(law.civilInterest()).isEqualTo(unbroken(civil));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"PL", "it", ""})
    void of_another_country_no_law_is_cited(String country) {
        assertThat(NoticeLaw.of(country)).isEmpty();
    }

    private static String unbroken(String citation) {
        return citation.replace(' ', '\u00a0');
    }
}
