package io.sollecito.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read straight from the characters is what the plain classes of the language read. */
class NumbersAndDatesTest {

    private static final Numbers GERMAN = new Numbers(',', '.', true, false, false, List.of(), 0);

    @Property
    void a_written_amount_is_that_amount(@ForAll BigDecimal any) {
        BigDecimal number = any.setScale(Math.max(0, Math.min(any.scale(), 12)), RoundingMode.DOWN);
        boolean tooLong = number.abs().toBigInteger().toString().length() > 18;

        assertThat(GERMAN.parse(number.toPlainString().replace('.', ','))).isEqualTo(tooLong ? null : number);
    }

    @Property
    void grouped_or_not_it_is_the_same_number(@ForAll("amounts") BigDecimal number) {
        String grouped = String.format(Locale.GERMANY, "%,." + number.scale() + "f", number);

        assertThat(GERMAN.parse(grouped)).isEqualTo(number);
        assertThat(GERMAN.parse(grouped.replace(".", ""))).isEqualTo(number);
    }

    @Property(tries = 20_000)
    void a_text_is_the_number_that_it_shows_or_none(@ForAll("nearlyNumbers") String text) {
        assertThat(GERMAN.parse(text)).isEqualTo(plainly(text));
    }

    @Property(tries = 20_000)
    void a_text_is_the_day_that_it_shows_or_none(
            @ForAll("nearlyDates") String text, @ForAll("patterns") String pattern) {
        assertThat(new Dates(List.of(Dates.Pattern.of(pattern, Locale.ENGLISH))).parse(text))
                .isEqualTo(plainDay(text, pattern));
    }

    @Property
    void a_written_day_is_that_day(@ForAll("days") LocalDate day, @ForAll("patterns") String pattern) {
        String text = day.format(DateTimeFormatter.ofPattern(pattern));

        assertThat(new Dates(List.of(Dates.Pattern.of(pattern, Locale.ENGLISH))).parse(text))
                .isEqualTo(day);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999999999999"), new BigDecimal("99999999999999"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<String> nearlyNumbers() {
        Arbitrary<String> digits = Arbitraries.strings().withChars("0123456789").ofMaxLength(4);
        Arbitrary<String> signs = Arbitraries.of("", "", ".", ",", "-", "+", "x", "\u0663", " ");
        return Combinators.combine(signs, digits, signs, digits, signs, digits, signs)
                .as((a, b, c, d, e, f, g) -> a + b + c + d + e + f + g);
    }

    @Provide
    Arbitrary<String> nearlyDates() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 32);
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 13);
        Arbitrary<Integer> years = Arbitraries.integers().between(1890, 2205);
        Arbitrary<String> forms = Arbitraries.of(
                "%1$02d.%2$02d.%3$d",
                "%3$d-%2$02d-%1$02d",
                "%3$d%2$02d%1$02d",
                "%1$d.%2$02d.%3$d",
                "%1$02d/%2$02d.%3$d",
                "\u0661%1$d.%2$02d.%3$d",
                "%1$02d.%2$02d.%3$d ",
                "+%1$d.%2$02d.%3$d");
        return Combinators.combine(forms, days, months, years).as(String::format);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2199, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("dd.MM.yyyy", "yyyy-MM-dd", "yyyyMMdd", "MM/dd/yyyy");
    }

    private static BigDecimal plainly(String text) {
        boolean behind = text.endsWith("-") && !text.startsWith("-") && !text.startsWith("+");
        String signed = behind ? "-" + text.substring(0, text.length() - 1) : text;
        boolean shown =
                signed.matches("[-+]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+)?(,[0-9]+)?") && signed.matches(".*[0-9]");
        return shown ? new BigDecimal(signed.replace(".", "").replace(',', '.')) : null;
    }

    private static LocalDate plainDay(String text, String pattern) {
        try {
            LocalDate day = LocalDate.parse(
                    text,
                    DateTimeFormatter.ofPattern(pattern.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT));
            return day.getYear() < 1900 || day.getYear() > 2199 ? null : day;
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
